import { expect, test } from "vitest";
import { commandData } from "./command-data.ts";
import { Problem } from "./problem.ts";

const refusal = (kind: Parameters<typeof commandData>[0], data: unknown): string => {
  try {
    commandData(kind, data);
  } catch (error) {
    if (error instanceof Problem) return error.message;
  }
  return "taken";
};

test("a wrong field is named, with what was found and what may stand there", () => {
  expect(refusal("incident.grade", { incident: "i", grade: 5, reason: "r" })).toBe('"incident.grade": data.grade is 5; it must be one of 1, 2, 3, 4. Its fields: incident, grade, reason, consequence.');
  expect(refusal("task.arrive", { task: "t", point: [200, 20] })).toContain("data.point.0 is 200; it must be <= 180.");
  for (const [area, found] of [[[], "a list of 0"], [[3, 3, 3], "a list of 3"], ["middle", '"middle"']])
    expect(refusal("wall.take", { wall: "main", area })).toContain(`data.area is ${found as string}; it must be a list of different display numbers of this wall, "left" or "right".`);
  expect(refusal("response.lower", { region: "44", level: 5, reason: "r" })).toContain("data.level is 5; it must be one of 1, 2, 3, 4");
  expect(refusal("wall.back", { wall: "main", by: 2 })).toContain("data.by is no field of it. Its fields: wall.");
  expect(refusal("wall.back", {})).toContain("data is an object with nothing; it must have wall.");
  expect(refusal("wall.back", { wall: "main" })).toBe("taken");
});

test("a control of writing direction is kept as it was written: who shows it shows it literally", () => {
  expect(refusal("incident.report", { type: "t", region: "44", title: "堤防\u202e险情" })).toBe("taken");
});

test("half a character is refused, since the journal could not be written down", () => {
  expect(refusal("incident.verify", { incident: "i", note: "\ud800" })).toContain("half a character");
  expect(refusal("incident.verify", { incident: "i", note: "𠮷" })).toBe("taken");
});
