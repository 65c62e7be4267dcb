import { expect, test } from "vitest";
import { RESTORED } from "../model/backup.ts";
import { ManualClock } from "../model/clock.ts";
import { memoryStore } from "../tests/fixtures/memory-store.ts";
import { createLedger } from "./journal/index.ts";
import { tellRestored } from "./restored.ts";

test("a restored house says so once in its chain, also when it is killed between telling and noting that it has told", async () => {
  const store = memoryStore();
  const clock = new ManualClock(0);
  const ledger = createLedger({ situation: "live", store, clock, simNow: () => 0, hash: "sha256", random: (bytes) => "0".repeat(bytes * 2), readOnly: false, folds: [] });
  const [last] = await ledger.record([{ kind: "test.noted", actor: "a", region: "44", body: 1 }]);
  const restored = { seq: last!.seq, hash: last!.hash, backup: "b", backupAt: "x", restoredAt: "y" };
  await store.commit({ documents: [{ key: RESTORED, body: restored }] });
  const needs = { store, record: (drafts: Parameters<typeof ledger.record>[0]) => ledger.record(drafts), root: "44" };
  const killed = { ...needs, store: { ...store, commit: async () => { throw new Error("killed"); } } };
  await expect(tellRestored(killed)).rejects.toThrow("killed");
  await tellRestored(needs);
  await tellRestored(needs);
  expect((await store.entries("live", 0, 10)).map(({ kind }) => kind)).toEqual(["test.noted", "store.restored"]);
  expect((await store.entries("live", 1, 1))[0]!.body).toEqual(restored);
});
