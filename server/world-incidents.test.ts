import { expect, test } from "vitest";
import { SIMULATED, isIncidentOver } from "../model/incident.ts";
import { HOUR, MINUTE, formatTime } from "../model/time.ts";
import type { Town } from "../model/world/incidents.ts";
import { createWorld } from "../model/world/world.ts";
import { createWorldIncidents } from "./world-incidents.ts";

const START = 500_000 * HOUR;
const towns: readonly Town[] = Array.from({ length: 200 }, (_, i) => ({ id: `4401031${100 + i}`, point: [113, 23], residents: 500_000 }));
const plan = { seed: 3, reaches: [], kinds: [{ type: "a.crash", aDay: 60, lastsMin: [60, 240] as const }, { type: "b.gone", aDay: 5, lastsMin: [60, 60] as const }] };

function played({ at = START, people = Date.UTC(2026, 0, 1) } = {}) {
  let simNow = at;
  const incidents = createWorldIncidents({
    world: () => createWorld(plan), towns, simNow: () => simNow, peopleAt: (simAt) => people + (simAt - at) / 60,
    type: (id) => (id === "a.crash" ? { topic: "a", title: "事故" } : null),
  });
  return { incidents, go: (to: number) => void (simNow = to) };
}
const told = ({ incidents }: ReturnType<typeof played>) => incidents.all().map(({ id, state, title, occurredAt, grade }) => ({ id, state, title, occurredAt, grade })).sort((a, b) => (a.id < b.id ? -1 : 1));

test("each begins 【模拟】, is told once, and names nobody: what happened, and in which town", () => {
  const { incidents } = played();
  const all = incidents.all();
  expect(all.length).toBeGreaterThan(5);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { title, region, topic, tasks } of all) {
    expect(title).toBe(`${SIMULATED}事故`);
    expect(towns.some(({ id }) => id === region)).toBe(true);
    expect([topic, tasks]).toEqual(["a", []]);
  }
});

test("a world that is begun anew, or comes to the same hour by another way, has the same incidents as they stand", () => {
  const straight = told(played({ at: START + 7 * HOUR }));
  const walked = played();
  for (let at = START; at <= START + 7 * HOUR; at += 10 * MINUTE) {
    walked.go(at);
    walked.incidents.all();
  }
  expect(told(walked)).toEqual(straight);
  walked.go(START + 30 * HOUR);
  walked.incidents.all();
  walked.go(START + 7 * HOUR);
  expect(told(walked)).toEqual(straight);
});

test("it is reported, verified and graded by itself, is over in its time, and is gone some hours later; nobody is sent", () => {
  const world = played();
  const [id] = world.incidents.all().filter(({ state }) => state === "pending").map((one) => one.id);
  const states: string[] = [];
  for (let at = START; at <= START + 12 * HOUR; at += 5 * MINUTE) {
    world.go(at);
    const now = world.incidents.get(id!);
    if (now && states.at(-1) !== now.state) states.push(now.state);
    if (now) expect(isIncidentOver(now.state)).toBe(world.incidents.underWay(id!, at) === undefined);
    if (now && now.state !== "pending" && now.state !== "verified") expect(now.grade).toBeGreaterThan(1);
  }
  expect(states).toEqual(["pending", "verified", "graded", "closed"]);
  expect(world.incidents.get(id!)).toBeUndefined();
});

test("when it was reported is of people's time and does not change; when it happened is of the world's", () => {
  const world = played();
  const [one] = world.incidents.all().filter(({ state }) => state === "pending");
  world.go(START + 20 * MINUTE);
  expect(world.incidents.get(one!.id)).toMatchObject({ reportedAt: one!.reportedAt, occurredAt: one!.occurredAt });
  expect(one!.reportedAt < formatTime(Date.UTC(2026, 0, 1) + 1)).toBe(true);
  expect(one!.occurredAt! > formatTime(START - 9 * HOUR)).toBe(true);
});

test("while nothing begins or moves on the list is the same, so that nobody is told of nothing", () => {
  const world = played();
  const before = world.incidents.all();
  expect(world.incidents.all()).toBe(before);
  world.go(START + 15 * MINUTE);
  const after = world.incidents.all();
  expect(after).not.toBe(before);
  expect(after.filter((one) => before.includes(one)).length).toBeGreaterThan(0);
});

test("an id that is none of the world's is not under way", () => {
  const { incidents } = played();
  for (const id of ["inc-5", "sim-x", "sim-4401031100-abc", ""]) expect(incidents.underWay(id, START)).toBeUndefined();
});
