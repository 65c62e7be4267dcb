import { expect, test } from "vitest";
import type { Actor } from "../../model/account.ts";
import { ManualClock } from "../../model/clock.ts";
import type { Fold } from "../../model/decision.ts";
import type { Entry } from "../../model/journal.ts";
import { keepMaps } from "../../model/kept-maps.ts";
import { memoryStore, type MemoryStore } from "../../tests/fixtures/memory-store.ts";
import { createLedger } from "./ledger.ts";
import { createSnapshots, type SnapshotsNeeds } from "./snapshots.ts";
import type { PastHead } from "./verify-behind.ts";

const officer: Actor = { account: "officer@44", role: "officer", region: "44", session: "s" };
const OFTEN = { entries: 10, notWithinMs: 60_000, entriesAtStop: 3 };
const settled = async (): Promise<void> => {
  for (let i = 0; i < 400; i++) await Promise.resolve();
};

type Asked = Omit<Partial<SnapshotsNeeds>, "clock">;
/** A house of one fold, which adds up. */
async function house(store: MemoryStore, more: Asked & { readonly anchor?: { readonly seq: number; readonly hash: string } } = {}) {
  const clock = new ManualClock(0);
  const said: string[] = [];
  const note = (words: string, facts?: object): void => void said.push(`${words} ${JSON.stringify(facts)}`);
  const sums = new Map<string, number>();
  let applied = 0;
  const fold: Fold = {
    kept: keepMaps("sums", { sums }),
    apply({ actor, body }) {
      applied++;
      sums.set(actor, (sums.get(actor) ?? 0) + (body as { readonly n: number }).n);
    },
  };
  let salts = 0;
  const ledger = createLedger({ situation: "live", store, clock, simNow: () => clock.now(), hash: "sha256", random: (bytes) => (salts++).toString(16).padStart(bytes * 2, "0"), readOnly: false, folds: [fold], anchor: more.anchor ?? null });
  const snapshots = createSnapshots({ situation: "live", store, clock, hash: "sha256", log: { info: note, warn: note, error: note }, build: "b1", vouch: (text) => `ours ${text.length}`, isOurs: (text, sig) => sig === `ours ${text.length}`, turns: () => () => undefined, signed: () => [], often: OFTEN, ...more });
  const from = await snapshots.restore([fold]);
  await ledger.recover(from ?? undefined);
  const readAtBoot = applied;
  let commands = 0;
  return {
    ledger, snapshots, sums, said, clock, readAtBoot, from,
    async serve() {
      snapshots.begin(ledger);
      await settled();
    },
    /** So many entries more. */
    async add(count: number) {
      for (let i = 1; i <= count; i++) await ledger.record([{ kind: "test.added", actor: `a${i % 3}`, region: "44", body: { n: i } }]);
      await settled();
    },
    order: () => ledger.execute(officer, { id: `c-${++commands}`, kind: "test", data: {} }, () => ({ drafts: [{ kind: "test.added", actor: officer.account, region: "44", body: { n: 1 } }], result: {} })),
  };
}
/** A store with a snapshot at entry 12, and a tail of 4. */
async function keptAt12(): Promise<{ readonly store: MemoryStore; readonly sums: ReadonlyMap<string, number> }> {
  const store = memoryStore();
  const first = await house(store);
  await first.add(12);
  await first.serve();
  await first.add(4);
  return { store, sums: first.sums };
}
const storedAt = async (store: MemoryStore): Promise<number | null> => (await store.snapshot("live"))?.seq ?? null;

test("a boot reads what lies behind the snapshot, and the whole chain is verified behind the open doors", async () => {
  const { store, sums } = await keptAt12();
  const again = await house(store);
  expect([again.readAtBoot, [...again.sums], again.snapshots.state()]).toEqual([4, [...sums], expect.objectContaining({ state: "verifying", of: 12, verified: 0 })]);
  await again.order();
  await again.serve();
  expect(again.snapshots.state()).toMatchObject({ state: "verified", verified: 12, snapshot: { seq: 12 } });
  await again.order();
});

test("one is taken after so many entries and never within so long of the last, and no part of an older one is left", async () => {
  const store = memoryStore();
  const one = await house(store);
  await one.serve();
  await one.add(9);
  expect(await storedAt(store)).toBeNull();
  await one.add(1);
  expect(await storedAt(store)).toBe(10);
  await one.add(30);
  expect(await storedAt(store)).toBe(10);
  one.clock.advance(OFTEN.notWithinMs);
  await one.add(1);
  expect(await storedAt(store)).toBe(41);
  expect(await store.snapshotPart("live", 10, 0)).toBeNull();
  expect(await store.snapshotPart("live", 41, 0)).not.toBeNull();
});

test("at an orderly stop a last one is taken when it spares the next boot something", async () => {
  const store = memoryStore();
  const one = await house(store);
  await one.serve();
  await one.add(2);
  await one.snapshots.stop();
  expect(await storedAt(store)).toBeNull();
  const two = await house(store);
  await two.serve();
  await two.add(1);
  await two.snapshots.stop();
  expect(await storedAt(store)).toBe(3);
});

