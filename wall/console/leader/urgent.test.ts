import { expect, test } from "vitest";
import type { Incident } from "../../../model/incident.ts";
import { byUrgency } from "./urgent.ts";

let minute = 0;
const one = (id: string, more: Partial<Incident>): Pick<Incident, "id" | "state" | "grade" | "escalated" | "reportedAt"> => ({ id, state: "graded", escalated: false, reportedAt: `2026-11-30T08:${String(minute++).padStart(2, "0")}:00.000+08:00`, ...more });
const order = (...incidents: readonly ReturnType<typeof one>[]): readonly string[] => byUrgency(incidents).map(({ id }) => id);

test("what was escalated comes first, then the gravest; what nobody has graded stands before 较大", () => {
  expect(order(one("ordinary", { grade: 4 }), one("serious", { grade: 2 }), one("larger", { grade: 3 }), one("unknown", { state: "pending" }), one("up", { grade: 4, escalated: true }))).toEqual(["up", "serious", "unknown", "larger", "ordinary"]);
});
test("what is handled already comes behind whatever waits, and what is over not at all", () => {
  expect(order(one("runs", { state: "handling", grade: 1 }), one("over", { state: "closed", grade: 1 }), one("waits", { grade: 4 }), one("rejected", { state: "rejected" }))).toEqual(["waits", "runs"]);
});
test("of equals the oldest comes first", () => expect(order(one("a", { grade: 3 }), one("b", { grade: 3 }))).toEqual(["a", "b"]));
