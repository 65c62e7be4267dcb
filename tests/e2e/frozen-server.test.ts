import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright";
import { openStage, OPENING_MS, PATIENCE_MS, type Stage } from "../fixtures/chromium.ts";
import { noteSilence, SEEN_WITHIN_MS } from "../fixtures/note-silence.ts";

const PAGES = { wall: "/wall/main/3", console: "/console?situation=storm" } as const;

describe.each(Object.entries(PAGES))("when the server freezes, the %s", (_, path) => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage();
    page = (await stage.sit("/", { account: "commander@44" })).page;
    await page.addInitScript(noteSilence);
    await page.goto(`${stage.server.url}${path}`, { timeout: OPENING_MS });
    await page.locator("wall-value[state=fresh]").first().waitFor({ timeout: OPENING_MS });
    await page.locator("html[data-link=live]").waitFor({ state: "attached" });
  });
  afterAll(async () => {
    stage?.server.signal("SIGCONT");
    await stage?.close();
  });

  test("says so within five seconds, and no number looks fresh any more", async () => {
    stage.server.signal("SIGSTOP");
    await page.locator("html[data-link=stale]").waitFor({ state: "attached" });
    const { heardAt, seenAt, lateMs } = await page.evaluate(() => window.noted);
    expect(heardAt).toBeGreaterThan(0);
    expect(seenAt).toBeGreaterThan(heardAt);
    expect(seenAt - heardAt - lateMs).toBeLessThanOrEqual(SEEN_WITHIN_MS);
    await expect.poll(() => page.locator("wall-value[state=fresh], wall-value[state=ageing]").count(), { timeout: PATIENCE_MS }).toBe(0);
    expect(await page.locator("wall-value[state=stale]").count()).toBeGreaterThan(0);
  });

  test("says in words since when it is cut off", async () => {
    await page.getByText(/与平台断开/).first().waitFor();
  });

  test("heals when the server runs again, without a reload", async () => {
    await page.evaluate(() => document.documentElement.setAttribute("data-same-page", ""));
    stage.server.signal("SIGCONT");
    await page.locator("html[data-same-page][data-link=live]").waitFor({ state: "attached", timeout: OPENING_MS });
    await page.locator("wall-value[state=fresh]").first().waitFor();
    const tick = Number(await page.locator("html").getAttribute("data-tick"));
    await expect.poll(async () => Number(await page.locator("html").getAttribute("data-tick")), { timeout: PATIENCE_MS }).toBeGreaterThan(tick);
    expect(stage.complaints()).toEqual([]);
  });
});
