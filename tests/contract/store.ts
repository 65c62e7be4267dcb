import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Entry } from "../../model/journal.ts";
import type { CommandRow, HistoryBlock, Store, TimerRow } from "../../model/ports.ts";

/** One adapter under test: where its data lie, and how a process of its own opens it. */
export interface StoreUnderTest {
  /** Opens the same data again each time. */
  open(): Promise<Store>;
  /** Module path, exported factory and its one argument, for the writer that gets killed. */
  readonly writer: { readonly module: string; readonly factory: string; readonly argument: string };
  remove(): Promise<void>;
}

const TIME = "2026-01-01T08:00:00.000+08:00";
const entry = (seq: number, more: Partial<Entry> = {}): Entry => ({
  situation: "live", seq, at: TIME, simAt: TIME, kind: "test.noted", actor: "officer@44", region: "44",
  bodyHash: `b${seq}`, prev: `p${seq}`, hash: `h${seq}`, body: { seq, zh: "台风“彩虹”", deep: [1, null, { a: 0.1 }] }, salt: `salt${seq}`, ...more,
});
const command = (id: string, more: Partial<CommandRow> = {}): CommandRow => ({
  id, account: "officer@44", bodyHash: "hash", situation: "live", at: 1, status: 200, answer: { seq: 1, result: { incident: "inc-1" } }, ...more,
});
const timer = (id: string, dueAt: number, situation = "live"): TimerRow => ({ id, situation, kind: "remind", dueAt, body: { task: id } });
const block = (fromAt: number, toAt: number, more: Partial<HistoryBlock> = {}): HistoryBlock => ({
  situation: "live", indicator: "water.stage", place: "site-1", fromAt, toAt, receivedTo: toAt + 5, count: 2, bytes: Uint8Array.of(fromAt & 255, 0, 255), ...more,
});
const all = async (store: Store, situation = "live"): Promise<Entry[]> => await store.entries(situation, 0, 1_000_000);

