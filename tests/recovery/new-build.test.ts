import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStage, OPENING_MS, type Stage } from "../fixtures/chromium.ts";
import { temporaryFolder } from "../fixtures/folder.ts";
import { RECORD_ALONE, RESTARTS_MS, startServer, type RunningServer } from "../fixtures/start-server.ts";

const OTHER = "0123456789ab";
/** The same house, but its pages say that they are of another build. */
function otherHouse(): string {
  const root = temporaryFolder();
  for (const name of ["data", "layouts", "node_modules", "package.json"]) symlinkSync(resolve(name), join(root, name));
  cpSync(resolve("dist"), join(root, "dist"), { recursive: true });
  const pages = join(root, "dist", "wall");
  for (const name of readdirSync(pages).filter((file) => file.endsWith(".html"))) {
    const html = readFileSync(join(pages, name), "utf8");
    writeFileSync(join(pages, name), html.replace(/(<meta name="build" content=")[0-9a-f]+/, `$1${OTHER}`));
  }
  return join(root, "dist", "server", "main.js");
}

let stage: Stage;
let next: RunningServer | undefined;
let display: Page;
let console: Page;
beforeAll(async () => {
  stage = await openStage();
  display = (await stage.sit("/wall/live/1")).page;
  console = (await stage.sit("/console", { account: "commander@44" })).page;
  for (const page of [display, console]) await page.locator("html[data-link=live]").waitFor({ state: "attached", timeout: OPENING_MS });
});
afterAll(async () => {
  await next?.stop();
  await stage?.close();
});
const build = (page: Page) => page.evaluate(() => document.querySelector<HTMLMetaElement>("meta[name=build]")!.content);
/** How often the page was loaded, counted in what outlives its documents. */
const countLoads = (page: Page) => page.addInitScript(() => sessionStorage.setItem("loads", String(Number(sessionStorage.getItem("loads") ?? 0) + 1)));
const loads = (page: Page) => page.evaluate(() => Number(sessionStorage.getItem("loads") ?? 0));

test("when the server comes back as another build a display loads itself anew, once, and a person's page asks", { timeout: RESTARTS_MS }, async () => {
  const first = await build(display);
  expect(first).toMatch(/^[0-9a-f]{12}$/);
  expect(await build(console)).toBe(first);
  for (const page of [display, console]) await countLoads(page);

  const { port, dataDir } = stage.server;
  await stage.server.kill();
  next = await startServer({ port, dataDir, main: otherHouse(), env: RECORD_ALONE });
  await expect.poll(() => build(display).catch(() => "loading"), { timeout: OPENING_MS }).toBe(OTHER);
  await display.locator("html[data-link=live]").waitFor({ state: "attached", timeout: OPENING_MS });
  await display.locator("wall-clock").first().waitFor();
  expect(await loads(display)).toBe(1);

  const button = console.getByRole("button", { name: "有新版本，更新页面" });
  await button.waitFor({ timeout: OPENING_MS });
  expect([await build(console), await loads(console)]).toEqual([first, 0]);
  await button.click();
  await expect.poll(() => build(console).catch(() => "loading"), { timeout: OPENING_MS }).toBe(OTHER);
  await console.locator("html[data-link=live]").waitFor({ state: "attached", timeout: OPENING_MS });
  expect(await button.count()).toBe(0);
});
