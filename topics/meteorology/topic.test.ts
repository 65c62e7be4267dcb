import { expect, test } from "vitest";
import { isDefaultThreshold } from "../../model/rule.ts";
import topic from "./topic.ts";

const limits = (indicator: string) => topic.rules.filter((rule) => rule.indicator === indicator).map(({ level, when, says }) => [level, when, says?.zh]);

test("the four typhoon signals stand at force 6, 8, 10 and 12 of the Beaufort scale", () => {
  expect(limits("met.wind.mean")).toEqual([
    [4, { op: ">=", value: 10.8 }, "达到台风蓝色预警标准"],
    [3, { op: ">=", value: 17.2 }, "达到台风黄色预警标准"],
    [2, { op: ">=", value: 24.5 }, "达到台风橙色预警标准"],
    [1, { op: ">=", value: 32.7 }, "达到台风红色预警标准"],
  ]);
});

test("rain has no blue or yellow signal by three hours, because Guangdong publishes none in figures", () => {
  expect(limits("met.rain.3h").map(([level]) => level)).toEqual([2, 1]);
});

test("an extrapolated wind circle meets blue 24 h, yellow 24 h and orange 12 h ahead, once a county", () => {
  const storm = topic.rules.filter(({ indicator }) => indicator.startsWith("met.storm."));
  expect(storm.map(({ id, when, at }) => [id, when, at])).toEqual([
    ["met.storm.arrival.r7#4", { op: "<=", value: 24 }, "county"],
    ["met.storm.arrival.r10#3", { op: "<=", value: 24 }, "county"],
    ["met.storm.arrival.r10#2", { op: "<=", value: 12 }, "county"],
  ]);
});

test("no machine says red of a circle, because red needs force 12 and the record has no such circle", () => {
  expect(topic.rules.some(({ indicator, level }) => indicator.startsWith("met.storm.") && level === 1)).toBe(false);
});

test("gust limits are shown as default thresholds, mean wind limits as a published standard", () => {
  const isDefault = (indicator: string) => new Set(topic.rules.filter((rule) => rule.indicator === indicator).map(isDefaultThreshold));
  expect(isDefault("met.gust.max")).toEqual(new Set([true]));
  expect(isDefault("met.wind.mean")).toEqual(new Set([false]));
});

test("wind circles are told as ten-minute means", () => {
  for (const { id, source } of topic.indicators.filter(({ id }) => id.startsWith("met.storm."))) expect([id, source.includes("10分钟平均")]).toEqual([id, true]);
});
