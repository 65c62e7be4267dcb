import { afterAll, beforeAll, expect, test } from "vitest";
import { OPENING_MS, openStage, PATIENCE_MS, type Stage } from "../fixtures/chromium.ts";
import { until } from "../fixtures/caller.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ isStill: true });
});
afterAll(() => stage?.close());

test("a display under another name than loopback's shows its code, is paired on the start page, and goes on by itself, again after its session was lost", async () => {
  const context = await stage.browser.newContext({ viewport: { width: 960, height: 540 }, locale: "zh-CN" });
  const display = await context.newPage();
  // Resolves to this machine, is a secure context, and is no name that the demo pairs by itself.
  await display.goto(`http://wall.localhost:${stage.server.port}/wall/main/2`, { timeout: OPENING_MS });
  const code = display.locator(".pairing output");
  await code.filter({ hasText: /^\d{4} \d{4}$/ }).waitFor({ timeout: PATIENCE_MS });
  const digits = await code.textContent();
  const size = await code.evaluate((e) => Number.parseFloat(getComputedStyle(e).fontSize));
  expect(size).toBeGreaterThan(100);

  const { page: office } = await stage.sit("/", { account: "secAdmin@44" });
  const form = office.locator("wall-pair-display form");
  await form.locator("input").fill(digits!);
  await form.locator("select").selectOption("main/2");
  await form.locator("input").press("Enter");
  await office.locator("wall-pair-display [data-command='admin.unpair']").waitFor();
  await display.locator(".plane").waitFor({ timeout: OPENING_MS });
  expect(await display.evaluate(async () => ((await (await fetch("/api/v1/session")).json()) as { display: number }).display)).toBe(2);
  await until(async () => (await stage.api.get("/devices", "secAdmin@44")).body.items.find((g: { id: string }) => g.id === "main/2").state, (state) => state === "connected");

  // The key signs it in again, without a code.
  await context.clearCookies();
  await display.reload({ timeout: OPENING_MS });
  await display.locator(".plane").waitFor({ timeout: OPENING_MS });

  await office.locator("wall-pair-display [data-command='admin.unpair']").click();
  await display.reload({ timeout: OPENING_MS });
  await code.filter({ hasText: /^\d{4} \d{4}$/ }).waitFor({ timeout: PATIENCE_MS });
  expect(stage.complaints()).toEqual([]);
  await context.close();
});
