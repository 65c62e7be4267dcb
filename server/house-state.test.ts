import { expect, test } from "vitest";
import { ManualClock } from "../model/clock.ts";
import { memoryStore } from "../tests/fixtures/memory-store.ts";
import { watchStore } from "./house-state.ts";

const settled = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};
function watched() {
  const clock = new ManualClock(Date.parse("2026-11-30T08:12:00+08:00"));
  const kept = memoryStore();
  const errors: string[] = [];
  const state = watchStore({ store: { ...kept, writable: async () => !kept.away, commit: (batch) => kept.commit(batch) }, clock, log: { info: () => {}, warn: () => {}, error: (words) => void errors.push(words) } });
  const told: string[] = [];
  state.onChange(() => told.push(state.now().store));
  return { clock, kept, state, told, errors };
}

test("a write that the disk refuses makes the house read-only, and it writes again by itself a second after there is room", async () => {
  const { clock, kept, state, told } = watched();
  await state.store.commit({ documents: [{ key: "d", body: 1 }] });
  expect(state.now().store).toBe("writes");
  kept.away = true;
  await expect(state.store.commit({})).rejects.toThrow("away");
  expect([state.now(), state.why()]).toEqual([{ store: "readOnly", since: clock.now() }, "The store is away."]);
  clock.advance(10_000);
  await settled();
  kept.away = false;
  clock.advance(1_000);
  await settled();
  expect([told, state.why()]).toEqual([["readOnly", "writes"], null]);
  await state.store.commit({});
});

test("while it is read-only a write is refused at once and in words, and reads go on", async () => {
  const { kept, state } = watched();
  await state.store.commit({ documents: [{ key: "d", body: 1 }] });
  kept.away = true;
  await state.store.commit({}).catch(() => {});
  await expect(state.store.putSession({ id: "s", account: "a", createdAt: 0, expiresAt: 1 })).rejects.toMatchObject({ code: "store_unavailable", message: expect.stringMatching(/read-only since 08:12.*Make room/), details: { state: "readOnly" } });
  expect(await state.store.document("d")).toBe(1);
});

test("a write that is wrong in itself makes nobody read-only", async () => {
  const { state, told } = watched();
  const { store } = watchStore({ store: { ...memoryStore(), commit: async () => { throw new Error("UNIQUE constraint failed"); } }, clock: new ManualClock(0), log: { info: () => {}, warn: () => {}, error: () => {} } });
  await expect(store.commit({})).rejects.toThrow("UNIQUE");
  await expect(store.commit({})).rejects.toThrow("UNIQUE");
  expect([state.now().store, told]).toEqual(["writes", []]);
});
