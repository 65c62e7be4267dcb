import { css } from "lit";

/** Buttons, fields and lists of touch pages, shared as one sheet: 64 px targets, 6 px corners, visible focus. */
export const controls = css`
  *, ::before, ::after { box-sizing: border-box; }
  button, .button, select, input, textarea { font: inherit; color: var(--t1); background: transparent; border: 1px solid var(--hair2); border-radius: 6px; }
  button, .button { min-height: var(--target, 64px); padding: 0 1.2em; cursor: pointer; font-weight: 500; display: inline-flex; align-items: center; justify-content: center; gap: 0.4em; text-decoration: none; }
  button[aria-pressed="true"], button.primary, .button.primary { background: var(--t1); color: var(--bg); border-color: var(--t1); font-weight: 600; --mark-ink: var(--bg); --mark-ground: var(--t1); }
  button:disabled { opacity: 0.45; cursor: default; }
  button.plain { border-color: transparent; min-height: 0; padding: 0; }
  select, input { min-height: var(--target, 64px); padding: 0 0.7em; background: var(--raise); }
  option { background: var(--raise); color: var(--t1); }
  textarea { padding: 0.6em 0.7em; min-height: 5em; width: 100%; background: var(--raise); resize: vertical; }
  label { display: grid; gap: 0.3em; color: var(--t2); font-size: max(var(--u), 0.85em); }
  label > input, label > select, label > textarea { font-size: 1.15rem; }
  :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
  h1, h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  .quiet { color: var(--t3); }
  .second { color: var(--t2); }
  .wrong { border: 1px solid var(--focus); padding: 0.5em 0.8em; border-radius: 6px; color: var(--t1); }
  .wrong::before { content: "✕ "; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  svg.level { width: 1.6em; height: 1.6em; flex: none; vertical-align: -0.4em; }
  svg.glyph { vertical-align: -0.02em; }
`;
