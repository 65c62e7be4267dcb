import { expect, test } from "vitest";
import { ManualClock } from "../model/clock.ts";
import type { Finding } from "../model/finding.ts";
import type { Draft } from "../model/journal.ts";
import { createHouseWatch } from "./house-watch.ts";

/** A house of which one thing is found as long as nothing is written of it. */
function house() {
  const clock = new ManualClock(0);
  const state = { looks: 0, written: 0, stands: false, errors: [] as string[] };
  let answers: { readonly take: () => void; readonly refuse: () => void }[] = [];
  const watch = createHouseWatch({
    alerts: { consider: (findings) => (state.stands ? [] : findings.map(() => ({}) as Draft)) },
    note: () => new Promise<void>((take, refuse) => answers.push({ take: () => ((state.stands = true), take()), refuse: () => refuse(new Error("away")) })),
    clock, log: { info() {}, warn() {}, error: (words) => void state.errors.push(words) },
  });
  const stop = watch({ everyMs: 500, findings: () => (state.looks++, [{} as Finding]), written: () => void state.written++, unwritten: "It could not be written yet" });
  const look = async (ms = 500): Promise<void> => {
    clock.advance(ms);
    for (let i = 0; i < 10; i++) await Promise.resolve();
  };
  const answer = async (how: "take" | "refuse"): Promise<void> => {
    const asked = answers;
    answers = [];
    for (const one of asked) one[how]();
    for (let i = 0; i < 10; i++) await Promise.resolve();
  };
  return { state, look, answer, stop, asked: () => answers.length };
}

test("what is found of the house is written once, and told when it is written", async () => {
  const { state, look, answer, asked } = house();
  await look(499);
  expect(state.looks).toBe(0);
  await look(1);
  expect([asked(), state.written]).toEqual([1, 0]);
  await answer("take");
  await look();
  expect([asked(), state.written, state.errors]).toEqual([0, 1, []]);
});
test("nobody looks while what was found is being written", async () => {
  const { state, look, answer, asked } = house();
  for (let i = 0; i < 4; i++) await look();
  expect([state.looks, asked()]).toEqual([1, 1]);
  await answer("take");
  await look();
  expect(state.looks).toBe(2);
});
test("what the store did not take is said in the log, told to nobody, and found again at the next look", async () => {
  const { state, look, answer, asked } = house();
  await look();
  await answer("refuse");
  expect([state.written, state.errors]).toEqual([0, ["It could not be written yet"]]);
  await look();
  expect(asked()).toBe(1);
  await answer("take");
  expect(state.written).toBe(1);
});
test("a watch that was stopped looks at nothing", async () => {
  const { state, look, stop } = house();
  stop();
  await look(5_000);
  expect(state.looks).toBe(0);
});
