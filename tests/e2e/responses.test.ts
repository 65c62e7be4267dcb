import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright";
import { openStage, OPENING_MS, type Stage } from "../fixtures/chromium.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  // Nothing moves by itself: what changes is what was ordered.
  await stage.api.command("commander@44", "situation.pause", { situation: "storm" });
});
afterAll(() => stage?.close());
afterEach(() => {
  expect(stage.complaints()).toEqual([]);
});
/** Screens of the lower row, one of the map and one of panels: they have no strip, and say by a tag which world it is and which level is in force. */
const LOWER = [5, 8];
/** By keyboard, as a slide is by hand. */
async function slide(page: Page, kind: string): Promise<void> {
  await page.locator(`[data-command="${kind}"]:not([disabled])`).focus();
  await page.keyboard.down("Enter");
}
const says = (page: Page, words: RegExp) => page.locator(".stage-words").getByText(words).first().waitFor({ state: "attached", timeout: OPENING_MS });

test("two people raise to II: every wall says so, though nothing of its picture changes; then one step down by two, and out by one", async () => {
  const walls = await Promise.all(["/wall/main/1", "/wall/laptop?situation=storm", ...LOWER.map((n) => `/wall/lcd-4x2/${n}?situation=storm`)].map((path) => stage.sit(path, { viewport: { width: 960, height: 540 } })));
  for (const { page } of walls) await says(page, /演练/);
  const [head, chief] = [await stage.sit("/console?situation=storm", { account: "commander@44" }), await stage.sit("/console?situation=storm", { account: "chief@44" })];
  const { page } = head;
  for (const seat of [head, chief]) await seat.page.locator('[data-opens="responses"]').waitFor({ timeout: 2 * OPENING_MS });
  await page.locator('[data-opens="responses"]').click({ timeout: OPENING_MS });
  await page.locator('console-response-form [data-level="2"]').click();
  await page.locator('console-response-form textarea[name="reason"]').fill("台风逼近，会商决定");
  await slide(page, "response.raise");
  // The same person may only take it back.
  await page.locator('console-waiting [data-command="refuse"]').waitFor();
  await page.keyboard.up("Enter");
  expect(await page.locator('console-waiting [data-command="confirm"]').count()).toBe(0);
  await chief.page.locator('[data-opens="waiting"]').click({ timeout: OPENING_MS });
  await slide(chief.page, "confirm");
  await page.locator('console-responses [data-response][data-level="2"]').waitFor();
  await chief.page.keyboard.up("Enter");
  for (const wall of walls) {
    await says(wall.page, /^(演练 )?II 级响应/);
    await says(wall.page, /^演练(含模拟数据)?( |$)/);
  }
  expect((await stage.api.get("/walls/main", "commander@44")).body).toMatchObject({ mode: "routine", scene: "storm" });

  for (const [next, two] of [[3, true], [4, false], [null, false]] as const) {
    await page.locator('console-responses [data-lowers="typhoon"]').click();
    await page.locator('console-response-form textarea[name="reason"]').fill("风力减弱");
    await slide(page, "response.lower");
    if (two) {
      await chief.page.locator('console-waiting [data-command="confirm"]').waitFor();
      await page.keyboard.up("Enter");
      await slide(chief.page, "confirm");
    }
    await page.locator(next === null ? "console-responses [data-response]" : `console-responses [data-response][data-level="${next}"]`).waitFor({ state: next === null ? "detached" : "visible" });
    for (const one of [page, chief.page]) await one.keyboard.up("Enter");
  }
  await says(walls[0]!.page, /未启动应急响应/);
  for (const wall of walls) await wall.page.locator(".stage-words").getByText(/级响应/).first().waitFor({ state: "detached", timeout: OPENING_MS });
  for (const { context } of [...walls, head, chief]) await context.close();
}, 300_000);