test.each<[string, RegExp, (store: MemoryStore) => Promise<Asked>]>([
  ["of another build", /another build/, async () => ({ build: "b2" })],
  ["that another house signed", /signature/, async () => ({ isOurs: () => false })],
  ["of which a byte was altered", /part 0 is missing or was altered/, async (store) => {
    const bytes = (await store.snapshotPart("live", 12, 0))!;
    await store.putSnapshotPart("live", 12, 0, bytes.map((byte, i) => (i === 5 ? byte ^ 1 : byte)));
    return {};
  }],
  ["of which a part is missing", /part 1 is missing/, async (store) => {
    const whole = (await store.snapshot("live"))!;
    const first = (await store.snapshotPart("live", 12, 0))!;
    await store.dropSnapshot("live");
    await store.dropSnapshotParts("live");
    await store.putSnapshot(whole);
    await store.putSnapshotPart("live", 12, 0, first);
    return {};
  }],
  ["whose list of parts was altered", /signature/, async (store) => {
    const whole = (await store.snapshot("live"))!;
    await store.putSnapshot({ ...whole, parts: [...whole.parts, whole.parts[0]!] });
    return {};
  }],
  ["of another chain", /another chain/, async (store) => {
    const whole = (await store.snapshot("live"))!;
    const other = { ...whole, hash: "f".repeat(64) };
    await store.putSnapshot(other);
    return { isOurs: () => true };
  }],
  ["from beyond the end of the chain", /another chain/, async (store) => {
    await store.putSnapshot({ ...(await store.snapshot("live"))!, seq: 99 });
    return { isOurs: () => true };
  }],
])("a snapshot %s is thrown away, told in the log, and everything is read anew", async (_which, why, alter) => {
  const { store, sums } = await keptAt12();
  const again = await house(store, await alter(store));
  expect([again.readAtBoot, again.from, [...again.sums]]).toEqual([16, null, [...sums]]);
  expect(again.said).toEqual([expect.stringMatching(why)]);
  expect(again.snapshots.state().state).toBe("verified");
  await again.serve();
  // And another takes its place.
  expect(await storedAt(store)).toBe(16);
});

test("what a kill has left of one that was being written is never read, and goes", async () => {
  const { store } = await keptAt12();
  await store.putSnapshotPart("live", 16, 0, new Uint8Array(8));
  const again = await house(store);
  expect(again.readAtBoot).toBe(4);
  await again.serve();
  again.clock.advance(OFTEN.notWithinMs);
  await again.add(10);
  expect([await storedAt(store), await store.snapshotPart("live", 16, 0), await store.snapshotPart("live", 12, 0)]).toEqual([22, null, null]);
});

/** Changes what is stored of an entry, and nothing else. */
async function altered(store: MemoryStore, seq: number, change: (entry: Entry) => Partial<Entry>): Promise<void> {
  const [entry] = await store.entries("live", seq - 1, 1);
  Object.assign(entry!, change(entry!));
}

test("an old entry that was altered is found behind the boot: the ledger refuses from then on, what is found stands in memory, and the next start reads everything", async () => {
  const { store } = await keptAt12();
  await altered(store, 5, () => ({ body: { n: 500 } }));
  const again = await house(store);
  await again.order();
  expect(again.readAtBoot).toBe(4);
  await again.serve();
  expect(again.snapshots.state()).toMatchObject({ state: "flawed", flaw: 'The journal of "live" is damaged at seq 5: bodyHash does not match the body' });
  expect(again.said.join("\n")).toMatch(/日志校验失败/);
  const length = (await store.head("live"))!.seq;
  await expect(again.order()).rejects.toMatchObject({ code: "not_ready", status: 503 });
  await expect(again.ledger.record([{ kind: "test.added", actor: "a", region: "44", body: { n: 1 } }])).rejects.toMatchObject({ code: "not_ready" });
  await again.ledger.note(() => [{ kind: "test.added", actor: "found", region: "44", body: { n: 7 } }]);
  expect([again.sums.get("found"), again.ledger.owed(), (await store.head("live"))!.seq, again.ledger.head().seq]).toEqual([7, 1, length, length]);
  again.clock.advance(60_000);
  await settled();
  await again.ledger.stop();
  await again.snapshots.stop();
  expect((await store.head("live"))!.seq).toBe(length);
  await expect(house(store)).rejects.toThrow(/damaged at seq 5/);
});

test("an old entry that is gone, or another one that was signed, is found behind the boot as well", async () => {
  const { store } = await keptAt12();
  const head = (seq: number, hash: string, holds = true): PastHead => ({ seq, hash, where: `line ${seq}`, holds: () => holds });
  const hashOf = async (seq: number): Promise<string> => (await store.entries("live", seq - 1, 1))[0]!.hash;
  const flawOf = async (signed: readonly PastHead[]): Promise<string | undefined> => {
    const again = await house(store, { signed: () => signed });
    await again.serve();
    return again.snapshots.state().flaw;
  };
  expect(await flawOf([head(3, await hashOf(3)), head(9, await hashOf(9)), head(99, "x")])).toBeUndefined();
  const kept = (await store.snapshot("live"))!;
  expect(await flawOf([head(3, await hashOf(3)), head(9, "e".repeat(64))])).toMatch(/seq 9 has another hash than was signed \(line 9\)/);
  await store.putSnapshot(kept);
  expect(await flawOf([head(3, await hashOf(3), false)])).toMatch(/the signature of line 3 does not hold/);
});

test("the signed head is held against the chain before anybody decides on it, wherever it lies", async () => {
  const { store } = await keptAt12();
  const hash = (await store.entries("live", 6, 1))[0]!.hash;
  expect((await house(store, { anchor: { seq: 7, hash } })).readAtBoot).toBe(4);
  await expect(house(store, { anchor: { seq: 7, hash: "0".repeat(64) } })).rejects.toThrow(/seq 7 has another hash/);
  await expect(house(store, { anchor: { seq: 20, hash } })).rejects.toThrow(/ends at seq 16, but seq 20 was signed/);
});
