import { lengthMs, toneOf, type RoomSound, type Tone } from "../../model/tone.ts";
import type { Clock, Stop } from "../../model/ports.ts";
import type { Severity } from "../../model/words.ts";

/** As much of the browser's AudioContext as a tone needs. */
export type Air = Pick<AudioContext, "currentTime" | "state" | "createOscillator" | "createGain" | "resume" | "destination">;
/** `unopened` until somebody has touched the page, `muted` while somebody wants quiet, `none` where there is no sound to be had. */
export type SoundState = "unopened" | "open" | "muted" | "none";

/** Notes come and go softly: what begins with a click is taken for a fault of the loudspeaker. */
const EDGE_S = 0.012;
/** So long a mute lasts at most: it ends by itself. */
export const MUTE_MS = 5 * 60_000;

interface Needs {
  readonly clock: Clock;
  readonly room: RoomSound;
  /** A new one, in the moment of a touch or where none is needed; null where the browser has none. */
  readonly air: () => Air | null;
}

/** The sounds of one page: closed until a touch opens them, silent while muted, and never two at once. */
export class Sound {
  private readonly needs: Needs;
  private readonly listeners = new Set<() => void>();
  private air: Air | null | undefined;
  private mutedUntil: number | null = null;
  private endOfMute: Stop | undefined;
  /** Until when the last tone is heard, monotonic ms. */
  private busyUntil = 0;

  constructor(needs: Needs) {
    this.needs = needs;
  }
  get state(): SoundState {
    if (this.air === null) return "none";
    if (this.mutedUntil !== null) return "muted";
    return this.air?.state === "running" ? "open" : "unopened";
  }
  /** Of a mute, ms that are left; 0 = not muted. */
  get muteLeftMs(): number {
    return this.mutedUntil === null ? 0 : Math.max(0, this.mutedUntil - this.needs.clock.monotonic());
  }
  onChange(listener: () => void): Stop {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  /** Call it from a touch or a key: a browser plays nothing before. A wall whose kiosk allows it opens without. */
  async open(): Promise<void> {
    if (this.air === undefined || (this.air && this.air.state === "closed")) this.air = this.needs.air();
    if (this.air && this.air.state !== "running") await this.air.resume().catch(() => undefined);
    this.changed();
  }
  /** Quiet for a while, which ends by itself. What is grave stays in words on the screen. */
  mute(forMs: number = MUTE_MS): void {
    this.endOfMute?.();
    this.mutedUntil = this.needs.clock.monotonic() + forMs;
    this.endOfMute = this.needs.clock.after(forMs, () => this.unmute());
    this.changed();
  }
  unmute(): void {
    this.endOfMute?.();
    this.endOfMute = undefined;
    this.mutedUntil = null;
    this.changed();
  }
  /** Sounds what was told. @returns whether it was heard: what was not is not made up for later */
  play({ severity }: { readonly severity: Severity }): boolean {
    const { clock, room } = this.needs;
    if (this.state !== "open" || clock.monotonic() < this.busyUntil) return false;
    const tone = toneOf(severity, room);
    sounding(this.air!, tone);
    this.busyUntil = clock.monotonic() + lengthMs(tone);
    return true;
  }
  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}

/** A tone as a graph: for each note an oscillator and its own gain, all into one for the whole. */
export function sounding(air: Air, { wave, notes, gain }: Tone): void {
  const whole = air.createGain();
  whole.gain.value = gain;
  whole.connect(air.destination);
  const from = air.currentTime;
  for (const { hz, fromMs, forMs } of notes) {
    const [begins, ends] = [from + fromMs / 1000, from + (fromMs + forMs) / 1000];
    const note = air.createOscillator();
    note.type = wave;
    note.frequency.value = hz;
    const edge = air.createGain();
    edge.gain.setValueAtTime(0, begins);
    edge.gain.linearRampToValueAtTime(1, begins + EDGE_S);
    edge.gain.setValueAtTime(1, ends - EDGE_S);
    edge.gain.linearRampToValueAtTime(0, ends);
    note.connect(edge).connect(whole);
    note.start(begins);
    note.stop(ends);
  }
}
/** The browser's own. */
export const browserAir = (): Air | null => (typeof AudioContext === "undefined" ? null : new AudioContext());
