import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Locator, Page } from "playwright";
import { formatTime } from "../../model/time.ts";
import { until } from "../fixtures/caller.ts";
import { openStage, OPENING_MS, type Stage } from "../fixtures/chromium.ts";

const [VILLAGE, NEIGHBOUR, TOWN] = ["440882115212", "440882115200", "440882115"];
const REPORTED = "grid.event.report";
let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage({ isStill: true });
  const samples = [[VILLAGE, 7], [NEIGHBOUR, 5]].map(([place, value]) => ({ indicator: REPORTED, place, observedAt: formatTime(Date.now()), value }));
  // A server that has just begun on a busy machine may ask to come again later.
  await until(() => stage.api.post("/samples", { samples }, "source@44"), ({ body }) => body.accepted === 2);
  page = (await stage.sit(`/console?situation=live&region=${TOWN}&indicator=${REPORTED}`, { account: "commander@44" })).page;
  page.setDefaultTimeout(OPENING_MS);
  await row(VILLAGE).locator("wall-value[value='7']").waitFor();
});
afterAll(() => stage?.close());
afterEach(() => {
  expect(stage.complaints()).toEqual([]);
});

const row = (code: string): Locator => page.locator(`console-regions [data-region="${code}"]`);
const sheet = (indicator: string, place: string): Locator => page.locator(`[data-lineage="${indicator}"][data-place="${place}"]`);
const close = async () => {
  await page.keyboard.press("Escape");
  await page.locator("wall-sheet").waitFor({ state: "detached" });
};
/** The number on top of the sheet, and what its parts come to when somebody else adds them. */
async function adds(opened: Locator): Promise<[whole: number, parts: number]> {
  const whole = await opened.locator(".total wall-value").getAttribute("value");
  const parts = await opened.locator("[data-part] wall-value").evaluateAll((all) => all.map((value) => Number(value.getAttribute("value") || 0)));
  return [Number(whole), parts.reduce((a, b) => a + b, 0)];
}

test("a long press on a number opens what it is made of, and the press does not drill", async () => {
  await row(VILLAGE).locator("wall-value").hover();
  await page.mouse.down();
  const opened = sheet(REPORTED, VILLAGE);
  await opened.getByText("本处的数直接上报，不由下级汇总").waitFor();
  await page.mouse.up();
  await page.locator(`console-page[place="${TOWN}"]`).waitFor();
  await opened.getByText("综合网格当天累计上报的事件件数。").waitFor();
  await opened.getByText("省委政法委").waitFor();
  await close();
});

test("the parts add up to the number, the parts are opened in turn, and the way leads back", async () => {
  await page.locator("nav.crumbs [data-region='44']").click();
  await row("4408").locator("wall-value[value='12']").waitFor();
  await row("4408").click({ button: "right" });
  for (const [place, next] of [["4408", "440882"], ["440882", TOWN], [TOWN, VILLAGE]] as const) {
    const opened = sheet(REPORTED, place);
    await opened.locator("[data-adds-up='true']").waitFor();
    expect(await adds(opened)).toEqual([12, 12]);
    await opened.locator(`[data-part="${next}"] button`).click();
  }
  await sheet(REPORTED, VILLAGE).locator(".total wall-value[value='7']").waitFor();
  await page.getByRole("button", { name: "返回上一个数" }).click();
  await sheet(REPORTED, TOWN).locator(`[data-part="${NEIGHBOUR}"]`).waitFor();
  await close();
});

test("the menu key opens it where the focus is, a touch outside closes it and does nothing else", async () => {
  await row("4408").focus();
  await page.keyboard.press("Shift+F10");
  await sheet(REPORTED, "4408").locator("[data-part]").first().waitFor();
  await row("4401").click();
  await page.locator("wall-sheet").waitFor({ state: "detached" });
  await page.locator('console-page[place="44"]').waitFor();
});

test("a number that nobody has reported says so, and who should", async () => {
  await page.goto(`${stage.server.url}/console?situation=live&indicator=emg.people.moved`);
  await row("4401").click({ button: "right" });
  await sheet("emg.people.moved", "4401").getByText(/从未上报：应由 [\d,]+ 个村上报，还没有一个到达/).waitFor();
  await close();
});

test("when the answer is cut off on the way, the sheet says so and asks again when told", async () => {
  await page.route("**/api/v1/lineage?*", (route) => route.fulfill({ contentType: "application/json", body: "{" }));
  await row("4401").click({ button: "right" });
  await page.getByText("未取到：没有得到答复").waitFor();
  await page.unroute("**/api/v1/lineage?*");
  await page.getByRole("button", { name: "再取一次" }).click();
  await sheet("emg.people.moved", "4401").locator("[data-part]").first().waitFor();
});

test("on a wall every number of the dictionary has its lineage, and a long press opens it over the wall", async () => {
  const { page: wall } = await stage.sit("/wall/main/1", { account: "commander@44" });
  await wall.locator("wall-value[indicator='met.storm.exposed.r7']").first().waitFor({ timeout: OPENING_MS });
  const shown = await wall.locator("wall-value").evaluateAll((all) => all.filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => ({ indicator: one.getAttribute("indicator"), place: one.getAttribute("place"), value: one.getAttribute("value") })));
  expect(shown.length).toBeGreaterThan(10);
  expect(shown.filter(({ indicator, place }) => !indicator || !place)).toEqual([]);
  const known = new Set((await stage.api.get("/topics", "commander@44")).body.items.flatMap(({ indicators }: { indicators: { id: string }[] }) => indicators.map(({ id }) => id)));
  const asked = [...new Set(shown.filter(({ indicator }) => known.has(indicator)).map(({ indicator, place }) => `indicator=${indicator}&place=${place}`))];
  expect(asked.length).toBeGreaterThan(5);
  const answers = await Promise.all(asked.map(async (one) => [one, (await stage.api.get(`/lineage?situation=storm&${one}`, "commander@44")).status] as const));
  expect(answers.filter(([, status]) => status !== 200)).toEqual([]);

  const number = wall.locator("wall-value[indicator='met.storm.exposed.r7'][place='44']").first();
  const box = (await number.boundingBox())!;
  await wall.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await wall.mouse.down();
  const opened = wall.locator("[data-lineage='met.storm.exposed.r7'][data-place='44']");
  await opened.locator("[data-adds-up='true']").waitFor({ timeout: OPENING_MS });
  await wall.mouse.up();
  await opened.screenshot({ path: process.env.LOOK_AT ?? undefined });
  await wall.keyboard.press("Escape");
  await opened.waitFor({ state: "detached" });
});
