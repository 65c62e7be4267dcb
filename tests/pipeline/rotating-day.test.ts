import { expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { DAY, MINUTE } from "../../model/time.ts";
import type { Picture, Wall } from "../../model/wall.ts";
import { createShows } from "../../server/director/shows.ts";
import { ServerTime } from "../../wall/link/server-time.ts";
import { Raising } from "../../wall/pages/raising.ts";
import { seeded } from "../../model/seeded.ts";

const START = Date.UTC(2026, 10, 25);
const STEP_MS = 250;
const ASKED_EVERY_MS = 10_000;
/** One way on the line. */
const LONGEST_WAY_MS = 20;
/** How wrong a quartz goes: 4.3 s a day. */
const DRIFT = 50e-6;
/** Half of what the two ways may differ, what a quartz drifts while the best of sixteen exchanges is kept, and a timer's millisecond. */
const OFF_BY_MS = LONGEST_WAY_MS / 2 + 16 * ASKED_EVERY_MS * DRIFT + 1;
const wall: Wall = { id: "main", title: { zh: "大屏", en: "wall" }, region: "44", situation: "live", scene: "a", surfaces: [], displays: [] };
const picture = (at: number): Picture => ({ scene: Math.floor(at / MINUTE) % 2 === 0 ? "a" : "b", focus: { situation: "live", region: "44" }, parts: [], mode: "routine", theme: "graphite" });

test("two displays rotate for a simulated day and never drift apart, though one's quartz is fast, the other's slow, and both clocks are wrong", () => {
  const server = new ManualClock(START);
  let told = true;
  const shows = createShows({
    walls: [wall], clock: server, alive: () => [1, 2], tell: () => (told = true),
    director: { picture: (_, now) => picture(now), state: (id, now) => ({ wall: id, depth: 0, strokes: [], ...picture(now) }), turnsAt: (_, now) => (Math.floor(now / MINUTE) + 1) * MINUTE },
  });
  const random = seeded(7);
  const displays = [{ n: 1, rate: 1 + DRIFT, off: -DAY }, { n: 2, rate: 1 - DRIFT, off: DAY }].map(({ n, rate, off }) => {
    const clock = new ManualClock(START + off);
    const time = new ServerTime(clock);
    const raisedAt: number[] = [];
    /** The true time at which this display's clock stands where it does. */
    const trueNow = (): number => START + clock.monotonic() / rate;
    const raising = new Raising<Picture>({
      clock, serverNow: () => time.now(),
      prepare: () => ({ isReady: () => true, draw: () => false, raise: () => void raisedAt.push(trueNow()), drop: () => {} }),
      ready: (of) => shows.ready("main", n, of),
      raised: () => {},
    });
    return {
      raisedAt,
      go: () => clock.advance(STEP_MS * rate),
      ask() {
        const [out, back] = [random() * LONGEST_WAY_MS, random() * LONGEST_WAY_MS];
        time.take({ askedAt: clock.monotonic() - (out + back) * rate, answeredAt: clock.monotonic(), serverAt: server.now() - back });
      },
      hear() {
        const { show, ...state } = shows.state("main")!;
        raising.take({ scene: state.scene, focus: state.focus, parts: state.parts, mode: state.mode, theme: state.theme }, show!);
      },
    };
  });
  for (let at = 0; at <= DAY + STEP_MS; at += STEP_MS) {
    if (at % ASKED_EVERY_MS === 0) for (const display of displays) display.ask();
    // What one display says may be told to both anew.
    while (told) {
      told = false;
      for (const display of displays) display.hear();
    }
    server.advance(STEP_MS);
    for (const display of displays) display.go();
  }
  shows.close();
  const [first, second] = displays.map(({ raisedAt }) => raisedAt.slice(1)) as [number[], number[]];
  expect([first.length, second.length]).toEqual([DAY / MINUTE, DAY / MINUTE]);
  const late = [first, second].map((raised) => Math.max(...raised.map((at, turn) => Math.abs(at - START - (turn + 1) * MINUTE))));
  for (const ms of late) expect(ms).toBeLessThanOrEqual(OFF_BY_MS);
  expect(Math.max(...first.map((at, turn) => Math.abs(at - second[turn]!)))).toBeLessThanOrEqual(2 * OFF_BY_MS);
});
