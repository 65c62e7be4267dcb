import { css } from "lit";

/** The left side of a desk: figures on top, the map with its rail and its list, and the foot. */
export const mapLook = css`
  :host { display: contents; font-size: var(--type-body); --target: 64px; --told-area: 2 / 2 / 3 / 3; }
  .map { position: relative; display: grid; grid-template: auto minmax(0, 1fr) auto / auto minmax(0, 1fr) 300px; gap: 0 24px; padding: 20px 24px 20px 32px; min-height: 0; min-width: 0; }
  .figures { grid-area: 1 / 1 / 2 / 4; display: flex; gap: 40px; padding-bottom: 16px; z-index: 1; }
  .figure h2 { font-size: var(--u); font-weight: 400; color: var(--t3); }
  .figure wall-value { font-size: calc(var(--u) * 2.5); font-weight: 500; }
  .figure .short { color: var(--t1); min-height: calc(var(--u) * 3); display: grid; align-items: center; }
  .figure.of { padding-inline-end: 28px; border-inline-end: 1px solid var(--hair); }
  .ground { grid-area: 2 / 2 / 3 / 3; min-width: 0; min-height: 0; position: relative; }
  console-regions { grid-area: 2 / 3 / 4 / 4; min-height: 0; z-index: 1; }
  .rail { grid-area: 2 / 1 / 4 / 2; display: flex; flex-direction: column; justify-content: end; gap: 12px; z-index: 1; width: 168px; }
  .rail button { min-height: 64px; padding: 0 10px; font-size: calc(var(--u) * 1.1); background: var(--bg); text-wrap: balance; line-height: 1.2; }
  .rail button[aria-pressed="true"] { background: var(--t1); color: var(--bg); }
  .rail select { width: 100%; background: var(--bg); padding: 0 8px; font-size: calc(var(--u) * 1.1); }
  .figure button.plain { min-height: 52px; font-weight: inherit; }
  @media (max-height: 1200px) {
    .map { padding: 12px 20px 14px; grid-template-columns: auto minmax(0, 1fr) 250px; gap: 0 16px; }
    .rail { width: 150px; gap: 10px; }
    .figures { gap: 28px; }
  }
`;
