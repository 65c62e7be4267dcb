import { expect, test } from "vitest";
import type { Cell } from "../../../model/sample.ts";
import type { SituationInfo } from "../../../model/situation.ts";
import { figureInk } from "../panel-text.ts";
import { isComputed } from "./computed.ts";
import { figureOf } from "./figures.ts";

const info = (feed: string) => ({ info: { feed } as SituationInfo });
test("in an ordinary time that is computed altogether, a doubtful number was not observed either; anywhere else somebody measured it", () => {
  expect([isComputed("suspect", info("peace")), isComputed("suspect", info("storm:201522")), isComputed("suspect", {}), isComputed("modelled", {}), isComputed("good", info("peace"))]).toEqual([true, false, false, true, false]);
  const cell: Cell = { place: "44", value: 11.5, observedAt: 0, state: "fresh", quality: "suspect", coverage: { have: 1, of: 1, level: "site" }, tick: 1 };
  const measured = { id: "gust", title: { zh: "风", en: "gust" }, unit: "m/s", decimals: 1, rollup: "max" as const, cadence: 60_000 };
  const ink = (feed: string) => figureInk(figureOf(cell, measured, { lang: "zh", here: { simNow: 0, linked: true, ...info(feed) } }));
  expect([ink("peace"), ink("storm:201522")]).toEqual(["w1", "t1"]);
});
