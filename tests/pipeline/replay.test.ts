import { resolve } from "node:path";
import { setImmediate as others } from "node:timers/promises";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../model/account.ts";
import { ManualClock } from "../../model/clock.ts";
import type { Log } from "../../model/ports.ts";
import { DAY, formatTime, HOUR, MINUTE, SECOND } from "../../model/time.ts";
import { decode, type CellFrame, type Frame, type RecordFrame } from "../../model/wire/index.ts";
import { openCatalog, type Catalog } from "../../server/catalog/index.ts";
import { createFeeds } from "../../server/feeds/index.ts";
import { createIngest } from "../../server/ingest/index.ts";
import { createClockWatch } from "../../server/clock-watch.ts";
import { openSituation, type Situation } from "../../server/situation.ts";
import { createSituations, type Situations } from "../../server/situations.ts";
import { memoryStore, type MemoryStore } from "../fixtures/memory-store.ts";

const START = Date.parse("2026-03-01T08:00:00+08:00");
const TICK_MS = 200;
const TOWN = "440882115";
const OUTAGES = "ener.outage.users";
const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
const commander: Actor = { account: "commander@44", role: "commander", region: "44", session: "s" };
const post = (role: Actor["role"], region: string, more: Partial<Actor> = {}): Actor => ({ account: `${role}@${region}`, role, region, session: "s", ...more });
let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog(resolve("."));
});

/** Live and what is started beside it, on a clock that stands still until the test moves it. */
async function house(store: MemoryStore = memoryStore(), clock = new ManualClock(START)) {
  let n = store.history.blocks.length;
  const situations: Situations = createSituations({
    feeds: createFeeds(catalog), log: silent, clock, root: "44",
    launch: (plan) =>
      openSituation(
        {
          catalog, store, clock, log: silent, hash: "sha256", tickMs: TICK_MS, applyDelayMs: 100, nextChannelId: () => ++n, turns: () => () => undefined, others, steadyTime: createClockWatch(clock),
          ids: { next: (prefix) => `${prefix}-${++n}`, secret: (bytes) => "0".repeat(2 * bytes) }, anchor: null,
          folds: plan.id === "live" ? [situations] : [], wall: () => undefined, wallMoved: () => {},
        },
        plan,
      ),
  });
  await situations.open();
  const live = situations.get("live")!;
  const ingest = createIngest({
    indicator: (id) => catalog.indicator(id), clock,
    place(id) {
      const region = catalog.regions.find(id);
      const site = catalog.site(id);
      return region ? { level: region.level, region: id } : site && { level: "site", siteKind: site.kind, region: site.region };
    },
  });
  const send = (id: string, kind: string, data: object, actor = commander, situation?: string) => {
    const envelope = { id: `${id}-${++n}`, kind, data, ...(situation !== undefined && { situation }) };
    return (kind.startsWith("situation.") ? situations.execute(actor, envelope) : situations.get(situation ?? "live")!.execute(actor, envelope)) as Promise<{ answer: { result: Record<string, string> } }>;
  };
  return {
    store, clock, situations, live,
    sample(place: string, value: number, observedAt = clock.now(), indicator = OUTAGES) {
      const { receipt, readings } = ingest.accept([{ indicator, place, value, observedAt: formatTime(observedAt) }], { id: "src", region: "44", mayAbout: () => true });
      expect(receipt.problems).toEqual([]);
      live.take(readings);
    },
    command: async (kind: string, data: object, actor?: Actor, situation?: string) => (await send("command", kind, data, actor, situation)).answer.result,
    refused: (kind: string, data: object, actor?: Actor, situation?: string) => send("refused", kind, data, actor, situation).then(() => null, (error: { code: string; message: string }) => `${error.code}: ${error.message}`),
    /** Lets time pass; everything that it brings about, the last tick included, has come to its end. */
    async pass(ms: number) {
      for (const part of [ms - TICK_MS, TICK_MS].filter((p) => p > 0)) {
        clock.advance(part);
        await new Promise((done) => setImmediate(done));
      }
    },
    async replay(from: number, to: number, more: object = {}): Promise<Situation> {
      const { situation } = (await send("start", "situation.start", { kind: "replay", from: formatTime(from), to: formatTime(to), ...more })).answer.result;
      return situations.get(situation!)!;
    },
    seek: (situation: string, to: number) => send("seek", "situation.seek", { situation, to: formatTime(to) }),
    stop: () => situations.stop(),
  };
}
const valueAt = async (situation: Situation, place = TOWN, level: "town" | "city" = "town", asOf?: number) => (await situation.slice(OUTAGES, place, level, asOf))[0]!.value;

