import type { Severity } from "./words.ts";

/** How a room sounds (`layouts/walls`): where its notes begin, and of what timbre. Two rooms in one house never sound alike. */
export interface RoomSound {
  /** The note of a blue finding; graver ones lie above it. */
  readonly baseHz: number;
  readonly wave: "sine" | "triangle" | "square";
}
/** One note of a tone. */
export interface Note {
  readonly hz: number;
  readonly fromMs: number;
  readonly forMs: number;
}
/** What is heard of one finding: notes one after the other, then silence. */
export interface Tone {
  readonly wave: RoomSound["wave"];
  readonly notes: readonly Note[];
  /** 0–1, of what the room's own volume allows. */
  readonly gain: number;
}

/**
 * Told apart by number and rhythm first, by height second: who hears badly counts. Five, three, two notes and one, after the
 * bursts of IEC 60601-1-8, in steps of the major chord above the room's note; the graver, the closer and the louder.
 */
const PATTERNS: Readonly<Record<Severity, { readonly steps: readonly number[]; readonly noteMs: number; readonly gapsMs: readonly number[]; readonly gain: number }>> = {
  1: { steps: [12, 7, 12, 7, 12], noteMs: 160, gapsMs: [60, 60, 260, 60], gain: 0.9 },
  2: { steps: [7, 4, 7], noteMs: 200, gapsMs: [100, 100], gain: 0.7 },
  3: { steps: [4, 0], noteMs: 240, gapsMs: [200], gain: 0.5 },
  4: { steps: [0], noteMs: 300, gapsMs: [], gain: 0.35 },
};
const SEMITONE = 2 ** (1 / 12);

export function toneOf(severity: Severity, { baseHz, wave }: RoomSound): Tone {
  const { steps, noteMs, gapsMs, gain } = PATTERNS[severity];
  let fromMs = 0;
  const notes = steps.map((step, i): Note => {
    const note = { hz: Math.round(baseHz * SEMITONE ** step * 10) / 10, fromMs, forMs: noteMs };
    fromMs += noteMs + (gapsMs[i] ?? 0);
    return note;
  });
  return { wave, notes, gain };
}
/** From its first note to the end of its last. */
export const lengthMs = ({ notes }: Pick<Tone, "notes">): number => Math.max(0, ...notes.map(({ fromMs, forMs }) => fromMs + forMs));

/** A console or a laptop, of which its room says nothing. */
export const OWN_SOUND: RoomSound = { baseHz: 440, wave: "sine" };
