import { describe, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import type { Cell } from "../../model/sample.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../../model/time.ts";
import { createUsual } from "./index.ts";

/** A Wednesday, 08:00 UTC. */
const NOW = Date.UTC(2026, 0, 14, 8);
const WEEK = 7 * DAY;

/** A number that was the week's own count of weeks ago, at the hour; `knows` says which instants can be told. */
function house({ knows = (_at: number): "yes" | "no" | "later" => "yes", always = ["n"] } = {}) {
  const clock = new ManualClock(NOW + 10 * MINUTE);
  const asked: number[] = [];
  let changes = 0;
  let takesMs = 0;
  const usual = createUsual({
    clock, simNow: () => clock.now(), turns: () => () => undefined, always, onKnown: () => void (changes += 1),
    log: { info() {}, warn() {}, error() {} },
    kinOf: (indicator) => (indicator === "stray" ? null : "pack"),
    placesOf: () => ["44", "site"],
    async worldAt(_kin, indicators, at) {
      asked.push(at);
      clock.advance(takesMs);
      const answer = knows(at);
      if (answer !== "yes") return answer === "no" ? null : undefined;
      const weeksAgo = (NOW - at) / WEEK;
      return (indicator, place) => (indicators.includes(indicator) && place === "site" ? ({ value: Math.round(weeksAgo * 100) / 100 } as Cell) : undefined);
    },
  });
  usual.start();
  /** So many looks, each followed by all that it sets going. */
  async function passes(seconds: number): Promise<void> {
    for (let i = 0; i < seconds; i++) {
      clock.advance(SECOND);
      for (let settle = 0; settle < 400; settle++) await Promise.resolve();
    }
  }
  return { clock, usual, asked, passes, changes: () => changes, takes: (ms: number) => void (takesMs = ms) };
}

describe("what is usual in a situation", () => {
  test("is what stood at the same weekday and hour of the eight weeks before", async () => {
    const { usual, asked, passes } = house();
    expect(usual.at("n", "site", NOW)).toBeNull();
    await passes(2);
    expect(usual.at("n", "site", NOW + 30 * MINUTE)).toMatchObject({ weeks: 8, mean: 4.5 });
    expect(asked.slice(0, 8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((week) => NOW - week * WEEK));
  });
  test("the present hour is asked for in one go; each question about another hour is followed by a rest twice as long as it took", async () => {
    const { clock, asked, passes, takes } = house();
    takes(10);
    const settle = async (): Promise<void> => {
      for (let i = 0; i < 400; i++) await Promise.resolve();
    };
    await passes(1);
    expect(asked.length).toBe(8 + 1);
    clock.advance(19);
    await settle();
    expect(asked.length).toBe(8 + 1);
    clock.advance(1);
    await settle();
    expect(asked.length).toBe(8 + 2);
  });
  test("of the hour to come it is known before the hour comes, so that no rule waits for it", async () => {
    const { clock, usual, passes } = house();
    await passes(3);
    clock.advance(50 * MINUTE);
    expect(usual.at("n", "site", clock.now())).not.toBeNull();
  });
  test("where fewer than four weeks are known, nothing is usual; a place that told nothing has nothing usual either", async () => {
    const { usual, passes } = house({ knows: (at) => (NOW - at > 4 * WEEK - 3 * HOUR ? "no" : "yes") });
    await passes(3);
    expect(usual.at("n", "site", NOW)).toBeNull();
    const whole = house();
    await whole.passes(3);
    expect(whole.usual.at("n", "44", NOW)).toBeNull();
  });
  test("of fewer than four weeks a band is told, which says of how many, and no rule hears of it; of one week there is none", async () => {
    const three = house({ knows: (at) => (NOW - at > 4 * WEEK - 3 * HOUR ? "no" : "yes") });
    await three.passes(3);
    expect(three.usual.bands("n", "site").map(({ weeks }) => weeks)).toEqual([3, 3]);
    expect(three.usual.at("n", "site", NOW)).toBeNull();
    const one = house({ knows: (at) => (NOW - at > 2 * WEEK - 3 * HOUR ? "no" : "yes") });
    await one.passes(3);
    expect(one.usual.bands("n", "site")).toEqual([]);
  });
  test("what cannot be told just now is asked for again, and no half of it is shown", async () => {
    let later = true;
    const { usual, passes } = house({ knows: (at) => (later && at < NOW - 5 * WEEK ? "later" : "yes") });
    await passes(3);
    expect(usual.at("n", "site", NOW)).toBeNull();
    later = false;
    await passes(12);
    expect(usual.at("n", "site", NOW)).toMatchObject({ weeks: 8 });
  });
  test("rules need the present alone; whoever looks is told of the day behind, and is let go when nobody looks any more", async () => {
    const { clock, usual, asked, passes } = house();
    await passes(5);
    expect(asked).toHaveLength(3 * 8);
    expect(usual.bands("n", "site").map(({ from }) => (from - NOW) / HOUR)).toEqual([0, 1]);
    await passes(30);
    const bands = usual.bands("n", "site");
    expect(bands.map(({ from }) => (from - NOW) / HOUR)).toEqual(Array.from({ length: 26 }, (_, i) => i - 24));
    const before = asked.length;
    clock.advance(11 * MINUTE);
    await passes(2);
    clock.advance(HOUR);
    await passes(30);
    // The hours that have come, and none of the day behind them.
    expect(asked.slice(before).every((at) => (at - NOW) % WEEK !== 0 && asked.length - before <= 3 * 8)).toBe(true);
  });
  test("an indicator whose past nobody can tell is never asked for", async () => {
    const { usual, asked, passes } = house({ always: ["stray"] });
    usual.bands("stray", "site");
    await passes(5);
    expect(asked).toEqual([]);
    expect(usual.bands("stray", "site")).toEqual([]);
  });
});
