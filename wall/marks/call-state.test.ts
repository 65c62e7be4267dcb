import { describe, expect, test } from "vitest";
import { seeded } from "../../model/seeded.ts";
import { MINUTE } from "../../model/time.ts";
import type { Freshness } from "../../model/freshness.ts";
import { STATES } from "../../model/freshness.ts";
import type { Severity } from "../../model/words.ts";
import { CALL_LIMIT_MIN, CALL_STATES, calledAt, mostPressing, type Standing } from "./call-state.ts";

const NOW = 1_000 * MINUTE;
const answer = (value: number | null, { state = "fresh" as Freshness, at = NOW as number | null, have = 12 } = {}) => ({ value, state, observedAt: at, coverage: { have, of: 12, level: "town" as const } });
const red = (minutesAgo: number): Standing => ({ level: 1, since: NOW - minutesAgo * MINUTE });
const at = (standing: Standing | undefined, said: ReturnType<typeof answer> | undefined) => calledAt(standing, said, NOW, MINUTE);

describe("how a county stands that is called", () => {
  test("no level, no call; all towns answered, it is answered", () => {
    expect(at(undefined, answer(0))).toEqual({ state: "calm" });
    expect(at(red(60), answer(100))).toEqual({ state: "answered" });
  });
  test("within its limit it waits, and a minute beyond it is one minute late", () => {
    for (const level of [1, 2, 3, 4] as const) {
      const limit = CALL_LIMIT_MIN[level];
      expect(at({ level, since: NOW - (limit - 2) * MINUTE }, answer(80))).toEqual({ state: "waiting", minutes: 2 });
      expect(at({ level, since: NOW - (limit + 3) * MINUTE }, answer(80))).toEqual({ state: "overdue", minutes: 3 });
    }
    expect(Object.values(CALL_LIMIT_MIN)).toEqual([5, 10, 15, 30]);
  });
  test("what never reported has not answered, however long ago it was called; a lost source is cut off", () => {
    expect(at(red(500), undefined)).toEqual({ state: "unreported" });
    expect(at(red(500), answer(null, { state: "never", at: null }))).toEqual({ state: "unreported" });
    expect(at(red(1), answer(100, { state: "down" }))).toEqual({ state: "cut" });
    expect(at(red(1), answer(null, { state: "down", at: null }))).toEqual({ state: "cut" });
  });
  test("towns that did not report have not answered, and an answer to a former call is none to this one", () => {
    expect(at(red(9), answer(100, { have: 11 }))).toEqual({ state: "overdue", minutes: 4 });
    expect(at(red(9), answer(100, { at: NOW - 60 * MINUTE }))).toEqual({ state: "overdue", minutes: 4 });
    expect(at(red(9), answer(100, { at: NOW - 9.5 * MINUTE })), "the number stands for its interval").toEqual({ state: "answered" });
    expect(at(red(9), answer(100, { state: "stale", at: NOW - 8 * MINUTE })), "an answer is not taken back by time").toEqual({ state: "answered" });
  });
  test("whatever is known, exactly one state holds, only a whole and reported answer is one, and lateness always says how late", () => {
    const random = seeded(7);
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
    for (let i = 0; i < 4_000; i++) {
      const standing = random() < 0.2 ? undefined : { level: pick([1, 2, 3, 4] as const) as Severity, since: NOW - Math.floor(random() * 90) * MINUTE };
      const said = random() < 0.1 ? undefined : answer(pick([null, 0, 64.2, 99.9, 100]), { state: pick(STATES), at: pick([null, NOW, NOW - 200 * MINUTE]), have: pick([0, 11, 12]) });
      const { state, minutes } = at(standing, said);
      expect(CALL_STATES).toContain(state);
      expect(state === "calm").toBe(standing === undefined);
      if (state === "answered") expect(said).toMatchObject({ value: 100, coverage: { have: 12 } });
      expect(minutes !== undefined).toBe(state === "waiting" || state === "overdue");
      if (state === "overdue") expect(standing!.since + (CALL_LIMIT_MIN[standing!.level] + minutes!) * MINUTE).toBeGreaterThanOrEqual(NOW);
      expect(at(standing, said)).toEqual({ state, ...(minutes !== undefined && { minutes }) });
    }
  });
});
test("one that is late outweighs all others", () => {
  expect(mostPressing(["answered", "overdue", "cut"])).toBe("overdue");
  expect(mostPressing(["answered", "calm", "waiting"])).toBe("waiting");
  expect(mostPressing([])).toBe("calm");
});
