import { expect, test } from "vitest";
import { DAY, HOUR, MINUTE, parseTime } from "../time.ts";
import { CORRECTED_AFTER_MS, CORRECTED_SHARE, faultAt, shareToldAtFirst, SPELL_MS, type Fault } from "./faults.ts";

const BEGIN = parseTime("2026-03-03T00:00:00+08:00")!;
const sites = Array.from({ length: 600 }, (_, i) => `site-${i}`);
const week = Array.from({ length: 7 * 24 }, (_, hour) => BEGIN + hour * HOUR);

test("at any time some stations fail, and never more than one in fifty; in a week each kind of fault is seen", () => {
  const kinds = new Set<Fault["kind"]>();
  const failing = week.map((at) => sites.flatMap((site) => faultAt(5, at, site) ?? []));
  for (const faults of failing) {
    expect(faults.length / sites.length).toBeLessThanOrEqual(0.02);
    for (const { kind } of faults) kinds.add(kind);
  }
  expect(failing.flat().length / (sites.length * week.length)).toBeGreaterThan(0.003);
  expect(kinds).toEqual(new Set(["late", "silent", "stuck"]));
});

test("a fault is the same whenever it is asked for, and stands for its hours", () => {
  for (const site of sites.slice(0, 200)) {
    const line = week.map((at) => JSON.stringify(faultAt(5, at, site)));
    expect(week.map((at) => JSON.stringify(faultAt(5, at, site)))).toEqual(line);
    let changes = 0;
    for (let i = 1; i < line.length; i++) if (line[i] !== line[i - 1]) changes += 1;
    expect(changes).toBeLessThanOrEqual(2 * ((7 * DAY) / SPELL_MS + 1));
  }
});

test("what is late is late by so much that it shows; what is stuck repeats an instant of its own spell, and none that is to come", () => {
  for (const at of week)
    for (const site of sites) {
      const fault = faultAt(5, at, site);
      if (fault?.kind === "late") expect([1, 2, 3]).toContain(fault.byMs / HOUR);
      if (fault?.kind === "stuck") {
        expect(fault.since).toBeLessThanOrEqual(at);
        expect(at - fault.since).toBeLessThan(SPELL_MS);
        expect(faultAt(5, fault.since, site)).toEqual(fault);
      }
    }
});

test("of the figures of a day a few are told incomplete in the morning, and whole from the afternoon on", () => {
  const told = (site: string, at: number): number | null => shareToldAtFirst(5, at, site, "a.day", BEGIN);
  const corrected = sites.filter((site) => told(site, BEGIN + 9 * HOUR) !== null);
  expect(corrected.length / sites.length).toBeGreaterThan(CORRECTED_SHARE / 3);
  expect(corrected.length / sites.length).toBeLessThan(2 * CORRECTED_SHARE);
  for (const site of corrected) {
    expect(told(site, BEGIN + 9 * HOUR)).toBe(told(site, BEGIN + 13 * HOUR));
    expect(told(site, BEGIN + 9 * HOUR)).toBeGreaterThan(0.9);
    expect(told(site, BEGIN + 9 * HOUR)).toBeLessThan(0.99);
    expect(told(site, BEGIN + CORRECTED_AFTER_MS)).toBeNull();
  }
});

test("the number of an hour is not a day's, and is never corrected", () => {
  for (const site of sites) {
    expect(shareToldAtFirst(5, BEGIN + 40 * MINUTE, site, "a.hour", BEGIN)).toBeNull();
    expect(shareToldAtFirst(5, BEGIN + 20 * HOUR, site, "a.hour", BEGIN + 11 * HOUR)).toBeNull();
  }
});
