import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServer, type RunningServer } from "../fixtures/start-server.ts";
import { command, launch, seat, type Seat } from "./browser.ts";

const DISPLAY = { width: 1920, height: 1080 };
const VILLAGE = "440882115212";

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
/** A display that nobody signs in at: on loopback the demo pairs it. */
const glass = (size = DISPLAY): Promise<Seat> => seat(browser, server.url, null, size);
const source = async (): Promise<Seat> => seat(browser, server.url, "source@44", DISPLAY);

describe("the live wall", () => {
  test("a sample from a village is a number on the glass, with all that is true of it, without a reload", async () => {
    const [wall, sender] = await Promise.all([glass(), source()]);
    await wall.page.goto("/wall/live");
    const value = wall.page.locator('wall-ledger wall-value[indicator="grid.event.report"][place="44"]');
    await wall.page.locator('wall-ledger wall-value[indicator="grid.event.report"][state="never"]').waitFor();
    expect(await value.textContent()).toContain("从未上报");
    const answer = await sender.context.request.post("/api/v1/samples", {
      data: { samples: [{ indicator: "grid.event.report", place: VILLAGE, observedAt: new Date().toISOString(), value: 7 }] }, headers: { origin: server.url },
    });
    expect(await answer.json()).toMatchObject({ accepted: 1 });
    await wall.page.locator('wall-ledger wall-value[indicator="grid.event.report"][place="44"][value="7"]').waitFor();
    expect(await value.textContent()).toContain("7");
    expect(await value.getAttribute("quality")).toBe("good");
    expect(await value.getAttribute("coverage")).toBe("1/26842");
    expect(Number(await value.getAttribute("tick"))).toBeGreaterThan(0);
    expect(await value.getAttribute("observed-at")).toMatch(/\+08:00$/);
    // The map says the same under the city's name.
    await wall.page.locator('wall-value[indicator="grid.event.report"][place="4408"][value="7"]').waitFor();
    expect(wall.faults).toEqual([]);
    await Promise.all([wall.context.close(), sender.context.close()]);
  });

  test("it says in attributes what it shows, and asks nobody but its own server", async () => {
    const wall = await glass();
    const foreign: string[] = [];
    wall.page.on("request", (request) => {
      if (!request.url().startsWith(server.url) && !request.url().startsWith("data:") && !request.url().startsWith(server.url.replace("http", "ws"))) foreign.push(request.url());
    });
    await wall.page.goto("/wall/live");
    await wall.page.locator('html[data-link="live"][data-situation="live"][data-mode="routine"][data-theme="graphite"]').waitFor();
    await wall.page.locator('[data-region="4401"]').waitFor();
    expect(await wall.page.locator('[data-region="4401"]').count()).toBe(1);
    expect(await wall.page.locator("[data-region][tabindex]").count()).toBe(0);
    expect(await wall.page.locator(".not-actual-frame").isVisible()).toBe(false);
    expect(foreign).toEqual([]);
    await wall.context.close();
  });
});

