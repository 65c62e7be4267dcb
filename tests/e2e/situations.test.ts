import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Page } from "playwright";
import { openStage, OPENING_MS, type Stage } from "../fixtures/chromium.ts";
import { thumb } from "../fixtures/thumb.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());
afterEach(() => {
  expect(stage.complaints()).toEqual([]);
});

/** The menu of situations, open on a console of its own. */
async function menu(path: string, account: string): Promise<Page> {
  const { page, context } = await stage.sit(path, { account, hasTouch: true });
  onTestFinished(() => context.close());
  page.setDefaultTimeout(OPENING_MS);
  await page.locator("console-regions [data-region]").first().waitFor();
  await page.locator('[data-opens="situations"]').tap();
  await page.locator("console-situations [data-situation]").first().waitFor();
  return page;
}
async function glass(path: string): Promise<Page> {
  const { page, context } = await stage.sit(path);
  onTestFinished(() => context.close());
  page.setDefaultTimeout(OPENING_MS);
  return page;
}
const told = async (id: string) => (await stage.api.get("/situations", "commander@44")).body.items.find((s: { id: string }) => s.id === id);
/** Waits for as long as a slow machine needs. */
const eventually = <T>(ask: () => T) => expect.poll(ask, { timeout: OPENING_MS });
/** Where the clock stands on the console, as it would be sent. */
const standsAt = (page: Page) => page.locator("console-clock [data-sim-at]").getAttribute("data-sim-at");

test("pause stops the clock of the drill on the server, on the console and on the wall, and resume lets it go on", async () => {
  const wall = await glass("/wall/main/3");
  await wall.locator("html[data-link=live][data-kind=drill]").waitFor();
  const page = await menu("/console?situation=storm", "commander@44");
  await thumb(page.locator('[data-command="situation.pause"]'));
  await page.locator('[data-command="situation.resume"]').waitFor();
  await page.locator("wall-situation .words", { hasText: "已暂停" }).waitFor();
  const { simAt } = await told("storm");
  const minute = simAt.slice(11, 16);
  await eventually(() => standsAt(page)).toBe(simAt);
  await wall.getByText(minute).first().waitFor();
  // Three seconds of people's time are three minutes of a drill that runs.
  const before = Date.parse((await told("live")).simAt);
  await eventually(async () => Date.parse((await told("live")).simAt) - before).toBeGreaterThan(3_000);
  expect(await told("storm")).toMatchObject({ simAt, paused: true });
  expect(await standsAt(page)).toBe(simAt);
  expect(await wall.getByText(minute).first().isVisible()).toBe(true);
  await thumb(page.locator('[data-command="situation.resume"]'));
  await page.locator('[data-command="situation.pause"]').waitFor();
  await eventually(async () => (await told("storm")).simAt).not.toBe(simAt);
});

test("the clock goes where it is sent, by key and by button, and at the speed that it is given", async () => {
  await stage.api.command("commander@44", "situation.resume", { situation: "storm" });
  const page = await menu("/console?situation=storm", "commander@44");
  await thumb(page.locator('[data-command="situation.pause"]'));
  await page.locator('[data-command="situation.resume"]').waitFor();
  const bar = page.locator('input[type="range"][data-command="situation.seek"]');
  await bar.focus();
  await page.keyboard.press("Home");
  await eventually(async () => (await told("storm")).simAt).toBe("2015-10-01T02:00:00.000+08:00");
  await thumb(page.locator('[data-command="situation.seek"][data-step="3600000"]'));
  await eventually(async () => (await told("storm")).simAt).toBe("2015-10-01T03:00:00.000+08:00");
  await eventually(() => standsAt(page)).toBe("2015-10-01T03:00:00.000+08:00");
  await thumb(page.locator('[data-command="situation.speed"][data-speed="10"]'));
  await page.locator('[data-speed="10"][aria-pressed="true"]').waitFor();
  await page.locator('console-clock input[name="speed"]').fill("0.5");
  await page.keyboard.press("Enter");
  await page.getByText("倍速须是 1 到 3600 的数").waitFor();
  await page.locator('console-clock input[name="speed"]').fill("123");
  await page.keyboard.press("Enter");
  await eventually(async () => (await told("storm")).speed).toBe(123);
});

test("another storm is started from the list, the page goes to it, the wall can show it, and a slide ends it", async () => {
  const page = await menu("/console?situation=live", "commander@44");
  await page.locator('[data-opens="situation.start"]').tap();
  await page.locator('[data-feed="storm:201822"]').tap();
  await page.locator('console-start [data-speed="10"]').tap();
  await page.getByRole("button", { name: "开始演练：台风“山竹”（2018年），10 倍速" }).tap();
  await page.locator("wall-situation .words", { hasText: "演练 · 历史台风 山竹" }).waitFor();
  const id = (await page.locator("html").getAttribute("data-situation"))!;
  expect(await told(id)).toMatchObject({ feed: "storm:201822", speed: 10 });
  const wall = await glass("/wall/main/2");
  await thumb(page.locator('[data-command="wall.focus"]'));
  await wall.locator(`html[data-situation="${id}"]`).waitFor();
  await page.locator('[data-opens="situations"]').tap();
  await page.locator('wall-slide[data-command="situation.stop"]').focus();
  await page.keyboard.down("Enter");
  await page.locator('html[data-situation="live"]').waitFor();
  await page.keyboard.up("Enter");
  await wall.locator('html[data-situation="storm"]').waitFor();
  expect(await told(id)).toBeUndefined();
});

