import type { Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from "vitest";
import { formatTime } from "../../model/time.ts";
import { decode } from "../../model/wire/index.ts";
import type { Beat, WatchAnswer, WatchedChannel } from "../../model/wire/events.ts";
import type { Frame } from "../../model/wire/frame.ts";
import { callerOf, type Caller } from "../fixtures/caller.ts";
import { RECORD_ALONE, RESTARTS_MS, startServer, type RunningServer } from "../fixtures/start-server.ts";

let server: RunningServer;
let api: Caller;
beforeAll(async () => {
  server = await startServer({ env: RECORD_ALONE });
  api = callerOf(server);
});
afterAll(() => server?.stop());
const open: Socket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});

type Given = Extract<WatchedChannel, { id: number }>;
const INDICATOR = "grid.event.report";
const TOWN = "440882115";
const connect = async (options: Parameters<Caller["socket"]>[0]): Promise<Socket> => {
  const socket = await api.socket(options);
  open.push(socket);
  await new Promise<void>((done, fail) => socket.once("connect", done).once("connect_error", fail));
  return socket;
};
const refused = async (options: Parameters<Caller["socket"]>[0]): Promise<{ data?: { code: string } }> => {
  const socket = await api.socket(options);
  open.push(socket);
  return new Promise((done) => socket.once("connect_error", done));
};
const watch = (socket: Socket, channels: unknown[], situation?: string): Promise<WatchAnswer> => socket.emitWithAck("watch", { channels, ...(situation ? { situation } : {}) });
/** All frames of a channel as they come. */
function framesOf(socket: Socket, id: number): { next(wanted: (frame: Frame) => boolean): Promise<Frame>; all: Frame[] } {
  const all: Frame[] = [];
  const waiting: (() => void)[] = [];
  socket.on("frame", (bytes: Uint8Array) => {
    const frame = decode(new Uint8Array(bytes));
    if (frame.id === id) all.push(frame);
    for (const wake of waiting.splice(0)) wake();
  });
  return {
    all,
    async next(wanted) {
      for (let i = 0; ; ) {
        for (; i < all.length; i++) if (wanted(all[i]!)) return all[i]!;
        await new Promise<void>((done) => waiting.push(done));
      }
    },
  };
}
const cellsOf = (frame: Frame) => (frame.body === "cells" ? frame.cells : []);
const slice = (region = TOWN, level = "village") => ({ kind: "slice", indicator: INDICATOR, region, level });
const send = (place: string, value: number, at: number) => api.post("/samples", { samples: [{ indicator: INDICATOR, place, observedAt: formatTime(at), value }] }, "source@44");

test("a sample is heard as one frame that follows its snapshot, exact, with time, quality and coverage", async () => {
  const socket = await connect({ as: "officer@440882" });
  const { ok, channels } = await watch(socket, [slice(), slice("440882", "county")]);
  expect(ok).toBe(true);
  const [villages, county] = channels as [Given, Given];
  const snapshot = decode(new Uint8Array(villages.snapshot!));
  expect(snapshot).toMatchObject({ id: villages.id, epoch: villages.epoch, seq: villages.seq, kind: "snapshot", body: "cells" });
  expect(cellsOf(snapshot).find((c) => c.place === "440882115212")).toMatchObject({ value: null, observedAt: null, state: "never" });
  const heard = framesOf(socket, villages.id);
  const above = framesOf(socket, county.id);
  const at = Math.floor(Date.now() / 1000) * 1000;
  await send("440882115212", 12, at);
  const frame = await heard.next((f) => cellsOf(f).some((c) => c.value === 12));
  expect(frame).toMatchObject({ kind: "delta", epoch: villages.epoch, seq: villages.seq + 1, simAt: expect.any(Number) });
  expect(frame.applyAt).toBeGreaterThanOrEqual(frame.at);
  expect(cellsOf(frame)).toEqual([expect.objectContaining({ place: "440882115212", value: 12, observedAt: at, state: null, quality: "good", have: 1, of: 1 })]);
  const sum = await above.next((f) => cellsOf(f).some((c) => c.place === "440882"));
  expect(cellsOf(sum)[0]).toMatchObject({ place: "440882", value: 12, have: 1 });
});

