import { expect, test } from "vitest";
import type { Alert } from "../../model/alert.ts";
import { ManualClock } from "../../model/clock.ts";
import type { Finding } from "../../model/finding.ts";
import type { Draft } from "../../model/journal.ts";
import { SECOND } from "../../model/time.ts";
import { createHouseWatch } from "../house-watch.ts";
import { watchPacks } from "./ended.ts";
import type { PackState } from "./standing.ts";

const pack = (topic: string, more: Partial<PackState> = {}): PackState => ({ topic, state: "running", fault: null, since: 0, words: "", endings: 0, ...more });
function house(states: PackState[], standing: Alert[] = []) {
  const clock = new ManualClock(0);
  const found: string[] = [];
  let away = false;
  watchPacks({
    states: () => states, root: "44", alerts: { all: () => standing },
    watch: createHouseWatch({
      clock, log: { info() {}, warn() {}, error() {} },
      // As the real one: what stands is not written again.
      alerts: { consider: (findings: readonly Finding[]) => findings.map(({ kind, indicator, place, rule }) => `${kind} ${rule.id} ${indicator} ${place}`).filter((f) => !found.includes(f)).map((kind) => ({ kind }) as Draft) },
      note: async (find) => (away ? Promise.reject(new Error("away")) : void found.push(...find().map(({ kind }) => kind))),
    }),
  });
  const look = async (): Promise<void> => {
    clock.advance(SECOND);
    for (let i = 0; i < 10; i++) await Promise.resolve();
  };
  return { found, look, setAway: (is: boolean) => (away = is) };
}

test("a pack whose code was ended is an alert of live, and returns when it runs again", async () => {
  const states = [pack("water", { state: "ended", fault: "overrun", endings: 2 }), pack("health", { state: "starting" })];
  const { found, look } = house(states);
  await look();
  expect(found).toEqual(["exceed pack.ended.overrun pack:water 44"]);
  states[0] = pack("water");
  await look();
  expect(found.at(-1)).toBe("clear pack.ended.overrun pack:water 44");
});

test("a pack that is throttled is found by a rule of its own", async () => {
  const { found, look } = house([pack("water", { fault: "flood" })]);
  await look();
  expect(found).toEqual(["exceed pack.throttled.flood pack:water 44"]);
});

test("of a pack that has no code any more nothing stands open, and other alerts are left alone", async () => {
  const alert = (indicator: string) => ({ rule: "pack.ended", indicator, place: "44" }) as Alert;
  const { found, look } = house([], [alert("pack:gone"), alert("display:main/3"), alert("stage")]);
  await look();
  expect(found).toEqual(["clear pack.ended.overrun pack:gone 44"]);
});

test("what the store did not take is told at the next look", async () => {
  const { found, look, setAway } = house([pack("water", { state: "ended", fault: "leak", endings: 1 })]);
  setAway(true);
  await look();
  setAway(false);
  await look();
  expect(found).toEqual(["exceed pack.ended.leak pack:water 44"]);
});
