import { execFile, type ExecFileException } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAY, HOUR } from "../../model/time.ts";
import type { WatchAnswer } from "../../model/wire/index.ts";
import { callerOf, type Caller } from "../fixtures/caller.ts";
import { temporaryFolder } from "../fixtures/folder.ts";
import { RECORD_ALONE, RESTARTS_MS, startServer, type RunningServer } from "../fixtures/start-server.ts";

const HEAD = "commander@44";
interface Note {
  name: string;
  at: string;
  chains: { situation: string; seq: number; hash: string }[];
}
const { verifyBackup } = (await import(pathToFileURL(resolve("scripts/store/verify.mjs")).href)) as { verifyBackup(backup: string): Promise<{ note: Note; entries: number }> };
const { putInPlace } = (await import(pathToFileURL(resolve("scripts/store/put.mjs")).href)) as { putInPlace(backup: string, note: Note, to: string, how: { now: number; lost: [] }): string | null };

/** A script of the house, as a person runs it. */
const run = (script: string, args: readonly string[], env: Record<string, string>): Promise<{ code: number; out: string }> =>
  new Promise((done) => {
    execFile(process.execPath, [resolve("scripts", script), ...args], { env: { ...process.env, ...env } }, (error: ExecFileException | null, stdout, stderr) => done({ code: error ? Number(error.code) : 0, out: stdout + stderr }));
  });
const withStore = <T>(file: string, work: (db: InstanceType<typeof DatabaseSync>) => T): T => {
  const db = new DatabaseSync(file);
  try {
    return work(db);
  } finally {
    db.close();
  }
};