test("frames of a channel count up without a gap, and a second listener gets the same bytes", async () => {
  const [a, b] = [await connect({ as: "officer@440882" }), await connect({ as: "chief@4408" })];
  const [first] = (await watch(a, [slice()])).channels as [Given];
  const [second] = (await watch(b, [slice()])).channels as [Given];
  expect([second.id, second.epoch]).toEqual([first.id, first.epoch]);
  const heard = [framesOf(a, first.id), framesOf(b, second.id)];
  const at = Math.floor(Date.now() / 1000) * 1000;
  for (let i = 1; i <= 5; i++) {
    await send("440882115200", 100 + i, at - 10_000 + i * 1_000);
    await Promise.all(heard.map((h) => h.next((f) => cellsOf(f).some((c) => c.value === 100 + i))));
  }
  for (const { all } of heard) expect(all.map((f) => f.seq)).toEqual(all.map((_, i) => first.seq + 1 + i));
  expect(heard[0]!.all).toEqual(heard[1]!.all);
});

test("what is no longer watched is no longer heard", async () => {
  const socket = await connect({ as: "officer@440882" });
  const [given] = (await watch(socket, [slice()])).channels as [Given];
  const heard = framesOf(socket, given.id);
  expect(await socket.emitWithAck("unwatch", { ids: [given.id] })).toEqual({ ok: true });
  const other = await connect({ as: "officer@440882" });
  const [again] = (await watch(other, [slice()])).channels as [Given];
  const still = framesOf(other, again.id);
  await send("440882115201", 5, Date.now());
  await still.next((f) => cellsOf(f).some((c) => c.value === 5));
  expect(heard.all).toEqual([]);
});

test("the storm's numbers, alerts and incidents stream in their own world, apart from the live one", async () => {
  const socket = await connect({ as: "commander@44" });
  const channels = [{ kind: "slice", indicator: "met.storm.distance", region: "44", level: "county" }, { kind: "alerts", region: "44" }, { kind: "incidents", region: "44" }, { kind: "tasks", region: "44" }, { kind: "warnings", region: "44" }, { kind: "wall", wall: "main" }];
  const storm = (await watch(socket, channels, "storm")).channels as Given[];
  expect(storm.map((c) => decode(new Uint8Array(c.snapshot!)).body)).toEqual(["cells", "records", "records", "records", "records", "records"]);
  const frame = decode(new Uint8Array(storm[0]!.snapshot!));
  expect(new Date(frame.simAt).getUTCFullYear()).toBe(2015);
  const live = (await watch(socket, channels)).channels as Given[];
  expect(live[0]!.id).not.toBe(storm[0]!.id);
  expect(new Date(decode(new Uint8Array(live[0]!.snapshot!)).simAt).getUTCFullYear()).toBeGreaterThan(2020);
});

test("a command is seen as a record by whoever watches that region, and by nobody else", async () => {
  const county = await connect({ as: "officer@440882" });
  const [incidents] = (await watch(county, [{ kind: "incidents", region: "440882" }])).channels as [Given];
  const heard = framesOf(county, incidents.id);
  const { incident } = (await api.command("unit@440882115212", "incident.report", { type: "water.flash.flood", region: "440882115212", title: "【模拟】山洪" })).body.result;
  const frame = await heard.next((f) => f.body === "records" && f.records.some((r) => r.id === incident));
  expect(frame.body === "records" && frame.records.find((r) => r.id === incident)?.record).toMatchObject({ id: incident, state: "pending", region: "440882115212" });
});

