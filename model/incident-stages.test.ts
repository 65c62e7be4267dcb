import { expect, test } from "vitest";
import type { Incident, IncidentState } from "./incident.ts";
import { countStages, inWork } from "./incident-stages.ts";

const incident = (id: string, state: IncidentState, grade?: 1 | 2 | 3 | 4): Incident => ({
  id, type: "t", topic: "emergency-command", region: "440825", title: id, state, ...(grade && { grade }), reportedBy: "r",
  reportedAt: "2015-10-04T10:00:00.000+08:00", escalated: false, tasks: [], log: [],
});

test("each incident counts in one stage, and a merged one in none", () => {
  const counts = countStages([incident("a", "pending"), incident("b", "handling"), incident("c", "handling"), incident("d", "merged"), incident("e", "evaluated")]);
  expect(counts).toEqual({ reported: 1, verified: 0, graded: 0, handling: 2, checking: 0, closed: 1 });
});
test("the gravest open incident stands on top and closed ones sink", () => {
  const order = inWork([incident("closed-red", "closed", 1), incident("minor", "handling", 4), incident("grave", "handling", 2), incident("new", "pending")]);
  expect(order.map((i) => i.id)).toEqual(["grave", "minor", "new", "closed-red"]);
});
