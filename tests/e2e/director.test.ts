import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright";
import { findWall } from "../../layouts/shelf.ts";
import { PRESS_MS } from "../../wall/kit/long-press.ts";
import { openStage, OPENING_MS, type Seat, type Stage } from "../fixtures/chromium.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  // Nothing moves by itself: what changes is what was ordered.
  await command("situation.pause", { situation: "storm" });
});
afterAll(() => stage?.close());
afterEach(() => {
  expect(stage.complaints()).toEqual([]);
});
async function command(kind: string, data: unknown, account = "commander@44"): Promise<Record<string, unknown>> {
  const answer = await stage.api.command(account, kind, data, { situation: "live" });
  expect(answer, kind).toMatchObject({ status: 200 });
  return answer.body.result;
}
const shows = (page: Page, attributes: string) => page.locator(`html[data-link="live"]${attributes}`).waitFor({ state: "attached", timeout: OPENING_MS });

describe("three displays of one wall", () => {
  let glasses: Seat[];
  beforeAll(async () => {
    glasses = await Promise.all([1, 2, 3].map((n) => stage.sit(`/wall/main/${n}`)));
    for (const { page } of glasses) {
      await shows(page, '[data-scene="storm"]');
      // Every frame is looked at: how many pictures were seen in it, and of which scene.
      await page.evaluate(() => {
        const seen = new Set<string>();
        const look = () => {
          seen.add(`${document.querySelectorAll(".piece:not([data-behind])").length} ${document.documentElement.dataset.scene}`);
          requestAnimationFrame(look);
        };
        look();
        Object.assign(window, { seen });
      });
    }
  });
  afterAll(() => Promise.all(glasses.map(({ context }) => context.close())));
  const frames = (page: Page) => page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);

  test("change scene whole: no frame shows none, two, or half of a picture", async () => {
    await command("wall.scene", { wall: "main", scene: "overview" });
    for (const { page } of glasses) {
      await shows(page, '[data-scene="overview"]');
      expect(await frames(page)).toEqual(["1 storm", "1 overview"]);
    }
  });

  test("one that is stopped keeps nobody waiting, and joins when it goes on", async () => {
    const [first, second, stopped] = glasses.map(({ page }) => page) as [Page, Page, Page];
    const strings = await stopped.context().newCDPSession(stopped);
    await strings.send("Debugger.enable");
    await strings.send("Debugger.pause");
    await command("wall.mode", { wall: "main", mode: "emergency" });
    for (const page of [first, second]) await shows(page, '[data-scene="storm"][data-mode="emergency"]');
    expect((await stage.api.get("/walls/main", "commander@44")).body).toMatchObject({ mode: "emergency", scene: "storm" });
    await strings.send("Debugger.disable");
    await shows(stopped, '[data-scene="storm"][data-mode="emergency"]');
    for (const { page } of glasses) {
      await page.getByText(/战时/).first().waitFor({ state: "attached" });
      expect(await page.getByText(/平时/).allInnerTexts()).toEqual([]);
    }
    await command("wall.mode", { wall: "main", mode: "routine" });
    for (const { page } of glasses) await shows(page, '[data-scene="overview"][data-mode="routine"]');
    for (const { page } of glasses) expect((await frames(page)).filter((frame) => !frame.startsWith("1 "))).toEqual([]);
  });

  test("one is taken for another situation and given back, while the others stand", async () => {
    const [first, second, third] = glasses.map(({ page }) => page) as [Page, Page, Page];
    await command("wall.take", { wall: "main", area: [3], situation: "live" });
    await shows(third, '[data-situation="live"]');
    expect(await third.locator(".not-actual-frame:visible").count()).toBe(0);
    for (const page of [first, second]) {
      await shows(page, '[data-situation="storm"]');
      expect(await page.locator(".not-actual-frame:visible").count()).toBe(1);
    }
    await command("wall.give", { wall: "main" });
    await shows(third, '[data-situation="storm"]');
  });

  test("all wear a theme at once", async () => {
    await command("wall.theme", { wall: "main", theme: "ember" });
    for (const { page } of glasses) await shows(page, '[data-theme="ember"]');
    await command("wall.theme", { wall: "main", theme: "graphite" });
    for (const { page } of glasses) await shows(page, '[data-theme="graphite"]');
  });
});

