import { html } from "lit";
import type { Level } from "../../model/region.ts";
import type { Cell } from "../../model/sample.ts";
import type { Words } from "../../model/words.ts";
import type { IndicatorView } from "../kit/reads.ts";
import "../kit/value.ts";

/** What a panel counts itself is a number like any other: it says of what, when and how much of it was known. */
export interface Count {
  readonly id: string;
  readonly title: Words;
  readonly place: string;
  readonly value: number;
  readonly observedAt: number | null;
  readonly tick: number;
  readonly have?: number;
  readonly of?: number;
  readonly level?: Level | "site";
}
const EVERY_MS = 60_000;

/** A count with its truth; `shown` is set in its place where the digits alone do not say it. */
export function counted({ id, title, place, value, observedAt, tick, have = 1, of = 1, level = "site" }: Count, shown?: unknown) {
  const measured: IndicatorView = { id, title, unit: "", decimals: 0, leaf: level, rollup: "count", cadence: EVERY_MS, class: "open" };
  const cell: Cell = { place, value: have === 0 ? null : value, observedAt, state: have === 0 ? "never" : "fresh", quality: "good", coverage: { have, of, level }, tick };
  return html`<wall-value .cell=${cell} .measured=${measured} .shown=${have === 0 ? html`—` : (shown ?? html`${String(value)}`)}></wall-value>`;
}
