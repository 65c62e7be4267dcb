import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { io, type Socket as Client } from "socket.io-client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { systemClock } from "../../model/clock.ts";
import type { SituationInfo } from "../../model/situation.ts";
import type { StoreState } from "../../model/store-state.ts";
import type { Channel } from "../../model/wire/channel.ts";
import type { Beat, WatchAnswer } from "../../model/wire/events.ts";
import { smallHouse } from "../../tests/fixtures/small-house.ts";
import { isOwnOrigin } from "../http/index.ts";
import { createSockets, type ChannelHouse, type Sockets } from "./index.ts";

/** Streams whose frame says its number and seq: [kind, id, seq]. */
function streams() {
  const open = new Map<string, { id: number; seq: number }>();
  const listeners = new Set<(frames: { id: number; bytes: Uint8Array }[]) => void>();
  const closed: number[] = [];
  /** Channels that cannot be read now, as JSON. */
  const broken = new Set<string>();
  /** Channels that take their time, as JSON. */
  const until = new Map<string, Promise<void>>();
  const find = (id: number) => [...open.values()].find((c) => c.id === id)!;
  const house: ChannelHouse = {
    async open(channel) {
      const key = JSON.stringify(channel);
      await until.get(key);
      if (broken.has(key)) throw new Error("The store does not answer.");
      const found = open.get(key) ?? { id: open.size + 1, seq: 1 };
      open.set(key, found);
      return { id: found.id, epoch: 9, seq: found.seq, snapshot: Uint8Array.of(0, found.id, found.seq) };
    },
    close: (id) => void closed.push(id),
    snapshot: (id) => Uint8Array.of(0, id, find(id).seq),
    heads: () => Object.fromEntries([...open.values()].map((c) => [c.id, c.seq])),
    onFrames(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    house, closed, listeners, broken, until,
    tick(id: number, size = 0) {
      const channel = find(id);
      channel.seq++;
      const bytes = new Uint8Array(3 + size);
      bytes.set([1, id, channel.seq]);
      for (const listener of listeners) listener([{ id, bytes }]);
    },
  };
}

const infoOf = (id: string): SituationInfo => ({ id, kind: "drill", banner: "", title: { zh: "", en: "" }, clock: { at: 0, simAt: 0, speed: 1, paused: false }, span: null, feed: "" });
const small = smallHouse();
let server: Server;
let sockets: Sockets;
let live: ReturnType<typeof streams>;
let url: string;
let clocksChanged: () => void;
let running: string[];
let displays: string[];
let houseState: StoreState;
let houseChanged: () => void;
const clients: Client[] = [];

beforeEach(async () => {
  live = streams();
  running = ["live"];
  houseState = { store: "writes", since: 0 };
  displays = [];
  server = createServer();
  sockets = createSockets({
    server, clock: systemClock, log: small.needs.log,
    authenticate: (handshake) => small.access.authenticate(handshake),
    stillValid: (actor) => small.access.isLiving(actor),
    onRevoked: (listener) => small.access.onRevoked(listener),
    mayConnect: (request) => isOwnOrigin(request.headers, []),
    isDisplay: (actor, wall, n) => small.access.seesWall(actor, wall) && small.needs.walls.all().some((w) => w.id === wall && w.displays.some((d) => d.n === n)),
    enterDisplay(_actor, wall, n) {
      displays.push(`${wall}/${n} came`);
      return () => displays.push(`${wall}/${n} went`);
    },
    holdsWall: (actor, wall) => actor.account === "chief@44" && wall === "main",
    mayWatch: (actor, channel) => small.access.mayWatch(actor, channel),
    house: (id) => (running.includes(id) ? live.house : undefined),
    infos: () => running.map(infoOf), state: () => houseState,
    onState(listener) {
      houseChanged = listener;
      return () => {};
    },
    build: "0a1b2c3d4e5f",
    onInfos: (listener) => {
      clocksChanged = listener;
      return () => {};
    },
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  await sockets.close("stop");
  await new Promise((done) => server.close(done));
});

const connect = (options: { token?: string; cookie?: string; origin?: string; display?: string }): Client => {
  const { cookie, origin } = options;
  const client = io(url, {
    path: "/live", transports: ["websocket"], reconnection: false, forceNew: true, auth: { token: options.token, display: options.display },
    extraHeaders: { ...(cookie ? { cookie } : {}), ...(origin ? { origin } : {}) },
  });
  clients.push(client);
  return client;
};
const connected = async (options: Parameters<typeof connect>[0]): Promise<Client> => {
  const client = connect(options);
  await new Promise<void>((done, fail) => client.once("connect", done).once("connect_error", fail));
  return client;
};
const refused = (client: Client): Promise<Error & { data?: { code: string } }> => new Promise((done) => client.once("connect_error", done));
const watch = (client: Client, ...channels: unknown[]): Promise<WatchAnswer> => client.emitWithAck("watch", { channels });
const next = <T>(client: Client, event: string): Promise<T> => new Promise((done) => client.once(event, done));
const stage = (region: string): Channel => ({ kind: "slice", indicator: "stage", region, level: "county" });

test("a display hears a snapshot, then each frame of what it watches, and nothing else", async () => {
  const client = await connected({ token: small.token("device@main") });
  const answer = await watch(client, stage("44"), { kind: "wall", wall: "main" });
  expect(answer.ok).toBe(true);
  expect(answer.channels).toEqual([
    { id: 1, channel: stage("44"), epoch: 9, seq: 1, snapshot: Buffer.from([0, 1, 1]) },
    { id: 2, channel: { kind: "wall", wall: "main" }, epoch: 9, seq: 1, snapshot: Buffer.from([0, 2, 1]) },
  ]);
  const heard: number[][] = [];
  client.on("frame", (bytes: Uint8Array) => heard.push([...bytes]));
  live.tick(1);
  live.tick(1);
  await client.emitWithAck("unwatch", { ids: [1] });
  live.tick(1);
  live.tick(2);
  await client.emitWithAck("time", { t0: 1 });
  expect(heard).toEqual([[1, 1, 2], [1, 1, 3], [1, 2, 2]]);
  expect(live.closed).toEqual([1]);
});

test("without a session, with a wrong token or from a source there is no connection", async () => {
  expect((await refused(connect({}))).data).toEqual({ code: "no_session" });
  expect((await refused(connect({ token: "x".repeat(64) }))).data).toEqual({ code: "no_session" });
  expect((await refused(connect({ token: small.token("source@44") }))).data).toEqual({ code: "no_right" });
});

test("a page of another site does not get a connection, whatever cookie it rides on", async () => {
  const { token } = await small.access.login("chief@44", "guanlan-demo", "::1");
  expect(await refused(connect({ cookie: `guanlan=${token}`, origin: "https://evil.example" }))).toBeInstanceOf(Error);
  expect((await connected({ cookie: `guanlan=${token}`, origin: url })).connected).toBe(true);
});

test("a channel outside the subtree answers as one that does not exist; a foreign wall too", async () => {
  const client = await connected({ token: small.token("officer@4408") });
  const { channels } = await watch(client, stage("4401"), stage("9999"), { ...stage("4408"), indicator: "nothing" }, { kind: "alerts", region: "44" }, { kind: "wall", wall: "nowhere" }, stage("440882"));
  expect(channels.map((c) => ("code" in c ? c.code : "open"))).toEqual(["not_found", "not_found", "not_found", "not_found", "not_found", "open"]);
  const device = await connected({ token: small.token("device@live") });
  expect((await watch(device, { kind: "wall", wall: "main" }, { ...stage("44"), indicator: "intake" })).channels.map((c) => "code" in c && c.code)).toEqual(["not_found", "not_found"]);
  expect((await device.emitWithAck("watch", { situation: "nowhere", channels: [stage("44")] })).channels).toEqual([{ channel: stage("44"), code: "not_found" }]);
});

test("when a situation's clock is set there is a beat at once, before anything else that the server says", async () => {
  const client = await connected({ token: small.token("chief@44") });
  await client.emitWithAck("time", { t0: 1 });
  const beats: Beat[] = [];
  client.on("beat", (beat: Beat) => beats.push(beat));
  clocksChanged();
  await client.emitWithAck("time", { t0: 2 });
  expect(beats.length).toBeGreaterThan(0);
});

test("junk is answered with a code and harms nobody", async () => {
  const client = await connected({ token: small.token("chief@44") });
  for (const junk of [null, 7, "x", [], {}, { channels: [] }, { channels: [{ kind: "slice" }] }, { channels: [{ ...stage("44"), extra: 1 }] }, { channels: Array.from({ length: 101 }, () => stage("44")) }])
    expect(await client.emitWithAck("watch", junk)).toMatchObject({ ok: false, code: "bad_request" });
  client.emit("watch");
  client.emit("unwatch", { ids: ["x"] });
  client.emit("time", { t0: null });
  client.emit("nonsense", { __proto__: null });
  expect(await client.emitWithAck("time", { t0: 5 })).toEqual({ t0: 5, t1: expect.any(Number) });
});

test("a malformed channel is refused by itself with what is wrong in it, and the others are given", async () => {
  const client = await connected({ token: small.token("chief@44") });
  const tooLong = { kind: "series", indicator: "stage", place: "44", window: 400 * 86_400_000 };
  const answer = await client.emitWithAck("watch", { channels: [stage("44"), tooLong, { kind: "secrets" }] });
  expect(answer).toMatchObject({ ok: true, channels: [{ id: 1 }, { channel: tooLong, code: "bad_request" }, { code: "bad_request" }] });
  expect(answer.channels[1].message).toBe('channels[1].window must be <= 31622400000, in a channel of kind "series" that takes kind, indicator, place, window.');
  expect(answer.channels[2].message).toMatch(/^channels\[2\] is of kind "secrets"; expected one of slice, series, usual, alerts/);
});

test("a slice of a level above its region is refused as over HTTP, and its own level and those below are given", async () => {
  const client = await connected({ token: small.token("chief@44") });
  const slice = (level: string) => ({ kind: "slice", indicator: "stage", region: "440882", level });
  const { channels } = await client.emitWithAck("watch", { channels: [slice("city"), slice("county"), slice("town"), slice("site")] });
  expect(channels[0]).toMatchObject({ code: "bad_request", message: 'channels[0].level is "city", which stands above "440882"; expected its own level, one below it, or site. Ask for it of a region above.' });
  expect(channels.slice(1).map((c: { code?: string }) => c.code)).toEqual([undefined, undefined, undefined]);
});

test("a year of a series may be watched", async () => {
  const client = await connected({ token: small.token("chief@44") });
  expect(await client.emitWithAck("watch", { channels: [{ kind: "series", indicator: "stage", place: "44", window: 366 * 86_400_000 }] })).toMatchObject({ ok: true, channels: [{ id: expect.any(Number) }] });
});

test("a channel that cannot be opened is answered as failed, and the others are given", async () => {
  live.broken.add(JSON.stringify(stage("4408")));
  const client = await connected({ token: small.token("chief@44") });
  expect((await watch(client, stage("44"), stage("4408"))).channels).toEqual([expect.objectContaining({ id: 1 }), { channel: stage("4408"), code: "failed" }]);
  expect(small.problems.splice(0)).toEqual([expect.stringContaining("A channel could not be opened")]);
  live.broken.clear();
  expect((await watch(client, stage("4408"))).channels).toEqual([expect.objectContaining({ id: 2 })]);
});

test("one connection listens to at most 100 channels; snapshots beyond ten follow their answer as frames", async () => {
  const client = await connected({ token: small.token("chief@44") });
  const window = (n: number) => ({ kind: "series", indicator: "stage", place: "44", window: 1_000 + n });
  const followed: number[] = [];
  client.on("frame", (bytes: Uint8Array) => followed.push(bytes[1]!));
  const first = await watch(client, ...Array.from({ length: 60 }, (_, n) => window(n)));
  expect(first.channels.filter((c) => "snapshot" in c)).toHaveLength(10);
  const { channels } = await watch(client, ...Array.from({ length: 60 }, (_, n) => window(100 + n)));
  expect(channels.filter((c) => "code" in c && c.code === "too_many")).toHaveLength(20);
  expect(await watch(client, window(0))).toMatchObject({ channels: [{ id: 1 }] });
  expect(followed).toEqual(Array.from({ length: 80 }, (_, n) => 11 + n + (n < 50 ? 0 : 10)));
});

test("a beat every two seconds carries server time and the heads of what is watched", async () => {
  const client = await connected({ token: small.token("chief@44") });
  await watch(client, stage("44"));
  live.tick(1);
  expect(await next<Beat>(client, "beat")).toEqual({ at: expect.any(Number), heads: { 1: 2 }, situations: [infoOf("live")], house: { store: "writes", since: 0 } });
});

test("when the house turns read-only everybody hears of it at once, not with the next beat", async () => {
  const client = await connected({ token: small.token("chief@44") });
  await next<Beat>(client, "beat");
  houseState = { store: "readOnly", since: 7 };
  const told = next<Beat>(client, "beat");
  houseChanged();
  expect((await told).house).toEqual({ store: "readOnly", since: 7 });
});

test("a display that does not read loses its queue, gets the shared snapshot, and the others lose nothing", async () => {
  const slow = await connected({ token: small.token("device@main") });
  const healthy = await connected({ token: small.token("device@main") });
  await watch(slow, stage("44"));
  await watch(healthy, stage("44"));
  const heard: { slow: number[][]; healthy: number } = { slow: [], healthy: 0 };
  slow.on("frame", (bytes: Uint8Array) => heard.slow.push([...bytes.subarray(0, 3)]));
  healthy.on("frame", () => heard.healthy++);
  const line = (slow.io.engine.transport as unknown as { ws: { _socket: { pause(): void; resume(): void } } }).ws._socket;
  line.pause();
  for (let i = 0; i < 100; i++) {
    live.tick(1, 200_000);
    await new Promise((done) => setImmediate(done));
  }
  await healthy.emitWithAck("time", { t0: 0 });
  expect(heard.healthy).toBe(100);
  expect(sockets.figures()).toMatchObject({ guanlan_queues_dropped_total: 1, guanlan_sockets_lagging: 1 });
  line.resume();
  while (heard.slow.at(-1)?.[0] !== 0) await next(slow, "frame");
  expect(heard.slow.at(-1)).toEqual([0, 1, 101]);
  expect(heard.slow.length).toBeLessThan(100);
  live.tick(1);
  await next(slow, "frame");
  expect(heard.slow.at(-1)).toEqual([1, 1, 102]);
});

test("a session that ends says goodbye and is cut off", async () => {
  const { token, actor } = await small.access.login("officer@4408", "guanlan-demo", "::1");
  const client = await connected({ cookie: `guanlan=${token}` });
  const bye = next(client, "bye");
  const gone = next(client, "disconnect");
  await small.access.logout(actor.session);
  expect(await bye).toEqual({ reason: "session_ended" });
  await gone;
});

test("a session that expires is cut off without anybody asking", async () => {
  const { token } = await small.access.login("officer@4408", "guanlan-demo", "::1");
  const client = await connected({ cookie: `guanlan=${token}` });
  const bye = next(client, "bye");
  small.clock.advance(12 * 3_600_000);
  expect(await bye).toEqual({ reason: "session_ended" });
});

test("a display that says which it is can be seen to be there, and to be gone", async () => {
  expect(displays).toEqual([]);
  const client = await connected({ token: small.token("device@main"), display: "main/2" });
  expect(displays).toEqual(["main/2 came"]);
  client.disconnect();
  while (displays.length === 1) await new Promise((done) => setImmediate(done));
  expect(displays).toEqual(["main/2 came", "main/2 went"]);
});

test("nobody names itself a display that does not exist, or one of a wall that it does not see, and is told so", async () => {
  const refusal = async (account: string, display: string) => {
    const { data, message } = await refused(connect({ token: small.token(account), display }));
    return [data?.code, message];
  };
  for (const [account, display] of [["device@main", "main/4"], ["device@main", "live/1"], ["device@main", "ghost/1"], ["officer@4408", "main/1"], ["topicAdmin@44", "main/1"], ["unit@4408", "main/1"]] as const)
    expect([account, ...(await refusal(account, display))]).toEqual([account, "not_found", expect.stringContaining(`There is no display "${display}" for ${account}`)]);
  for (const display of ["main", "main/0", "main/x", "../main/1", "main/2/3", ""]) expect(await refusal("device@main", display)).toEqual(["bad_request", expect.stringContaining('like "main/2"')]);
  expect(displays).toEqual([]);
  await connected({ token: small.token("chief@44"), display: "main/3" });
  expect(displays).toEqual(["main/3 came"]);
});

test("the channels of a situation that has ended are closed though their listeners stay", async () => {
  running = ["live", "storm"];
  const client = await connected({ token: small.token("chief@44") });
  await client.emitWithAck("watch", { situation: "storm", channels: [stage("44"), stage("4408")] });
  expect(sockets.figures().guanlan_channels_watched).toBe(2);
  running = ["live"];
  clocksChanged();
  expect(sockets.figures().guanlan_channels_watched).toBe(0);
  expect(live.closed).toEqual([1, 2]);
  expect(live.listeners.size).toBe(0);
  expect((await client.emitWithAck("watch", { situation: "storm", channels: [stage("44")] })).channels).toEqual([{ channel: stage("44"), code: "not_found" }]);
});

test("who is still being let in hears the house although all others have left meanwhile", async () => {
  let opened!: () => void;
  live.until.set(JSON.stringify(stage("4408")), new Promise((done) => (opened = done)));
  const client = await connected({ token: small.token("chief@44") });
  await watch(client, stage("44"));
  const entering = watch(client, stage("4408"));
  await client.emitWithAck("unwatch", { ids: [1] });
  opened();
  expect((await entering).channels).toEqual([expect.objectContaining({ id: 2 })]);
  expect(live.listeners.size).toBe(1);
});

test("nothing listens in the house after the last listener has gone", async () => {
  const client = await connected({ token: small.token("chief@44") });
  await watch(client, stage("44"), { kind: "alerts", region: "4408" });
  expect(live.listeners.size).toBe(1);
  client.disconnect();
  while (live.listeners.size > 0) await new Promise((done) => setImmediate(done));
  expect(live.closed.toSorted((a, b) => a - b)).toEqual([1, 2]);
  expect(sockets.figures().guanlan_channels_watched).toBe(0);
});

test("who holds a wall points on it, and whoever watches that wall sees it; nobody else points", async () => {
  const watching = async (account: string, wall: string) => {
    const client = await connected({ token: small.token(account) });
    await watch(client, { kind: "wall", wall });
    return client;
  };
  const [chief, officer] = [await watching("chief@44", "main"), await watching("officer@44", "main")];
  const seen: unknown[] = [];
  officer.on("pointer", (at: unknown) => seen.push(at));
  const own = next(chief, "pointer");
  officer.emit("pointer", { wall: "main", x: 110, y: 21 });
  chief.emit("pointer", { wall: "live", x: 110, y: 21 });
  for (const wrong of [{ wall: "main", x: 300, y: 21 }, { wall: "main", x: "110", y: 21 }, null, "main"]) chief.emit("pointer", wrong as never);
  chief.emit("pointer", { wall: "main", x: 110.4, y: 21.2 });
  expect(await own).toEqual({ wall: "main", x: 110.4, y: 21.2 });
  await officer.emitWithAck("time", { t0: 1 });
  expect(seen).toEqual([{ wall: "main", x: 110.4, y: 21.2 }]);
});
