import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { until } from "../fixtures/caller.ts";
import { openStage, OPENING_MS, type Stage } from "../fixtures/chromium.ts";

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  await until(() => stage.api.get(`/search?q=${encodeURIComponent("石角水文")}`, "commander@44"), ({ body }) => body.items.length > 0);
  page = (await stage.sit("/console?situation=live&points=water", { account: "commander@44" })).page;
  await page.locator('[data-map="points"]').waitFor({ timeout: OPENING_MS });
});
afterAll(() => stage?.close());
afterEach(() => {
  expect(stage.complaints()).toEqual([]);
});

/** What the signs on the map count, summed, and how many of them there are. */
const counted = (): Promise<number[]> => page.locator("wall-stage .marks [data-points]").evaluateAll((signs) => signs.map((sign) => Number(sign.getAttribute("data-points"))));
const whole = () => page.locator('[data-map="whole"]');
const map = () => page.locator("wall-map");
const middle = async () => {
  const box = (await map().boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height * 0.4 };
};

test("a hand comes nearer and finds the counted points apart, and one touch brings the whole back", async () => {
  await expect.poll(async () => (await counted()).length, { timeout: OPENING_MS }).toBeGreaterThan(5);
  const far = await counted();
  expect(await whole().isDisabled()).toBe(true);
  const { x, y } = await middle();
  await page.mouse.move(x, y);
  for (let n = 0; n < 10; n++) await page.mouse.wheel(0, -150);
  await expect.poll(() => whole().isDisabled()).toBe(false);
  await expect.poll(async () => Math.max(0, ...(await counted()))).toBeLessThan(Math.max(...far));
  await whole().click();
  await expect.poll(counted).toEqual(far);
});
test("a drag moves the map and is no tap: the place stays", async () => {
  const { x, y } = await middle();
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step++) await page.mouse.move(x - 12 * step, y);
  await page.mouse.up();
  await expect.poll(() => whole().isDisabled()).toBe(false);
  expect(await page.locator("console-page").getAttribute("place")).toBe("44");
  await whole().click();
});
test("a site that was found bears its name on the map, also where no points lie over it", async () => {
  await page.locator('[data-map="points"]').selectOption("none");
  await expect.poll(async () => (await counted()).length).toBe(0);
  await page.keyboard.press("Control+k");
  await page.locator("console-search input").fill("石角水文");
  await page.locator('console-search [data-found="site"][data-id="rg-shijiao"]').click();
  await page.locator('[data-site="rg-shijiao"]').waitFor();
  await page.locator("wall-stage .marks", { hasText: "石角水文站" }).waitFor({ timeout: OPENING_MS });
});
