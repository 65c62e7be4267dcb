import { expect, test } from "vitest";
import type { Incident } from "../model/incident.ts";
import type { Reading } from "../model/sample.ts";
import type { WorldIncident } from "../model/world/incidents.ts";
import { createCounted } from "./counted.ts";

const reading = (indicator: string, place: string, value: number): Reading => ({ indicator, place, value, observedAt: 1_000, receivedAt: 1_000, quality: "modelled" });
const incident = (id: string, region: string, state: Incident["state"], grade?: Incident["grade"]) => ({ id, region, state, grade }) as Incident;
const countedBy = (written: readonly Incident[], underWay: readonly string[]) =>
  createCounted({
    indicator: (id) => (id === "a.open" ? { counts: "incidents" } : id === "a.major" ? { counts: "majorIncidents" } : {}), written: () => written,
    world: { underWay: (id) => (underWay.includes(id) ? ({ grade: id.endsWith("major") ? 3 : 4, gradedAt: 1_000 } as WorldIncident) : undefined) },
  });
const values = (written: readonly Incident[], underWay: readonly string[]): number[] => countedBy(written, underWay)([reading("a.open", "t1", 2), reading("a.open", "t2", 0), reading("b.n", "t1", 9)]).map(({ value }) => value);

test("what nobody has acted on is counted as the pack counts it", () => {
  expect(values([], ["sim-1"])).toEqual([2, 0, 9]);
});

test("what people report is counted until they close it, where it is", () => {
  expect(values([incident("inc-1", "t2", "pending"), incident("inc-2", "t2", "closed"), incident("inc-3", "county", "pending")], [])).toEqual([2, 1, 9]);
});

test("what people have closed early is not counted any more, and what they have not closed in time still is", () => {
  expect(values([incident("sim-1", "t1", "closed")], ["sim-1"])).toEqual([1, 0, 9]);
  expect(values([incident("sim-1", "t1", "handling")], ["sim-1"])).toEqual([2, 0, 9]);
  expect(values([incident("sim-2", "t1", "handling")], [])).toEqual([3, 0, 9]);
});

test("live is told what its sources count", () => {
  const readings = [reading("a.open", "t1", 2)];
  expect(createCounted({ indicator: () => ({ counts: "incidents" }), written: () => [incident("inc-1", "t1", "pending")], world: undefined })(readings)).toBe(readings);
});

test("较大以上 follows the grade that people gave, and leaves what they have closed", () => {
  const major = (written: readonly Incident[], underWay: readonly string[]): number | undefined => countedBy(written, underWay)([reading("a.major", "t1", 1)])[0]!.value;
  expect(major([incident("sim-major", "t1", "graded", 3)], ["sim-major"])).toBe(1);
  expect(major([incident("sim-major", "t1", "graded", 4)], ["sim-major"])).toBe(0);
  expect(major([incident("sim-major", "t1", "closed", 3)], ["sim-major"])).toBe(0);
  expect(major([incident("inc-1", "t1", "handling", 2), incident("inc-2", "t1", "pending")], [])).toBe(2);
});
