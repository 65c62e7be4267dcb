import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Page } from "playwright";
import { formatTime } from "../../model/time.ts";
import { THEME_IDS } from "../../themes/theme.ts";
import { openStage, OPENING_MS, type Stage } from "../fixtures/chromium.ts";

const VILLAGE = "440882115212";
let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ isStill: true });
});
afterAll(() => stage?.close());
afterEach(() => {
  expect(stage.complaints()).toEqual([]);
});

/** A display that nobody signs in at: on loopback the demo pairs it. */
async function glass(path: string, account?: string): Promise<Page> {
  const { page, context } = await stage.sit(path, account === undefined ? {} : { account });
  onTestFinished(() => context.close());
  page.setDefaultTimeout(OPENING_MS);
  return page;
}
/** A command of the province's commander, sent beside all pages. */
async function command(kind: string, data: unknown, situation = "storm"): Promise<Record<string, string>> {
  const answer = await stage.api.command("commander@44", kind, data, { situation });
  expect(answer, kind).toMatchObject({ status: 200 });
  return answer.body.result;
}

describe("the live wall", () => {
  test("a village's sample reaches ledger and map alike, without a reload", async () => {
    const page = await glass("/wall/live");
    await page.locator('[data-panel="wall-ledger"] wall-value[indicator="grid.event.report"][state="never"]').waitFor();
    await page.locator('[data-region="4401"]').first().waitFor();
    const sample = { indicator: "grid.event.report", place: VILLAGE, observedAt: formatTime(Date.now()), value: 7 };
    expect((await stage.api.post("/samples", { samples: [sample] }, "source@44")).body).toMatchObject({ accepted: 1 });
    const value = page.locator('[data-panel="wall-ledger"] wall-value[indicator="grid.event.report"][place="44"][value="7"]');
    await value.waitFor();
    expect(await value.getAttribute("quality")).toBe("good");
    expect(await value.getAttribute("coverage")).toBe("1/26842");
    await page.locator('wall-value[indicator="grid.event.report"][place="4408"][value="7"]').waitFor();
  });

  test("a note beside a longer time leaves out whole clauses and ends in no ellipsis", async () => {
    const page = await glass("/wall/live");
    await page.locator("wall-alerts wall-card").waitFor();
    const seen = await page.locator("wall-alerts wall-card").evaluate(async (card: HTMLElement & { note: string; updateComplete: Promise<boolean> }) => {
      card.note = "系统研判，未发布 · 另 3 条已回落待确认";
      const shown: string[] = [];
      for (let width = 640; width > 60; width -= 20) {
        card.style.width = `${width}px`;
        await card.updateComplete;
        const note = card.shadowRoot!.querySelector<HTMLElement>(".note")!;
        const room = note.getBoundingClientRect();
        shown.push([...note.children].filter((clause) => { const { bottom, right } = clause.getBoundingClientRect(); return bottom <= room.bottom + 1 && right <= room.right + 1; }).map((clause) => clause.textContent).join("").replace("\u200b", ""));
      }
      return [...new Set(shown)];
    });
    expect(seen).toEqual(["系统研判，未发布 · 另 3 条已回落待确认", "系统研判，未发布", ""]);
  });

  test("a village's finding, graver than those beside it, stands on its city's name, in the legend and in the headline, and each of several alerts can be found", async () => {
    const now = formatTime(Date.now());
    const samples = [{ indicator: "water.flash.alarm", place: "440103016001", observedAt: now, value: 1 }, { indicator: "ener.oil.days", place: "440104", observedAt: now, value: 6 }, { indicator: "ener.oil.days", place: "440105", observedAt: now, value: 6 }];
    expect((await stage.api.post("/samples", { samples }, "source@44")).body).toMatchObject({ accepted: 3 });
    const page = await glass("/wall/live");
    await page.getByText("达橙色默认阈值 1 县").waitFor();
    await page.getByText("达黄色默认阈值 2 县").waitFor();
    const { items } = (await stage.api.get("/alerts?situation=live", "commander@44")).body as { items: { id: string; state: string }[] };
    expect(items).toHaveLength(3);
    for (const { id, state } of items) expect(await page.locator(`[data-panel="wall-alerts"] [data-alert="${id}"][data-state="${state}"]`).count()).toBe(1);
    await page.getByText("广州 1 处达橙色默认阈值").first().waitFor({ state: "attached" });
    await page.getByText("共 3 项未确认").first().waitFor({ state: "attached" });
    expect(await page.getByText("数据尚未接入").count()).toBe(0);
  });

  test("it says in attributes what it shows, names each city once, and is no drill", async () => {
    const page = await glass("/wall/live");
    await page.locator('html[data-link="live"][data-situation="live"][data-mode="routine"][data-theme="graphite"]').waitFor();
    await page.locator('[data-region="4401"]').first().waitFor();
    expect(await page.locator('[data-region="4401"]').count()).toBe(1);
    expect(await page.locator("[data-region][tabindex]").count()).toBe(0);
    expect(await page.locator(".not-actual-frame").isVisible()).toBe(false);
  });
});

