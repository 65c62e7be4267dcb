import { afterAll, beforeAll, expect, test } from "vitest";
import { io } from "socket.io-client";
import { callerOf, until, type Caller } from "../fixtures/caller.ts";
import { fakeDevice } from "../fixtures/fake-device.ts";
import { RECORD_ALONE, RESTARTS_MS, startServer, type RunningServer } from "../fixtures/start-server.ts";

let server: RunningServer;
let api: Caller;
beforeAll(async () => {
  server = await startServer({ env: RECORD_ALONE });
  api = callerOf(server);
});
afterAll(() => server?.stop());

const SEC = "secAdmin@44";
let sent = 0;
/** A server that was started anew remembers the commands of before: each has an id of its own. */
const command = (as: string, kind: string, data: object) => api.command(as, kind, data, { id: `devices-${++sent}` });
type Machine = ReturnType<typeof fakeDevice>;
async function pair(machine: Machine, wall: string, display: number) {
  const { code } = (await api.post("/pairings", { publicKey: machine.publicKey })).body;
  return await command(SEC, "admin.pair", { code, wall, display });
}
async function signIn(machine: Machine) {
  const { challenge } = (await api.post("/session/device/challenge", { id: machine.id })).body;
  const signed = { id: machine.id, signature: machine.sign(server.url, challenge) };
  const answer = await api.post("/session/device", signed);
  return { answer, signed, cookie: answer.headers.get("set-cookie")?.split(";")[0] ?? "" };
}
const get = (path: string, cookie: string) => api.ask("GET", path, { headers: { cookie } });

test("a display asks for a code, the security administrator enters it, and the display signs in by its key", { timeout: RESTARTS_MS }, async () => {
  const machine = fakeDevice();
  const asked = await api.post("/pairings", { publicKey: machine.publicKey });
  expect([asked.status, asked.body]).toEqual([200, { code: expect.stringMatching(/^\d{8}$/), expiresAt: expect.stringMatching(/\+08:00$/) }]);
  expect((await api.post("/session/device/challenge", { id: machine.id })).status).toBe(404);
  expect((await command("commander@44", "admin.pair", { code: asked.body.code, wall: "main", display: 2 })).status).toBe(403);
  expect((await command(SEC, "admin.pair", { code: asked.body.code, wall: "nowhere", display: 2 })).status).toBe(404);
  expect((await command(SEC, "admin.pair", { code: asked.body.code, wall: "main", display: 2 })).body).toMatchObject({ result: { device: machine.id } });
  const { answer, signed, cookie } = await signIn(machine);
  expect([answer.status, answer.body]).toEqual([200, expect.objectContaining({ account: `device:${machine.id}`, role: "device", rights: ["read"], wall: "main", display: 2 })]);
  expect(await api.post("/session/device", signed)).toMatchObject({ status: 401, body: { code: "bad_credentials" } });
  expect((await get("/walls", cookie)).body.items.map((w: { id: string }) => w.id)).toEqual(["main"]);

  const report = (n: number) => api.ask("POST", `/walls/main/displays/${n}`, { body: { paintedTick: 1 }, headers: { cookie, origin: server.url } });
  expect([(await report(2)).status, (await report(1)).status]).toEqual([204, 404]);
  expect((await api.ask("POST", "/commands", { body: { id: "x-device", kind: "wall.back", data: { wall: "main" } }, headers: { cookie, origin: server.url } })).status).toBe(403);
  const chain = (await api.get("/journal?after=0&limit=1000", "auditor@44")).body.items as { kind: string; actor: string }[];
  expect(chain.map(({ kind, actor }) => `${kind} ${actor}`)).toEqual(expect.arrayContaining([`admin.pair ${SEC}`, `login.succeeded device:${machine.id}`]));

  // Of a glass that a device hangs at nobody else tells how it is.
  const glass = async () => (await api.get("/devices", SEC)).body.items.find((g: { id: string }) => g.id === "main/2");
  expect(await glass()).toMatchObject({ device: { id: machine.id, pairedBy: SEC }, wall: "main", display: 2 });
  const before = (await glass()).heardAt;
  expect((await api.post("/walls/main/displays/2", { paintedTick: 9 }, "commander@44")).status).toBe(204);
  expect((await glass()).heardAt).toBe(before);
  expect((await api.get("/devices", "commander@44")).status).toBe(403);
});