describe("a replay of live's past", () => {
  test("a correction is not seen before it was received: by no read, and not by its region", async () => {
    const h = await house();
    h.sample(TOWN, 5);
    await h.pass(10 * MINUTE);
    h.sample(TOWN, 6, START);
    await h.pass(20 * MINUTE);
    const replay = await h.replay(START - MINUTE, START + 20 * MINUTE, { speed: 60 });
    expect(replay.info()).toMatchObject({ id: "replay", kind: "replay", banner: "回放 · 实况 2026年3月1日 07:59 – 08:20", clock: { speed: 60, paused: false } });
    expect(await valueAt(replay)).toBeNull();
    await h.pass(2 * SECOND);
    expect(replay.simNow()).toBe(START + MINUTE);
    expect([await valueAt(replay), await valueAt(replay, "4408", "city"), await valueAt(replay, TOWN, "town", START + HOUR)]).toEqual([5, 5, 5]);
    expect(await replay.series(OUTAGES, TOWN, START - DAY, START + DAY, 100, START + DAY)).toEqual([[START, 5, "good"]]);
    expect((await replay.lineage(OUTAGES, TOWN)).value).toBe(5);
    await h.pass(9 * SECOND + 200);
    expect([await valueAt(replay), await valueAt(replay, "4408", "city"), await valueAt(replay, TOWN, "town", START + MINUTE)]).toEqual([6, 6, 5]);
    expect((await replay.slice(OUTAGES, TOWN, "town"))[0]).toMatchObject({ quality: "revised" });
    await h.seek("replay", START + 9 * MINUTE);
    expect(await valueAt(replay)).toBe(5);
    await h.seek("replay", START + 11 * MINUTE);
    expect(await valueAt(replay)).toBe(6);
    await h.stop();
  });

  test("at any instant, wherever the clock came from, it knows what live knew then", async () => {
    const h = await house();
    const towns = ["440882115", "440882116", "440103001", "441900003"];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat({ max: 3 }), fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 400 })), { minLength: 1, maxLength: 12 }), fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }), async (sent, looks) => {
        const from = h.clock.now();
        for (const [town, value, ageS, waitS] of sent) {
          h.sample(towns[town]!, value, h.clock.now() - ageS * SECOND);
          await h.pass(waitS * SECOND);
        }
        const to = h.clock.now();
        const replay = await h.replay(from, to, { speed: 3600 });
        for (const look of looks) {
          const at = Math.floor(from + (to - from) * look);
          await h.seek(replay.id, at);
          const shown = (place: string, level: "town" | "city", of: Situation, asOf?: number) => of.slice(OUTAGES, place, level, asOf).then((cells) => cells.map(({ tick: _tick, ...cell }) => cell));
          for (const place of towns) expect(await shown(place, "town", replay)).toEqual(await shown(place, "town", h.live, at));
          expect(await shown("44", "city", replay)).toEqual(await shown("44", "city", h.live, at));
        }
        await h.command("situation.stop", { situation: replay.id });
      }),
      { numRuns: 15 },
    );
    await h.stop();
  });

  test("an order's steps appear at their time, go when the clock is set back, and come again", async () => {
    const h = await house();
    const village = "440882115212";
    const unit = catalog.units(village)[0]!;
    const responder = post("unit", village, { unit: unit.id });
    const { incident } = await h.command("incident.report", { type: "water.flash.flood", region: village, title: "【模拟】山洪" });
    await h.pass(MINUTE);
    await h.command("incident.verify", { incident, note: "已核实" });
    await h.command("incident.grade", { incident, grade: 4, reason: "一般" });
    await h.pass(MINUTE);
    const { task } = await h.command("task.dispatch", { incident, unit: unit.id, text: "转移", deadline: formatTime(START + DAY) });
    await h.pass(MINUTE);
    await h.command("task.accept", { task }, responder);
    await h.pass(5 * MINUTE);
    const replay = await h.replay(START - MINUTE, START + 5 * MINUTE, { speed: 60 });
    const standing = () => [replay.incidents.incident(incident!)?.state, replay.incidents.task(task!)?.state, replay.chain.head().seq];
    expect(standing()).toEqual([undefined, undefined, 0]);
    const frames: Frame[] = [];
    replay.frames.person.onFrames((sent) => frames.push(...sent.map((f) => decode(f.bytes))));
    await replay.frames.person.open({ kind: "tasks", region: "44" });
    const seen = [];
    for (let s = 0; s < 5; s++) {
      for (let i = 0; i < 5; i++) await h.pass(200);
      seen.push(standing());
    }
    expect(seen).toEqual([["pending", undefined, 1], ["graded", undefined, 3], ["handling", "dispatched", 4], ["handling", "accepted", 5], ["handling", "accepted", 5]]);
    expect(frames.flatMap((f) => (f as RecordFrame).records.map((r) => (r.record as { state: string }).state))).toEqual(["dispatched", "accepted"]);
    expect(frames.every((f) => f.simAt >= START && f.simAt <= START + 5 * MINUTE)).toBe(true);
    await h.seek("replay", START + 150 * SECOND);
    expect(standing()).toEqual(["handling", "dispatched", 4]);
    expect((await replay.chain.entries(0, 100)).map((e) => e.kind)).toEqual(["incident.report", "incident.verify", "incident.grade", "task.dispatch"]);
    await h.seek("replay", START + 4 * MINUTE);
    expect(standing()).toEqual(["handling", "accepted", 5]);
    await h.stop();
  });

  test("alerts are those that live raised, none is raised again, and their numbers stream as they came", async () => {
    const h = await house();
    const gauge = catalog.sitesOf(catalog.indicator("met.rain.3h")!.siteKind!)[0]!;
    h.sample(gauge.id, 120, START, "met.rain.3h");
    await h.pass(TICK_MS);
    await h.pass(MINUTE);
    h.sample(gauge.id, 3, h.clock.now(), "met.rain.3h");
    await h.pass(HOUR);
    expect([...h.live.alerts.all()]).toMatchObject([{ place: gauge.id, severity: 1, state: "returned", value: 3 }]);
    const to = h.clock.now();
    const entries = (await h.store.entries("live", 0, 100)).length;
    const replay = await h.replay(START - MINUTE, to, { speed: 3600 });
    const opened = await replay.frames.person.open({ kind: "slice", indicator: "met.rain.3h", region: gauge.region, level: "site" });
    const frames: Frame[] = [];
    replay.frames.person.onFrames((sent) => frames.push(...sent.map((f) => decode(f.bytes))));
    await h.seek("replay", START + 30 * SECOND);
    expect([...replay.alerts.all()]).toMatchObject([{ place: gauge.id, severity: 1, state: "unacknowledged", value: 120 }]);
    await h.pass(200);
    expect(frames.every((f) => f.id === opened.id)).toBe(true);
    expect(frames.map((f) => [f.kind, f.epoch === opened.epoch, (f as CellFrame).cells.find((c) => c.place === gauge.id)?.value])).toEqual([["snapshot", false, 120], ["delta", false, 3]]);
    await h.seek("replay", to);
    expect([...replay.alerts.all()]).toEqual([...h.live.alerts.all()]);
    for (let i = 0; i < 5; i++) await h.pass(MINUTE);
    expect((await h.store.entries("replay", 0, 100))).toEqual([]);
    // The start and the seeks, and nothing else.
    expect((await h.store.entries("live", 0, 100)).length).toBe(entries + 3);
    await h.stop();
  });

  test("it is read-only: whatever is not about its clock is refused, and its clock obeys", async () => {
    const h = await house();
    const { incident } = await h.command("incident.report", { type: "water.flash.flood", region: TOWN, title: "【模拟】山洪" });
    await h.pass(HOUR);
    const replay = await h.replay(START - MINUTE, START + HOUR, { speed: 60 });
    for (const [kind, data] of [["incident.report", { type: "water.flash.flood", region: TOWN, title: "【模拟】二" }], ["incident.verify", { incident, note: "核实" }], ["alert.acknowledge", { alert: "al-1" }]] as const)
      expect(await h.refused(kind, data, commander, "replay")).toMatch(/^read_only: "replay" is a replay/);
    await h.command("situation.pause", { situation: "replay" });
    const at = replay.simNow();
    await h.pass(MINUTE);
    expect(replay.simNow()).toBe(at);
    await h.command("situation.resume", { situation: "replay" });
    await h.command("situation.speed", { situation: "replay", speed: 3600 });
    await h.pass(MINUTE);
    expect(replay.info()).toMatchObject({ clock: { simAt: START + HOUR, paused: true } });
    expect(await h.refused("situation.seek", { situation: "replay", to: formatTime(START + 2 * HOUR) })).toMatch(/^bad_time: The record runs from/);
    await h.command("situation.stop", { situation: "replay" });
    expect(h.situations.get("replay")).toBeUndefined();
    await h.stop();
  });

  test("what cannot be replayed is refused, saying why and what to do", async () => {
    const h = await house();
    const start = (data: object) => h.refused("situation.start", data);
    const [from, to] = [formatTime(START - HOUR), formatTime(START)];
    expect(await start({ kind: "replay", from, to: from })).toMatch(/^bad_time: The stretch ends at .*not after its beginning/);
    expect(await start({ kind: "replay", from, to: formatTime(START + 1) })).toMatch(/^bad_time: .*only what has passed/);
    expect(await start({ kind: "replay", from })).toMatch(/^bad_request: .*"to" is missing/);
    expect(await start({ kind: "replay", to })).toMatch(/^bad_request: .*"from" is missing/);
    expect(await start({ kind: "replay", from: "2026-02-30T00:00:00+08:00", to })).toMatch(/^bad_time: "2026-02-30T/);
    expect(await start({ kind: "replay", from, to, feed: "covid:2020" })).toMatch(/^bad_request: Say what to play, and one thing only/);
    expect(await start({ kind: "drill", from, to })).toMatch(/^bad_request: .*send kind "replay"/);
    expect(await start({ kind: "drill" })).toMatch(/^bad_request: Say what to play/);
    expect(await start({ kind: "drill", scenario: "dam-break" })).toMatch(/^bad_request: Scenarios cannot be played yet; "dam-break"/);
    expect(await start({ kind: "drill", feed: "storm:none" })).toMatch(/^not_found: There is no record "storm:none"/);
    const ids = [];
    for (let i = 0; i < 3; i++) ids.push((await h.replay(START - HOUR, START)).id);
    expect(ids).toEqual(["replay", "replay-2", "replay-3"]);
    expect(await start({ kind: "replay", from, to })).toMatch(/^too_many_situations: 4 situations run beside live/);
    await h.stop();
  });

  test("after a restart it stands where it stood; a new one has another name and begins at the beginning", async () => {
    const h = await house();
    h.sample(TOWN, 7);
    const { incident } = await h.command("incident.report", { type: "water.flash.flood", region: TOWN, title: "【模拟】山洪" });
    await h.pass(HOUR);
    await h.replay(START - HOUR, START + HOUR);
    await h.seek("replay", START + 10 * MINUTE);
    await h.command("situation.pause", { situation: "replay" });
    await h.stop();
    await h.pass(MINUTE);
    const again = await house(h.store, h.clock);
    const replay = again.situations.get("replay")!;
    expect(replay.info()).toMatchObject({ kind: "replay", clock: { simAt: START + 10 * MINUTE, paused: true }, span: { from: START - HOUR, to: START + HOUR } });
    expect(await valueAt(replay)).toBe(7);
    expect(replay.incidents.incident(incident!)?.state).toBe("pending");
    expect(await h.store.document("clock:replay")).not.toBeNull();
    await again.command("situation.stop", { situation: "replay" });
    expect(await h.store.document("clock:replay")).toBeNull();
    expect((await again.replay(START - HOUR, START + HOUR)).info()).toMatchObject({ id: "replay-2", clock: { simAt: START - HOUR, paused: false } });
    await again.stop();
  });
});
