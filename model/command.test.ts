import { expect, test } from "vitest";
import { COMMAND_KINDS, timesIn } from "./command.ts";

test("the times of each command are known by what they are, not by their name: an alert is given to a post", () => {
  expect(Object.fromEntries(COMMAND_KINDS.flatMap((kind) => (timesIn(kind).length > 0 ? [[kind, timesIn(kind)]] : [])))).toEqual({
    "incident.report": ["occurredAt"], "incident.suspend": ["until"], "task.dispatch": ["deadline"], "task.arrive": ["occurredAt"], "task.report": ["occurredAt"], "task.finish": ["occurredAt"], "task.note": ["occurredAt"], "task.supervise": ["deadline"], "wall.focus": ["at"], "wall.take": ["at"], "situation.start": ["from", "to"], "situation.seek": ["to"],
  });
  expect(timesIn("alert.assign")).toEqual([]);
});
