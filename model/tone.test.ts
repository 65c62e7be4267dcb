import { expect, test } from "vitest";
import { lengthMs, OWN_SOUND, toneOf } from "./tone.ts";

const LEVELS = [1, 2, 3, 4] as const;

test("tones of the four levels differ in the number of their notes, in their rhythm and in how loud they are", () => {
  const tones = LEVELS.map((severity) => toneOf(severity, OWN_SOUND));
  expect(tones.map(({ notes }) => notes.length)).toEqual([5, 3, 2, 1]);
  for (const of of [({ gain }) => gain, ({ notes }) => notes[0]!.forMs, lengthMs] as ((t: (typeof tones)[number]) => number)[]) expect(new Set(tones.map(of)).size).toBe(4);
});
test("the graver sounds higher and louder", () => {
  const [red, , , blue] = LEVELS.map((severity) => toneOf(severity, OWN_SOUND));
  expect(Math.max(...red!.notes.map(({ hz }) => hz))).toBe(880);
  expect(blue!.notes.map(({ hz }) => hz)).toEqual([440]);
  expect(red!.gain).toBeGreaterThan(blue!.gain);
});
test("notes follow one another, and no tone is longer than a breath", () => {
  for (const severity of LEVELS) {
    const tone = toneOf(severity, OWN_SOUND);
    for (const [i, { fromMs }] of tone.notes.entries()) if (i > 0) expect(fromMs).toBeGreaterThan(tone.notes[i - 1]!.fromMs + tone.notes[i - 1]!.forMs);
    expect(lengthMs(tone)).toBeLessThanOrEqual(1_500);
  }
});
