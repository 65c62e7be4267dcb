import type { BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStage, OPENING_MS, type Stage } from "../fixtures/chromium.ts";
import { RECORD_ALONE, RESTARTS_MS, startServer, type RunningServer } from "../fixtures/start-server.ts";

/** A display is kept when its worker has its page, its scripts and its last picture. */
const KEPT_WITHIN_MS = 60_000;
const PATH = "/wall/main/3";
/** A glass whose words are names of places. */
const BESIDE = "/wall/main/1";
let stage: Stage;
let context: BrowserContext;
let display: Page;
let again: RunningServer | undefined;
beforeAll(async () => {
  stage = await openStage();
  ({ context, page: display } = await stage.sit(PATH));
  await display.locator("html[data-link=live]").waitFor({ state: "attached", timeout: OPENING_MS });
});
afterAll(async () => {
  await again?.stop();
  await stage?.close();
});
/** 2015年10月3日 星期六 16:26 */
const drillTime = async (page: Page) => /\d+年[^，]+/.exec((await page.locator("wall-clock").first().getAttribute("aria-label"))!)![0];
const alerts = async (page: Page) => [...new Set(await page.locator("[data-alert]").evaluateAll((all) => all.map((one) => one.getAttribute("data-alert")!)))].toSorted();
/** Whether a glass says where the wind is by the names of cities, and what it says by a region's code for want of one. */
async function places(page: Page): Promise<{ names: boolean; codes: readonly string[] }> {
  const said = await page.locator('.stage-words [data-panel="wall-storm-exposure"], .stage-words [data-panel="wall-storm-now"]').allInnerTexts();
  return { names: /湛江|茂名|阳江/.test(said.join()), codes: said.join(" ").match(/\b44\d{2}(?:\d{2})?\b/g) ?? [] };
}
const kept = (page: Page, shown: string) =>
  page.evaluate(async (path) => {
    const [pictures, shell] = [await caches.open("guanlan-pictures"), await caches.open("guanlan-shell")];
    const names = (await shell.keys()).map(({ url }) => new URL(url).pathname);
    return { picture: (await pictures.match(`/kept${path}`)) !== undefined, page: names.includes(path), session: names.includes("/api/v1/session"), scripts: names.filter((name) => name.endsWith(".js")).length };
  }, shown);

test("a display that is started while the server is gone shows its last picture, and says how old it is; it heals by itself", { timeout: RESTARTS_MS }, async () => {
  await stage.api.command("commander@44", "situation.pause", { situation: "storm" });
  const { page: beside } = await stage.sit(BESIDE);
  await expect.poll(() => places(beside), { timeout: OPENING_MS }).toEqual({ names: true, codes: [] });
  await display.locator("[data-alert]").first().waitFor({ state: "attached" });
  for (const [page, path] of [[display, PATH], [beside, BESIDE]] as const)
    await expect.poll(() => kept(page, path), { timeout: KEPT_WITHIN_MS, interval: 1_000 }).toMatchObject({ picture: true, page: true, session: true });
  expect((await kept(display, PATH)).scripts).toBeGreaterThan(2);
  // One more writing, so that the pause is in it.
  await display.waitForTimeout(6_000);
  const before = await alerts(display);
  expect(before.length).toBeGreaterThan(0);
  const simAt = await drillTime(display);

  const { port, dataDir } = stage.server;
  await stage.server.kill();
  await display.close();
  const cold = await context.newPage();
  await cold.goto(`${stage.server.url}${PATH}`, { timeout: OPENING_MS });
  await cold.locator("[data-alert]").first().waitFor({ state: "attached", timeout: OPENING_MS });
  await expect.poll(() => alerts(cold)).toEqual(before);
  await cold.locator("wall-cut-line", { hasText: /与平台断开 .+，画面停在现实时间 \d\d:\d\d:\d\d/ }).waitFor();
  expect(await cold.locator("html").getAttribute("data-link")).toBe("down");
  // Old is not new: no number of it is fresh.
  expect(await cold.locator('wall-value[state="fresh"]').count()).toBe(0);
  expect(await drillTime(cold)).toBe(simAt);
  await beside.reload({ timeout: OPENING_MS });
  await beside.locator("wall-cut-line", { hasText: /与平台断开/ }).waitFor();
  await expect.poll(() => places(beside), { timeout: OPENING_MS }).toEqual({ names: true, codes: [] });
  await beside.close();

  // A glass that never had a picture here states nothing that it does not know.
  const other = await context.newPage();
  await other.goto(`${stage.server.url}/wall/main/2`, { timeout: OPENING_MS });
  await other.getByRole("heading", { name: "连不上平台" }).waitFor();
  expect(await other.locator("wall-clock, wall-banner, [data-alert], wall-value").count()).toBe(0);

  again = await startServer({ port, dataDir, env: RECORD_ALONE });
  await cold.locator("html[data-link=live]").waitFor({ state: "attached", timeout: OPENING_MS });
  await expect.poll(() => cold.locator("wall-cut-line .words").count()).toBe(0);
  await cold.locator("[data-alert]").first().waitFor({ state: "attached" });
  // It comes by itself as well.
  await other.locator("html[data-link=live]").waitFor({ state: "attached", timeout: OPENING_MS });

  // A person who signs in here leaves nothing behind, and finds nothing of the display.
  const seat = await cold.request.post(`${stage.server.url}/api/v1/session`, { data: { account: "commander@44", password: (await stage.api.demo()).find((a) => a.account === "commander@44")!.password }, headers: { origin: stage.server.url } });
  expect(seat.ok()).toBe(true);
  await other.close();
  await cold.reload({ timeout: OPENING_MS });
  await cold.locator("html[data-link=live]").waitFor({ state: "attached", timeout: OPENING_MS });
  const left = () => cold.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat().filter((path) => !path.startsWith("/assets/") && !path.startsWith("/wall/")));
  await expect.poll(left).toEqual([]);
  await cold.waitForTimeout(7_000);
  expect(await left()).toEqual([]);
});

