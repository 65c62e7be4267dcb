import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Locator, Page } from "playwright";
import { until } from "../fixtures/caller.ts";
import { openStage, OPENING_MS, type Stage } from "../fixtures/chromium.ts";

const [CITY, COUNTY] = ["4408", "440882"];
const TITLE = "南渡河雷州段超警";
let stage: Stage;
let page: Page;
let incident: string;
beforeAll(async () => {
  stage = await openStage();
  // Names are spelt out in turns after the start, villages last.
  await until(() => stage.api.get(`/search?q=${encodeURIComponent("南充村民委员会")}`, "commander@44"), ({ body }) => body.items.length > 0);
  incident = (await stage.api.command("commander@44", "incident.report", { type: "water.river.warning", region: COUNTY, title: TITLE })).body.result.incident;
  page = (await stage.sit("/console?situation=live", { account: "commander@44", hasTouch: true })).page;
  await page.locator(`console-regions [data-region="${CITY}"]`).waitFor({ timeout: OPENING_MS });
});
afterAll(() => stage?.close());
afterEach(() => {
  expect(stage.complaints()).toEqual([]);
});

const field = (at = page): Locator => at.locator("console-search input");
const found = (kind: string, id: string, at = page): Locator => at.locator(`console-search [data-found="${kind}"][data-id="${id}"]`);
const says = (at = page): Locator => at.locator("console-search [role=status]");
const standsAt = (code: string, at = page) => at.locator(`console-page[place="${code}"]`).waitFor({ state: "attached" });
const closed = (at = page) => at.locator("console-search").waitFor({ state: "detached" });
const button = (at = page): Locator => at.locator('[data-opens="search"]');
/** Opens it by touch. */
const open = async (at = page) => {
  await button(at).click();
  await expect.poll(() => field(at).evaluate((input) => input.matches(":focus"))).toBe(true);
};

test("pinyin leads to a county with nothing but a keyboard, and the focus goes back to where it was", async () => {
  await button().focus();
  await page.keyboard.press("/");
  await expect.poll(() => field().evaluate((input) => input.matches(":focus"))).toBe(true);
  await page.keyboard.type("leizhou");
  await found("region", COUNTY).waitFor();
  expect(await found("region", COUNTY).locator("b").innerText()).toBe("雷州");
  await expect.poll(() => found("region", COUNTY).locator(".where").innerText()).toBe("湛江市");
  await page.locator("console-search [role=status]", { hasText: /^(找到 \d+ 项|最相近的 20 项)$/ }).waitFor();
  for (let n = 0; n < 20 && (await found("region", COUNTY).getAttribute("aria-selected")) !== "true"; n++) await page.keyboard.press("ArrowDown");
  expect(await field().getAttribute("aria-activedescendant")).toBe(await found("region", COUNTY).getAttribute("id"));
  await page.keyboard.press("Enter");
  await closed();
  await standsAt(COUNTY);
  expect(await button().evaluate((it) => it.matches(":focus"))).toBe(true);
});

test("Ctrl+K opens it and Escape closes it; the place stays", async () => {
  await page.keyboard.press("Control+k");
  await field().waitFor();
  await page.keyboard.press("Escape");
  await closed();
  await standsAt(COUNTY);
  expect(await button().evaluate((it) => it.matches(":focus"))).toBe(true);
});

test("characters and a touch lead to a city, on targets that a finger meets", async () => {
  await button().tap();
  await field().fill("湛江");
  const box = await found("region", CITY).boundingBox();
  expect(box!.height).toBeGreaterThanOrEqual(52);
  expect(box!.y).toBeGreaterThan(1080 * 0.4);
  await found("region", CITY).tap();
  await closed();
  await standsAt(CITY);
});

test("an incident is found by its words and opens", async () => {
  await open();
  await field().fill("南渡河");
  await found("incident", incident).click();
  await page.locator("console-incident h2", { hasText: TITLE }).waitFor();
  await page.keyboard.press("Escape");
});

