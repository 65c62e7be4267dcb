import { expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { memoryStore } from "../../tests/fixtures/memory-store.ts";
import { PERSON_SESSION_MS, Sessions } from "./sessions.ts";

const settled = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};
function fixture() {
  const clock = new ManualClock(0);
  const kept = memoryStore();
  let made = 0;
  const store = { ...kept, async dropSession(id: string) {
    if (kept.away) throw new Error("database or disk is full");
    await kept.dropSession(id);
  } };
  return { clock, kept, sessions: new Sessions({ store, clock, ids: { next: (prefix) => prefix, secret: () => `secret-${++made}` }, secret: "of a test" }) };
}

test("who signs out while the disk takes nothing is out at once, and the store is told when it can be", async () => {
  const { clock, kept, sessions } = fixture();
  const { row } = await sessions.open("officer@44", PERSON_SESSION_MS);
  const told: string[] = [];
  sessions.onEnded((id) => told.push(id));
  kept.away = true;
  await expect(sessions.end(row.id)).rejects.toThrow("full");
  expect([await sessions.living(row.id), told]).toEqual([null, [row.id]]);
  kept.away = false;
  clock.advance(5_000);
  await settled();
  expect(await kept.session(row.id)).toBeNull();
});

test("a session that ran out, or could not be renewed, keeps nobody from reading while the disk takes nothing", async () => {
  const { clock, kept, sessions } = fixture();
  const { row } = await sessions.open("device@main", PERSON_SESSION_MS);
  kept.away = true;
  clock.advance(PERSON_SESSION_MS / 2 + 1);
  await sessions.renew(row.id, PERSON_SESSION_MS);
  expect((await sessions.living(row.id))?.account).toBe("device@main");
  clock.advance(PERSON_SESSION_MS);
  expect(await sessions.living(row.id)).toBeNull();
});
