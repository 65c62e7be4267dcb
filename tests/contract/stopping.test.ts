import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { callerOf } from "../fixtures/caller.ts";
import { RECORD_ALONE, startServer } from "../fixtures/start-server.ts";

test("a house whose heads cannot be signed at the stop says so, closes its store all the same and exits with 1", async () => {
  const server = await startServer({ env: RECORD_ALONE });
  const heads = join(server.dataDir, "heads", "heads.ndjson");
  const store = join(server.dataDir, "guanlan.db");
  expect((await callerOf(server).command("commander@44", "situation.pause", { situation: "storm" })).status).toBe(200);
  if (existsSync(heads)) renameSync(heads, `${heads}.aside`);
  mkdirSync(heads);
  await server.stop();
  expect(server.exitCode()).toBe(1);
  expect(server.output()).toContain("The journal's heads could not be signed");
  // SQLite folds its log into the database when it is closed, not when the process just ends.
  expect(existsSync(`${store}-wal`)).toBe(false);

  rmdirSync(heads);
  if (existsSync(`${heads}.aside`)) renameSync(`${heads}.aside`, heads);
  const again = await startServer({ env: RECORD_ALONE, dataDir: server.dataDir });
  await again.stop();
  expect(again.exitCode()).toBe(0);
  expect(readFileSync(heads, "utf8")).toContain('"situation":"live"');
});