test("what is likely next is rehearsed once on a display that is quiet, where no reader of the page finds it, and is let go", async () => {
  await command("wall.preset", { wall: "main", preset: "storm" });
  const { page, context } = await stage.sit("/wall/main/1", {
    before: (opening) =>
      opening.addInitScript(() => {
        const rehearsed = { begun: 0, ended: 0, scenesFound: 0, likelyFound: "" };
        Object.assign(window, { rehearsed });
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (init) {
          const root = attach.call(this, init);
          const pieces = (nodes: NodeList) => [...nodes].filter((node) => (node as Element).className === "piece").length;
          if (init.mode === "closed")
            new MutationObserver((changes) => {
              for (const { addedNodes, removedNodes } of changes) {
                rehearsed.begun += pieces(addedNodes);
                rehearsed.ended += pieces(removedNodes);
              }
              rehearsed.scenesFound = Math.max(rehearsed.scenesFound, document.querySelectorAll("wall-scene").length);
              rehearsed.likelyFound ||= document.querySelector('[data-panel="wall-ledger"]')?.outerHTML ?? "";
            }).observe(root, { childList: true });
          return root;
        };
      }),
  });
  await shows(page, '[data-scene="storm"]');
  const rehearsed = () => page.evaluate(() => (window as unknown as { rehearsed: unknown }).rehearsed);
  // Each scene that a preset of this wall may bring next, besides the one that stands.
  const likely = new Set(findWall("main").presets!.map(({ scene }) => scene)).size - 1;
  const once = { begun: likely, ended: likely, scenesFound: 1, likelyFound: "" };
  await expect.poll(rehearsed, { timeout: 3 * OPENING_MS }).toEqual(once);
  await page.waitForTimeout(3_000);
  expect(await rehearsed()).toEqual(once);
  await context.close();
});

test("drilling down and back restores every panel", async () => {
  const { page, context } = await stage.sit("/wall/main");
  await command("wall.preset", { wall: "main", preset: "storm" });
  await shows(page, '[data-scene="storm"]');
  /** Every word that stands on the wall, where it stands, without the clock; read in one step, while panels may still be drawing. */
  const picture = () => page.evaluate(() => [...document.querySelectorAll('.stage-words > [data-panel]:not([data-panel="wall-clock"]) > *')].map((w) => `${(w.parentElement as HTMLElement).dataset.panel} ${w.textContent} ${Math.round(w.getBoundingClientRect().x)},${Math.round(w.getBoundingClientRect().y)}`).sort());
  const settled = async () => {
    let [before, now] = ["", JSON.stringify(await picture())];
    for (; before !== now; [before, now] = [now, JSON.stringify(await picture())]) await page.waitForTimeout(1_500);
    return JSON.parse(now) as string[];
  };
  await page.locator('[data-region="4408"]').first().waitFor({ timeout: OPENING_MS });
  const before = await settled();
  await command("wall.focus", { wall: "main", region: "4408" });
  await page.locator('[data-region="440882"]').first().waitFor({ timeout: OPENING_MS });
  await command("wall.focus", { wall: "main", region: "440882" });
  await page.locator('[data-region="440882115"]').first().waitFor({ timeout: OPENING_MS });
  expect(await settled()).not.toEqual(before);
  await command("wall.back", { wall: "main" });
  await command("wall.back", { wall: "main" });
  await page.locator('[data-region="4401"]').first().waitFor({ timeout: OPENING_MS });
  expect(await settled()).toEqual(before);
  await context.close();
});

