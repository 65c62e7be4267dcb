import { beforeEach, describe, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { OWN_SOUND, toneOf } from "../../model/tone.ts";
import { MUTE_MS, Sound, type Air } from "./sound.ts";

/** An AudioContext that counts what is hung up in it: a headless machine has no ears. */
class CountingAir {
  state: AudioContextState = "suspended";
  currentTime = 10;
  readonly destination = { is: "destination" };
  readonly notes: { hz: number; wave: string; from: number; to: number; reaches: unknown }[] = [];
  gains = 0;
  resume() {
    this.state = "running";
    return Promise.resolve();
  }
  createGain() {
    this.gains++;
    const node = { gain: { value: 1, setValueAtTime() {}, linearRampToValueAtTime() {} }, to: null as unknown, connect<T>(to: T): T {
      node.to = to;
      return to;
    } };
    return node;
  }
  createOscillator() {
    const { notes } = this;
    const note = { hz: 0, wave: "", from: 0, to: 0, reaches: null as unknown };
    let first: { to: { to: unknown } } | null = null;
    return {
      frequency: { set value(hz: number) { note.hz = hz; } },
      set type(wave: string) { note.wave = wave; },
      connect<T>(to: T): T {
        first = to as never;
        return to;
      },
      start(at: number) { note.from = at; },
      stop(at: number) {
        note.to = at;
        // The whole way to the loudspeaker: the note's own edge, then the gain of the whole.
        note.reaches = first?.to.to;
        notes.push(note);
      },
    };
  }
}

describe("the sounds of a page", () => {
  let clock: ManualClock;
  let air: CountingAir;
  let sound: Sound;
  let changes: number;
  beforeEach(() => {
    clock = new ManualClock(0);
    air = new CountingAir();
    sound = new Sound({ clock, room: OWN_SOUND, air: () => air as unknown as Air });
    changes = 0;
    sound.onChange(() => changes++);
  });

  test("nothing sounds before somebody has touched the page, and it says so", async () => {
    expect([sound.state, sound.play({ severity: 1 }), air.notes.length]).toEqual(["unopened", false, 0]);
    await sound.open();
    expect([sound.state, changes]).toEqual(["open", 1]);
    expect(sound.play({ severity: 1 })).toBe(true);
  });
  test("a red one hangs five notes in the air, each at its time, each with a way to the loudspeaker", async () => {
    await sound.open();
    sound.play({ severity: 1 });
    expect(air.notes.map(({ hz, wave, from }) => ({ hz, wave, from: Math.round((from - 10) * 1000) }))).toEqual(toneOf(1, OWN_SOUND).notes.map(({ hz, fromMs }) => ({ hz, wave: "sine", from: fromMs })));
    for (const note of air.notes) {
      expect(note.reaches).toBe(air.destination);
      expect(note.to).toBeGreaterThan(note.from);
    }
    expect(air.gains).toBe(6);
  });
  test("a second tone does not sound into the first", async () => {
    await sound.open();
    expect([sound.play({ severity: 1 }), sound.play({ severity: 1 })]).toEqual([true, false]);
    clock.advance(1_500);
    expect(sound.play({ severity: 4 })).toBe(true);
    expect(air.notes.length).toBe(6);
  });
  test("a mute shows what is left of it and ends by itself", async () => {
    await sound.open();
    sound.mute();
    expect([sound.state, sound.muteLeftMs, sound.play({ severity: 1 })]).toEqual(["muted", MUTE_MS, false]);
    clock.advance(60_000);
    expect(sound.muteLeftMs).toBe(MUTE_MS - 60_000);
    const before = changes;
    clock.advance(MUTE_MS - 60_000);
    expect([sound.state, sound.muteLeftMs, sound.play({ severity: 1 })]).toEqual(["open", 0, true]);
    expect(changes).toBe(before + 1);
  });
  test("a mute that is asked for again begins anew, and one that is ended is over at once", async () => {
    await sound.open();
    sound.mute(1_000);
    clock.advance(900);
    sound.mute(1_000);
    clock.advance(900);
    expect(sound.state).toBe("muted");
    sound.unmute();
    expect(sound.state).toBe("open");
    clock.advance(5_000);
    expect(sound.state).toBe("open");
  });
  test("a browser without sound says that it has none", async () => {
    sound = new Sound({ clock, room: OWN_SOUND, air: () => null });
    await sound.open();
    expect([sound.state, sound.play({ severity: 1 })]).toEqual(["none", false]);
  });
});
