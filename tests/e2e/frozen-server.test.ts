import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright";
import { openStage, OPENING_MS, PATIENCE_MS, type Stage } from "../fixtures/chromium.ts";

/** RELIABILITY: whoever looks at a dead picture knows it by then. */
const SEEN_WITHIN_MS = 5_000;
const PAGES = { wall: "/wall/main/3", console: "/console?situation=storm" } as const;

/** What the page itself noted, on its own monotonic clock. */
interface Noted {
  readonly stoppedAt: number;
  readonly seenAt: number;
  /** The longest that its timers came late meanwhile: what a busy machine adds. */
  readonly lateMs: number;
}
declare global {
  interface Window {
    noted: { stoppedAt: number; seenAt: number; lateMs: number };
  }
}

describe.each(Object.entries(PAGES))("when the server freezes, the %s", (_, path) => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage();
    page = (await stage.sit(path, { account: "commander@44" })).page;
    await page.locator("wall-value[state=fresh]").first().waitFor({ timeout: OPENING_MS });
    await page.locator("html[data-link=live]").waitFor({ state: "attached" });
  });
  afterAll(async () => {
    stage?.server.signal("SIGCONT");
    await stage?.close();
  });

  test("says so within five seconds, and no number looks fresh any more", async () => {
    await page.evaluate(() => {
      const noted = { stoppedAt: performance.now(), seenAt: 0, lateMs: 0 };
      window.noted = noted;
      let due = noted.stoppedAt + 100;
      const beat = setInterval(() => {
        noted.lateMs = Math.max(noted.lateMs, performance.now() - due);
        due = performance.now() + 100;
      }, 100);
      new MutationObserver(() => {
        if (document.documentElement.dataset.link === "live" || noted.seenAt > 0) return;
        noted.seenAt = performance.now();
        clearInterval(beat);
      }).observe(document.documentElement, { attributeFilter: ["data-link"] });
    });
    stage.server.signal("SIGSTOP");
    await page.locator("html[data-link=stale]").waitFor({ state: "attached" });
    const { stoppedAt, seenAt, lateMs }: Noted = await page.evaluate(() => window.noted);
    expect(seenAt - stoppedAt - lateMs).toBeLessThanOrEqual(SEEN_WITHIN_MS);
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
