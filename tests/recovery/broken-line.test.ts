import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright";
import { formatTime } from "../../model/time.ts";
import { openStage, OPENING_MS, PATIENCE_MS, type Stage } from "../fixtures/chromium.ts";
import { noteSilence, SEEN_WITHIN_MS } from "../fixtures/note-silence.ts";
import { openSlowLine, type SlowLine } from "../fixtures/slow-line.ts";

const INDICATOR = "grid.event.report";
const VILLAGE = "440882115212";
/** What the browser itself prints of a line that is cut; nothing else is complained about. */
const OF_THE_LINE = /net::ERR_|WebSocket connection to/;

let stage: Stage;
let line: SlowLine;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  line = await openSlowLine(stage.server.port);
  ({ page } = await stage.sit("/wall/live/1", { url: line.url, before: (context) => context.addInitScript(noteSilence) }));
  await link("live");
  await report(1);
  await shows(1);
  await page.evaluate(() => document.documentElement.setAttribute("data-same-page", ""));
});
afterAll(async () => {
  await stage?.close();
  await line?.close();
});
const link = (state: string) => page.locator(`html[data-link=${state}]`).waitFor({ state: "attached", timeout: OPENING_MS });
const samePage = () => page.evaluate(() => document.documentElement.hasAttribute("data-same-page"));
async function report(value: number): Promise<void> {
  const samples = [{ indicator: INDICATOR, place: VILLAGE, observedAt: formatTime(Date.now()), value }];
  expect((await stage.api.post("/samples", { samples }, "source@44")).body).toMatchObject({ accepted: 1 });
}
const shows = (value: number, state = "fresh") =>
  page.locator(`[data-panel="wall-ledger"] wall-value[indicator="${INDICATOR}"][place="44"][value="${value}"][state="${state}"]`).waitFor({ state: "attached", timeout: OPENING_MS });

test("a plug that is pulled is seen within five seconds, and what was held back goes on when it is put in again", async () => {
  line.pull();
  await link("stale");
  const { heardAt, seenAt, lateMs } = await page.evaluate(() => window.noted);
  expect(heardAt).toBeGreaterThan(0);
  expect(seenAt - heardAt - lateMs).toBeLessThanOrEqual(SEEN_WITHIN_MS);
  await shows(1, "stale");
  await expect.poll(() => page.locator("wall-value[state=fresh], wall-value[state=ageing]").count(), { timeout: PATIENCE_MS }).toBe(0);
  await report(2);
  line.restore();
  await link("live");
  await shows(2);
  expect(await samePage()).toBe(true);
});

test("a line that is cut takes nothing from the glass; once it is back the numbers go on, without a reload", async () => {
  line.cut();
  await link("down");
  await page.getByText(/与平台断开/).first().waitFor();
  await shows(2, "stale");
  // What happens meanwhile is not lost, and not shown before it could be heard.
  await report(3);
  await shows(2, "stale");
  line.restore();
  await link("live");
  await shows(3);
  await report(4);
  await shows(4);
  expect(await samePage()).toBe(true);
  expect(stage.complaints().filter((complaint) => !OF_THE_LINE.test(complaint))).toEqual([]);
});