test("a unit hears of its own orders alone, from the snapshot on; its county hears of all", async () => {
  const units = (await api.get("/units?region=440882", "chief@4408")).body.items as { id: string }[];
  const own = (await api.demo()).find((a) => a.account === "unit@440882")!.unit!;
  const other = units.find((u) => u.id !== own)!.id;
  const { incident } = (await api.command("officer@440882", "incident.report", { type: "water.flash.flood", region: "440882", title: "【模拟】两单位" })).body.result;
  await api.command("officer@440882", "incident.verify", { incident, note: "核实" });
  await api.command("officer@440882", "incident.grade", { incident, grade: 4, reason: "一般" });
  const dispatch = async (unit: string): Promise<string> =>
    (await api.command("commander@44", "task.dispatch", { incident, unit, text: "前往", deadline: formatTime(Date.now() + 3_600_000) })).body.result.task;
  const before = [await dispatch(other), await dispatch(own)];
  const channels = [{ kind: "tasks", region: "440882" }, { kind: "incidents", region: "440882" }];
  const heard = await Promise.all(["unit@440882", "officer@440882"].map(async (as) => {
    const socket = await connect({ as });
    const [tasks, incidents] = (await watch(socket, channels)).channels as [Given, Given];
    const recordsOf = (frame: Frame) => (frame.body === "records" ? frame.records : []);
    const tasksOf = (frame: Frame) => recordsOf(frame).filter((r) => (r.record as { incident?: string } | null)?.incident === incident).map((r) => r.id).toSorted((a, b) => a.localeCompare(b));
    const named = (frame: Frame) => (recordsOf(frame).find((r) => r.id === incident)?.record as { tasks: string[] } | undefined)?.tasks;
    return { tasks: framesOf(socket, tasks.id), incidents: framesOf(socket, incidents.id), first: tasksOf(decode(new Uint8Array(tasks.snapshot!))), named: named(decode(new Uint8Array(incidents.snapshot!))), tasksOf, names: named };
  }));
  const [unit, county] = heard as [(typeof heard)[number], (typeof heard)[number]];
  const sorted = (ids: readonly string[]) => ids.toSorted((a, b) => a.localeCompare(b));
  expect([unit.first, sorted(unit.named!)]).toEqual([[before[1]], [before[1]]]);
  expect([county.first, sorted(county.named!)]).toEqual([sorted(before), sorted(before)]);
  const after = [await dispatch(other), await dispatch(own)];
  await county.tasks.next((f) => county.tasksOf(f).includes(after[1]!));
  await unit.tasks.next((f) => unit.tasksOf(f).includes(after[1]!));
  await unit.incidents.next((f) => unit.names(f)?.includes(after[1]!) === true);
  expect(unit.tasks.all.flatMap((f) => unit.tasksOf(f)).filter((id) => id !== after[1])).toEqual([]);
  expect(unit.incidents.all.flatMap((f) => unit.names(f) ?? []).filter((id) => id === before[0] || id === after[0])).toEqual([]);
  expect(county.tasks.all.flatMap((f) => county.tasksOf(f))).toEqual(expect.arrayContaining(after));
});

test("where a wall looks is told to its displays", async () => {
  const display = await connect({ as: "device@main" });
  const [wall] = (await watch(display, [{ kind: "wall", wall: "main" }], "storm")).channels as [Given];
  const heard = framesOf(display, wall.id);
  await api.command("officer@44", "wall.focus", { wall: "main", situation: "storm", region: "440882" });
  const frame = await heard.next((f) => f.body === "records" && JSON.stringify(f.records).includes("440882"));
  expect(frame.body === "records" && frame.records[0]).toMatchObject({ record: { wall: "main", focus: { situation: "storm", region: "440882" } } });
});

test("a channel outside the subtree, of a sensitive indicator on a display, or of another wall is not there", async () => {
  const town = await connect({ as: "officer@440882115" });
  const codes = (a: WatchAnswer) => a.channels.map((c) => ("code" in c ? c.code : "open"));
  expect(codes(await watch(town, [slice("440882", "town"), slice("9999"), { kind: "alerts", region: "44" }, { ...slice(), indicator: "nothing" }, slice()]))).toEqual(["not_found", "not_found", "not_found", "not_found", "open"]);
  const display = await connect({ as: "device@live" });
  expect(codes(await watch(display, [{ kind: "wall", wall: "main" }, { kind: "slice", indicator: "emg.death.safety", region: "44", level: "city" }, { kind: "wall", wall: "live" }]))).toEqual(["not_found", "not_found", "open"]);
  expect(codes(await watch(town, [slice()], "nowhere"))).toEqual(["not_found"]);
});