/** 乌石镇: a town by the sea, whose own map has its villages. */
const TOWN = "440882115";
const MAP = "/wall/main/2";
const own = async (page: Page) => (await page.locator("wall-map").first().getAttribute("aria-label", { timeout: 500 }).catch(() => null)) ?? "";
const headline = async (page: Page) => (await page.locator("wall-headline").first().getAttribute("aria-label", { timeout: 500 }).catch(() => null)) ?? "";
/** Where the map says it is, at each look at it under the town's headline, until `stands`. */
async function placesUnderHeadline(page: Page, stands: () => Promise<boolean>): Promise<string[]> {
  const seen = new Set<string>();
  const until = Date.now() + OPENING_MS;
  for (let stood = false; Date.now() < until; stood ||= await stands()) {
    const [said, map] = [await headline(page), await own(page)];
    if (said.includes("乌石镇") && map !== "") seen.add(map.split(/[（：]/)[0]!);
    // As it stands it is looked at as well.
    if (stood) return [...seen];
    await page.waitForTimeout(100);
  }
  throw new Error(`It did not come to stand; seen were ${[...seen].join()}.`);
}
const lack = (page: Page) => page.locator("wall-map-panel .no-ground", { hasText: "乌石镇底图未取到，正在重试" });

test("a display that is loaded anew while the server is away, with the wall on a town, shows the town's map and its age, or says that it has none; never another place under the headline", { timeout: RESTARTS_MS }, async () => {
  const server = again!;
  await stage.api.command("commander@44", "wall.focus", { wall: "main", situation: "storm", region: TOWN });
  const { context: machine, page } = await stage.sit(MAP);
  await expect.poll(() => own(page), { timeout: OPENING_MS }).toMatch(/乌石镇/);
  const shapes = "/api/v1/boundaries/town?parent=440882";
  await expect.poll(() => page.evaluate(async (address) => (await (await caches.open("guanlan-shell")).match(address)) !== undefined, shapes), { timeout: KEPT_WITHIN_MS, interval: 1_000 }).toBe(true);
  await expect.poll(() => kept(page, MAP), { timeout: KEPT_WITHIN_MS, interval: 1_000 }).toMatchObject({ picture: true, page: true, session: true });

  server.signal("SIGSTOP");
  await page.reload({ timeout: OPENING_MS });
  const townStands = async (): Promise<boolean> => (await headline(page)).includes("乌石镇") && (await own(page)).startsWith("雷州乌石镇（");
  expect(await placesUnderHeadline(page, townStands)).toEqual(["雷州乌石镇"]);
  await page.locator("wall-cut-line", { hasText: /与平台断开 .+，画面停在现实时间 \d\d:\d\d:\d\d/ }).waitFor();

  await page.evaluate(async (address) => (await caches.open("guanlan-shell")).delete(address), shapes);
  server.signal("SIGCONT");
  await server.kill();
  await page.reload({ timeout: OPENING_MS });
  expect(await placesUnderHeadline(page, async () => (await lack(page).count()) > 0)).toEqual([]);

  again = await startServer({ port: server.port, dataDir: server.dataDir, env: RECORD_ALONE });
  await page.locator("html[data-link=live]").waitFor({ state: "attached", timeout: OPENING_MS });
  expect(await placesUnderHeadline(page, townStands)).toEqual(["雷州乌石镇"]);
  expect(await lack(page).count()).toBe(0);
  await machine.close();
});
