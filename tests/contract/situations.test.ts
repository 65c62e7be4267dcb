import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Socket } from "socket.io-client";
import type { Beat } from "../../model/wire/events.ts";
import { callerOf, until, type Caller } from "../fixtures/caller.ts";
import { RECORD_ALONE, RESTARTS_MS, startServer, type RunningServer } from "../fixtures/start-server.ts";

let server: RunningServer;
let api: Caller;
let socket: Socket;
beforeAll(async () => {
  server = await startServer({ env: RECORD_ALONE });
  api = callerOf(server);
  socket = await api.socket({ as: "chief@44" });
});
afterAll(async () => {
  socket?.close();
  await server?.stop();
});

interface Told { readonly id: string; readonly simAt: string; readonly speed: number; readonly paused: boolean }
const situations = async (): Promise<readonly Told[]> => (await api.get("/situations", "chief@44")).body.items;
const situation = async (id: string) => (await situations()).find((s) => s.id === id);
const command = (kind: string, data: unknown, as = "commander@44") => api.command(as, kind, data);
const heard = (what: (beat: Beat) => boolean) => new Promise<Beat>((done) => {
  const listen = (beat: Beat) => {
    if (!what(beat)) return;
    socket.off("beat", listen);
    done(beat);
  };
  socket.on("beat", listen);
});

test("the records that a drill can play are listed with their name, year, number and span", async () => {
  const { items } = (await api.get("/feeds?limit=1000", "officer@4408")).body;
  expect(items.find((f: { id: string }) => f.id === "storm:201822")).toEqual({
    id: "storm:201822", title: { zh: "台风“山竹”（2018年）", en: "Typhoon Mangkhut (2018)" }, banner: "历史台风 山竹", speed: 60,
    storm: { year: 2018, number: 22, name: "Mangkhut", nameZh: "山竹" }, span: { from: expect.stringMatching(/^2018-09-.*\+08:00$/), to: expect.stringMatching(/^2018-09-.*\+08:00$/) },
  });
  expect(items.find((f: { id: string }) => f.id === "covid:2020")).toMatchObject({ title: { zh: expect.stringContaining("新冠") }, speed: 3600 });
});

test("a paused drill stands still, and every page hears where", async () => {
  const beat = heard((b) => b.situations.some((s) => s.id === "storm" && s.clock.paused));
  expect((await command("situation.pause", { situation: "storm" })).status).toBe(200);
  const { clock } = (await beat).situations.find((s) => s.id === "storm")!;
  expect((await situation("storm"))?.simAt).toBe((await situation("storm"))?.simAt);
  expect(new Date((await situation("storm"))!.simAt).getTime()).toBe(clock.simAt);
  expect((await command("situation.resume", { situation: "storm" })).status).toBe(200);
});

test("another run of a record is another world with its own name, its own chain and its own speed", async () => {
  const first = (await command("situation.start", { kind: "drill", feed: "storm:201713", speed: 10 })).body.result.situation;
  expect(await situation(first)).toMatchObject({ speed: 10, paused: false });
  await command("situation.stop", { situation: first });
  expect(await situation(first)).toBeUndefined();
  const second = (await command("situation.start", { kind: "drill", feed: "storm:201713", speed: 600 })).body.result.situation;
  expect(second).not.toBe(first);
  expect(await situation(second)).toMatchObject({ speed: 600 });
  await command("situation.stop", { situation: second });
});

test("four situations stand beside live at most; the fifth is refused with the names of those that run", async () => {
  const begun: string[] = [];
  for (const feed of ["storm:201713", "storm:201822", "covid:2020"]) begun.push((await command("situation.start", { kind: "drill", feed })).body.result.situation);
  const fifth = await command("situation.start", { kind: "drill", feed: "storm:201510" });
  expect([fifth.status, fifth.body.code]).toEqual([409, "too_many_situations"]);
  expect(new Set(fifth.body.details.running)).toEqual(new Set(["storm", ...begun]));
  for (const id of begun) await command("situation.stop", { situation: id });
});

test("a wall that looks at a drill which is stopped looks elsewhere, and its page hears of it", async () => {
  const { situation: drill } = (await command("situation.start", { kind: "drill", feed: "storm:201822" })).body.result;
  expect((await command("wall.focus", { wall: "live", situation: drill })).status).toBe(200);
  expect((await api.get("/walls/live", "chief@44")).body.focus.situation).toBe(drill);
  const [wall] = (await socket.emitWithAck("watch", { situation: "live", channels: [{ kind: "wall", wall: "live" }] })).channels;
  await until(() => api.get("/walls/live", "chief@44"), (a) => a.body.focus.situation === drill);
  const frame = new Promise<void>((done) => socket.once("frame", () => done()));
  expect(wall).toMatchObject({ id: expect.any(Number) });
  await command("situation.stop", { situation: drill });
  await frame;
  expect((await api.get("/walls/live", "chief@44")).body.focus.situation).toBe("live");
});

