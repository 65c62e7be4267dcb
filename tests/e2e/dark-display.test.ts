import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright";
import { OPENING_MS, openStage, type Stage } from "../fixtures/chromium.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ isStill: true });
});
afterAll(() => stage?.close());

test("a paired display of the wall that goes dark is named on the others, and no more once it is back", async () => {
  const { page: first, context: window } = await stage.sit("/wall/main/1");
  const line = (page: Page) => page.locator(".piece:not([data-behind]) wall-dark-line [role='status']");
  const stands = (page: Page) => page.locator('html[data-link="live"][data-scene="storm"]').waitFor({ state: "attached", timeout: OPENING_MS });
  await stands(first);

  // Resolves to this machine, and is no name that the demo opens without a key.
  const machine = await stage.browser.newContext({ viewport: { width: 960, height: 540 }, locale: "zh-CN" });
  const opened = async (): Promise<Page> => {
    const page = await machine.newPage();
    await page.goto(`http://wall.localhost:${stage.server.port}/wall/main/2`, { timeout: OPENING_MS });
    return page;
  };
  const second = await opened();
  const code = second.locator(".pairing output").filter({ hasText: /^\d{4} \d{4}$/ });
  await code.waitFor({ timeout: OPENING_MS });
  expect(await stage.api.command("secAdmin@44", "admin.pair", { code: (await code.textContent())!.replace(" ", ""), wall: "main", display: 2 })).toMatchObject({ status: 200 });
  await stands(second);
  expect(await line(first).count()).toBe(0);

  await second.close();
  await line(first).filter({ hasText: /^显示屏 2 黑屏现实时间 \d\d:\d\d 起$/ }).waitFor({ timeout: OPENING_MS });
  // The same machine, and the same key.
  await opened();
  await line(first).waitFor({ state: "detached", timeout: OPENING_MS });
  expect(stage.complaints()).toEqual([]);
  await Promise.all([window.close(), machine.close()]);
});
