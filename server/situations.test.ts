import { beforeEach, expect, test } from "vitest";
import type { Actor } from "../model/account.ts";
import { ManualClock } from "../model/clock.ts";
import type { Decision } from "../model/decision.ts";
import type { Entry } from "../model/journal.ts";
import type { Feeds } from "./feeds/index.ts";
import type { Situation, SituationPlan } from "./situation.ts";
import { createSituations, type Situations } from "./situations.ts";

const commander = { account: "commander@44", role: "commander", region: "44" } as Actor;
/** Records that cannot be opened now, and worlds that cannot be stopped. */
let broken: Set<string>;
let stopped: string[];
let problems: string[];
let seq: number;
beforeEach(() => {
  [broken, stopped, problems, seq] = [new Set(), [], [], 0];
});

/** A house whose worlds are empty, and whose chain of `live` keeps nothing but what the situations themselves fold. */
function house(): Situations {
  const feed = (id: string) => ({ id, title: { zh: id, en: id } });
  const feeds = { list: () => [], open: feed } as unknown as Feeds;
  const log = { info: () => {}, warn: () => {}, error: (words: string, facts?: object) => void problems.push(`${words} ${JSON.stringify(facts)}`) };
  const launch = async ({ id }: SituationPlan): Promise<Situation> => {
    if (broken.has(id)) throw new Error(`${id} is damaged`);
    const execute = async (actor: Actor, _envelope: unknown, decide: (now: number) => Decision) => {
      const { drafts, result } = decide(0);
      for (const draft of drafts) situations.apply(entryOf(draft.kind, draft.body, actor));
      return { status: 200, answer: { seq, result } };
    };
    const stop = async () => {
      stopped.push(id);
      if (broken.has(`stop ${id}`)) throw new Error(`${id} cannot be written`);
    };
    return { id, execute, stop, end: async () => {} } as unknown as Situation;
  };
  const situations = createSituations({ feeds, log, clock: new ManualClock(0), root: "44", launch });
  return situations;
}
const entryOf = (kind: string, body: unknown, actor = commander): Entry =>
  ({ seq: ++seq, kind, body, actor: actor.account, situation: "live", at: "", simAt: "", region: "44", bodyHash: "", prev: "", hash: "" }) as Entry;
const send = (to: Situations, kind: string, data: unknown) => to.execute(commander, { id: `c-${seq}`, kind, data } as never);
const names = (of: Situations): string[] => of.all().map((s) => s.id);

test("a situation that cannot be opened keeps none of the others from opening, and is told", async () => {
  const situations = house();
  for (const id of ["flood", "surge"]) situations.apply(entryOf("situation.started", { situation: id, kind: "drill", feed: id }));
  broken.add("flood");
  await situations.open();
  expect(names(situations)).toEqual(["live", "storm", "surge"]);
  expect(problems).toEqual([expect.stringContaining("flood is damaged")]);
});

test("a house whose live cannot be opened does not start", async () => {
  broken.add("live");
  await expect(house().open()).rejects.toThrow("live is damaged");
});

test("what was started but could not be opened can be stopped, which sets its place free", async () => {
  const situations = house();
  await situations.open();
  for (const id of ["a", "b", "c"]) {
    broken.add(id);
    await send(situations, "situation.start", { kind: "drill", feed: id });
  }
  expect(names(situations)).toEqual(["live", "storm"]);
  await expect(send(situations, "situation.start", { kind: "drill", feed: "d" })).rejects.toMatchObject({ code: "too_many_situations" });
  await send(situations, "situation.stop", { situation: "b" });
  await send(situations, "situation.start", { kind: "drill", feed: "d" });
  expect(names(situations)).toEqual(["live", "storm", "d"]);
  await expect(send(situations, "situation.stop", { situation: "b" })).rejects.toMatchObject({ code: "not_found" });
});

test("a world that cannot be stopped keeps none of the others running", async () => {
  const situations = house();
  await situations.open();
  broken.add("stop storm");
  await expect(situations.stop()).rejects.toThrow("storm cannot be written");
  expect(stopped).toEqual(["storm", "live"]);
});

test("the drill that opens by itself stays away once it was stopped; the same record is then another world", async () => {
  const situations = house();
  await situations.open();
  expect(names(situations)).toEqual(["live", "storm"]);
  await send(situations, "situation.stop", { situation: "storm" });
  const stop = entryOf("situation.stopped", { situation: "storm" });
  const next = house();
  next.apply(stop);
  await next.open();
  expect(names(next)).toEqual(["live"]);
  expect((await send(next, "situation.start", { kind: "drill", feed: "storm" })).answer).toMatchObject({ result: { situation: "storm-2" } });
});
