import { expect, test } from "vitest";
import { channelsMovedBy, isUrgent } from "./moved-by.ts";

test("an entry moves the channels that tell of what it is about", () => {
  expect(Object.fromEntries(["alert.raised", "alert.acknowledged", "incident.grade", "task.accept", "response.raise", "command.pending", "refuse", "wall.scene"].map((kind) => [kind, channelsMovedBy(kind)]))).toEqual({
    "alert.raised": ["alerts", "alertGroups", "levels"], "alert.acknowledged": ["alerts", "alertGroups"], "incident.grade": ["incidents", "tasks"], "task.accept": ["incidents", "tasks"],
    "response.raise": ["responses"], "command.pending": ["responses"], refuse: ["responses"], "wall.scene": [],
  });
});
test("what rules find waits for the tick unless it is red; what anybody else writes does not", () => {
  expect([isUrgent({ actor: "rule:met.rain#2", body: { severity: 2 } }), isUrgent({ actor: "rule:met.rain#1", body: { severity: 1 } }), isUrgent({ actor: "chief@44", body: {} }), isUrgent({ actor: "system", body: undefined })]).toEqual([false, true, true, true]);
});
