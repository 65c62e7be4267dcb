import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "../../model/account.ts";
import { ManualClock } from "../../model/clock.ts";
import type { Decision } from "../../model/decision.ts";
import { FIRST_PREV, type Draft, type Entry } from "../../model/journal.ts";
import type { Batch, Store } from "../../model/ports.ts";
import { Problem } from "../../model/problem.ts";
import { formatTime } from "../../model/time.ts";
import { openSqlite } from "../store/index.ts";
import { createLedger, type LedgerNeeds } from "./ledger.ts";
import { seal } from "./seal.ts";

const START = Date.UTC(2026, 0, 1);
const officer: Actor = { account: "officer@44", role: "officer", region: "44", session: "s1" };
const chief: Actor = { account: "chief@44", role: "chief", region: "44", session: "s2" };
const draft = (n: number, kind = "test.added"): Draft => ({ kind, actor: "officer@44", region: "44", body: { n, gone: undefined } });
const decided = (n: number): Decision => ({ drafts: [draft(n)], result: { n } });
const envelope = (id: string, more: Record<string, unknown> = {}) => ({ id, kind: "test.add", data: { n: 1 }, ...more });

/** A fold that remembers what it was given. */
const memory = () => {
  const seen: Entry[] = [];
  return { seen, apply: (entry: Entry) => void seen.push(entry), sum: () => seen.reduce((sum, e) => sum + (e.body as { n: number }).n, 0) };
};

