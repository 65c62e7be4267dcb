import { beforeEach, describe, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { POSITION_EVERY_MS, Whereabouts } from "./whereabouts.ts";

describe("where the unit is", () => {
  let clock: ManualClock;
  let posted: number[];
  let may: PermissionState | "none";
  let point: readonly [number, number] | null;
  let isVisible: boolean;
  let isHeard: boolean;
  let where: Whereabouts;
  const settle = async () => {
    for (let i = 0; i < 20; i++) await Promise.resolve();
  };
  const aMinute = async () => {
    clock.advance(POSITION_EVERY_MS);
    await settle();
  };
  beforeEach(async () => {
    clock = new ManualClock(1_000);
    [posted, may, point, isVisible, isHeard] = [[], "granted", [110.1, 20.9], true, true];
    where = new Whereabouts({ addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined, updateComplete: Promise.resolve(true) }, () => ({
      clock, serverNow: () => clock.now(), mayAsk: async () => may, find: async () => point, isVisible: () => isVisible,
      post: async (_, at) => (isHeard ? posted.push(at) > 0 : Promise.reject(new Error("cut off"))),
    }));
    where.hostUpdated();
    await settle();
  });

  test("is told at once, every minute, and with a receipt", async () => {
    await aMinute();
    await where.tell();
    expect(posted).toEqual([1_000, 61_000, 61_000]);
    expect(where.state).toEqual({ told: 61_000 });
  });
  test("is not told while nobody looks at the page, nor after it has gone", async () => {
    isVisible = false;
    await aMinute();
    isVisible = true;
    where.hostDisconnected();
    await aMinute();
    expect(posted).toHaveLength(1);
  });
  test("is asked of the person by a press alone, and says in the meantime that it is not told", async () => {
    may = "prompt";
    await aMinute();
    expect([where.state, posted.length]).toEqual(["unasked", 1]);
    await where.tell(true);
    expect(posted).toHaveLength(2);
  });
  test("that is not allowed, not found or not heard is not told, and says which", async () => {
    may = "denied";
    await aMinute();
    expect(where.state).toBe("denied");
    [may, point] = ["granted", null];
    await aMinute();
    expect(where.state).toBe("lost");
    [point, isHeard] = [[110, 20], false];
    await aMinute();
    expect([where.state, posted.length]).toEqual(["lost", 1]);
    isHeard = true;
    await aMinute();
    expect(where.state).toEqual({ told: clock.now() });
  });
});
