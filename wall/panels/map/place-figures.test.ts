import { expect, test } from "vitest";
import type { Cell } from "../../../model/sample.ts";
import type { IndicatorView } from "../../kit/reads.ts";
import { placeFigures } from "./place-figures.ts";

const load = { id: "emg.shelter.load", title: { zh: "避护场所占用率", en: "Shelter load" }, unit: "%", decimals: 0, cadence: 3_600_000, rollup: "mean" } as unknown as IndicatorView;
const cell = (place: string, value: number | null, state: Cell["state"]): Cell => ({ place, value, state, observedAt: value === null ? null : 0, quality: "good", coverage: { have: value === null ? 0 : 1, of: 1, level: "county" }, tick: 1 }) as Cell;
const said = (...cells: Cell[]) => [...placeFigures(new Map(cells.map((c) => [c.place, c])), load, { u: 16, now: 0, lang: "zh", close: false })].map(([place, runs]) => [place, runs.map(({ text }) => text).join()]);

test("a place without a value has its name alone, whatever the reason; zero is a value", () => {
  expect(said(cell("4406", null, "never"), cell("4419", null, "withheld"), cell("4401", null, "down"), cell("4408", 0, "fresh"), cell("4409", 12, "fresh"))).toEqual([["4408", "0 %"], ["4409", "12 %"]]);
});
