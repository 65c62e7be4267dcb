import { existsSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../tests/fixtures/folder.ts";
import { cannotListen, makeDataFolder } from "./boot.ts";

test("a folder of data is made with all above it, and one that stands is taken", () => {
  const folder = join(temporaryFolder(), "a", "b");
  makeDataFolder(folder);
  makeDataFolder(folder);
  expect(existsSync(folder)).toBe(true);
});

test("a file where the folder should be is named, with what to do", () => {
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, "");
  for (const path of [file, join(file, "below")]) expect(() => makeDataFolder(path)).toThrow(new RegExp(`^DATA_DIR ${path} is a file, or lies below one; .* Set DATA_DIR to`));
});

test("where the system makes no folders, the boot says so instead of trying for ever", () => {
  if (existsSync("/proc/self")) expect(() => makeDataFolder("/proc/guanlan/data")).toThrow(/^DATA_DIR \/proc\/guanlan\/data cannot be used \(ENOENT\)/);
});

test("a port that is taken is named, with what to do", async () => {
  const taken = createServer();
  await new Promise<void>((done) => taken.listen(0, "127.0.0.1", done));
  const { port } = taken.address() as { port: number };
  const error = await new Promise((done) => createServer().once("error", done).listen(port, "127.0.0.1"));
  expect(cannotListen({ host: "127.0.0.1", port }, error).message).toMatch(new RegExp(`^Port ${port} on 127.0.0.1 is in use.*set PORT`));
  await new Promise((done) => taken.close(done));
});

test.each(["EACCES", "EADDRNOTAVAIL", "ENOTFOUND", "EBADF"])("whatever else keeps it from serving (%s), it says which setting to change", (code) => {
  expect(cannotListen({ host: "10.0.0.9", port: 80 }, Object.assign(new Error("no"), { code })).message).toMatch(/Set (PORT|HOST)/);
});