test("what was watched of a drill is closed when it is stopped, though its listener stays", async () => {
  const watched = async () => Number(/^guanlan_channels_watched(?:\{[^}]*\})? (\d+)$/m.exec((await api.get("//metrics")).text)?.[1]);
  const before = await watched();
  const { situation: drill } = (await command("situation.start", { kind: "drill", feed: "storm:201822" })).body.result;
  await until(() => situation(drill), (s) => s !== undefined);
  const { channels } = await socket.emitWithAck("watch", { situation: drill, channels: [{ kind: "alerts", region: "44" }, { kind: "hazard" }] });
  expect(channels).toEqual([expect.objectContaining({ id: expect.any(Number) }), expect.objectContaining({ id: expect.any(Number) })]);
  expect(await watched()).toBe(before + 2);
  await command("situation.stop", { situation: drill });
  await until(watched, (n) => n === before);
});

test("clocks belong to posts of the whole province: a post of a city is refused", async () => {
  const officer = await command("situation.pause", { situation: "storm" }, "officer@4408");
  expect([officer.status, officer.body.code]).toEqual([403, "no_right"]);
});

test("a number's lineage carries the number itself with its truth, and is not there for a site that does not measure it", async () => {
  const { body } = await until(() => api.get("/lineage?situation=storm&indicator=met.storm.distance&place=44", "chief@44"), (a) => a.body.value !== null);
  expect(body).toMatchObject({ rollup: "min", state: expect.any(String), quality: expect.any(String), observedAt: expect.stringMatching(/\+08:00$/), coverage: { have: expect.any(Number), of: expect.any(Number), level: "town" } });
  expect(body.contributions).toHaveLength(21);
  expect(body.contributions[0]).toMatchObject({ name: "广州市", coverage: { of: expect.any(Number) } });
  expect(Math.round(Math.min(...body.contributions.map((c: { value: number }) => c.value)))).toBe(body.value);
  expect((await api.get("/lineage?indicator=met.wind.mean&place=gn-4401", "chief@44")).status).toBe(404);
});

/** As shipped: packs tell beside the record. */
describe("a house that simulates", () => {
  let shipped: RunningServer;
  let caller: Caller;
  beforeAll(async () => {
    shipped = await startServer();
    caller = callerOf(shipped);
  });
  afterAll(() => shipped?.stop());

  test("answers a start once its world stands, however long that takes, says that some of it is simulated, and lets it go again", { timeout: 2 * RESTARTS_MS }, async () => {
    const order = async (kind: string, data: object) => {
      const { status, body } = await caller.command("commander@44", kind, data);
      expect([kind, status]).toEqual([kind, 200]);
      return body.result;
    };
    const running = async (): Promise<readonly { id: string; banner: string }[]> => (await caller.get("/situations", "commander@44")).body.items;
    await order("situation.pause", { situation: "storm" });
    const { situation } = await order("situation.start", { kind: "drill", feed: "storm:201822" });
    expect((await running()).find(({ id }) => id === situation)).toMatchObject({ banner: "演练 · 历史台风 山竹 · 含模拟数据" });
    // A number that no record of a storm holds.
    const told = await until(() => caller.get(`/lineage?situation=${situation}&indicator=ener.outage.users&place=44`, "commander@44"), ({ body }) => body.coverage?.have > 0);
    expect(told.body).toMatchObject({ quality: "modelled", value: expect.any(Number) });
    await order("situation.stop", { situation });
    expect((await running()).map(({ id }) => id)).toEqual(["live", "storm"]);
  });
});

describe("orders to a clock", () => {
  let own: RunningServer;
  let caller: Caller;
  const order = async (kind: string, data: object) => expect((await caller.command("commander@44", kind, data)).status).toBe(200);
  const storm = async () => (await caller.get("/situations", "commander@44")).body.items.find((s: { id: string }) => s.id === "storm");
  const dieAndComeBack = async () => {
    const { dataDir, port } = own;
    await own.kill();
    own = await startServer({ dataDir, port, env: RECORD_ALONE });
  };
  beforeAll(async () => {
    own = await startServer({ env: RECORD_ALONE });
    caller = callerOf(own);
  });
  afterAll(() => own?.stop());

  test("to pause, to run at another speed and to go on are kept through a death at once after their answer", { timeout: RESTARTS_MS }, async () => {
    await order("situation.speed", { situation: "storm", speed: 600 });
    await order("situation.pause", { situation: "storm" });
    const { simAt } = (await storm());
    await dieAndComeBack();
    expect((await storm())).toMatchObject({ simAt, speed: 600, paused: true });
    await order("situation.resume", { situation: "storm" });
    await dieAndComeBack();
    expect((await storm())).toMatchObject({ speed: 600, paused: false });
  });
  test("to stop the storm drill is kept as well: it does not come back with its old orders under its old name", { timeout: RESTARTS_MS }, async () => {
    await order("situation.stop", { situation: "storm" });
    await dieAndComeBack();
    expect(await storm()).toBeUndefined();
    expect((await caller.get("/walls/main", "commander@44")).body.focus.situation).toBe("live");
    expect((await caller.command("commander@44", "situation.start", { kind: "drill", feed: "storm:201522" })).body.result.situation).not.toBe("storm");
  });
});
