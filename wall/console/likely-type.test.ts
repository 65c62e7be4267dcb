import { expect, test } from "vitest";
import type { TopicView } from "../kit/reads.ts";
import { likelyType } from "./likely-type.ts";

const type = (id: string, zh: string, severity: 1 | 2 | 3 | 4) => ({ id, title: { zh, en: "" }, severity, sop: [], limits: {} as never, units: "" });
const topics = [{
  id: "meteorology", no: 3, title: { zh: "气象", en: "" }, lead: "", indicators: [],
  incidentTypes: [type("rain1", "暴雨红色", 1), type("rain3", "暴雨黄色", 3), type("storm2", "台风橙色", 2), type("storm3", "台风黄色", 3)],
}] satisfies TopicView[];

test("an alert that meets the yellow typhoon standard is offered as a yellow typhoon", () =>
  expect(likelyType({ topic: "meteorology", severity: 3, says: "达到台风黄色预警标准", indicatorTitle: "10级风圈到达" }, topics)).toBe("storm3"));
test("without words in common the same severity stands first", () =>
  expect(likelyType({ topic: "meteorology", severity: 3, says: "", indicatorTitle: "能见度" }, topics)).toBe("rain3"));
test("a topic without types offers none", () => expect(likelyType({ topic: "water", severity: 3, says: "", indicatorTitle: "" }, topics)).toBeUndefined());
