import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright";
import { openStage, OPENING_MS, type Stage } from "../fixtures/chromium.ts";

const TOWN = "440882115";
const VILLAGE = "440882115212";
/** What somebody may write who means no good, and what nobody's font may have. */
const HOSTILE = "【模拟】<img src=x onerror=alert(1)><svg><script>alert(2)</script></svg>${7*7}{{7*7}}\u202e\u200b𠮷";

describe("a post of a town, which sees nothing above it", () => {
  let stage: Stage;
  let page: Page;
  let incident: string;
  beforeAll(async () => {
    stage = await openStage();
    const reported = await stage.api.command(`unit@${VILLAGE}`, "incident.report", { type: "water.flash.flood", region: VILLAGE, title: HOSTILE, description: HOSTILE });
    incident = reported.body.result.incident;
    page = (await stage.sit("/console", { account: `officer@${TOWN}` })).page;
    await page.locator(`console-regions [data-region="${VILLAGE}"]`).waitFor({ timeout: OPENING_MS });
  });
  afterAll(() => stage?.close());
  const row = () => page.locator(`console-incidents [data-incident="${incident}"]`);

  test("has its own town on the map, with its villages", async () => {
    await page.locator(".stage-word", { hasText: "乌石镇" }).first().waitFor();
    await page.locator(".stage-word", { hasText: "乌石村" }).first().waitFor();
    await page.locator(".stage-word", { hasText: "镇界示意" }).first().waitFor();
  });

  test("is told that alerts of the regions above it are not its to read, rather than that there are none", async () => {
    await page.getByText(/^本辖区无未了告警（.* 核）；上级区域的告警本席位看不到$/).waitFor();
  });

  test("reads where an incident is by names it may know, never by codes", async () => {
    await row().getByText("乌石镇 乌石村村委会").waitFor();
    expect(await row().innerText()).not.toMatch(/4408/);
  });

  test("reads what a person wrote as it was written: no element comes of it", async () => {
    expect(await row().locator(".head").textContent()).toBe(HOSTILE);
    await row().locator("button").click();
    await page.locator(`h2[data-incident="${incident}"]`).waitFor();
    expect(await page.locator(`h2[data-incident="${incident}"]`).textContent()).toBe(HOSTILE);
    expect(await page.locator("console-incident .figures").count(), "nothing was ever reported of this village").toBe(0);
    expect(await page.locator('img[src="x"], h2 svg, h2 script').count()).toBe(0);
  });

  test("asks for nothing that it would be refused, and breaks no policy", () => {
    expect(stage.complaints()).toEqual([]);
  });
});
