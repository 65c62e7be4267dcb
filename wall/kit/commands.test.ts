import { beforeEach, describe, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { Commands, CommandLost, CommandRefused, VALID_MS } from "./commands.ts";

type Answer = { status: number; body: unknown } | "cut";

describe("a command", () => {
  let clock: ManualClock;
  let sent: { id: string; notAfter: string; kind: string; situation: string }[];
  let answers: Answer[];
  let commands: Commands;

  beforeEach(() => {
    clock = new ManualClock(1_700_000_000_000);
    sent = [];
    answers = [];
    let n = 0;
    commands = new Commands({
      clock,
      serverNow: () => clock.now(),
      ids: { next: (p) => `${p}-0000000${++n}`, secret: () => "" },
      post: async (_path, body) => {
        sent.push(JSON.parse(body) as (typeof sent)[number]);
        const answer = answers.shift() ?? "cut";
        if (answer === "cut") throw new TypeError("network");
        return { status: answer.status, json: async () => answer.body };
      },
    });
  });
  const acknowledge = () => commands.send("alert.acknowledge", { alert: "a1" }, "storm");
  /** Runs the waits between tries. */
  const pass = async (ms: number) => {
    for (let t = 0; t < ms; t += 250) {
      for (let i = 0; i < 10; i++) await Promise.resolve();
      clock.advance(250);
    }
  };

  test("is sent once, with its situation and the time after which it must not be done", async () => {
    answers = [{ status: 200, body: { seq: 4, at: "x", result: {} } }];
    expect(await acknowledge()).toEqual({ seq: 4, at: "x", result: {} });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ kind: "alert.acknowledge", situation: "storm" });
    expect(Date.parse(sent[0]!.notAfter)).toBe(clock.now() + VALID_MS);
  });

  test("is repeated under the same id when the network cuts it off, and takes the one answer", async () => {
    answers = ["cut", { status: 503, body: {} }, { status: 200, body: { seq: 9, at: "x", result: {} } }];
    const answer = acknowledge();
    await pass(3_000);
    expect((await answer).seq).toBe(9);
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map((s) => s.id)).size).toBe(1);
    expect(new Set(sent.map((s) => s.notAfter)).size).toBe(1);
  });

  test("is not repeated when the server has decided against it", async () => {
    answers = [{ status: 409, body: { code: "illegal_transition", message: "closed already", details: { state: "closed", legal: [] } } }];
    await expect(acknowledge()).rejects.toMatchObject({ code: "illegal_transition", message: "closed already", details: { state: "closed" } });
    expect(sent).toHaveLength(1);
  });

  test("says that nobody answered once its time is over", async () => {
    const answer = acknowledge().catch((e: unknown) => e);
    await pass(VALID_MS + 5_000);
    expect(await answer).toBeInstanceOf(CommandLost);
    const tries = sent.length;
    await pass(VALID_MS);
    expect(sent).toHaveLength(tries);
  });

  test("hands on the last refusal of a server that stays overloaded", async () => {
    answers = Array.from({ length: 50 }, () => ({ status: 429, body: { code: "too_many", message: "slow down" } }));
    const answer = acknowledge().catch((e: unknown) => e);
    await pass(VALID_MS + 5_000);
    expect(await answer).toBeInstanceOf(CommandRefused);
  });
});
