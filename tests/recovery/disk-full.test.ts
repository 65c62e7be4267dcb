import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatTime } from "../../model/time.ts";
import { decode, type Beat, type RecordFrame, type WatchAnswer } from "../../model/wire/index.ts";
import { callerOf, until, type Caller } from "../fixtures/caller.ts";
import { DISKS } from "../fixtures/small-disk.ts";
import { RECORD_ALONE, RESTARTS_MS, startServer, type RunningServer } from "../fixtures/start-server.ts";

const HEAD = "commander@44";
/** Told by stations, with a limit that waits for nothing. */
const INDICATOR = "water.rain.hour";
/** One pixel. */
const PICTURE = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

describe.sequential.each(DISKS.filter(({ missing }) => missing === null))("$name", ({ make, staysFull }) => {
  const disk = make();
  let server: RunningServer;
  let api: Caller;
  let socket: Socket;
  let beat: Beat | undefined;
  /** Numbers and alerts as a page gets them. */
  const shown = { rain: Number.NaN, alerts: new Set<string>() };
  let place: string;
  let headBefore: number;
  /** Found while nothing could be written. */
  let raised: string;
  let refused: { id: string; kind: string; data: object };

  const report = (n: number) => ({ type: "met.typhoon.track", region: "44", title: `【模拟】第 ${n} 次` });
  const send = async (value: number) => await api.post("/samples", { samples: [{ indicator: INDICATOR, place: place, observedAt: formatTime(Date.now()), value }] }, (await api.demo()).find(({ role }) => role === "source")!.account);
  const openAlerts = async (): Promise<{ id: string; indicator: string; state: string }[]> => (await api.get("/alerts?limit=200", HEAD)).body.items;
  const health = async () => (await api.get("//healthz")).body as { store: { state: string; owed: number; why?: string } };
  const head = async (): Promise<number> => (await api.get("/journal/head", HEAD)).body.seq;

  beforeAll(async () => {
    server = await startServer({ env: RECORD_ALONE, dataDir: disk.dataDir });
    api = callerOf(server);
    place = (await api.get("/sites?kind=weather-station", HEAD)).body.items[0].id;
    socket = await api.socket({ as: HEAD });
    const watched = (await socket.timeout(20_000).emitWithAck("watch", { situation: "live", channels: [{ kind: "slice", indicator: INDICATOR, region: "44", level: "site" }, { kind: "alerts", region: "44" }] })) as WatchAnswer;
    const ids = watched.channels.map((channel) => ("id" in channel ? channel.id : -1));
    socket.on("beat", (said: Beat) => (beat = said));
    socket.on("frame", (bytes: Uint8Array) => {
      const frame = decode(new Uint8Array(bytes));
      if (frame.id === ids[0] && "cells" in frame) for (const cell of frame.cells) if (cell.place === place) shown.rain = cell.value ?? Number.NaN;
      if (frame.id === ids[1]) for (const { id } of (frame as RecordFrame).records) shown.alerts.add(id);
    });
  }, RESTARTS_MS);
  afterAll(async () => {
    socket?.disconnect();
    if (server?.exitCode() === null) disk.free(server.pid);
    await server?.stop();
  });

  test("when the disk takes nothing a command is refused with 503, and the house says that it is read-only", async () => {
    expect((await api.command(HEAD, "incident.report", report(0))).status).toBe(200);
    disk.fill(server.pid);
    // What room a file has left within itself is used up first.
    for (let n = 1; ; n++) {
      refused = { id: `disk-${n}`, kind: "incident.report", data: report(n) };
      const answer = await api.post("/commands", refused, HEAD);
      if (answer.status !== 200) {
        expect([answer.status, answer.body.code]).toEqual([503, "store_unavailable"]);
        break;
      }
    }
    expect((await until(health, ({ store }) => store.state === "readOnly")).store.why).toBeTruthy();
    headBefore = await head();
    const again = await api.post("/commands", refused, HEAD);
    expect([again.status, again.body.details]).toEqual([503, { state: "readOnly" }]);
    expect(again.body.message).toMatch(/read-only since \d\d:\d\d.*Make room on the disk of DATA_DIR/);
    await until(async () => beat, (said) => said?.house?.store === "readOnly");
    const ready = await api.get("//readyz");
    expect([ready.status, ready.body.ready, ready.body.limits]).toEqual([200, true, [expect.stringContaining("read-only")]]);
  }, RESTARTS_MS);

  test("reads, numbers and alerts go on: what crosses a limit is raised and shown at once, and so is the full disk itself", async () => {
    expect((await send(88)).body).toMatchObject({ received: 1, accepted: 1 });
    const found = await until(async () => (await openAlerts()).find((alert) => alert.indicator === INDICATOR), (alert) => alert !== undefined);
    raised = found!.id;
    await until(async () => shown, ({ rain, alerts }) => rain === 88 && alerts.has(raised));
    await until(openAlerts, (all) => all.some(({ indicator, state }) => indicator === "store:server" && state === "unacknowledged"));
    expect((await api.get(`/slice?indicator=${INDICATOR}&region=44&level=site`, HEAD)).status).toBe(200);
    // It stands in memory: nothing of it is told as written.
    expect(await head()).toBe(headBefore);
  });

  test("who would need something to be kept is told so: an acknowledgement, a picture and a sign-in are 503, and nothing of them is left", async () => {
    expect((await api.command(HEAD, "alert.acknowledge", { alert: raised })).status).toBe(503);
    const picture = await api.ask("POST", "/files", { as: HEAD, body: new Uint8Array(Buffer.concat([PICTURE, Buffer.alloc(256 * 1024)])), headers: { "content-type": "image/png" } });
    expect([picture.status, picture.body.code]).toEqual([503, "store_unavailable"]);
    const { account, password } = (await api.demo()).find(({ account: name }) => name === HEAD)!;
    expect((await api.post("/session", { account, password })).status).toBe(503);
    expect((await api.command((await api.demo()).find(({ role }) => role === "sysAdmin")!.account, "admin.backup", {})).status).toBe(503);
  });

  test("with room again it writes by itself, and what was found meanwhile stands in the chain", async () => {
    disk.free(server.pid);
    await until(health, ({ store }) => store.state === "writes" && store.owed === 0);
    expect((await api.post("/commands", refused, HEAD)).status).toBe(200);
    await until(openAlerts, (all) => !all.some(({ indicator, state }) => indicator === "store:server" && state === "unacknowledged"));
    const { text } = await api.get("/journal", HEAD);
    const kinds = text.trim().split("\n").slice(1).map((line) => JSON.parse(line) as { kind: string; body: { alert?: string; indicator?: string } });
    expect(kinds.filter(({ kind, body }) => kind === "alert.raised" && body.indicator === INDICATOR).length).toBe(1);
    expect(kinds.filter(({ kind, body }) => kind === "alert.raised" && body.indicator === "store:server").length).toBe(1);
    const file = join(disk.dataDir, "export.ndjson");
    writeFileSync(file, text);
    socket.disconnect();
    await server.stop();
    expect(server.exitCode()).toBe(0);
    const { stdout } = await promisify(execFile)(process.execPath, [resolve("scripts/journal-verify.mjs"), file, "--heads", join(disk.dataDir, "heads", "heads.ndjson")]);
    expect(stdout).toMatch(/^ok \d+ /m);
  }, RESTARTS_MS);

  // A limit ends with the process that bore it.
  if (staysFull) test("killed on a full disk it starts again, read-only, with all that was acknowledged, and writes when there is room", async () => {
    server = await startServer({ env: RECORD_ALONE, dataDir: disk.dataDir });
    api = callerOf(server);
    expect((await api.command(HEAD, "incident.report", report(1), { id: "disk-again-1" })).status).toBe(200);
    const acknowledged = await head();
    disk.fill(server.pid);
    await server.kill();
    disk.fill(server.pid);
    server = await startServer({ env: RECORD_ALONE, dataDir: disk.dataDir });
    api = callerOf(server);
    await until(health, ({ store }) => store.state === "readOnly");
    expect(await head()).toBeGreaterThanOrEqual(acknowledged);
    expect((await api.get("/incidents", HEAD)).status).toBe(200);
    disk.free(server.pid);
    await until(health, ({ store }) => store.state === "writes");
    expect((await api.command(HEAD, "incident.report", report(2), { id: "disk-again-2" })).status).toBe(200);
  }, RESTARTS_MS);
});

// A program can be installed, so that CI must have it; the right to mount is the machine's to give.
for (const { name, missing, program } of DISKS)
  if (missing !== null && program && process.env.CI) test(name, () => expect.fail(`${missing} is not on this machine: install it, CI leaves nothing out that a program is missing for.`));
  else if (missing !== null) test.skip(`${name}: not on this machine, it needs ${missing}`, () => {});
