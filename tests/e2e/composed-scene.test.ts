import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright";
import { openStage, OPENING_MS, type Seat, type Stage } from "../fixtures/chromium.ts";
import { handover } from "../fixtures/composed-scenes.ts";

let stage: Stage;
let wall: Seat;
beforeAll(async () => {
  stage = await openStage();
  await command("situation.pause", { situation: "storm" });
  wall = await stage.sit("/wall/main");
});
afterAll(() => stage?.close());
afterEach(() => {
  expect(stage.complaints()).toEqual([]);
});
async function command(kind: string, data: unknown, account = "commander@44"): Promise<void> {
  expect(await stage.api.command(account, kind, data, { situation: "live" }), kind).toMatchObject({ status: 200 });
}
const shows = (page: Page, scene: string) => page.locator(`html[data-link="live"][data-scene="${scene}"]`).waitFor({ state: "attached", timeout: OPENING_MS });
const panels = (page: Page) => page.locator(".piece:not([data-behind]) wall-scene").evaluateAll((scenes) => scenes.flatMap((scene) => (scene as unknown as { panels: { panel: string }[] }).panels.map(({ panel }) => panel)).sort());

test("a scene that one person has composed and another published is raised on the wall behind the curtain, stands after a reload, and gives way as any other", async () => {
  const { page } = wall;
  await shows(page, "storm");
  await page.evaluate(() => {
    const seen = new Set<string>();
    const look = () => {
      seen.add(`${document.querySelectorAll(".piece:not([data-behind])").length} ${document.documentElement.dataset.scene}`);
      requestAnimationFrame(look);
    };
    look();
    Object.assign(window, { seen });
  });
  await command("scene.save", { scene: handover }, "topicAdmin@44");
  await command("scene.publish", { scene: "handover", version: 1 }, "chief@44");
  await command("wall.scene", { wall: "main", scene: "handover" }, "officer@44");
  await shows(page, "handover@1");
  expect(await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen])).toEqual(["3 storm", "3 handover@1"]);
  // The tag is the room's: it says the level on the screen that has neither banner nor headline.
  const told = ["alerts", "banner", "clock", "headline", "incidents", "map", "orders", "response-tag", "spine", "spine", "spine", "station-weather"];
  expect(await panels(page)).toEqual(told);
  expect(await page.locator("[role=alert]").count()).toBe(0);
  await page.reload();
  await shows(page, "handover@1");
  expect(await panels(page)).toEqual(told);
  await command("wall.scene", { wall: "main", scene: "storm" });
  await shows(page, "storm");
});