describe("the command wall", () => {
  test("every display says that it is a drill, and each shows its part", async () => {
    const wall = await glass();
    for (const [n, panels] of [[1, ["wall-banner", "wall-storm-now", "wall-storm-exposure"]], [2, ["wall-headline", "wall-map"]], [3, ["wall-clock", "wall-alerts", "wall-orders", "wall-incidents", "wall-trust"]]] as const) {
      await wall.page.goto(`/wall/main/${n}`);
      await wall.page.locator('html[data-situation="storm"][data-link="live"][data-kind="drill"]').waitFor();
      for (const panel of panels) await wall.page.locator(panel).waitFor();
      expect(await wall.page.locator(".not-actual-frame").isVisible(), `display ${n}`).toBe(true);
      expect(await wall.page.locator("wall-card").evaluateAll((cards) => cards.filter((c) => (c as HTMLElement & { failure: string }).failure).length), `display ${n}`).toBe(0);
    }
    expect(wall.faults).toEqual([]);
    await wall.context.close();
  });

  test("the whole wall stands in one window, undistorted", async () => {
    const wall = await glass();
    await wall.page.goto("/wall/main");
    await wall.page.locator('html[data-link="live"]').waitFor();
    const boxes = await wall.page.locator("[data-display]").evaluateAll((all) => all.map((e) => e.getBoundingClientRect()).map(({ left, width, height }) => [Math.round(left), Math.round(width), Math.round(height)]));
    expect(boxes).toEqual([[0, 640, 360], [640, 640, 360], [1280, 640, 360]]);
    await wall.context.close();
  });

  test("an acknowledged alert and a dispatched order stand on the wall as they stand in the journal", async () => {
    const [wall, desk] = await Promise.all([glass(), seat(browser, server.url, "commander@44", DISPLAY)]);
    await wall.page.goto("/wall/main/3");
    const open = wall.page.locator('[data-alert][data-state="unacknowledged"]').first();
    const alert = (await open.getAttribute("data-alert"))!;
    await command(desk, server.url, "alert.acknowledge", { alert });
    await wall.page.locator(`[data-alert="${alert}"][data-state="acknowledged"]`).waitFor({ state: "attached" });

    const { incident } = await command(desk, server.url, "incident.report", { type: "water.dyke.breach", region: "440882", title: "【模拟】海堤渗漏" });
    await wall.page.locator(`[data-incident="${incident}"][data-state="pending"]`).waitFor();
    await command(desk, server.url, "incident.verify", { incident, note: "属实" });
    await command(desk, server.url, "incident.grade", { incident, grade: 3, reason: "影响两村" });
    const deadline = new Date(Date.now() + 3_600_000).toISOString();
    const { task } = await command(desk, server.url, "task.dispatch", { incident, unit: "440882:flood", text: "封堵渗漏点", deadline });
    await wall.page.locator(`[data-task="${task}"][data-state="dispatched"]`).waitFor();
    await wall.page.locator(`[data-incident="${incident}"][data-state="handling"]`).waitFor();
    expect(await wall.page.locator(`[data-task="${task}"]`).textContent()).toContain("雷州市三防办");
    await Promise.all([wall.context.close(), desk.context.close()]);
  });

  test("a wall that is sent to a county shows its towns, and comes back", async () => {
    const [wall, desk] = await Promise.all([glass(), seat(browser, server.url, "commander@44", DISPLAY)]);
    await wall.page.goto("/wall/main/2");
    await wall.page.locator('[data-region="4408"]').waitFor();
    await command(desk, server.url, "wall.focus", { wall: "main", region: "440882" }, "live");
    await wall.page.locator('[data-region="440882115"]').waitFor();
    await command(desk, server.url, "wall.back", { wall: "main" }, "live");
    await wall.page.locator('[data-region="4408"]').waitFor();
    await Promise.all([wall.context.close(), desk.context.close()]);
  });

  test("a server that stands still is seen as such, and since when", async () => {
    const wall = await glass();
    await wall.page.goto("/wall/main/1");
    await wall.page.locator('html[data-link="live"]').waitFor();
    server.signal("SIGSTOP");
    try {
      await wall.page.locator('html[data-link="stale"], html[data-link="down"]').waitFor();
      await wall.page.getByText(/与平台断开 .+，画面停在 \d\d:\d\d:\d\d/).waitFor();
      expect(await wall.page.locator("wall-storm-now wall-value[state=fresh]").count()).toBe(0);
    } finally {
      server.signal("SIGCONT");
    }
    await wall.page.locator('html[data-link="live"]').waitFor();
    await wall.context.close();
  });
});

test("a wall that does not exist is not found, and neither is its fourth display", async () => {
  const wall = await glass();
  expect((await wall.page.goto("/wall/nowhere"))!.status()).toBe(404);
  expect((await wall.page.goto("/wall/main/4"))!.status()).toBe(404);
  await wall.context.close();
});

test("the gallery shows every panel in every theme and state, and none fails", async () => {
  const hall = await seat(browser, server.url, "commander@44", DISPLAY);
  await hall.page.goto("/gallery");
  await hall.page.locator("#trust .look").last().waitFor();
  const kinds = await hall.page.locator("main > section").count();
  expect(kinds).toBeGreaterThanOrEqual(14);
  expect(await hall.page.locator(".look").count()).toBe(kinds * 3 * 4);
  expect(await hall.page.locator("[data-error]").count()).toBe(0);
  expect(hall.faults).toEqual([]);
  await hall.context.close();
});
