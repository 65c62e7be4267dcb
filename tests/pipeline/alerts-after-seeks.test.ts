import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HOUR, MINUTE } from "../../model/time.ts";
import { at, drill, type Drill } from "../fixtures/storm-drill.ts";

async function freshAt(to: number): Promise<string[]> {
  const fresh = await drill();
  await fresh.seek(to);
  const standing = fresh.standing();
  await fresh.situations.stop();
  return standing;
}

describe("alerts after a clock has been set", () => {
  test("an hour before the drill began, the counties that meet a standard then have their alerts, of that hour and not of a later one", async () => {
    const house = await drill();
    const began = house.storm.simNow();
    expect(house.standing().length).toBeGreaterThan(0);
    await house.seek(began - HOUR);
    const expected = await freshAt(began - HOUR);
    expect(expected.length).toBeGreaterThan(0);
    expect(house.standing()).toEqual(expected);
    expect(Math.max(...house.times())).toBeLessThanOrEqual(began - HOUR);
    await house.situations.stop();
  });

  test("before anything was to be told nothing stands, and a restart there brings no alert of the future back", async () => {
    let house = await drill();
    await house.seek(at("04T12:00"));
    await house.seek(at("02T12:00"));
    expect(house.standing()).toEqual([]);
    house = await house.again();
    expect(house.standing()).toEqual([]);
    await house.seek(at("03T20:30"));
    expect(house.standing()).toEqual(await freshAt(at("03T20:30")));
    await house.situations.stop();
  });

  test("whoever goes to and fro between two instants at which the same holds writes nothing", async () => {
    const house = await drill();
    await house.seek(at("03T21:00"));
    await house.seek(at("02T12:00"));
    await house.seek(at("03T21:00"));
    const before = await house.written();
    for (let i = 0; i < 3; i++) for (const to of [at("02T12:00"), at("03T21:00")]) await house.seek(to);
    expect(await house.written()).toBe(before);
    expect(house.standing()).toEqual(await freshAt(at("03T21:00")));
    await house.situations.stop();
  });

  test("what stands depends on the last seek and what was played since, not on the way there", async () => {
    const from = at("03T08:00");
    const move = fc.oneof(
      { weight: 3, arbitrary: fc.record({ kind: fc.constant("seek" as const), minutes: fc.integer({ min: 0, max: 54 * 60 }) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant("play" as const), minutes: fc.integer({ min: 1, max: 180 }) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant("restart" as const), minutes: fc.constant(0) }) },
    );
    const make = async (house: Drill, { kind, minutes }: { kind: string; minutes: number }): Promise<Drill> => {
      if (kind === "restart") return house.again();
      await (kind === "seek" ? house.seek(from + minutes * MINUTE) : house.play(minutes * MINUTE, 2));
      return house;
    };
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 2, maxLength: 6 }), fc.integer({ min: 0, max: 54 * 60 }), fc.integer({ min: 0, max: 180 }), async (moves, to, on) => {
        let house = await drill();
        for (const one of moves) house = await make(house, one);
        const fresh = await drill();
        for (const one of [house, fresh]) {
          await one.seek(from + to * MINUTE);
          if (on > 0) await one.play(on * MINUTE, 3);
        }
        expect(house.standing()).toEqual(fresh.standing());
        expect(Math.max(Number.NEGATIVE_INFINITY, ...house.times())).toBeLessThanOrEqual(house.storm.simNow());
        await Promise.all([house.situations.stop(), fresh.situations.stop()]);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });
});
