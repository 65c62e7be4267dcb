import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type RunningServer } from "../fixtures/start-server.ts";
import { launch, seat, type Seat } from "./browser.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** What axe finds wrong; injected beside the page, because its policy lets no foreign script in. */
async function violations({ context, page }: Seat): Promise<string[]> {
  const inspector = await context.newCDPSession(page);
  await inspector.send("Runtime.evaluate", { expression: axe });
  const run = "axe.run(document,{resultTypes:['violations']}).then(r=>r.violations.map(v=>v.id+': '+v.nodes.map(n=>JSON.stringify(n.target)).join(' ')))";
  const { result } = await inspector.send("Runtime.evaluate", { expression: run, awaitPromise: true, returnByValue: true });
  return result.value as string[];
}
const PAGES = [
  { what: "the start page", path: "/", account: null, size: { width: 1920, height: 1080 }, ready: "wall-home button" },
  { what: "the console", path: "/console?situation=storm", account: "commander@44", size: { width: 1920, height: 1080 }, ready: "console-regions button" },
  { what: "the console on live", path: "/console?situation=live", account: "officer@4408", size: { width: 2560, height: 1440 }, ready: "console-regions button" },
  { what: "a display of the command wall", path: "/wall/main/1", account: null, size: { width: 1920, height: 1080 }, ready: "wall-storm-now .hero" },
  { what: "the action display", path: "/wall/main/3", account: null, size: { width: 1920, height: 1080 }, ready: "[data-alert]" },
  { what: "the live wall at night", path: "/wall/live?theme=ember", account: null, size: { width: 1920, height: 1080 }, ready: "[data-region]" },
  { what: "the gallery", path: "/gallery?theme=paper", account: "commander@44", size: { width: 1920, height: 1080 }, ready: "#trust .look" },
  { what: "the phone", path: "/field?situation=storm", account: "unit@440882115212", size: { width: 390, height: 844 }, ready: "wall-field nav" },
  { what: "the phone at night", path: "/field?situation=storm&theme=ember", account: "unit@440882115212", size: { width: 390, height: 844 }, ready: "wall-field nav" },
] as const;

test.each(PAGES)("$what can be used by everybody, as far as axe can tell", async ({ path, account, size, ready }) => {
  const at = await seat(browser, server.url, account, size);
  await at.page.goto(path);
  await at.page.locator(ready).first().waitFor();
  expect(await violations(at)).toEqual([]);
  await at.context.close();
});
test("who has not signed in is asked to, in the place of the page", async () => {
  const at = await seat(browser, server.url, null, { width: 1920, height: 1080 });
  await at.page.goto("/console?situation=storm");
  await at.page.locator('[data-account="commander@44"]').click();
  await at.page.locator("console-regions button").first().waitFor();
  await at.context.close();
});