test("a pairing survives a restart; an unpaired display is cut off within seconds and may only be paired anew", { timeout: RESTARTS_MS }, async () => {
  const machine = fakeDevice();
  await pair(machine, "main", 3);
  const { dataDir } = server;
  await server.kill();
  server = await startServer({ env: RECORD_ALONE, dataDir });
  api = callerOf(server);
  const { answer, cookie } = await signIn(machine);
  expect(answer.status).toBe(200);
  const socket = io(server.url, { path: "/live", transports: ["websocket"], reconnection: false, forceNew: true, auth: { display: "main/3" }, extraHeaders: { cookie } });
  await new Promise<void>((done, failed) => socket.once("connect", done).once("connect_error", failed));
  const gone = new Promise<string>((done) => socket.once("bye", ({ reason }: { reason: string }) => done(reason)));
  expect((await command("sysAdmin@44", "admin.unpair", { device: machine.id })).status).toBe(403);
  expect((await command(SEC, "admin.unpair", { device: machine.id })).status).toBe(200);
  expect(await gone).toBe("session_ended");
  expect((await get("/session", cookie)).status).toBe(401);
  expect((await api.post("/session/device/challenge", { id: machine.id })).status).toBe(404);
  expect((await pair(machine, "main", 3)).status).toBe(200);
  // What it held before it was unpaired does not come back.
  expect((await get("/session", cookie)).status).toBe(401);
  expect((await signIn(machine)).answer.status).toBe(200);
});

test("a paired display that falls silent or is closed is an alert of live within six seconds of its last word, and returns when it is back; a person's window is none", { timeout: RESTARTS_MS }, async () => {
  const machine = fakeDevice();
  await pair(machine, "live", 1);
  const { cookie } = await signIn(machine);
  const come = async (display: string, headers: Record<string, string>, token?: string) => {
    const socket = io(server.url, { path: "/live", transports: ["websocket"], reconnection: false, forceNew: true, auth: { display, ...(token && { token }) }, extraHeaders: headers });
    await new Promise<void>((done, failed) => socket.once("connect", done).once("connect_error", failed));
    return socket;
  };
  const say = (body: object) => api.ask("POST", "/walls/live/displays/1", { body, headers: { cookie, origin: server.url } });
  const alerts = async () => ((await api.get("/alerts?topic=platform&limit=100", "chief@44")).body.items as { indicator: string; state: string; raisedAt: string; rule: string; place: string }[]).filter(({ indicator }) => indicator === "display:live/1");
  const heardAt = async () => Date.parse((await api.get("/walls/live", "chief@44")).body.displays[0].heardAt);

  const display = await come("live/1", { cookie });
  await say({ skewMs: 3, fps: 60 });
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(metrics).toMatch(/guanlan_display_state\{wall="live",display="1"\} 1\n/);
  expect(metrics).toMatch(/guanlan_display_skew_ms\{wall="live",display="1"\} 3\n/);
  expect(metrics).not.toMatch(/guanlan_display_fps\{wall="main"/);
  // Its socket stands, and nothing is said any more: the page hangs.
  const [silent] = await until(alerts, (list) => list.length > 0);
  expect(silent).toMatchObject({ rule: "wall.display.dark", place: "44", state: "unacknowledged" });
  expect(Date.parse(silent!.raisedAt) - (await heardAt())).toBeLessThanOrEqual(6_000);
  await say({});
  await until(alerts, ([one]) => one!.state === "returned");
  // A person's window on the same glass keeps nothing alight.
  const person = await come("live/1", {}, (await api.demo()).find(({ account }) => account === "chief@44")!.token);
  display.disconnect();
  const [closed] = await until(alerts, ([one]) => one!.state === "unacknowledged");
  expect(Date.parse(closed!.raisedAt) - (await heardAt())).toBeLessThanOrEqual(6_000);
  person.disconnect();
  // Unpaired, it is missed no more.
  await command(SEC, "admin.unpair", { device: machine.id });
  await until(alerts, ([one]) => one!.state === "returned");
});
