import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openSqlite } from "../../server/store/index.ts";
import { SCHEMA_VERSION } from "../../server/store/schema.ts";
import { describeStore } from "./store.ts";

describeStore("SQLite", async () => {
  const folder = await mkdtemp(join(tmpdir(), "guanlan-store-"));
  const file = join(folder, "guanlan.db");
  return {
    open: () => openSqlite(file),
    writer: { module: resolve("server/store/index.ts"), factory: "openSqlite", argument: file },
    remove: () => rm(folder, { recursive: true }),
  };
});

describe("the SQLite file", () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "guanlan-store-"));
    file = join(folder, "guanlan.db");
  });
  afterEach(() => rm(folder, { recursive: true }));
  const withRaw = (sql: string): void => {
    const raw = new DatabaseSync(file);
    raw.exec(sql);
    raw.close();
  };

  test("a second server is told who holds the store and what to do", async () => {
    const first = await openSqlite(file);
    await expect(openSqlite(file)).rejects.toMatchObject({ code: "held", message: expect.stringMatching(new RegExp(`process ${process.pid}\\b.*another DATA_DIR`)) });
    await first.close();
    await (await openSqlite(file)).close();
  });

  test("a store of a newer program is refused and left as it is", async () => {
    await (await openSqlite(file)).close();
    withRaw("PRAGMA user_version = 99");
    await expect(openSqlite(file)).rejects.toMatchObject({ code: "newer", message: expect.stringMatching(/version 99.*newer program/) });
    withRaw(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    await (await openSqlite(file)).close();
  });

  test("a store of the first version is lifted, and keeps what it held", async () => {
    const first = await openSqlite(file);
    await first.commit({ command: { id: "command-1", account: "a", bodyHash: "h", situation: "live", at: 1, status: 200, answer: {} } });
    await first.close();
    withRaw("DROP TABLE snapshot_part; DROP TABLE snapshot; DROP INDEX command_at; PRAGMA user_version = 1");
    const lifted = await openSqlite(file);
    expect((await lifted.command("command-1"))?.id).toBe("command-1");
    await lifted.forget({ commandsBefore: 2, now: 2 });
    expect(await lifted.command("command-1")).toBeNull();
    await lifted.close();
  });

  test("a database of another program is refused", async () => {
    withRaw("CREATE TABLE theirs (x)");
    await expect(openSqlite(file)).rejects.toMatchObject({ code: "foreign" });
  });

  test("a file that is no database is refused, and not overwritten", async () => {
    await writeFile(file, "not a database, but long enough to look like a header of something ".repeat(20));
    await expect(openSqlite(file)).rejects.toMatchObject({ code: "corrupt", message: expect.stringMatching(/damaged.*backup/) });
    expect((await readFile(file, "utf8")).startsWith("not a database")).toBe(true);
  });

  test("a damaged page of the journal is found at open, never read past", async () => {
    const store = await openSqlite(file);
    for (let seq = 1; seq <= 200; seq++)
      await store.commit({
        entries: [{ situation: "live", seq, at: "t", simAt: "t", kind: "k", actor: "a", region: "44", bodyHash: "b", prev: "p", hash: "h", body: "x".repeat(400), salt: "s" }],
      });
    await store.close();
    const bytes = await readFile(file);
    // Every page but the first two: overwrite the b-tree headers.
    for (let page = 2; page * 4096 < bytes.length; page++) bytes.fill(0xa5, page * 4096, page * 4096 + 16);
    await writeFile(file, bytes);
    await expect(openSqlite(file)).rejects.toMatchObject({ code: "corrupt" });
  });

  test("closing folds the write-ahead log into the file", async () => {
    const store = await openSqlite(file);
    await store.commit({ documents: [{ key: "d", body: 1 }] });
    await store.close();
    await expect(stat(`${file}-wal`)).rejects.toThrow();
    await expect(stat(`${file}.holder`)).rejects.toThrow();
  });
});