test("the console directs the wall: a preset, a display, the lock, and 战时 by a slide", async () => {
  const { page, context } = await stage.sit("/console?situation=storm", { account: "chief@44" });
  const state = async () => (await stage.api.get("/walls/main", "commander@44")).body;
  const control = (kind: string, more = "") => page.locator(`console-direct [data-command="${kind}"]${more}`);
  await page.locator('[data-opens="wall"]').click({ timeout: OPENING_MS });
  await control("wall.preset", '[data-preset="zhanjiang"]').click();
  await control("wall.preset", '[data-preset="zhanjiang"][aria-pressed="true"]').waitFor();
  await page.locator('console-direct [data-display="3"]').click();
  await control("wall.take").click();
  await page.locator('console-direct [data-display="3"].taken').waitFor();
  expect(await state()).toMatchObject({ preset: "zhanjiang", focus: { region: "4408" }, parts: [{ area: [3], focus: { situation: "storm", region: "44" } }] });
  await control("wall.lock").click();
  await page.getByText("广东省 值班长 锁定至").waitFor();
  expect(await stage.api.command("officer@44", "wall.back", { wall: "main" }, { situation: "live" })).toMatchObject({ status: 409, body: { code: "guard", details: { state: "locked", by: "chief@44" } } });
  const slide = control("wall.mode");
  await slide.focus();
  await page.keyboard.down("Enter");
  await page.getByText("战时不轮播").waitFor();
  await page.keyboard.up("Enter");
  expect(await state()).toMatchObject({ mode: "emergency", parts: [] });
  await command("wall.mode", { wall: "main", mode: "routine" });
  expect(await state()).toMatchObject({ mode: "routine", focus: { region: "4408" }, parts: [{ area: [3] }] });
  // The next test finds the wall whole.
  await command("wall.lock", { wall: "main", locked: false });
  await command("wall.preset", { wall: "main", preset: "storm" });
  expect(await state()).toMatchObject({ parts: [] });
  await context.close();
});

test("what a hand draws on the console's map lies on the wall's map, on the same land, and a pointer moves there", async () => {
  const { page: wall, context: glass } = await stage.sit("/wall/main/2");
  await shows(wall, '[data-scene="storm"]');
  const { page, context } = await stage.sit("/console?situation=storm", { account: "commander@44" });
  await page.locator('[data-opens="hand"]').click({ timeout: OPENING_MS });
  const box = (await page.locator("console-hand").boundingBox())!;
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(0.3, 0.5));
  await page.mouse.down();
  for (let i = 1; i <= 20; i++) await page.mouse.move(...at(0.3 + i * 0.02, 0.5));
  await page.mouse.up();
  const strokes = async () => (await stage.api.get("/walls/main", "commander@44")).body.strokes as { by: string; points: number[][] }[];
  await page.locator('console-hand [data-command="wall.clear"]:not([disabled])').first().waitFor();
  const [stroke, ...others] = await strokes();
  expect([stroke!.by, others, stroke!.points.length > 5]).toEqual(["commander@44", [], true]);
  for (const [lon, lat] of stroke!.points) expect([lon! > 108 && lon! < 119, lat! > 18 && lat! < 27]).toEqual([true, true]);
  const drawn = () => wall.evaluate(() => (document.querySelector("wall-scene")!.shadowRoot!.querySelector("wall-map-panel")!.shadowRoot!.querySelector("wall-map") as unknown as { strokes: unknown[]; pointer: unknown }).strokes.length);
  await expect.poll(drawn, { timeout: OPENING_MS }).toBe(1);
  // In the other mode a hand only points.
  await page.locator("console-hand button").nth(1).click();
  await page.mouse.move(...at(0.5, 0.5));
  await page.mouse.down();
  let moves = 0;
  const pointed = async () => {
    await page.mouse.move(...at(0.5 + (++moves % 10) * 0.01, 0.5));
    return await wall.evaluate(() => (document.querySelector("wall-scene")!.shadowRoot!.querySelector("wall-map-panel")!.shadowRoot!.querySelector("wall-map") as unknown as { pointer: unknown }).pointer !== null);
  };
  await expect.poll(pointed, { timeout: OPENING_MS, interval: 150 }).toBe(true);
  // A hand that rests while it points asks for no number under it: what a sheet would take to be closed is the next touch.
  await page.waitForTimeout(PRESS_MS + 300);
  await page.mouse.up();
  expect(await page.locator("console-lineage").count()).toBe(0);
  expect(await strokes()).toHaveLength(1);
  await page.locator('console-hand [data-command="wall.clear"]').nth(1).click();
  await expect.poll(drawn, { timeout: OPENING_MS }).toBe(0);
  expect(await strokes()).toEqual([]);
  await command("wall.lock", { wall: "main", locked: false });
  await context.close();
  await glass.close();
});
