import { expect, test } from "vitest";
import type { IndicatorView, TopicView } from "../../kit/reads.ts";
import { NO_POINTS, pointChoices, pointsShown } from "./point-choices.ts";

const indicator = (id: string, more: Partial<IndicatorView> = {}): IndicatorView => ({ id, title: { zh: id, en: id }, unit: "m", decimals: 1, leaf: "site", rollup: "max", cadence: 600_000, class: "open", ...more }) as IndicatorView;
const stage = indicator("water.river.level", { siteKind: "river-gauge" });
const topic = (id: string, indicators: IndicatorView[]): TopicView => ({ id, no: 1, title: { zh: id, en: id }, lead: "", indicators, incidentTypes: [] });
const TOPICS = [topic("water", [indicator("water.secret", { siteKind: "reservoir", class: "internal" }), indicator("water.reservoir.level", { siteKind: "reservoir" }), stage]), topic("grid", [indicator("grid.events", { leaf: "village" })])];
const choices = pointChoices(TOPICS, [{ kind: "river-gauge" }, { kind: "shelter" }]);

test("a topic that measures at sites may be chosen, a kind at which nobody measures by itself, and the villages", () => {
  expect(choices.map(({ id }) => id)).toEqual(["water", "kind:shelter", "village"]);
});
test("whether a site reports is told by what everybody may hear", () => {
  expect(choices[0]!.layer).toEqual({ title: { zh: "water点位", en: "water sites" }, kinds: [{ kind: "reservoir", indicator: "water.reservoir.level" }, { kind: "river-gauge", indicator: "water.river.level" }] });
});
test("an indicator that is measured at sites shows them by itself, until somebody chooses other ones or none", () => {
  expect(pointsShown("", choices, stage)).toMatchObject({ kinds: [{ kind: "river-gauge", indicator: "water.river.level" }] });
  expect(pointsShown("", choices, indicator("x", { leaf: "county" }))).toBeNull();
  expect(pointsShown(NO_POINTS, choices, stage)).toBeNull();
  expect(pointsShown("kind:shelter", choices, stage)).toMatchObject({ kinds: [{ kind: "shelter" }] });
  expect(pointsShown("village", choices, stage)).toBe("village");
});