test("more channels than one answer can carry are all given; the snapshots left over follow as frames", async () => {
  const socket = await connect({ as: "officer@4408" });
  const towns = (await api.get("/regions/440882", "officer@4408")).body.children.map((c: { code: string }) => c.code) as string[];
  const snapshots: number[] = [];
  socket.on("frame", (bytes: Uint8Array) => {
    const frame = decode(new Uint8Array(bytes));
    if (frame.kind === "snapshot") snapshots.push(frame.id);
  });
  const given = (await watch(socket, towns.map((code) => slice(code)))).channels as Given[];
  await socket.emitWithAck("time", { t0: 0 });
  expect(given).toHaveLength(towns.length);
  expect([...given.filter((c) => c.snapshot !== undefined).map((c) => c.id), ...snapshots].toSorted((a, b) => a - b)).toEqual(given.map((c) => c.id).toSorted((a, b) => a - b));
});

test("without a session, or from a page of another site, there is no connection; with a cookie there is", async () => {
  expect((await refused({})).data).toEqual({ code: "no_session" });
  expect((await refused({ token: "not a token, but long enough" })).data).toEqual({ code: "no_session" });
  expect((await refused({ as: "source@44" })).data).toEqual({ code: "no_right" });
  const cookie = await api.signIn("officer@4408");
  expect(await refused({ cookie, origin: "https://evil.example" })).toBeInstanceOf(Error);
  expect((await connect({ cookie, origin: server.url })).connected).toBe(true);
});

test("junk of every shape is answered with a code, and the server goes on", async () => {
  const socket = await connect({ as: "chief@44" });
  for (const junk of [null, 1, "watch", [], { channels: "all" }, { channels: [{ kind: "secrets" }] }, { situation: 7, channels: [slice()] }, JSON.parse('{"__proto__":{"channels":[]}}')])
    expect(await socket.emitWithAck("watch", junk)).toMatchObject({ ok: false, code: "bad_request" });
  expect(await socket.emitWithAck("time", { t0: "now" })).toMatchObject({ ok: false, code: "bad_request" });
  expect((await watch(socket, [slice()])).ok).toBe(true);
  const gone = new Promise((done) => socket.once("disconnect", done));
  socket.emit("watch", { channels: [], padding: "x".repeat(70_000) });
  await gone;
  expect((await api.get("//healthz")).status).toBe(200);
});

test("a session that is ended takes its sockets with it", async () => {
  const cookie = await api.signIn("officer@440882115");
  const socket = await connect({ cookie });
  const bye = new Promise((done) => socket.once("bye", done));
  const gone = new Promise((done) => socket.once("disconnect", done));
  await api.ask("DELETE", "/session", { headers: { cookie } });
  expect(await bye).toEqual({ reason: "session_ended" });
  await gone;
});

test("a beat tells server time, the heads of what is watched and every situation's clock; the server says goodbye when it stops", async () => {
  const own = await startServer({ env: RECORD_ALONE });
  onTestFinished(() => own.stop());
  const caller = callerOf(own);
  const socket = await caller.socket({ as: "chief@44" });
  open.push(socket);
  await new Promise<void>((done) => socket.once("connect", done));
  const [given] = (await watch(socket, [slice()])).channels as [Given];
  const beat = await new Promise<Beat>((done) => socket.once("beat", done));
  expect(beat.heads).toEqual({ [given.id]: given.seq });
  expect(beat.situations.map((s) => s.id)).toEqual(expect.arrayContaining(["live", "storm"]));
  const bye = new Promise<{ reason: string }>((done) => socket.once("bye", done));
  await own.stop();
  expect((await bye).reason).toEqual(expect.any(String));
}, RESTARTS_MS);

test("after a restart the epoch is another, so that nobody takes new numbers for the old stream", async () => {
  const own = await startServer({ env: RECORD_ALONE });
  onTestFinished(() => own.stop());
  const before = await callerOf(own).socket({ as: "chief@44" });
  open.push(before);
  const [first] = (await watch(before, [slice()])).channels as [Given];
  await own.kill();
  const again = await startServer({ dataDir: own.dataDir, env: RECORD_ALONE });
  onTestFinished(() => again.stop());
  const after = await callerOf(again).socket({ as: "chief@44" });
  open.push(after);
  const [second] = (await watch(after, [slice()])).channels as [Given];
  expect(second.epoch).not.toBe(first.epoch);
}, RESTARTS_MS);
