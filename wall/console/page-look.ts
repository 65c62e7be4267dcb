import { css } from "lit";

/** The console's frame: the strip above, the desk below it (mock: 2560 × 1440, also 1920 × 1080). */
export const page = css`
  :host { display: grid; grid-template-rows: auto minmax(0, 1fr); height: 100vh; overflow: hidden; background: var(--bg); color: var(--t1); font-family: var(--face-sans); font-size: var(--type-body); --target: 64px; }
  header { display: flex; flex-wrap: wrap; align-items: center; gap: 0 20px; min-height: 88px; padding: 10px 32px; border-bottom: 1px solid var(--hair); }
  .up { width: 76px; padding: 0; font-size: 24px; background: var(--raise); border-color: var(--hair); }
  .crumbs ol { display: flex; align-items: center; font-size: calc(var(--u) * 1.45); flex-wrap: wrap; }
  .crumbs li { display: flex; align-items: center; min-height: 64px; }
  .crumbs li + li::before { content: "/"; color: var(--t3); margin: 0 0.7em; }
  .crumbs button { min-height: 64px; padding: 0 0.2em; font-weight: 400; color: var(--t1); }
  .crumbs [aria-current] { font-weight: 600; }
  .crumbs .level { color: var(--t3); font-weight: 400; font-size: var(--u); margin-inline-start: 0.6em; }
  .who { margin-inline-start: auto; display: flex; align-items: center; gap: 18px; }
  .who button, .who select { min-height: 56px; }
  .who .help { width: 56px; padding: 0; font-weight: 600; }
  .seat { text-align: end; line-height: 1.3; font-size: var(--u); white-space: nowrap; }
  .cut { display: block; flex-basis: 100%; }
  .astray { flex-basis: 100%; color: var(--t1); border-top: 1px solid var(--hair); padding-top: 6px; }
  [hidden] { display: none; }
  @media (max-height: 1200px) {
    header { min-height: 72px; padding-block: 4px; }
  }
`;