/** What every store must keep, whichever database stands behind it. */
export function describeStore(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`${name} as the house's memory`, () => {
    let under: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      under = await make();
      store = await under.open();
    });
    afterEach(async () => {
      await store.close();
      await under.remove();
    });

    test("an empty store has no head, no entries and nothing to do", async () => {
      expect(await store.head("live")).toBeNull();
      expect(await all(store)).toEqual([]);
      expect(await store.command("none")).toBeNull();
      expect(await store.timers("live")).toEqual([]);
      expect(await store.outbox("", 10)).toEqual([]);
      expect(await store.document("none")).toBeNull();
      expect(await store.image("live", "water.stage", 9)).toBeNull();
      expect(await store.session("none")).toBeNull();
    });

    test("entries come back whole and in order, page by page, each situation for itself", async () => {
      await store.commit({ entries: [entry(1), entry(2)] });
      await store.commit({ entries: [entry(1, { situation: "storm" }), entry(3)] });
      expect(await all(store)).toEqual([entry(1), entry(2), entry(3)]);
      expect((await store.entries("live", 1, 1)).map((e) => e.seq)).toEqual([2]);
      expect(await store.entries("live", 3, 10)).toEqual([]);
      expect(await store.head("live")).toEqual({ seq: 3, hash: "h3" });
      expect(await store.head("storm")).toEqual({ seq: 1, hash: "h1" });
    });

    test("an erased body is absent, and a body of null is a body", async () => {
      const { body: _body, salt: _salt, ...erased } = entry(1);
      await store.commit({ entries: [erased, entry(2, { body: null })] });
      const [first, second] = await all(store);
      expect(Object.keys(first!)).not.toContain("body");
      expect(Object.keys(first!)).not.toContain("salt");
      expect(second).toEqual(entry(2, { body: null }));
    });

    test("a batch that fails half-way leaves nothing behind", async () => {
      await store.commit({ entries: [entry(1)], command: command("first-one") });
      const doomed = {
        entries: [entry(2)], command: command("first-one"), outbox: [{ key: "o", situation: "live", at: 1, body: {} }],
        timers: [timer("t", 1)], documents: [{ key: "d", body: 1 }],
      };
      await expect(store.commit(doomed)).rejects.toThrow();
      await expect(store.commit({ ...doomed, command: command("second-one"), entries: [entry(2), entry(1)] })).rejects.toThrow();
      expect(await all(store)).toEqual([entry(1)]);
      expect(await store.command("second-one")).toBeNull();
      expect(await store.outbox("", 10)).toEqual([]);
      expect(await store.timers("live")).toEqual([]);
      expect(await store.document("d")).toBeNull();
      await store.commit({ entries: [entry(2)] });
      expect(await store.head("live")).toEqual({ seq: 2, hash: "h2" });
    });

    test("two entries never share a place in the chain", async () => {
      await store.commit({ entries: [entry(1)] });
      await expect(store.commit({ entries: [entry(1, { hash: "another" })] })).rejects.toThrow();
      expect(await store.head("live")).toEqual({ seq: 1, hash: "h1" });
    });

    test("the answer to a command is kept as it was given, and its id is given once", async () => {
      const row = command("cmd-00000001", { status: 202, answer: { pending: true, needs: ["chief"] } });
      await store.commit({ command: row });
      expect(await store.command("cmd-00000001")).toEqual(row);
      await expect(store.commit({ command: { ...row, account: "other@44" } })).rejects.toThrow();
      expect(await store.command("cmd-00000001")).toEqual(row);
    });

    test("timers wait in the order in which they fall due, until they are cancelled or set anew", async () => {
      await store.commit({ timers: [timer("b", 20), timer("a", 10), timer("other", 5, "storm")] });
      expect((await store.timers("live")).map((t) => t.id)).toEqual(["a", "b"]);
      await store.commit({ cancelTimers: ["a", "unknown"], timers: [timer("b", 30)] });
      expect(await store.timers("live")).toEqual([timer("b", 30)]);
      await store.commit({ cancelTimers: ["b"], timers: [timer("b", 40)] });
      expect(await store.timers("live")).toEqual([timer("b", 40)]);
      expect(await store.timers("storm")).toEqual([timer("other", 5, "storm")]);
    });

    test("the outbox is read on from where a sender stopped", async () => {
      const rows = ["01", "02", "03"].map((key) => ({ key, situation: "live", at: 7, body: { key } }));
      await store.commit({ outbox: [rows[2]!, rows[0]!, rows[1]!] });
      expect(await store.outbox("", 2)).toEqual(rows.slice(0, 2));
      expect(await store.outbox("02", 10)).toEqual(rows.slice(2));
      await expect(store.commit({ outbox: [rows[0]!] })).rejects.toThrow();
    });

    test("a document is what was last written under its key", async () => {
      await store.commit({ documents: [{ key: "accounts", body: { v: 1 } }] });
      await store.commit({ documents: [{ key: "accounts", body: { v: 2, zh: "值班员" } }] });
      expect(await store.document("accounts")).toEqual({ v: 2, zh: "值班员" });
    });
    test("a dropped document is gone, those beside it stand, and dropping what is not there does no harm", async () => {
      await store.commit({ documents: [{ key: "clock:a", body: 1 }, { key: "clock:ab", body: 2 }] });
      await store.commit({ dropDocuments: ["clock:a", "clock:none"] });
      expect([await store.document("clock:a"), await store.document("clock:ab")]).toEqual([null, 2]);
      await store.commit({ dropDocuments: ["clock:ab"], documents: [{ key: "clock:ab", body: 3 }] });
      expect(await store.document("clock:ab")).toBe(3);
    });

    test("history answers with every block that overlaps the window, edges included, corrections too", async () => {
      const rows = [block(0, 10), block(10, 20), block(21, 30), block(10, 20, { receivedTo: 99, bytes: Uint8Array.of(7) })];
      await store.writeHistory([rows[2]!, rows[0]!], []);
      await store.writeHistory([rows[1]!, rows[3]!, block(10, 20, { place: "site-2" }), block(10, 20, { situation: "storm" })], []);
      expect(await store.blocks("live", "water.stage", "site-1", 10, 20)).toEqual([rows[0], rows[1], rows[3]]);
      expect(await store.blocks("live", "water.stage", "site-1", 31, 40)).toEqual([]);
      expect(await store.blocks("live", "water.stage", "site-1", 15, 25)).toEqual([rows[1], rows[3], rows[2]]);
      expect(await store.blocks("live", "water.stage", "site-1", 12, 13)).toEqual([rows[1], rows[3]]);
      expect(await store.blocks("live", "water.stage", "site-1", 15, 25, 10)).toEqual([rows[1], rows[3], rows[2]]);
      expect(await store.blocks("live", "water.stage", "site-1", 15, 25, 4)).toEqual([rows[1], rows[3]]);
    });

    test("a column is read as it was known: the last image at or before an instant", async () => {
      const image = (at: number, byte: number) => ({ situation: "live", indicator: "met.rain", at, bytes: Uint8Array.of(byte) });
      await store.writeHistory([], [image(10, 1), image(20, 2)]);
      expect(await store.image("live", "met.rain", 9)).toBeNull();
      expect(await store.image("live", "met.rain", 10)).toEqual(image(10, 1));
      expect(await store.image("live", "met.rain", 19)).toEqual(image(10, 1));
      await store.writeHistory([], [image(20, 3)]);
      expect(await store.image("live", "met.rain", 99)).toEqual(image(20, 3));
      expect(await store.image("storm", "met.rain", 99)).toBeNull();
    });

    test("a session lives until it is dropped", async () => {
      const row = { id: "s", account: "officer@44", createdAt: 1, expiresAt: 2 };
      await store.putSession(row);
      expect(await store.session("s")).toEqual(row);
      await store.putSession({ ...row, expiresAt: 3 });
      expect(await store.session("s")).toEqual({ ...row, expiresAt: 3 });
      await store.dropSession("s");
      await store.dropSession("s");
      expect(await store.session("s")).toBeNull();
    });

    test("what is forgotten is gone, what is not is as it was", async () => {
      await store.commit({ command: command("old-command", { at: 9 }) });
      await store.commit({ command: command("new-command", { at: 10 }) });
      for (const expiresAt of [20, 21]) await store.putSession({ id: `s${expiresAt}`, account: "a", createdAt: 1, expiresAt });
      await store.forget({ commandsBefore: 10, now: 20 });
      expect([await store.command("old-command"), (await store.command("new-command"))?.id]).toEqual([null, "new-command"]);
      expect([await store.session("s20"), (await store.session("s21"))?.id]).toEqual([null, "s21"]);
      const kept = [block(0, 9, { place: "site-2" }), block(0, 9, { place: "*", situation: "storm" }), block(0, 9, { place: "*", indicator: "other" })];
      await store.writeHistory([block(0, 9, { place: "*" }), block(0, 9, { place: "^" }), block(5, 10, { place: "*" }), ...kept], [1, 10].map((at) => ({ situation: "live", indicator: "water.stage", at, bytes: Uint8Array.of(1) })));
      await store.forgetHistory("live", "water.stage", ["*", "^"], 10);
      expect(await store.blocks("live", "water.stage", "*", 0, 99)).toEqual([block(5, 10, { place: "*" })]);
      expect(await store.blocks("live", "water.stage", "^", 0, 99)).toEqual([]);
      for (const b of kept) expect(await store.blocks(b.situation, b.indicator, b.place, 0, 99)).toEqual([b]);
      expect([await store.image("live", "water.stage", 9), (await store.image("live", "water.stage", 10))?.at]).toEqual([null, 10]);
    });

    test("everything is there again after closing and opening", async () => {
      await store.commit({
        entries: [entry(1)], command: command("cmd-00000001"), timers: [timer("t", 9)],
        outbox: [{ key: "o", situation: "live", at: 1, body: [1] }], documents: [{ key: "d", body: { x: 1 } }],
      });
      await store.writeHistory([block(0, 10)], [{ situation: "live", indicator: "met.rain", at: 1, bytes: Uint8Array.of(0, 1, 254) }]);
      await store.putSession({ id: "s", account: "a", createdAt: 1, expiresAt: 2 });
      await store.close();
      store = await under.open();
      expect(await all(store)).toEqual([entry(1)]);
      expect(await store.command("cmd-00000001")).toEqual(command("cmd-00000001"));
      expect(await store.timers("live")).toEqual([timer("t", 9)]);
      expect(await store.outbox("", 9)).toEqual([{ key: "o", situation: "live", at: 1, body: [1] }]);
      expect(await store.document("d")).toEqual({ x: 1 });
      expect(await store.blocks("live", "water.stage", "site-1", 0, 10)).toEqual([block(0, 10)]);
      expect((await store.image("live", "met.rain", 1))?.bytes).toEqual(Uint8Array.of(0, 1, 254));
      expect((await store.session("s"))?.account).toBe("a");
    });

    test("a closed store refuses instead of losing, and closing twice does no harm", async () => {
      await store.close();
      await expect(store.commit({ entries: [entry(1)] })).rejects.toThrow();
      await store.close();
    });

    test("kill -9 of the writer loses nothing that was acknowledged and keeps no half decision", { timeout: 90_000 }, async () => {
      await store.close();
      let last = 0;
      for (let round = 0; round < 6; round++) {
        const acknowledged = await writeUntilKilled(under, last + 1, 40 + round * 37);
        store = await under.open();
        const rows = await store.entries("kill", 0, 1_000_000);
        const present = rows.map((e) => e.seq);
        expect(present).toEqual(present.map((_, i) => i + 1));
        expect(present.length).toBeGreaterThanOrEqual(acknowledged);
        expect((await store.timers("kill")).map((t) => t.dueAt)).toEqual(present);
        expect((await store.outbox("", 1_000_000)).map((o) => o.at)).toEqual(present);
        expect(await store.command(`command-${present.length}`)).not.toBeNull();
        expect(await store.command(`command-${present.length + 1}`)).toBeNull();
        last = present.length;
        await store.close();
      }
      expect(last).toBeGreaterThan(200);
    });
  });
}

/** Runs a writer until it has acknowledged `count` more decisions, kills it in mid-write, and returns the last acknowledged number. */
async function writeUntilKilled({ writer }: StoreUnderTest, from: number, count: number): Promise<number> {
  const child = spawn(process.execPath, [resolve("tests/contract/store-writer.mjs"), writer.module, writer.factory, writer.argument, String(from)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let complaints = "";
  child.stderr.on("data", (chunk: Buffer) => (complaints += chunk.toString()));
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
    if (Number(out.trimEnd().split("\n").at(-1)) >= from + count) child.kill("SIGKILL");
  });
  const [, signal] = (await once(child, "close")) as [number | null, string | null];
  if (signal !== "SIGKILL") throw new Error(`The writer ended by itself: ${complaints}`);
  const whole = out.slice(0, out.lastIndexOf("\n"));
  return Number(whole.split("\n").at(-1));
}
