import { expect, test } from "vitest";
import type { Cell } from "../../../model/sample.ts";
import type { SituationInfo } from "../../../model/situation.ts";
import type { IndicatorView } from "../../kit/reads.ts";
import { placeFigures } from "./place-figures.ts";

const load = { id: "emg.shelter.load", title: { zh: "避护场所占用率", en: "Shelter load" }, unit: "%", decimals: 0, cadence: 3_600_000, rollup: "mean" } as unknown as IndicatorView;
const cell = (place: string, value: number | null, state: Cell["state"]): Cell => ({ place, value, state, observedAt: value === null ? null : 0, quality: "good", coverage: { have: value === null ? 0 : 1, of: 1, level: "county" }, tick: 1 }) as Cell;
const said = (...cells: Cell[]) => [...placeFigures(new Map(cells.map((c) => [c.place, c])), load, { u: 16, now: 0, lang: "zh", close: false })].map(([place, runs]) => [place, runs.map(({ text }) => text).join()]);

test("a place without a value has its name alone, whatever the reason; zero is a value", () => {
  expect(said(cell("4406", null, "never"), cell("4419", null, "withheld"), cell("4401", null, "down"), cell("4408", 0, "fresh"), cell("4409", 12, "fresh"))).toEqual([["4408", "0 %"], ["4409", "12 %"]]);
});

test("an arrival is counted down to the minute as in the list, and what is known of it stays as it was reported", () => {
  const arrival = { id: "met.storm.arrival.r7", title: { zh: "7级风圈到达", en: "Arrival" }, unit: "h", decimals: 2, cadence: 600_000, rollup: "min", zero: { zh: "圈内", en: "inside" } } as unknown as IndicatorView;
  const at = (now: number, value = 3) => [...placeFigures(new Map([["4408", cell("4408", value, "fresh")]]), arrival, { u: 16, now, lang: "zh", close: false }).values()][0]![0]!;
  expect([at(0).text, at(70 * 60_000).text, at(200 * 60_000).text]).toEqual(["3 小时", "1 时 50 分", "0 分"].map((words) => expect.stringMatching(`^${words.replaceAll(" ", "\\s?")}$`)));
  expect(at(70 * 60_000).truth).toMatchObject({ value: 3, observedAt: 0 });
  // Only a report says that it has come.
  expect([at(0, 0).text, at(200 * 60_000).text.includes("圈内")]).toEqual(["圈内", false]);
});

test("in an ordinary time, which is computed altogether, a doubtful number is computed too; beside a record's it is what somebody observed", () => {
  const inkIn = (feed: string) => [...placeFigures(new Map([["4408", { ...cell("4408", 12, "fresh"), quality: "suspect" as const }]]), load, { u: 16, now: 0, lang: "zh", close: false, info: { feed } as unknown as SituationInfo }).values()][0]![0]!.ink;
  expect([inkIn("peace"), inkIn("storm:201522")]).toEqual(["w1", "t1"]);
});