test("an indicator opens what its number here is made of; a site says what is measured there", async () => {
  await open();
  await field().fill("停电用户");
  await found("indicator", "ener.outage.users").click();
  await page.locator(`[data-lineage="ener.outage.users"][data-place="${CITY}"]`).waitFor();
  await page.keyboard.press("Escape");
  await page.locator("wall-sheet").waitFor({ state: "detached" });
  await open();
  await field().fill("sjswz");
  await found("site", "rg-shijiao").click();
  const sheet = page.locator('[data-site="rg-shijiao"]');
  await sheet.locator('wall-value[indicator="water.river.level"][place="rg-shijiao"]').waitFor();
  expect(await page.locator("console-page").getAttribute("place")).not.toBe(CITY);
  await sheet.locator("li button").first().click();
  await page.locator('[data-lineage][data-place="rg-shijiao"]').waitFor();
  await page.keyboard.press("Escape");
});

test("a scene opens the wall's sheet with that scene under the focus, and shows nothing by itself", async () => {
  await open();
  await field().fill("全省治理态势");
  await found("scene", "overview").click();
  const scene = page.locator('console-direct [data-scene="overview"]');
  await expect.poll(() => scene.evaluate((it) => it.matches(":focus"))).toBe(true);
  await page.keyboard.press("Escape");
  await page.locator("console-direct").waitFor({ state: "detached" });
});

test("what is not there is said in one sentence, and what stands on the page does not move", async () => {
  const before = await page.locator("console-regions").boundingBox();
  await open();
  await field().fill("没有这个地方");
  await expect.poll(() => says().innerText()).toBe("未找到“没有这个地方”");
  expect(await page.locator("console-regions").boundingBox()).toEqual(before);
  await page.keyboard.press("Escape");
});

test("while a word is composed nothing is asked; once it stands it is", async () => {
  const asked: string[] = [];
  page.on("request", (request) => request.url().includes("/search?") && asked.push(new URL(request.url()).searchParams.get("q")!));
  await open();
  const inspector = await page.context().newCDPSession(page);
  for (const text of ["l", "lei", "leizhou"]) await inspector.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await new Promise((done) => setTimeout(done, 400));
  expect(asked).toEqual([]);
  await inspector.send("Input.insertText", { text: "雷州" });
  await found("region", COUNTY).waitFor();
  expect(asked).toEqual(["雷州"]);
  await page.keyboard.press("Escape");
  await closed();
});

test("a slow answer is said to be awaited, and one for older words does not replace a newer", async () => {
  await page.route("**/api/v1/search?*", async (route) => {
    if (new URL(route.request().url()).searchParams.get("q") === "lei") await new Promise((done) => setTimeout(done, 1_500));
    await route.continue();
  });
  await open();
  await field().fill("lei");
  await expect.poll(() => says().innerText()).toBe("正在查找");
  await field().fill("zhanjiang");
  await found("region", CITY).waitFor();
  await new Promise((done) => setTimeout(done, 1_600));
  expect(await found("region", CITY).count()).toBe(1);
  await page.unrouteAll({ behavior: "wait" });
  await page.keyboard.press("Escape");
});

test("an officer of a city finds what lies in it, and nothing of another", async () => {
  const { body } = await stage.api.command("commander@44", "incident.report", { type: "water.river.warning", region: "440113", title: "沙湾水道番禺段超警" });
  expect(body.result.incident).toBeTruthy();
  const { page: other, context } = await stage.sit("/console?situation=live", { account: "officer@4408" });
  await other.locator('console-page[place="4408"]').waitFor({ state: "attached", timeout: OPENING_MS });
  await open(other);
  for (const elsewhere of ["guangzhoushi", "番禺区", "沙湾水道番禺"]) {
    await field(other).fill(elsewhere);
    await expect.poll(() => says(other).innerText()).toBe(`未找到“${elsewhere}”`);
  }
  await field(other).fill(TITLE);
  await found("incident", incident, other).waitFor();
  await field(other).fill("xuwen");
  await found("region", "440825", other).click();
  await standsAt("440825", other);
  await context.close();
});

test("cut off, it lists nothing old and says so; when the line is back it asks again", async () => {
  const { page: other, context } = await stage.sit("/console?situation=live", { account: "commander@44" });
  await other.locator(`console-regions [data-region="${CITY}"]`).waitFor({ timeout: OPENING_MS });
  await open(other);
  await field(other).fill("湛江");
  await found("region", CITY, other).waitFor();
  stage.server.signal("SIGSTOP");
  await expect.poll(() => says(other).innerText(), { timeout: OPENING_MS }).toBe("与平台断开，恢复后再查");
  expect(await other.locator("console-search [data-found]").count()).toBe(0);
  stage.server.signal("SIGCONT");
  await found("region", CITY, other).waitFor({ timeout: OPENING_MS });
  await context.close();
});
