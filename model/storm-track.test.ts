import fc from "fast-check";
import { expect, test } from "vitest";
import { MUJIGAE } from "../tests/fixtures/mujigae.ts";
import { distanceKm } from "./geodesy.ts";
import { ahead, knownFixes, motion, stormAt } from "./storm-track.ts";
import { HOUR, MINUTE, parseTime } from "./time.ts";

const at = (text: string) => parseTime(`${text}+08:00`)!;
const first = MUJIGAE.fixes[0]!.at;
const last = MUJIGAE.fixes.at(-1)!.at;
const instant = fc.integer({ min: first - 6 * HOUR, max: last + 12 * HOUR });

test("at a fix the storm is where the fix says, in good quality", () => {
  const now = stormAt(MUJIGAE, at("2015-10-04T14:00:00"), at("2015-10-04T14:00:00"))!;
  expect(now).toMatchObject({ lat: 21.3, lon: 110.4, grade: "TY", windMs: 43.7, pressureHpa: 950, quality: "good" });
});

test("between the last known fix and now the position is extrapolated from the last 12 h, never interpolated", () => {
  const t = at("2015-10-03T16:00:00");
  const now = stormAt(MUJIGAE, t, t)!;
  expect(now.quality).toBe("extrapolated");
  // 02:00 → 14:00 is the window: 17.7 N 116.6 E to 18.9 N 114.4 E, west-north-west at about 22 km/h.
  expect(now.heading).toBeCloseTo(299.4, 0);
  expect(now.speedKmh).toBeCloseTo(22.3, 1);
  expect(distanceKm([now.lon, now.lat], [114.4, 18.9])).toBeCloseTo(2 * now.speedKmh!, 6);
  expect(now.grade).toBe("STS");
});

test("the same instant looked at later lies between its two fixes and says 插值", () => {
  const t = at("2015-10-03T17:00:00");
  const now = stormAt(MUJIGAE, t, at("2015-10-03T20:00:00"))!;
  expect(now.quality).toBe("interpolated");
  expect(now.lat).toBeCloseTo(19.2, 1);
  expect(now.lon).toBeCloseTo(113.9, 1);
  expect(now.windMs).toBe(28.3);
});

test("before the first fix, and six hours after the last, nothing is known", () => {
  expect(stormAt(MUJIGAE, first - 1, last)).toBeNull();
  expect(stormAt(MUJIGAE, last + 6 * HOUR, last + 6 * HOUR)!.quality).toBe("extrapolated");
  expect(stormAt(MUJIGAE, last + 6 * HOUR + 1, last + 7 * HOUR)).toBeNull();
});

test("a storm with a single fix stays there, without heading or speed", () => {
  const t = first + 2 * HOUR;
  expect(stormAt(MUJIGAE, t, t)).toMatchObject({ lat: 12.6, lon: 126.4, heading: null, speedKmh: null, quality: "extrapolated" });
});

test("the position at T is the same when the rows after T are removed", () => {
  fc.assert(
    fc.property(instant, (t) => {
      const cut = { ...MUJIGAE, fixes: MUJIGAE.fixes.filter((fix) => fix.at <= t) };
      expect(stormAt(cut, t, t)).toEqual(stormAt(MUJIGAE, t, t));
    }),
  );
});

test("no look at any instant uses a fix from after the time of knowing", () => {
  fc.assert(
    fc.property(instant, instant, (t, knownAt) => {
      const cut = { ...MUJIGAE, fixes: knownFixes(MUJIGAE, knownAt) };
      expect(stormAt(cut, t, knownAt)).toEqual(stormAt(MUJIGAE, t, knownAt));
      for (const fix of cut.fixes) expect(fix.at).toBeLessThanOrEqual(knownAt);
    }),
  );
});

test("the storm never jumps while no fix arrives: a minute moves it by its speed", () => {
  fc.assert(
    fc.property(fc.integer({ min: first, max: last }), (t) => {
      const later = t + MINUTE;
      if (MUJIGAE.fixes.some((fix) => fix.at > t && fix.at <= later)) return;
      const a = stormAt(MUJIGAE, t, t)!;
      const b = stormAt(MUJIGAE, later, later)!;
      expect(distanceKm([a.lon, a.lat], [b.lon, b.lat])).toBeCloseTo((a.speedKmh ?? 0) / 60, 4);
    }),
  );
});

test("going on from the extrapolated place keeps to the line of the last fix", () => {
  const fixAt = at("2015-10-03T14:00:00");
  const fix = stormAt(MUJIGAE, fixAt, fixAt)!;
  const later = stormAt(MUJIGAE, fixAt + 3 * HOUR, fixAt + 3 * HOUR)!;
  expect(distanceKm(ahead(fix, 10), ahead(later, 7))).toBeLessThan(0.001);
});

test("motion is the great circle over the last 12 h of fixes, whatever came before", () => {
  const known = knownFixes(MUJIGAE, at("2015-10-04T14:00:00"));
  expect(motion(known)).toEqual(motion(known.slice(-3)));
  expect(motion(known.slice(-1))).toBeNull();
  expect(motion([])).toBeNull();
});
