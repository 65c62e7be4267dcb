import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callerOf, type Caller } from "../fixtures/caller.ts";
import { temporaryFolder } from "../fixtures/folder.ts";
import { RECORD_ALONE, RESTARTS_MS, startServer, type RunningServer } from "../fixtures/start-server.ts";

const ENTRIES = 6_000;
const AS = "commander@44";
/** A kill so many ms after the doors have opened: before, while and after the first snapshot is written. */
const KILLED_AFTER_MS = [0, 20, 60, 150];

interface Health {
  readonly journal: { readonly state: string; readonly flaw?: string };
  readonly snapshot: { readonly seq: number } | null;
}
const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

describe.sequential("a house with a journal of thousands of entries, killed with -9", () => {
  const dataDir = temporaryFolder();
  let server: RunningServer;
  let api: Caller;
  const start = async (folder = dataDir): Promise<void> => {
    server = await startServer({ env: RECORD_ALONE, dataDir: folder });
    api = callerOf(server);
  };
  const read = async (path: string): Promise<Health & { readonly ready: boolean; readonly limits?: readonly string[] }> => (await (await fetch(`${server.url}${path}`)).json()) as never;
  async function untilHealth(isSo: (health: Health) => boolean): Promise<Health> {
    for (const until = Date.now() + RESTARTS_MS; Date.now() < until; await rest(50)) {
      const health = await read("/healthz");
      if (isSo(health)) return health;
    }
    throw new Error(`It did not come to that: ${JSON.stringify(await read("/healthz"))}`);
  }
  /** What people are told of all that the journal comes to. */
  async function told(): Promise<string> {
    const paths = ["/alerts?limit=200", "/alerts?limit=50&state=closed", "/alert-groups?limit=200", "/alerts/load", "/incidents?limit=100", "/tasks?limit=100", "/walls/main"];
    const answers = await Promise.all(paths.map(async (path) => (await api.get(path, AS)).body as unknown));
    const { items } = (await api.get("/incidents?limit=1", AS)).body as { readonly items: readonly { readonly id: string }[] };
    return JSON.stringify([...answers, (await api.get(`/incidents/${items[0]!.id}`, AS)).body], (key, value: unknown) => (key === "at" || key === "now" || key === "asOf" ? undefined : value), 1);
  }
  /** Lines of the signed heads that are of live. */
  const signed = (): string[] => {
    const file = join(dataDir, "heads", "heads.ndjson");
    return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter((line) => line.includes('"situation":"live"')) : [];
  };
  const changed = (sql: string): void => {
    const db = new DatabaseSync(join(dataDir, "guanlan.db"));
    db.exec(sql);
    db.close();
  };
  let before: string;

  beforeAll(() => {
    execFileSync(process.execPath, ["-e", `import("./bench/long-chain.mjs").then((m) => m.writeLongChain(${JSON.stringify(join(dataDir, "guanlan.db"))}, ${ENTRIES}))`], { cwd: resolve(".") });
  }, RESTARTS_MS);
  afterAll(() => server?.stop());

  test("at any moment while its first snapshot is written, it starts again and says the same", async () => {
    for (const afterMs of KILLED_AFTER_MS) {
      const folder = temporaryFolder();
      cpSync(dataDir, folder, { recursive: true });
      await start(folder);
      before ??= await told();
      await rest(afterMs);
      await server.kill();
      await start(folder);
      expect(await told()).toBe(before);
      await server.kill();
    }
  }, 4 * RESTARTS_MS);

  test("with a snapshot that it has taken by itself it reads the end alone, and verifies the rest behind the open doors", async () => {
    await start();
    expect((await untilHealth(({ snapshot }) => snapshot !== null)).snapshot).toMatchObject({ seq: ENTRIES });
    const report = { type: "met.typhoon.track", region: "440882115212", title: "【模拟】村口进水" };
    expect((await api.command("officer@440882", "incident.report", report, { id: "behind-the-snapshot" })).status).toBe(200);
    before = await told();
    await server.kill();
    await start();
    expect(await read("/readyz")).toMatchObject({ ready: true, reasons: [] });
    expect(await told()).toBe(before);
    const { snapshot } = await untilHealth(({ journal }) => journal.state === "verified");
    expect(signed()).toEqual([]);
    expect([snapshot!.seq, server.output()]).toEqual([ENTRIES, expect.stringMatching(new RegExp(`verified behind the boot.*"entries":${ENTRIES}`))]);
    await server.stop();
    expect(signed()).toHaveLength(1);
  }, RESTARTS_MS);

  test("a snapshot that was altered on the disk is thrown away, told in the log, and everything is read anew", async () => {
    changed("UPDATE snapshot_part SET bytes = zeroblob(length(bytes)) WHERE n = 0");
    await start();
    expect(server.output()).toMatch(/does not fit and is thrown away.*part 0 is missing or was altered/);
    expect((await read("/healthz")).journal).toEqual({ state: "verified" });
    expect(await told()).toBe(before);
    // And another takes its place.
    await untilHealth(({ snapshot }) => snapshot !== null);
    // Its head moves on, and nobody has signed it yet.
    expect((await api.command(AS, "wall.focus", { wall: "main", region: "4408" }, { id: "not-signed-yet" })).status).toBe(200);
    await server.kill();
  }, RESTARTS_MS);

  test("an old entry that was altered is found behind the boot: it is told, commands are refused, nothing is signed, and the next start refuses the journal", async () => {
    changed("UPDATE entry SET actor = 'somebody@44' WHERE situation = 'live' AND seq = 100");
    await start();
    expect((await untilHealth(({ journal }) => journal.state !== "verifying")).journal).toEqual({ state: "flawed", flaw: 'The journal of "live" is damaged at seq 100: its hash does not match its content' });
    expect(await read("/readyz")).toMatchObject({ ready: true, journal: "flawed", limits: [expect.stringMatching(/damaged at seq 100.*Restore the last backup/)] });
    const refused = await api.command(AS, "wall.focus", { wall: "main", region: "4408" }, { id: "on-a-damaged-journal" });
    expect([refused.status, refused.body.code]).toEqual([503, "not_ready"]);
    const alerts = async (): Promise<readonly { readonly indicator: string; readonly severity: number }[]> => ((await api.get("/alerts?severity=1&limit=200&state=unacknowledged", AS)).body as { readonly items: [] }).items;
    await expect.poll(async () => (await alerts()).some(({ indicator }) => indicator === "journal:live")).toBe(true);
    expect(server.output()).toMatch(/日志校验失败/);
    const lines = signed();
    await server.stop();
    expect(signed()).toEqual(lines);
    await expect(start()).rejects.toThrow(/damaged at seq 100/);
  }, RESTARTS_MS);
});