describe("the ledger", () => {
  let folder: string;
  let store: Store;
  let clock: ManualClock;
  let situation: string;
  let n = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "guanlan-ledger-"));
    store = await openSqlite(join(folder, "guanlan.db"));
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => {
    clock = new ManualClock(START);
    situation = `s${++n}`;
  });
  const id = (name: string): string => `${name}-${situation}-0000`;
  function open(more: Partial<LedgerNeeds> = {}) {
    const fold = memory();
    let salts = 0;
    const needs: LedgerNeeds = {
      situation, store, clock, simNow: () => START - 1000, hash: "sm3", random: (bytes) => (salts++).toString(16).padStart(bytes * 2, "0"), readOnly: false, folds: [fold], ...more,
    };
    return { ledger: createLedger(needs), fold };
  }
  /** A store that fails, or that commits and loses the answer. */
  const failing = (commit: (batch: Batch) => Promise<void>, more: Partial<Store> = {}): Store => ({ ...store, ...more, commit });

  test("an entry states server time, situation time and its place behind the one before", async () => {
    const { ledger, fold } = open();
    expect(ledger.head()).toEqual({ seq: 0, hash: FIRST_PREV });
    const [first, second] = await ledger.record([draft(1), draft(2)]);
    expect(first).toMatchObject({ seq: 1, situation, at: formatTime(START), simAt: formatTime(START - 1000), prev: FIRST_PREV, body: { n: 1 } });
    expect(second).toMatchObject({ seq: 2, prev: first!.hash });
    expect(ledger.head()).toEqual({ seq: 2, hash: second!.hash });
    expect(fold.seen).toEqual(await store.entries(situation, 0, 10));
  });

  test("a command is answered with its own entry's seq, and a repeat gets the same answer without a second effect", async () => {
    const { ledger, fold } = open();
    const answer = await ledger.execute(officer, envelope(id("a")), () => ({ drafts: [draft(5), draft(6)], result: { task: "t" } }));
    expect(answer).toEqual({ status: 200, answer: { seq: 1, at: formatTime(START), result: { task: "t" } } });
    clock.advance(60_000);
    expect(await ledger.execute(officer, envelope(id("a")), () => decided(9))).toEqual(answer);
    expect(fold.seen.length).toBe(2);
  });

  test("two copies of a command that arrive together have one effect", async () => {
    const { ledger, fold } = open();
    const answers = await Promise.all([1, 2, 3].map(() => ledger.execute(officer, envelope(id("a")), () => decided(1))));
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
    expect(fold.sum()).toBe(1);
  });

  test("a repeat after notAfter still gets the answer that was given", async () => {
    const { ledger } = open();
    const late = envelope(id("a"), { notAfter: formatTime(START + 1000) });
    const answer = await ledger.execute(officer, late, () => decided(1));
    clock.advance(5_000);
    expect(await ledger.execute(officer, late, () => decided(1))).toEqual(answer);
  });

  test("an id that was used for another command, or by somebody else, is refused without the answer", async () => {
    const { ledger } = open();
    await ledger.execute(officer, envelope(id("a")), () => ({ drafts: [draft(1)], result: { secret: "inc-1" } }));
    for (const [actor, command] of [[chief, envelope(id("a"))], [officer, envelope(id("a"), { data: { n: 2 } })], [officer, envelope(id("a"), { kind: "test.other" })]] as const) {
      const refusal = await ledger.execute(actor, command, () => decided(1)).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code: "id_reused", status: 409 });
      expect(JSON.stringify(refusal) + (refusal as Problem).message).not.toContain("inc-1");
    }
  });

  test("the order of the fields does not make another command", async () => {
    const { ledger } = open();
    const answer = await ledger.execute(officer, { id: id("a"), kind: "k", data: { a: 1, b: 2 } }, () => decided(1));
    expect(await ledger.execute(officer, { data: { b: 2, a: 1 }, kind: "k", id: id("a") }, () => decided(1))).toEqual(answer);
  });

  test("past notAfter a command is refused with 410, and at that instant not yet", async () => {
    const { ledger, fold } = open();
    const limit = formatTime(START);
    await ledger.execute(officer, envelope(id("a"), { notAfter: limit }), () => decided(1));
    clock.advance(1);
    await expect(ledger.execute(officer, envelope(id("b"), { notAfter: limit }), () => decided(1))).rejects.toMatchObject({ code: "too_late", status: 410 });
    await expect(ledger.execute(officer, envelope(id("c"), { notAfter: "2026-02-30T00:00:00+08:00" }), () => decided(1))).rejects.toMatchObject({ code: "bad_time" });
    expect(fold.sum()).toBe(1);
  });

  test("a replay refuses commands, but its rules may still find", async () => {
    const { ledger, fold } = open({ readOnly: true });
    await expect(ledger.execute(officer, envelope(id("a")), () => decided(1))).rejects.toMatchObject({ code: "read_only", status: 409, details: { state: "replay", legal: [] } });
    await ledger.record([draft(4)]);
    expect(fold.sum()).toBe(4);
  });

  test("a refused command leaves no trace and may be sent again under the same id", async () => {
    const { ledger, fold } = open();
    const refuse = () => {
      throw new Problem("illegal_transition", "not now", { state: "pending", legal: ["incident.verify"] });
    };
    await expect(ledger.execute(officer, envelope(id("a")), refuse)).rejects.toMatchObject({ code: "illegal_transition", details: { legal: ["incident.verify"] } });
    expect(await store.head(situation)).toBeNull();
    expect((await ledger.execute(officer, envelope(id("a")), () => decided(3))).status).toBe(200);
    expect(fold.sum()).toBe(3);
  });

  test("when the store fails the answer is 503 and nothing has changed; afterwards the same id works", async () => {
    let down = true;
    const { ledger, fold } = open({ store: failing(async (batch) => (down ? Promise.reject(new Error("disk full")) : store.commit(batch))) });
    await expect(ledger.execute(officer, envelope(id("a")), () => decided(1))).rejects.toMatchObject({ code: "store_unavailable", status: 503, message: expect.stringContaining("nothing was changed") });
    await expect(ledger.record([draft(1)])).rejects.toMatchObject({ code: "store_unavailable" });
    expect([fold.seen.length, ledger.head().seq]).toEqual([0, 0]);
    down = false;
    await ledger.execute(officer, envelope(id("a")), () => decided(2));
    expect([fold.sum(), ledger.head().seq]).toEqual([2, 1]);
  });

  test("a commit whose answer was lost counts as what it was", async () => {
    const { ledger, fold } = open({
      store: failing(async (batch) => {
        await store.commit(batch);
        throw new Error("connection lost");
      }),
    });
    expect((await ledger.execute(officer, envelope(id("a")), () => decided(1))).status).toBe(200);
    expect([fold.sum(), ledger.head().seq]).toEqual([1, 1]);
  });

  test("a commit that nobody can judge is read back from the chain before anything else is decided", async () => {
    let silent = false;
    const lost = failing(async (batch) => {
      await store.commit(batch);
      if (silent) throw new Error("connection lost");
    }, { head: async (s) => (silent ? Promise.reject(new Error("still lost")) : store.head(s)) });
    const { ledger, fold } = open({ store: lost });
    const heard: number[] = [];
    ledger.onEntry((entry) => heard.push(entry.seq));
    silent = true;
    await expect(ledger.execute(officer, envelope(id("a")), () => decided(1))).rejects.toMatchObject({ code: "store_unavailable", message: expect.stringContaining("not known") });
    silent = false;
    const again = await ledger.execute(officer, envelope(id("a")), () => decided(1));
    expect(again).toMatchObject({ status: 200, answer: { seq: 1 } });
    expect([fold.sum(), ledger.head().seq, heard]).toEqual([1, 1, [1]]);
  });

  test("an id taken through another situation at the same moment is still one command", async () => {
    const one = open();
    let asked = 0;
    const two = open({ situation: `${situation}-other`, store: failing(store.commit, { command: async (c) => (asked++ === 0 ? null : await store.command(c)) }) });
    const answer = await one.ledger.execute(officer, envelope(id("a")), () => decided(1));
    expect(await two.ledger.execute(officer, envelope(id("a")), () => decided(1))).toEqual(answer);
    expect(two.fold.seen).toEqual([]);
    expect(await store.head(`${situation}-other`)).toBeNull();
  });

  test("each listener hears each entry once, and no more after its undo", async () => {
    const { ledger } = open();
    const heard: number[] = [];
    const stop = ledger.onEntry((entry) => heard.push(entry.seq));
    ledger.onEntry(() => {
      throw new Error("a bad listener");
    });
    await ledger.record([draft(1), draft(2)]);
    stop();
    stop();
    await ledger.record([draft(3)]);
    expect(heard).toEqual([1, 2]);
  });

  test("after a restart the folds hold what they held, over more entries than one page", async () => {
    const { ledger, fold } = open();
    for (let i = 0; i < 30; i++) await ledger.record(Array.from({ length: 77 }, (_, k) => draft(i * 77 + k)));
    const again = open();
    await again.ledger.recover();
    expect(again.ledger.head()).toEqual(ledger.head());
    expect(again.fold.seen).toEqual(fold.seen);
    await again.ledger.record([draft(1)]);
    expect(again.ledger.head().seq).toBe(30 * 77 + 1);
  });

  const damaged = (change: (entries: Entry[]) => Entry[]) => open({ store: { ...store, entries: async (s, after, limit) => change(await store.entries(s, 0, 1000)).slice(after, after + limit) } });

  test("a journal that was altered is refused, with the seq of the first bad entry", async () => {
    await open().ledger.record([draft(1), draft(2), draft(3), draft(4)]);
    const edit = (seq: number, more: Partial<Entry>) => (es: Entry[]) => es.map((e) => (e.seq === seq ? { ...e, ...more } : e));
    for (const [change, seq] of [
      [edit(3, { body: { n: 9 } }), 3], [edit(2, { actor: "somebody" }), 2], [edit(4, { prev: FIRST_PREV }), 4], [edit(1, { salt: "00" }), 1],
      [(es: Entry[]) => es.filter((e) => e.seq !== 2), 2], [(es: Entry[]) => [es[1]!, es[0]!, ...es.slice(2)], 1],
    ] as const)
      await expect(damaged(change).ledger.recover()).rejects.toThrow(new RegExp(`damaged at seq ${seq}:`));
  });

  test("an entry that is sound in itself but was sealed behind another one is refused", async () => {
    await open().ledger.record([draft(1), draft(2), draft(3)]);
    const stranger = (e: Entry, seq: number): Entry => seal({ kind: e.kind, actor: e.actor, region: e.region, body: e.body }, { ...e, salt: e.salt! }, { seq: seq - 1, hash: "e".repeat(64) }, "sm3");
    await expect(damaged((es) => es.map((e) => (e.seq === 3 ? stranger(e, 3) : e))).ledger.recover()).rejects.toThrow(/damaged at seq 3: prev is not the hash of the entry before/);
    await expect(damaged((es) => es.map((e) => (e.seq === 1 ? stranger(e, 1) : e))).ledger.recover()).rejects.toThrow(/damaged at seq 1: prev/);
  });

  test("an erased body does not break the chain", async () => {
    await open().ledger.record([draft(1), draft(2)]);
    const { ledger, fold } = damaged((es) => es.map(({ body, salt, ...rest }) => (rest.seq === 1 ? rest : { ...rest, body, salt }) as Entry));
    await ledger.recover();
    expect(fold.seen.map((e) => e.body)).toEqual([undefined, { n: 2 }]);
  });

  test("a chain that is shorter than its signed head, or another one, is refused", async () => {
    await open().ledger.record([draft(1), draft(2)]);
    const head = await store.head(situation);
    await open({ anchor: head }).ledger.recover();
    await expect(open({ anchor: { seq: 3, hash: "f".repeat(64) } }).ledger.recover()).rejects.toThrow(/entries from 3 on are missing/);
    await expect(open({ anchor: { seq: 1, hash: "f".repeat(64) } }).ledger.recover()).rejects.toThrow(/seq 1 has another hash/);
  });

  test("a chain written with the other hash is refused, saying which to start with", async () => {
    await open({ hash: "sha256" }).ledger.record([draft(1)]);
    await expect(open().ledger.recover()).rejects.toThrow(/start with sha256/);
    await open({ hash: "sha256" }).ledger.recover();
  });

  test("an entry that the folds cannot take stops the ledger rather than let state and journal part", async () => {
    const { ledger } = open({ folds: [{ apply: (e) => { if (e.kind === "test.bad") throw new Error("no such incident"); } }] });
    await ledger.record([draft(1)]);
    await expect(ledger.record([draft(1, "test.bad")])).rejects.toMatchObject({ code: "not_ready" });
    await expect(ledger.execute(officer, envelope(id("a")), () => decided(1))).rejects.toMatchObject({ code: "not_ready" });
  });

  test("a body that is not JSON is refused before anything is written", async () => {
    const { ledger } = open();
    await expect(ledger.record([{ ...draft(1), body: { n: Number.NaN } }])).rejects.toThrow();
    await expect(ledger.record([{ ...draft(1), body: undefined }])).rejects.toThrow(/JSON/);
    expect(await store.head(situation)).toBeNull();
  });

  test("an export names H in its first line and then gives every entry", async () => {
    const { ledger, fold } = open();
    await ledger.record(Array.from({ length: 1_203 }, (_, i) => draft(i)));
    let text = "";
    for await (const chunk of ledger.export()) text += chunk;
    const lines = text.trimEnd().split("\n").map((line) => JSON.parse(line) as unknown);
    expect(lines[0]).toEqual({ H: "sm3", situation });
    expect(lines.slice(1)).toEqual(fold.seen);
  });
});
