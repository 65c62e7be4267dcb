import { css } from "lit";

/** The console's frame: strip, map with its rail and list, decisions on the right (mock: 2560 × 1440, also 1920 × 1080). */
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
  .seat { text-align: end; line-height: 1.3; font-size: var(--u); white-space: nowrap; }
  .cut { display: block; flex-basis: 100%; }
  .astray { flex-basis: 100%; color: var(--t1); border-top: 1px solid var(--hair); padding-top: 6px; }
  [hidden] { display: none; }
  main { display: grid; grid-template-columns: minmax(0, 61fr) minmax(0, 39fr); min-height: 0; }
  .map { position: relative; display: grid; grid-template: auto minmax(0, 1fr) auto / auto minmax(0, 1fr) 300px; gap: 0 24px; padding: 20px 24px 20px 32px; min-height: 0; min-width: 0; }
  .figures { grid-area: 1 / 1 / 2 / 4; display: flex; gap: 40px; padding-bottom: 16px; z-index: 1; }
  .figure h2 { font-size: var(--u); font-weight: 400; color: var(--t3); }
  .figure wall-value { font-size: calc(var(--u) * 2.5); font-weight: 500; }
  .figure .short { color: var(--t1); min-height: calc(var(--u) * 3); display: grid; align-items: center; }
  .figure.of { padding-inline-end: 28px; border-inline-end: 1px solid var(--hair); }
  .ground { grid-area: 2 / 2 / 3 / 3; min-width: 0; min-height: 0; position: relative; }
  console-regions { grid-area: 2 / 3 / 4 / 4; min-height: 0; z-index: 1; }
  .rail { grid-area: 2 / 1 / 4 / 2; display: flex; flex-direction: column; justify-content: end; gap: 12px; z-index: 1; width: 168px; }
  .legend { margin-bottom: auto; font-variant-numeric: tabular-nums; font-size: var(--u); color: var(--t2); }
  .legend h2 { font-size: var(--type-title); font-weight: 600; color: var(--t1); margin-bottom: 0.4em; }
  .legend h2 span { font-weight: 400; font-size: var(--u); }
  .legend li { display: flex; align-items: center; gap: 0.6em; line-height: 1.6; }
  .legend i { width: 1.8em; height: 1em; background: var(--land); border: 1px solid var(--hair2); }
  .legend i { flex: none; }
  .legend .c1 { background: var(--c1); } .legend .c2 { background: var(--c2); } .legend .c3 { background: var(--c3); } .legend .c4 { background: var(--c4); } .legend .c5 { background: var(--c5); }
  .legend .none { background: repeating-linear-gradient(45deg, var(--hair2) 0 1px, transparent 1px 5px), repeating-linear-gradient(-45deg, var(--hair2) 0 1px, var(--land) 1px 5px); }
  .legend .amount { width: 1.4em; height: 1.4em; border-radius: 50%; border-color: var(--obs); background: color-mix(in srgb, var(--obs) 30%, transparent); }
  .legend .made { color: var(--w1); margin-top: 0.4em; }
  .legend .tag { border: 1px dashed currentColor; padding: 0 0.25em; }
  .rail button { min-height: 64px; padding: 0 10px; font-size: calc(var(--u) * 1.1); background: var(--bg); text-wrap: balance; line-height: 1.2; }
  .rail button[aria-pressed="true"] { background: var(--t1); color: var(--bg); }
  .rail select { width: 100%; background: var(--bg); padding: 0 8px; font-size: calc(var(--u) * 1.1); }
  .figure button.plain { min-height: 52px; font-weight: inherit; }
  .foot { grid-area: 3 / 2 / 4 / 3; z-index: 1; padding-top: 12px; display: flex; align-items: start; justify-content: space-between; gap: 12px; }
  .opens { display: flex; gap: 12px; }
  /* The wall's buttons need a second row anyhow: beside them the map gives up none for these. */
  .opens.beside { display: grid; grid-template-columns: auto auto; }
  .opens.beside > :last-child { grid-column: 1 / -1; }
  .opens button { background: var(--bg); white-space: nowrap; }
  aside { border-left: 1px solid var(--hair); padding: 20px 32px 24px; display: grid; grid-template-rows: minmax(0, 1fr) fit-content(50%); gap: 20px; min-height: 0; min-width: 0; }
  aside.replayed { grid-template-rows: auto minmax(0, 1fr) fit-content(50%); }
  aside:has(> console-alerts[few]) { grid-template-rows: fit-content(70%) minmax(0, 1fr); }
  aside.replayed:has(> console-alerts[few]) { grid-template-rows: auto fit-content(70%) minmax(0, 1fr); }
  aside.replayed > console-incident, aside.replayed > console-report { grid-row: 2 / -1; }
  aside > console-incident, aside > console-report { grid-row: 1 / -1; }
  @media (max-height: 1200px) {
    header { min-height: 72px; padding-block: 4px; }
    .map { padding: 12px 20px 14px; grid-template-columns: auto minmax(0, 1fr) 250px; gap: 0 16px; }
    aside { padding: 12px 24px 16px; }
    .rail { width: 150px; gap: 10px; }
    .figures { gap: 28px; }
  }
`;