describe("the command wall", () => {
  test.each([
    [1, ["wall-banner", "wall-storm-now", "wall-storm-exposure"]],
    [2, ["wall-headline", "wall-map"]],
    [3, ["wall-clock", "wall-alerts", "wall-orders", "wall-incidents", "wall-trust"]],
  ])("display %i says that it is a drill, and shows its part without a failure", async (n, panels) => {
    const page = await glass(`/wall/main/${n}`);
    await page.locator('html[data-situation="storm"][data-link="live"][data-kind="drill"]').waitFor();
    for (const panel of panels) await page.locator(panel).first().waitFor();
    expect(await page.locator(".not-actual-frame").isVisible()).toBe(true);
    expect(await page.locator("wall-card").evaluateAll((cards) => cards.filter((card) => "failure" in card && card.failure).length)).toBe(0);
  });

  test("the whole wall stands in one window, undistorted", async () => {
    const page = await glass("/wall/main");
    await page.locator('html[data-link="live"]').waitFor();
    const boxes = await page.locator("[data-display]").evaluateAll((all) => all.map((e) => e.getBoundingClientRect()).map(({ left, width, height }) => [left, width, height].map(Math.round)));
    expect(boxes).toEqual([[0, 640, 360], [640, 640, 360], [1280, 640, 360]]);
  });

  test("a wall that is sent to a county shows its towns, and comes back", async () => {
    const page = await glass("/wall/main");
    const says = (kind: string, heading: string) => page.locator(`wall-${kind} wall-card[heading="${heading}"]`).first().waitFor({ state: "attached" });
    const begins = () => page.locator('.stage-words [data-panel="wall-headline"]').first().innerText().then((said) => said.startsWith("湛江雷州"));
    await page.locator('[data-region="4408"]').first().waitFor();
    await command("wall.focus", { wall: "main", region: "440882" }, "live");
    await page.locator('[data-region="440882115"]').first().waitFor();
    await says("alerts", "告警 · 湛江雷州");
    await says("storm-exposure", "风圈与到达次序 · 湛江雷州");
    await expect.poll(begins, { timeout: OPENING_MS }).toBe(true);
    // Its numbers are its own, and none of the province's stays beside them.
    await page.locator('[data-panel="wall-storm-exposure"] wall-value[indicator="met.storm.exposed.r7"][place="440882"]').waitFor();
    expect(await page.locator('[data-panel="wall-storm-exposure"] wall-value[place="44"]').count()).toBe(0);
    await command("wall.back", { wall: "main" }, "live");
    await page.locator('[data-region="4408"]').first().waitFor();
    await says("alerts", "告警");
    expect(await begins()).toBe(false);
  });
});

