import { expect, test } from "vitest";
import { OWN_SOUND, toneOf } from "../model/tone.ts";
import { WALLS } from "./shelf.ts";

const LEVELS = [1, 2, 3, 4] as const;
const heard = (of: Parameters<typeof toneOf>[1]) => LEVELS.map((severity) => JSON.stringify(toneOf(severity, of)));

test("no two rooms sound alike at any level, and none like a console", () => {
  const all = [OWN_SOUND, ...[...WALLS.values()].map(({ sound }) => sound!)];
  expect(all.length).toBe(WALLS.size + 1);
  const tones = all.flatMap(heard);
  expect(new Set(tones).size).toBe(tones.length);
});
test("every room has a sound that a loudspeaker of a hall plays and an old ear hears", () => {
  for (const { id, sound } of WALLS.values())
    for (const severity of LEVELS)
      for (const { hz } of toneOf(severity, sound!).notes) {
        expect(hz, id).toBeGreaterThanOrEqual(200);
        expect(hz, id).toBeLessThanOrEqual(2_000);
      }
});
