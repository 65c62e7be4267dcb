import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BrowserContext, Page } from "playwright";
import { openStage, OPENING_MS, type Stage } from "../fixtures/chromium.ts";

const WRITTEN = "【模拟】写到一半的话";

describe("when a session ends under a page", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  /** As another window of the same browser would sign out, or the session's time would run out. */
  const end = async (context: BrowserContext) => void (await context.request.delete(`${stage.server.url}/api/v1/session`, { headers: { origin: stage.server.url } }));
  const again = async (page: Page, account: string) => {
    const asked = page.getByRole("dialog", { name: "登录已结束，请重新登录" });
    await asked.waitFor();
    await page.keyboard.press("Escape");
    await asked.locator(`[data-account="${account}"]`).click();
    await asked.waitFor({ state: "detached" });
    await page.locator("html[data-link=live]").waitFor({ state: "attached" });
  };

  test("the console asks to sign in again, and stands where it stood with what was written", async () => {
    const { page, context } = await stage.sit("/console?situation=live&region=440882", { account: "officer@4408" });
    await page.locator("console-page[place='440882']").waitFor({ state: "attached", timeout: OPENING_MS });
    await page.getByRole("button", { name: "新事件" }).click();
    await page.locator("console-report [name=title]").fill(WRITTEN);
    await end(context);
    await again(page, "officer@4408");
    expect(await page.locator("console-report [name=title]").inputValue()).toBe(WRITTEN);
    expect(await page.locator("console-page").getAttribute("place")).toBe("440882");
    await context.close();
  });

  test("the phone asks to sign in again, and what was typed can be sent", async () => {
    const { page, context } = await stage.sit("/field?situation=live", { account: "unit@440882115212", viewport: { width: 360, height: 640 } });
    await page.getByRole("button", { name: "上报", exact: true }).click();
    await page.locator("field-upward [name=type] option[value='water.flash.flood']").waitFor({ state: "attached", timeout: OPENING_MS });
    await page.locator("field-upward [name=type]").selectOption("water.flash.flood");
    await page.locator("field-upward [name=title]").fill(WRITTEN);
    await end(context);
    await again(page, "unit@440882115212");
    await page.locator("[data-command='incident.report']").click();
    await page.locator("field-upward li[data-incident]", { hasText: WRITTEN }).waitFor();
    await context.close();
  });

  test("nothing but the refusal itself is complained about", () => {
    expect(stage.complaints().filter((words) => !/status of 401/.test(words))).toEqual([]);
  });
});
