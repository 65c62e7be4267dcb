import { expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import type { Alert } from "../../model/alert.ts";
import type { Device } from "../../model/device.ts";
import type { Finding } from "../../model/finding.ts";
import type { Draft } from "../../model/journal.ts";
import type { DisplayHealth } from "../../model/display.ts";
import { createHouseWatch } from "../house-watch.ts";
import { darkOf, RETURNS_WITHIN_MS, watchDark, withDark } from "./dark.ts";

const device = (display: number): Device => ({ id: `d${display}`, publicKey: "", wall: "main", display, region: "44", pairedAt: "", pairedBy: "" });
function house(dark: Map<number, number>, standing: Alert[] = []) {
  const clock = new ManualClock(0);
  const paired = [device(1), device(2)];
  const found: string[] = [];
  let away = false;
  let told = 0;
  const stop = watchDark({
    devices: () => paired, darkFor: (_wall, n) => dark.get(n) ?? null, clock, tell: () => void told++, alerts: { all: () => standing },
    watch: createHouseWatch({
      clock, log: { info() {}, warn() {}, error() {} },
      // As the real one: what stands is not written again.
      alerts: { consider: (findings: readonly Finding[]) => findings.map(({ kind, indicator, place }) => `${kind} ${indicator} ${place}`).filter((f) => !found.includes(f)).map((kind) => ({ kind }) as Draft) },
      note: async (find) => (away ? Promise.reject(new Error("away")) : void found.push(...find().map(({ kind }) => kind))),
    }),
  });
  const look = async (ms = 250): Promise<void> => {
    clock.advance(ms);
    for (let i = 0; i < 10; i++) await Promise.resolve();
  };
  return { found, look, paired, stop, told: () => told, setAway: (is: boolean) => (away = is) };
}

test("a paired display is missed after five seconds of silence, and told to be back", async () => {
  const dark = new Map([[1, 0], [2, 4_999]]);
  const { found, look } = house(dark);
  await look();
  expect(found).toEqual(["clear display:main/1 44"]);
  dark.set(2, 5_000);
  await look();
  expect(found.at(-1)).toBe("exceed display:main/2 44");
});

test("a display that does not come back after a start of the server is missed, but not at once", async () => {
  const { found, look } = house(new Map([[1, 0]]));
  await look(RETURNS_WITHIN_MS - 250);
  expect(found.filter((f) => f.startsWith("exceed"))).toEqual([]);
  await look();
  expect(found).toContain("exceed display:main/2 44");
});

test("of a display that is unpaired nothing stands open, and other alerts are left alone", async () => {
  const alert = (rule: string, indicator: string) => ({ rule, indicator, place: "44" }) as Alert;
  const { found, look } = house(new Map([[1, 0], [2, 0]]), [alert("wall.display.dark", "display:main/3"), alert("stage#2", "stage")]);
  await look();
  expect(found).toContain("clear display:main/3 44");
  expect(found.join()).not.toContain("stage");
});

test("what the store did not take is told at the next look, to the walls only once it is written", async () => {
  const { found, look, setAway, told } = house(new Map([[1, 6_000], [2, 0]]));
  setAway(true);
  await look();
  expect(told()).toBe(0);
  setAway(false);
  await look();
  expect(told()).toBe(1);
  expect(found).toContain("exceed display:main/1 44");
});

test("a wall is told those of its own displays whose alert still holds, the longest dark first", () => {
  const alert = (indicator: string, raisedAt: string, state: Alert["state"] = "unacknowledged", rule = "wall.display.dark") => ({ rule, indicator, state, raisedAt }) as Alert;
  const all = [alert("display:main/3", "2026-11-22T14:40:00.000+08:00", "acknowledged"), alert("display:main/1", "2026-11-22T14:31:00.000+08:00"), alert("display:main/2", "2026-11-22T14:00:00.000+08:00", "returned"), alert("display:live/1", "2026-11-22T14:00:00.000+08:00"), alert("display:main/2", "2026-11-22T14:00:00.000+08:00", "unacknowledged", "stage#2")];
  expect(darkOf(all, "main")).toEqual([{ n: 1, since: "2026-11-22T14:31:00.000+08:00" }, { n: 3, since: "2026-11-22T14:40:00.000+08:00" }]);
  expect(darkOf(all, "three-uhd")).toEqual([]);
});

test("after a start of the server a display whose alert still holds is dark, as the wall says; one that has come back is connected, one that never was there unknown", () => {
  const health = (n: number, state: DisplayHealth["state"]): DisplayHealth => ({ n, state, paintedTick: null, skewMs: null, fps: null, heardAt: null });
  const dark = [1, 3].map((n) => ({ n, since: "2026-11-22T14:40:00.000+08:00" }));
  expect(withDark([health(1, "connected"), health(2, "unknown"), health(3, "unknown")], dark)).toEqual([health(1, "connected"), health(2, "unknown"), health(3, "dark")]);
});
