import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright";
import { openStage, OPENING_MS, PATIENCE_MS, type Stage } from "../fixtures/chromium.ts";

/** RELIABILITY: whoever looks at a dead picture knows it by then. */
const SEEN_WITHIN_MS = 5_000;
const PAGES = { wall: "/wall/main/3", console: "/console?situation=storm" } as const;

/** What the page itself noted, on its own monotonic clock. */
interface Noted {
  /** When the last frame or beat arrived: the silence is counted from there, as whoever looks would. */
  heardAt: number;
  /** When the page said that it is cut off; 0 = it has not since `heardAt`. */
  seenAt: number;
  /** How late its timers came at `seenAt`: what a busy machine adds. */
  lateMs: number;
}
declare global {
  interface Window {
    noted: Noted;
  }
}

/** Runs in the page before its own scripts: notes each frame and each beat as it arrives, and the word that it is cut off. */
function note(): void {
  const noted = (window.noted = { heardAt: 0, seenAt: 0, lateMs: 0 });
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener("message", ({ data }: MessageEvent) => {
        // socket.io's events, with and without bytes; not its pings and not its answers.
        if (typeof data === "string" && /^4[25]/.test(data)) Object.assign(noted, { heardAt: performance.now(), seenAt: 0, lateMs: 0 });
      });
    }
  };
  let [due, late] = [performance.now() + 100, 0];
  setInterval(() => {
    late = performance.now() - due;
    due = performance.now() + 100;
  }, 100);
  new MutationObserver(() => {
    if (document.documentElement?.dataset.link !== "stale" || noted.seenAt > 0) return;
    noted.seenAt = performance.now();
    noted.lateMs = Math.max(0, late, noted.seenAt - due);
  }).observe(document, { subtree: true, attributeFilter: ["data-link"] });
}

describe.each(Object.entries(PAGES))("when the server freezes, the %s", (_, path) => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage();
    page = (await stage.sit("/", { account: "commander@44" })).page;
    await page.addInitScript(note);
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