// One house, from its backup under load to the day after its restore.
describe.sequential("a backup, and what becomes of it", () => {
  let server: RunningServer;
  let api: Caller;
  let backup: string;
  let cookie: string;
  /** Lines of live's chain before anything was lost. */
  let before: string[];
  let kept: string;
  let epoch: number;
  const epochNow = async (): Promise<number> => {
    const socket = await api.socket({ as: HEAD });
    const { channels } = (await socket.timeout(20_000).emitWithAck("watch", { situation: "live", channels: [{ kind: "alerts", region: "44" }] })) as WatchAnswer;
    socket.disconnect();
    return (channels[0] as { epoch: number }).epoch;
  };
  const linesOf = async (): Promise<string[]> => (await api.get("/journal", HEAD)).text.trim().split("\n").slice(1);
  const report = (id: string) => api.command(HEAD, "incident.report", { type: "met.typhoon.track", region: "44", title: `【模拟】${id}` }, { id });
  const restore = (...args: string[]) => run("restore.mjs", args, { DATA_DIR: server.dataDir });

  beforeAll(async () => {
    server = await startServer({ env: RECORD_ALONE });
    api = callerOf(server);
    cookie = await api.signIn(HEAD);
    epoch = await epochNow();
  }, RESTARTS_MS);
  afterAll(() => server?.stop());

  test("made while commands come in, it opens, verifies, and is the chain up to its head", async () => {
    let isOver = false;
    let sent = 0;
    const load = (async () => {
      while (!isOver) expect((await report(`load-${sent++}`)).status).toBe(200);
    })();
    const { code, out } = await run("backup.mjs", ["--url", server.url], { DATA_DIR: server.dataDir });
    isOver = true;
    await load;
    expect([code, out]).toEqual([0, expect.stringMatching(/Copied \d+ MB in .*Verified: \d+ entries of \d+ chains/s)]);
    expect(sent).toBeGreaterThan(1);
    const [name] = readdirSync(join(server.dataDir, "backups"));
    backup = join(server.dataDir, "backups", name!);
    const { note } = await verifyBackup(backup);
    const live = note.chains.find(({ situation }) => situation === "live")!;
    before = await linesOf();
    expect(live.seq).toBeLessThan(before.length);
    expect(JSON.parse(before[live.seq - 1]!)).toMatchObject({ seq: live.seq, hash: live.hash });
    const stored = withStore(join(backup, "guanlan.db"), (db) => db.prepare("SELECT hash FROM entry WHERE situation = 'live' ORDER BY seq").all().map((row) => (row as { hash: string }).hash));
    expect(stored).toEqual(before.slice(0, live.seq).map((line) => (JSON.parse(line) as { hash: string }).hash));
    // The chain tells that it was made, and by whom.
    expect(before.map((line) => JSON.parse(line) as { kind: string; actor: string; body: object }).find(({ kind }) => kind === "admin.backup")).toMatchObject({ actor: expect.stringMatching(/^sysAdmin/), body: { backup: name, seq: live.seq, hash: live.hash } });
    expect((await api.get("//healthz")).body).toMatchObject({ backup: { name }, drill: null });
  }, RESTARTS_MS);

  test("nobody but the system administrator has one made", async () => {
    expect((await api.command(HEAD, "admin.backup", {})).status).toBe(403);
  });

  test("the drill restores it into an empty folder, says how long it took, and the house knows when that was", async () => {
    const { code, out } = await restore("--drill");
    expect([code, out]).toEqual([0, expect.stringMatching(/restored into an empty folder, \d+ entries verified .* ready in \d+\.\d s\. \d+\.\d s in all/)]);
    expect((await api.get("//healthz")).body.drill).toMatchObject({ ok: true, backup: expect.any(String), tookMs: expect.any(Number) });
  }, RESTARTS_MS);

  test("an altered one is refused, with the entry that is not what was signed, and nothing is moved", async () => {
    const altered = temporaryFolder();
    cpSync(backup, altered, { recursive: true });
    withStore(join(altered, "guanlan.db"), (db) => db.exec("UPDATE entry SET body = '{\"n\":1}' WHERE situation = 'live' AND seq = 2"));
    const to = temporaryFolder();
    const { code, out } = await restore("--from", altered, "--to", to);
    expect([code, out]).toEqual([1, expect.stringMatching(/chain "live" in .* is not the one that was signed: bad 2 .*Take another backup/)]);
    expect(readdirSync(to)).toEqual([]);
    // Cut off at its end, it is short of what was signed.
    cpSync(backup, altered, { recursive: true, force: true });
    withStore(join(altered, "guanlan.db"), (db) => db.exec("DELETE FROM entry WHERE situation = 'live' AND seq = (SELECT max(seq) FROM entry WHERE situation = 'live')"));
    expect((await restore("--from", altered, "--to", to)).out).toMatch(/was signed/);
  }, RESTARTS_MS);

  test("it is not put in place of a store that a house holds", async () => {
    const { code, out } = await restore();
    expect([code, out]).toEqual([1, expect.stringMatching(new RegExp(`held by process ${server.pid}\\b.*stop that program`))]);
    expect((await report("still-there")).status).toBe(200);
  }, RESTARTS_MS);

  test("what was decided after it is given up by a person alone, and is kept", async () => {
    before = await linesOf();
    await server.stop();
    const refused = await restore();
    expect([refused.code, refused.out]).toEqual([1, expect.stringMatching(new RegExp(`"live": entries \\d+ to ${before.length}\\b.*--accept-loss`))]);
    const done = await restore("--accept-loss");
    expect([done.code, done.out]).toEqual([0, expect.stringMatching(/Given up, by your word.*What stood here is kept in /s)]);
    kept = /is kept in (\S+);/.exec(done.out)![1]!;
    expect(withStore(join(kept, "guanlan.db"), (db) => db.prepare("SELECT max(seq) AS n FROM entry WHERE situation = 'live'").get())).toMatchObject({ n: before.length });
    expect(existsSync(join(kept, "heads", "heads.ndjson"))).toBe(true);
  }, RESTARTS_MS);

  test("the restored house begins a new epoch, tells it in its chain once, and knows nobody who was signed in", async () => {
    server = await startServer({ env: RECORD_ALONE, dataDir: server.dataDir, port: server.port });
    api = callerOf(server);
    expect(await epochNow()).toBeGreaterThan(epoch);
    const after = await linesOf();
    const { seq } = (JSON.parse(readFileSync(join(backup, "backup.json"), "utf8")) as Note).chains.find(({ situation }) => situation === "live")!;
    expect(after.slice(0, seq)).toEqual(before.slice(0, seq));
    expect(JSON.parse(after[seq]!)).toMatchObject({ kind: "store.restored", actor: "system", body: { seq, lost: expect.arrayContaining([{ situation: "live", seq: before.length }]) } });
    expect((await api.get("/session", undefined, { cookie })).status).toBe(401);
    expect((await report("goes-on")).status).toBe(200);
    await server.stop();
    server = await startServer({ env: RECORD_ALONE, dataDir: server.dataDir, port: server.port });
    api = callerOf(server);
    expect((await linesOf()).filter((line) => line.includes('"store.restored"')).length).toBe(1);
  }, RESTARTS_MS);

  test("nobody is reminded of yesterday: limits go on with what was left of them, and what ends at a told time ends then", () => {
    const now = Date.now();
    const old = temporaryFolder();
    cpSync(backup, old, { recursive: true });
    const note = { ...(JSON.parse(readFileSync(join(old, "backup.json"), "utf8")) as Note), at: new Date(now - DAY).toISOString() };
    writeFileSync(join(old, "backup.json"), JSON.stringify(note));
    // Half an hour after the backup a limit fell due, and a shelf ended.
    withStore(join(old, "guanlan.db"), (db) => {
      const put = db.prepare("INSERT INTO timer VALUES (?, 'live', ?, ?, '{}')");
      for (const kind of ["limit", "shelf"]) put.run(kind, kind, now - DAY + HOUR / 2);
    });
    const to = temporaryFolder();
    putInPlace(old, note, to, { now, lost: [] });
    const dueIn = withStore(join(to, "guanlan.db"), (db) => Object.fromEntries(db.prepare("SELECT id, dueAt FROM timer WHERE id IN ('limit', 'shelf')").all().map((row) => [(row as { id: string }).id, (row as { dueAt: number }).dueAt - now])));
    expect(dueIn).toEqual({ limit: HOUR / 2, shelf: HOUR / 2 - DAY });
  });
});
