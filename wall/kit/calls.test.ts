import fc from "fast-check";
import { expect, test } from "vitest";
import type { AlertGroup, Told } from "../../model/alert-group.ts";
import { MOST_INTERRUPTIONS, NEW_SEAT, WITHIN_MS, type SeatMemory } from "../../model/interruption.ts";
import { formatTime, SECOND } from "../../model/time.ts";
import type { Severity } from "../../model/words.ts";
import { calls } from "./calls.ts";

const START = Date.parse("2026-01-01T08:00:00+08:00");
const group = (id: string, at: number, critical: readonly string[], told: Partial<Told> | null): AlertGroup => ({
  id, indicator: "i", area: "4408", topic: "t", counts: { unacknowledged: 1, acknowledged: 0, returned: 0, shelved: 0, suppressed: 0, outOfService: 0, closed: 0 },
  bySeverity: { 1: critical.length, 2: 0, 3: 0, 4: 0 }, gravest: 1, critical, chattering: 0, newestAt: formatTime(at), upTo: 1,
  told: told && { seq: 1, at: formatTime(at), size: 1, severity: 1, why: "new", ...told },
});
const names = (found: ReturnType<typeof calls>) => found.sound.map(({ group: of, alert }) => alert ?? of.id);

test("a red finding calls by itself, also where its group is not told again", () => {
  const first = calls([group("g", START, ["a"], { seq: 5 })], NEW_SEAT, START);
  expect(names(first)).toEqual(["a"]);
  const second = calls([group("g", START + SECOND, ["a", "b"], { seq: 5 })], first.memory, START + SECOND);
  expect(names(second)).toEqual(["b"]);
  expect(names(calls([group("g", START + SECOND, ["a", "b"], { seq: 5 })], second.memory, START + 2 * SECOND))).toEqual([]);
});
test("a group that is told because of its red one counts once, and is not told again when that one has been seen", () => {
  const first = calls([group("g", START, ["a"], { seq: 5 })], NEW_SEAT, START);
  expect(first.memory.toldAt).toHaveLength(1);
  expect(names(calls([group("g", START + SECOND, [], { seq: 5 })], first.memory, START + SECOND))).toEqual([]);
});
test("a red one that was seen, closed and came back calls again", () => {
  const first = calls([group("g", START, ["a"], { seq: 5 })], NEW_SEAT, START);
  const seen = calls([group("g", START + SECOND, [], null)], first.memory, START + SECOND);
  expect(names(calls([group("g", START + 2 * SECOND, ["a"], { seq: 9 })], seen.memory, START + 2 * SECOND))).toEqual(["a"]);
});
test("a yellow group that grows is told as a group", () => {
  expect(calls([group("g", START, [], { seq: 5, severity: 3, size: 30, why: "grown" })], NEW_SEAT, START).sound).toMatchObject([{ alert: null, severity: 3 }]);
});
test("never more than ten sounds in any ten minutes, however many red ones come and whatever was reloaded in between; each of them sounds at last", () => {
  const step = fc.record({ afterMs: fc.integer({ min: 100, max: 40_000 }), of: fc.nat({ max: 5 }), severity: fc.constantFrom<Severity>(1, 2, 3, 4) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      const groups = new Map<string, AlertGroup>();
      const red = new Set<string>();
      const heard = new Set<string>();
      const sounded: number[] = [];
      let [memory, now, seq]: [SeatMemory, number, number] = [NEW_SEAT, START, 0];
      const look = () => {
        const found = calls(groups.values(), JSON.parse(JSON.stringify(memory)) as SeatMemory, now);
        memory = found.memory;
        if (found.sound.length > 0) sounded.push(now);
        for (const { alert } of found.sound) if (alert !== null) heard.add(alert);
        expect(sounded.filter((at) => at > now - WITHIN_MS).length).toBeLessThanOrEqual(MOST_INTERRUPTIONS);
      };
      for (const { afterMs, of, severity } of steps) {
        now += afterMs;
        seq++;
        const before = groups.get(`g${of}`)?.critical ?? [];
        if (severity === 1) red.add(`a${seq}`);
        groups.set(`g${of}`, group(`g${of}`, now, severity === 1 ? [...before, `a${seq}`] : before, { seq, severity }));
        look();
      }
      for (let i = 0; i < 61; i++) {
        now += 10 * SECOND;
        look();
      }
      expect([...red].filter((id) => !heard.has(id))).toEqual([]);
    }),
  );
});
