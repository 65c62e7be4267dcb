import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../tests/fixtures/folder.ts";
import { buildMark } from "./build-mark.ts";

test("the build is what the pages say of themselves", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "display.html"), '<!doctype html><head><meta name="build" content="0a1b2c3d4e5f"></head>');
  expect(await buildMark(folder)).toBe("0a1b2c3d4e5f");
});
test("where no pages were built there is no build", async () => {
  expect(await buildMark(join(temporaryFolder(), "none"))).toBe("");
});
