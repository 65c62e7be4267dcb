import { expect, test } from "vitest";
import topic from "./topic.ts";

test("what touches key persons and gatherings is sensitive", () => {
  const open = [...topic.indicators, ...topic.incidentTypes].filter(({ id }) => /keyperson|petition|gather|psych\.crisis/.test(id)).filter((each) => each.class !== "sensitive");
  expect(open).toEqual([]);
});

test("no indicator is about a person: each is a count or a share", () => {
  for (const { id, rollup } of topic.indicators) expect([id, ["sum", "ratio"].includes(rollup)]).toEqual([id, true]);
});

test("grid workers are counted as posts on duty, so that a village of three shows three", () => {
  expect(topic.indicators.find(({ id }) => id === "grid.patrol.members")!.people).toBeUndefined();
});
