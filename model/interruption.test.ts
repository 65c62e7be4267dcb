import fc from "fast-check";
import { expect, test } from "vitest";
import type { Told } from "./alert-group.ts";
import { interruptions, MOST_INTERRUPTIONS, NEW_SEAT, WITHIN_MS, type SeatMemory } from "./interruption.ts";
import { formatTime, MINUTE, SECOND } from "./time.ts";

const START = Date.parse("2026-01-01T08:00:00+08:00");
let seq = 0;
const told = (at: number, severity: 1 | 2 | 3 | 4 = 3): Told => ({ seq: ++seq, at: formatTime(at), size: 1, severity, why: "new" });
/** A seat that looks at what was told last of each group. */
function seat() {
  let memory: SeatMemory = NEW_SEAT;
  const groups = new Map<string, Told>();
  return {
    groups,
    memory: () => memory,
    look(now: number) {
      const found = interruptions([...groups].map(([id, each]) => ({ id, told: each })), JSON.parse(JSON.stringify(memory)) as SeatMemory, now);
      memory = found.memory;
      return found;
    },
  };
}

test("what is told sounds once; what comes together is one interruption, the gravest first", () => {
  const { groups, look } = seat();
  groups.set("a", told(START)).set("b", told(START, 1)).set("c", told(START, 2));
  expect(look(START).sound.map(({ id }) => id)).toEqual(["b", "c", "a"]);
  expect(look(START + SECOND).sound).toEqual([]);
  groups.set("a", told(START + 2 * SECOND));
  expect(look(START + 2 * SECOND)).toMatchObject({ sound: [{ id: "a" }], quiet: 0, flood: false });
});

test("never more than ten interruptions in any ten minutes, whatever comes; what is red and found no room sounds as soon as there is some", () => {
  const step = fc.record({ afterMs: fc.integer({ min: 100, max: 60_000 }), group: fc.nat({ max: 30 }), severity: fc.constantFrom(1, 1, 2, 3, 4) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const { groups, look } = seat();
      const sounded: number[] = [];
      const heardRed = new Set<number>();
      let now = START;
      const check = (): void => {
        const { sound } = look(now);
        if (sound.length > 0) sounded.push(now);
        for (const each of sound) if (each.told.severity === 1) heardRed.add(each.told.seq);
        expect(sounded.filter((at) => at > now - WITHIN_MS).length).toBeLessThanOrEqual(MOST_INTERRUPTIONS);
      };
      for (const { afterMs, group, severity } of steps) {
        now += afterMs;
        groups.set(`g${group}`, told(now, severity as 1));
        check();
      }
      // Left alone, all that is red has been heard after ten minutes.
      for (let i = 0; i < 61; i++) {
        now += 10 * SECOND;
        check();
      }
      for (const last of groups.values()) if (last.severity === 1) expect(heardRed.has(last.seq)).toBe(true);
    }),
  );
});

test("red finds room where others have used up theirs", () => {
  const { groups, look } = seat();
  const sounds: number[] = [];
  for (let i = 0; i < 9; i++) {
    groups.set(`g${i}`, told(START + i * SECOND));
    sounds.push(look(START + i * SECOND).sound.length);
  }
  expect(sounds).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 0]);
  groups.set("red", told(START + 20 * SECOND, 1));
  expect(look(START + 20 * SECOND).sound.map(({ id }) => id)).toEqual(["red"]);
});

test("a flood begins with ten in ten minutes and ends below five; in it red and orange alone sound", () => {
  const { groups, look } = seat();
  const floods: boolean[] = [];
  for (let i = 0; i < 10; i++) {
    groups.set(`g${i}`, told(START + i * MINUTE * 0.9));
    floods.push(look(START + i * MINUTE * 0.9).flood);
  }
  expect(floods).toEqual([false, false, false, false, false, false, false, false, false, true]);
  const end = START + 8.1 * MINUTE;
  // The first six fall out of the ten minutes: four are left.
  expect(look(end + 6.3 * MINUTE).flood).toBe(true);
  groups.set("yellow", told(end + 6.4 * MINUTE));
  expect(look(end + 6.4 * MINUTE).sound).toEqual([]);
  groups.set("orange", told(end + 6.5 * MINUTE, 2));
  expect(look(end + 6.5 * MINUTE).sound.map(({ id }) => id)).toEqual(["orange"]);
  expect(look(end + 9.5 * MINUTE).flood).toBe(false);
});

test("whoever sits down hears nothing of what was told long before, and after a reload nothing twice", () => {
  const { groups, look, memory } = seat();
  groups.set("old", told(START - 11 * MINUTE)).set("young", told(START - MINUTE));
  expect(look(START).sound.map(({ id }) => id)).toEqual(["young"]);
  expect(Object.keys(memory().heard)).toEqual(["old", "young"]);
  groups.delete("old");
  look(START + SECOND);
  expect(Object.keys(memory().heard)).toEqual(["young"]);
});
