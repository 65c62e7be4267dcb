import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright";
import { formatTime } from "../../model/time.ts";
import { openStage, OPENING_MS, type Stage } from "../fixtures/chromium.ts";

let stage: Stage;
let wall: Page;
beforeAll(async () => {
  stage = await openStage();
  // A display signs nobody in: on this machine's own address it is paired when it is opened.
  wall = (await stage.sit("/wall/live")).page;
});
afterAll(() => stage?.close());

const OUTAGE = "ener.outage.users";
/** 乌石镇 and a town of another city. */
const [WUSHI, NANCHENG] = ["440882115", "441900004"];
const number = (indicator: string) => wall.locator(`wall-value[indicator="${indicator}"][place="44"]`).first();
/** The indicators that the closing line of the ledger names behind 从未上报. */
const neverReported = async (): Promise<string> => (await wall.locator('[data-panel="wall-ledger"]', { has: wall.locator("wall-value") }).first().textContent())?.split("从未上报：")[1] ?? "";
const report = async (place: string, value: number, at: number) => {
  const answer = await stage.api.post("/samples", { samples: [{ indicator: OUTAGE, place, observedAt: formatTime(at), value }] }, "source@44");
  expect(answer).toMatchObject({ status: 202, body: { accepted: 1 } });
};
/** A whole second: what is shown and what was sent are the same text. */
const now = () => Math.floor(Date.now() / 1000) * 1000;

test("what has never been reported says so in words, and is not 0", async () => {
  const never = number("emg.people.moved");
  await never.and(wall.locator('[state="never"]')).waitFor({ timeout: OPENING_MS });
  expect(await never.getAttribute("value")).toBe("");
  expect(await never.getAttribute("observed-at")).toBe("");
  // In a narrow column the words are said once, before the names of all indicators that never reported.
  expect((await never.innerText()).trim()).toBe("转移避险人数");
  expect(await neverReported()).toContain("转移避险人数");
  expect(await number(OUTAGE).getAttribute("state")).toBe("never");
});

