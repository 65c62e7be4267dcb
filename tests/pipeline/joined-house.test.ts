import { resolve } from "node:path";
import { setImmediate as others } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Actor } from "../../model/account.ts";
import { ManualClock } from "../../model/clock.ts";
import type { Log } from "../../model/ports.ts";
import { openCatalog } from "../../server/catalog/index.ts";
import { joinHouse, type House } from "../../server/house.ts";
import { createIds } from "../../server/ids.ts";
import { memoryStore, type MemoryStore } from "../fixtures/memory-store.ts";

const catalog = await openCatalog(resolve("."));
const officer: Actor = { account: "officer@440882", role: "officer", region: "440882", session: "s" };
const log: Log = { info: () => {}, warn: () => {}, error: (words, facts) => expect.unreachable(`${words} ${JSON.stringify(facts)}`) };
const none = (): never => {
  throw new Error("Nothing of the machine is asked for here.");
};

let chance = 0;
function house(store: MemoryStore, clock: ManualClock): House {
  return joinHouse({
    choices: { profile: "demo", secret: "of a test", accounts: null, hash: "sha256", tickMs: 200, applyDelayMs: 100, samplesPerSecond: 1_000 },
    catalog, store, clock, log, others, build: "of a test", ids: createIds(clock, (bytes) => (++chance).toString(16).padStart(2 * bytes, "0")), hasFile: () => false,
    heads: () => ({ latest: () => null, start: () => () => {}, past: () => [], vouch: () => "", isOurs: () => true }), backups: { make: none, last: () => null, drill: () => null }, judge: none, packs: { packs: [], start: none, processorMs: none },
  });
}

test("a whole house runs on a clock and a store that are not the machine's, and stands as it stood when it is opened again", async () => {
  const store = memoryStore();
  const clock = new ManualClock(Date.parse("2026-11-30T08:00:00+08:00"));
  const first = house(store, clock);
  expect(first.unready()).toHaveLength(1);
  await first.open();
  first.serve();
  expect([first.unready(), first.situations.all().map(({ id }) => id)]).toEqual([[], ["live", "storm"]]);
  const { answer } = await first.execute(officer, { id: "c-1", kind: "incident.report", situation: "live", data: { type: "water.dyke.breach", region: "440882", title: "堤脚渗水" } });
  const { incident } = (answer as { result: { incident: string } }).result;
  await first.execute({ ...officer, account: "commander@44", role: "commander", region: "44" }, { id: "c-2", kind: "wall.focus", data: { wall: "main", region: "4408" } });
  clock.advance(1_000);
  const closed: string[] = [];
  await first.stop([{ words: "The door could not be closed", take: () => closed.push("door") }]);
  expect(closed).toEqual(["door"]);

  const again = house(store, clock);
  await again.open();
  expect(again.live().incidents.incident(incident)).toEqual(first.live().incidents.incident(incident));
  expect(again.walls.state("main")?.focus).toMatchObject({ region: "4408" });
  expect(await again.answered(officer, { id: "c-1", kind: "incident.report", situation: "live", data: { type: "water.dyke.breach", region: "440882", title: "堤脚渗水" } })).toEqual({ status: 200, answer });
  await again.stop([]);
});