test("a seat of a city sees the clock and why it may not set it, and Escape leaves the console as it was", async () => {
  const page = await menu("/console?situation=storm", "officer@4408");
  await page.getByText("只有全省席位可以调态势的钟，仅可查看").waitFor();
  for (const control of await page.locator('console-clock :is(button, input, wall-slide)[data-command^="situation."]').all()) expect(await control.isDisabled(), await control.innerText()).toBe(true);
  await page.keyboard.press("Escape");
  await page.locator("wall-sheet").waitFor({ state: "detached" });
  expect(await page.locator('[data-opens="situations"]').evaluate((button) => button.matches(":focus"))).toBe(true);
  await page.locator('console-page[place="4408"]').waitFor();
});

test("the last hours of live are replayed: the clock obeys, and nothing can be ordered", async () => {
  const page = await menu("/console?situation=live", "commander@44");
  await page.locator('button[data-opens="incident.report"]').waitFor();
  await page.locator('[data-opens="situation.start"]').tap();
  await page.locator('[data-hours="3"]').tap();
  await page.getByRole("button", { name: "开始回放：实况最近 3 小时，60 倍速" }).tap();
  await page.locator("wall-situation .words", { hasText: "回放" }).waitFor();
  await page.getByText("回放只读：可看当时的告警和事件，不能处置").waitFor();
  expect(await page.locator('button[data-opens="incident.report"], aside [data-command]').count()).toBe(0);
  await page.locator('[data-opens="situations"]').tap();
  await thumb(page.locator('[data-command="situation.pause"]'));
  await page.locator('[data-command="situation.resume"]').waitFor();
  const id = (await page.locator("html").getAttribute("data-situation"))!;
  expect(await told(id)).toMatchObject({ kind: "replay", paused: true });
  const refused = await stage.api.command("commander@44", "incident.report", { type: "water.flash.flood", region: "4401", title: "【模拟】" }, { situation: id });
  expect([refused.status, refused.body.code]).toEqual([409, "read_only"]);
});

test("a page that stays on a situation that was stopped says when, by whom and what to do, and no panel is left without a reason", async () => {
  const { situation } = (await stage.api.command("commander@44", "situation.start", { kind: "drill", feed: "storm:201822", speed: 1 })).body.result;
  const [first, second] = [await glass(`/wall/main/1?situation=${situation}`), await glass(`/wall/main/2?situation=${situation}`)];
  for (const page of [first, second]) await page.locator("wall-value").first().waitFor({ state: "attached" });
  await stage.api.command("commander@44", "situation.stop", { situation });
  const said = /此态势已停止：\d\d:\d\d，广东省 指挥长.*请回到实况，或在触控台“态势”中另开演练/;
  await eventually(() => second.locator("wall-headline").getAttribute("aria-label")).toMatch(said);
  await eventually(() => first.locator("wall-banner").getAttribute("aria-label")).toMatch(said);
  await first.locator("wall-card", { hasText: "此态势已停止" }).first().waitFor();
  expect(await first.getByText(/未取到|无权查看/).count()).toBe(0);
});

test("an epidemic that is stopped under a display keeps its scene; its clock and its line of time say that it has stopped", async () => {
  const { situation } = (await stage.api.command("commander@44", "situation.start", { kind: "drill", feed: "covid:2020", speed: 1 })).body.result;
  const [first, third] = [await glass(`/wall/main/1?situation=${situation}`), await glass(`/wall/main/3?situation=${situation}`)];
  for (const page of [first, third]) await page.locator("html[data-scene=epidemic][data-kind=drill]").waitFor();
  await third.locator('[data-panel="wall-spine"]').first().waitFor({ state: "attached" });
  await third.locator('wall-clock[aria-label^="演练"]').waitFor();
  await stage.api.command("commander@44", "situation.stop", { situation });
  for (const page of [first, third]) await page.locator("html[data-scene=epidemic][data-kind=gone]").waitFor();
  await third.locator('wall-clock[aria-label^="已停止，2020年"]').waitFor();
  await third.locator('wall-spine[aria-label="已停止。"]').waitFor();
  for (const page of [first, third]) expect(await page.locator('[data-panel="wall-spine"]').getByText("现在").count()).toBe(0);
  // Whoever comes afterwards finds the scene of what was played, too.
  const late = await glass(`/wall/main/1?situation=${situation}`);
  await late.locator("html[data-scene=epidemic][data-kind=gone]").waitFor();
});

test("a situation that never was is not told as stopped, on any page, and its clock gives no time", async () => {
  const [wall, banner] = [await glass("/wall/main/2?situation=nope"), await glass("/wall/main/1?situation=nope")];
  await eventually(() => wall.locator("wall-headline").getAttribute("aria-label")).toMatch(/没有这个态势：nope.*请回到实况，或在触控台“态势”中选择/);
  await banner.locator("wall-card", { hasText: "没有这个态势" }).first().waitFor();
  await banner.locator('wall-spine[aria-label="没有这个态势。"]').waitFor();
  const clock = await glass("/wall/main/3?situation=nope");
  await clock.locator('wall-clock[aria-label^="无此态势，—"]').waitFor();
  for (const [path, account] of [["/console?situation=nope", "commander@44"], ["/field?situation=nope", "officer@4408"]] as const) {
    const { page, context } = await stage.sit(path, { account });
    onTestFinished(() => context.close());
    await page.locator("wall-situation .words", { hasText: "没有这个态势：nope" }).waitFor({ timeout: OPENING_MS });
    expect(await page.getByText("已停止").count()).toBe(0);
  }
});

test("an empty situation in the address is none", async () => {
  const wall = await glass("/wall/main/2?situation=");
  await wall.locator("html[data-situation=storm][data-kind=drill]").waitFor();
  const { page, context } = await stage.sit("/console?situation=", { account: "commander@44" });
  onTestFinished(() => context.close());
  await page.locator("html[data-situation=live]").waitFor({ timeout: OPENING_MS });
});
