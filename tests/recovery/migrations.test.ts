import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, test } from "vitest";
import { openSqlite } from "../../server/store/index.ts";
import { APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION } from "../../server/store/schema.ts";
import { temporaryFolder } from "../fixtures/folder.ts";

/** A store as the program of that version left it, with a decision in it. */
function storeOf(version: number): string {
  const file = join(temporaryFolder(), "guanlan.db");
  const db = new DatabaseSync(file);
  db.exec("PRAGMA journal_mode = WAL");
  for (let next = 0; next < version; next++) db.exec(`BEGIN; PRAGMA application_id = ${APPLICATION_ID}; ${MIGRATIONS[next]}; PRAGMA user_version = ${next + 1}; COMMIT`);
  if (version > 0) db.exec("INSERT INTO command VALUES ('before', 'officer@44', 'h', 'live', 1, 200, '{}')");
  db.close();
  return file;
}
function tablesOf(file: string): unknown[] {
  const db = new DatabaseSync(file);
  const all = db.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY name").all();
  const { user_version: version } = db.prepare("PRAGMA user_version").get() as { user_version: number };
  db.close();
  return [version, ...all];
}
/** BEGIN, whose file it is, the changes, the version and COMMIT. */
const statementsOf = (version: number): number => MIGRATIONS[version]!.split(";").filter((each) => each.trim() !== "").length + 4;
const killedAfter = (file: string, statement: number) => spawnSync(process.execPath, [resolve("tests/recovery/killed-migration.mjs"), file, String(statement)], { encoding: "utf8" });

describe.each(Array.from({ length: SCHEMA_VERSION }, (_, version) => version))("a store of version %i, killed in the midst of its migrations", (version) => {
  test("is lifted whole by the next start, after whichever statement it was killed, and keeps what it held", async () => {
    const sound = storeOf(version);
    await (await openSqlite(sound)).close();
    const wanted = tablesOf(sound);
    for (let statement = 1; statement <= statementsOf(version); statement++) {
      const file = storeOf(version);
      const { signal, stderr } = killedAfter(file, statement);
      expect([signal, stderr]).toEqual(["SIGKILL", ""]);
      const store = await openSqlite(file);
      expect((await store.command("before"))?.account).toBe(version > 0 ? "officer@44" : undefined);
      await store.close();
      expect(tablesOf(file)).toEqual(wanted);
    }
  });
});