test("an alert that was shelved comes back at its minute, though the house was closed meanwhile and its clock set by a day", async () => {
  const store = memoryStore();
  const clock = new ManualClock(Date.parse("2026-11-30T08:00:00+08:00"));
  const settled = async (): Promise<void> => {
    for (let i = 0; i < 50; i++) await others();
  };
  const pass = async (seconds: number): Promise<void> => {
    for (let i = 0; i < seconds; i++) {
      clock.advance(1_000);
      await settled();
    }
  };
  const first = house(store, clock);
  await first.open();
  const rule = catalog.rule("water.rain.hour#3")!;
  await first.live().record(first.live().alerts.consider([{ kind: "exceed", indicator: rule.indicator, place: "440882102", rule, value: 39, limit: 30 }]));
  const { id } = [...first.live().alerts.all()].find(({ place }) => place === "440882102")!;
  const shelve = { id: "c-1", kind: "alert.shelve", situation: "live", data: { alert: id, minutes: 1, reason: "雨量筒检修" } };
  expect(await first.execute(officer, shelve)).toMatchObject({ status: 200 });
  expect(first.live().alerts.get(id)).toMatchObject({ state: "shelved", beneath: "unacknowledged" });
  await pass(10);
  clock.step(24 * 3_600_000);
  await pass(2);
  expect([...first.live().alerts.all()].find(({ indicator }) => indicator === "clock:server")).toMatchObject({ value: 86_400, state: "unacknowledged" });
  await first.stop([]);
  clock.advance(30_000);

  const again = house(store, clock);
  await again.open();
  await pass(17);
  expect(again.live().alerts.get(id)?.state).toBe("shelved");
  await pass(1);
  expect(again.live().alerts.get(id)?.state).toBe("unacknowledged");
  const entries = (await store.entries("live", 0, 1_000)).filter(({ kind }) => ["clock.stepped", "alert.shelved", "alert.unshelved"].includes(kind));
  expect(entries.map(({ kind, actor }) => [kind, actor])).toEqual([["alert.shelved", officer.account], ["clock.stepped", "system"], ["alert.unshelved", "system"]]);
  await again.stop([]);
});

test("a limit that fell due while the house was closed is told once when it opens, and a suspension ends at its day", async () => {
  const store = memoryStore();
  const clock = new ManualClock(Date.parse("2026-11-30T08:00:00+08:00"));
  const settled = async (): Promise<void> => {
    for (let i = 0; i < 50; i++) await others();
  };
  const chief: Actor = { account: "chief@440882", role: "chief", region: "440882", session: "c" };
  const unit: Actor = { account: "unit@440882:flood", role: "unit", region: "440882", unit: "440882:flood", session: "u" };
  let sent = 0;
  const first = house(store, clock);
  await first.open();
  const does = async (by: House, actor: Actor, kind: string, data: object): Promise<Record<string, string>> => ((await by.execute(actor, { id: `c-${++sent}`, kind, situation: "live", data })).answer as { result: Record<string, string> }).result;
  const { incident } = await does(first, officer, "incident.report", { type: "water.dyke.breach", region: "440882", title: "堤脚渗水" });
  await does(first, officer, "incident.verify", { incident, note: "n" });
  await does(first, chief, "incident.grade", { incident, grade: 3, reason: "r" });
  const { task } = await does(first, chief, "task.dispatch", { incident, unit: unit.unit, text: "查险", deadline: "2026-12-02T08:00:00+08:00" });
  const { acceptMin } = catalog.incidentType("water.dyke.breach")!.limits;
  await first.stop([]);
  clock.advance(acceptMin * 60_000);

  const again = house(store, clock);
  await again.open();
  for (let i = 0; i < 3; i++) {
    clock.advance(1_000);
    await settled();
  }
  const told = async () => (await store.entries("live", 0, 1_000)).filter(({ kind }) => ["limit.passed", "task.remind", "incident.resume"].includes(kind)).map(({ kind, body }) => [kind, (body as { percent?: number }).percent]);
  expect(await told()).toEqual([["limit.passed", 80], ["task.remind", 80], ["limit.passed", 100], ["task.remind", 100]]);
  const late = (await store.entries("live", 0, 1_000)).find(({ kind }) => kind === "limit.passed")!.body as { lateMs: number };
  expect(late).toMatchObject({ task, limit: "accept" });
  // A fifth of the limit had gone by, and it was told within five seconds of the opening.
  expect(late.lateMs - acceptMin * 12_000).toBeGreaterThanOrEqual(0);
  expect(late.lateMs - acceptMin * 12_000).toBeLessThanOrEqual(5_000);
  await does(again, unit, "task.accept", { task });
  await does(again, chief, "incident.suspend", { incident, reason: "等待退水", until: "2026-11-30T10:00:00+08:00" });
  clock.advance(2 * 3_600_000);
  await settled();
  expect([again.live().incidents.incident(incident!)?.state, (await told()).slice(4)]).toEqual(["handling", [["incident.resume", undefined]]]);
  await again.stop([]);
});