describe("a wall that is sent to an epidemic", () => {
  const shows = (page: Page, indicator: string, place: string, more = "") => page.locator(`wall-value[indicator="${indicator}"][place="${place}"][quality="reported"]${more}`).first().waitFor();

  test("shows the epidemic's own scene with true numbers, and the storm's again when it comes back", async () => {
    const page = await glass("/wall/main");
    await page.locator('html[data-scene="storm"][data-link="live"]').waitFor();
    const { situation } = await command("situation.start", { kind: "drill", feed: "covid:2020", speed: 1 }, "live");
    onTestFinished(() => command("situation.stop", { situation }, "live").then(() => undefined));
    await command("situation.pause", { situation }, "live");
    await command("situation.seek", { situation, to: "2020-02-16T12:00:00+08:00" }, "live");
    await command("wall.focus", { wall: "main", situation }, "live");
    await page.locator(`html[data-scene="epidemic"][data-situation="${situation}"]`).waitFor();
    await shows(page, "hlth.covid.confirmed", "44", '[value="1294"][coverage="21/21"]');
    await shows(page, "hlth.covid.new", "44", '[value="33"]');
    await page.locator('[data-panel="wall-ranking"] wall-value[indicator="hlth.covid.confirmed"][place="4403"][value="406"]').waitFor();
    await page.locator('[data-panel="wall-trends"] wall-value[indicator="hlth.covid.dead"][place="44"][value="2"]').waitFor();
    await page.getByText("2月15日", { exact: true }).first().waitFor();
    expect(await page.getByText("此情景没有台风记录").count()).toBe(0);
    expect(await page.locator("wall-card").evaluateAll((cards) => cards.filter((card) => "status" in card && card.status === "refused").length)).toBe(0);
    await command("wall.back", { wall: "main" }, "live");
    await page.locator('html[data-scene="storm"][data-situation="storm"]').waitFor();
  });
  test("a page that is opened on it does not ask the wall", async () => {
    const { situation } = await command("situation.start", { kind: "drill", feed: "covid:2020", speed: 1 }, "live");
    onTestFinished(() => command("situation.stop", { situation }, "live").then(() => undefined));
    const [pinned, wall] = [await glass(`/wall/main/1?situation=${situation}`), await glass("/wall/main/1")];
    await pinned.locator('html[data-scene="epidemic"]').waitFor();
    await shows(pinned, "hlth.covid.confirmed", "44");
    await wall.locator('html[data-scene="storm"]').waitFor();
  });
});

/** What the clock shows does not come from the store, and facilities are in the catalogue whatever is told of them. */
const SAME_WHEN_EMPTY: ReadonlySet<string> = new Set(["clock", "dot-map"]);
/** In the page: does a panel say with numbers another thing than without? */
function saysSomething(kind: string): boolean {
  const words = (node: Node): string => (node instanceof Text ? node.data : [...(node instanceof Element && node.shadowRoot ? [node.shadowRoot] : []), ...node.childNodes].map(words).join(" "));
  const [normal, empty] = ["normal", "empty"].map((look) => words(document.querySelector(`#${kind} .look[data-look="${look}"] .ground`)!));
  return normal !== empty;
}
test("the gallery shows every panel in every theme and state, each with something to say, and none fails", async () => {
  const page = await glass("/gallery", "commander@44");
  await page.locator("#trust .look").last().waitFor();
  const kinds = await page.locator("main > section").count();
  expect(kinds).toBeGreaterThanOrEqual(47);
  expect(await page.locator(".look").count()).toBe(kinds * THEME_IDS.length * 4);
  expect(await page.locator("[data-error]").count()).toBe(0);
  // They are drawn where somebody looks.
  await page.goto(new URL("/gallery?theme=graphite", page.url()).href);
  for (const kind of await page.locator("main > section").evaluateAll((sections) => sections.map(({ id }) => id))) {
    await page.locator(`#${kind}`).evaluate((section) => section.scrollIntoView());
    await expect.poll(() => page.locator(`#${kind} .look .panel`).count(), { message: kind }).toBe(4);
    if (!SAME_WHEN_EMPTY.has(kind)) await expect.poll(() => page.evaluate(saysSomething, kind), { message: kind }).toBe(true);
    expect(await page.locator("[data-error]").count(), kind).toBe(0);
    // Only what is looked at keeps the machine busy.
    await page.locator(`#${kind}`).evaluate((section) => section.remove());
  }
  // One kind alone stands as well.
  await page.goto(new URL("/gallery?panel=curve", page.url()).href);
  await expect.poll(() => page.locator("#curve .look .panel").count()).toBe(THEME_IDS.length * 4);
});

test("a wall that does not exist is not found, and neither is its fourth display", async () => {
  for (const path of ["//wall/nowhere", "//wall/main/4"]) expect((await stage.api.get(path)).status, path).toBe(404);
});