test("a sample sent by HTTP stands on the live wall as a number, with its time and its coverage; a second town adds to it, and nobody touches the page", async () => {
  const at = now();
  await report(WUSHI, 1_234, at);
  await number(OUTAGE).and(wall.locator('[value="1234"]')).waitFor();
  // One town of many has spoken: the sum is at least this.
  expect(await number(OUTAGE).innerText()).toMatch(/^≥1,234\s户$/);
  expect(Date.parse((await number(OUTAGE).getAttribute("observed-at"))!)).toBe(at);
  // Most towns have never reported: that is coverage, told with ≥ and its fraction. What did come is not late.
  expect(await number(OUTAGE).getAttribute("state")).toBe("fresh");
  const [have, of] = (await number(OUTAGE).getAttribute("coverage"))!.split("/").map(Number);
  expect(have).toBe(1);
  expect(of).toBeGreaterThan(1_500);
  expect(await neverReported()).toContain("转移避险人数");

  const before = Number(await number(OUTAGE).getAttribute("tick"));
  await report(NANCHENG, 66, now());
  await number(OUTAGE).and(wall.locator('[value="1300"]')).waitFor();
  expect(await number(OUTAGE).getAttribute("coverage")).toMatch(/^2\//);
  expect(Number(await number(OUTAGE).getAttribute("tick"))).toBeGreaterThan(before);
  const html = wall.locator("html");
  expect(await html.getAttribute("data-situation")).toBe("live");
  expect(await html.getAttribute("data-link")).toBe("live");
  expect(Number(await html.getAttribute("data-tick"))).toBeGreaterThan(before);
});

test("findings in a hundred counties stand on the map at once, and their places are not asked for one by one", async () => {
  const towns: readonly { code: string; path: readonly string[]; special?: true }[] = (await stage.api.get("/regions?level=town&limit=1000", "officer@44")).body.items;
  // One town of each county; a city without counties has none to count.
  const byCounty = new Map(towns.filter(({ special, path }) => !special && path.length === 3 && !/^44(19|20)/.test(path[1]!)).map((town) => [town.path[2]!, town.code]));
  let asked = 0;
  wall.on("request", (request) => void (/\/regions\//.test(request.url()) && asked++));
  const samples = [...byCounty.values()].map((place) => ({ indicator: "hlth.dengue.case", place, observedAt: formatTime(now()), value: 90 }));
  expect(await stage.api.post("/samples", { samples }, "source@44")).toMatchObject({ status: 202, body: { accepted: byCounty.size } });
  await wall.getByText(new RegExp(`达橙色(标准|默认阈值) ${byCounty.size} 县`)).first().waitFor();
  expect(byCounty.size).toBeGreaterThan(60);
  expect(asked).toBeLessThan(20);
});

test("of a thousand findings none is left out, the gravest stands first on the console, and two touches reach the last", async () => {
  const towns: readonly { code: string; special?: true }[] = (await stage.api.get("/regions?level=town&limit=1000", "officer@44")).body.items.filter(({ special }: { special?: true }) => !special);
  // The first is graver than all that come after it.
  expect(await stage.api.post("/samples", { samples: [{ indicator: "emg.death.safety", place: "440882", observedAt: formatTime(now()), value: 12 }] }, "source@44")).toMatchObject({ body: { accepted: 1 } });
  await wall.waitForTimeout(1_000);
  for (let i = 0; i < towns.length; i += 500) await stage.api.post("/samples", { samples: towns.slice(i, i + 500).map(({ code }) => ({ indicator: "hlth.dengue.case", place: code, observedAt: formatTime(now()), value: 91 })) }, "source@44");
  const { page } = await stage.sit("/console?situation=live", { account: "commander@44" });
  const rows = page.locator("console-alerts [data-alert]");
  // By itself, before the groups.
  await rows.first().waitFor({ timeout: OPENING_MS });
  expect(await rows.first().innerText()).toContain("雷州市");
  // The count stands before what else is said of them.
  const told = async () => Number.parseInt(await page.locator("console-alerts wall-card").evaluate((card) => (card as HTMLElement & { note: string }).note), 10);
  await expect.poll(told, { timeout: OPENING_MS }).toBeGreaterThan(towns.length);
  const all = await told();
  // One touch opens a group with each of its alerts: together with those that stand alone they are all.
  const groups: readonly { readonly counts: Readonly<Record<string, number>> }[] = (await stage.api.get("/alert-groups?limit=1000", "commander@44")).body.items;
  expect(groups.flatMap(({ counts }) => Object.entries(counts)).reduce((sum, [state, n]) => sum + (state === "closed" ? 0 : n), 0)).toBe(all);
  const largest = page.locator('console-alerts [data-group^="hlth.dengue.case"]').first();
  const asks = Number(await largest.getAttribute("data-asks"));
  await largest.locator('[data-opens="group"]').click();
  await rows.nth(asks - 1).waitFor({ state: "attached" });
  expect(await rows.count()).toBe(asks);
  await page.locator('console-alerts [data-opens="groups"]').click();
  await page.locator('console-alerts [data-list="each"]').click();
  await rows.nth(59).waitFor();
  for (const listed of [600, all]) {
    await page.locator('console-alerts [data-opens="more"]').click();
    await rows.nth(listed - 1).waitFor({ state: "attached" });
  }
  expect(await rows.count()).toBe(all);
  expect(await page.locator('console-alerts [data-opens="more"]').count()).toBe(0);
  // The wall has one hook for each that a display may be told of.
  await expect.poll(async () => new Set(await wall.locator("[data-alert]").evaluateAll((found) => found.map((e) => (e as HTMLElement).dataset.alert))).size, { timeout: OPENING_MS }).toBe(all - 1);
});

test("the wall asked only its own server, and complained of nothing", () => {
  expect(stage.complaints()).toEqual([]);
});
