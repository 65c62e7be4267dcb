import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServer, type RunningServer } from "../fixtures/start-server.ts";
import { command, launch, seat, type Seat } from "./browser.ts";

const VILLAGE = "440882115212";
const PHONE = { width: 390, height: 844 };

describe("an alert becomes a closed order over three pages", () => {
  let server: RunningServer;
  let browser: Browser;
  let desk: Seat;
  let phone: Seat;
  let incident: string;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launch()]);
    desk = await seat(browser, server.url, "commander@44", { width: 1920, height: 1080 });
    phone = await seat(browser, server.url, `unit@${VILLAGE}`, PHONE, { hasTouch: true, geolocation: { longitude: 109.83, latitude: 20.55 }, permissions: ["geolocation"] });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  const stands = (state: string) => desk.page.locator(`h2[data-incident="${incident}"][data-state="${state}"]`).waitFor();

  test("an alert of the storm is acknowledged and made an incident", async () => {
    await desk.page.goto("/console?situation=storm");
    const alert = desk.page.locator('[data-alert][data-state="unacknowledged"]').first();
    const id = await alert.getAttribute("data-alert");
    await alert.locator('[data-command="alert.acknowledge"]').click();
    await desk.page.locator(`[data-alert="${id}"][data-state="acknowledged"]`).waitFor();
    await desk.page.locator(`[data-alert="${id}"] [data-opens="incident.report"]`).click();
    await desk.page.locator('console-report [data-command="incident.report"]').click();
    await desk.page.locator('h2[data-incident][data-state="pending"]').waitFor();
    await desk.page.getByRole("button", { name: "返回队列" }).click();
  });

  test("a village reports an incident upward from its phone, and the console sees it", async () => {
    await phone.page.goto("/field?situation=storm");
    await phone.page.getByRole("button", { name: "上报", exact: true }).click();
    await phone.page.locator("select[name=type]").selectOption("met.typhoon.track");
    await phone.page.locator("input[name=title]").fill("【模拟】村口低洼处进水");
    await phone.page.locator("textarea[name=description]").fill("水深约半米");
    await phone.page.locator('[data-command="incident.report"]').click();
    await phone.page.locator('[data-incident][data-state="pending"]').waitFor();
    incident = (await phone.page.locator("[data-incident]").getAttribute("data-incident"))!;
    await desk.page.locator(`li[data-incident="${incident}"] button`).click();
    await stands("pending");
  });

  test("it is verified, graded and dispatched with Enter held on the slide", async () => {
    await desk.page.locator("console-incident textarea[name=words]").fill("电话核实属实");
    await desk.page.locator('[data-command="incident.verify"]').click();
    await stands("verified");
    await desk.page.locator('[data-grade="4"]').click();
    await desk.page.locator("console-incident textarea[name=words]").fill("影响一村");
    await desk.page.locator('[data-command="incident.grade"]').click();
    await stands("graded");
    await desk.page.locator(`[data-unit^="${VILLAGE}:"]`).first().click();
    await desk.page.locator("console-dispatch textarea").fill("组织低洼处群众撤到村委会");
    const slide = desk.page.locator('wall-slide[data-command="task.dispatch"]');
    await slide.focus();
    await desk.page.keyboard.down("Enter");
    await desk.page.locator('console-incident [data-task][data-state="dispatched"]').waitFor();
    await desk.page.keyboard.up("Enter");
    await stands("handling");
  });

  test("an order can be taken back within ten seconds, and a new one sent by hand", async () => {
    await desk.page.locator('console-withdraw [data-command="task.withdraw"]').click();
    await desk.page.locator('console-incident [data-task][data-state="withdrawn"]').waitFor();
    const unit = (await (await desk.context.request.get(`/api/v1/units?region=${VILLAGE}`)).json()) as { items: { id: string }[] };
    const deadline = new Date(Date.now() + 3_600_000).toISOString();
    await command(desk, server.url, "task.dispatch", { incident, unit: unit.items[0]!.id, text: "组织群众撤到村委会，清点人数", deadline });
    await desk.page.locator('console-incident [data-task][data-state="dispatched"]').waitFor();
  });

  test("the phone accepts by a slide to the end; letting go before cancels", async () => {
    await phone.page.goto("/field?situation=storm");
    await phone.page.locator('li[data-task][data-state="dispatched"] button').click();
    const slide = phone.page.locator('wall-slide[data-command="task.accept"]');
    await slide.scrollIntoViewIfNeeded();
    const box = (await slide.boundingBox())!;
    const y = box.y + box.height / 2;
    const drag = async (to: number) => {
      await phone.page.mouse.move(box.x + 50, y);
      await phone.page.mouse.down();
      await phone.page.mouse.move(to, y, { steps: 10 });
      await phone.page.mouse.up();
    };
    await drag(box.x + box.width / 2);
    expect(await phone.page.locator("[data-task]").getAttribute("data-state")).toBe("dispatched");
    await drag(box.x + box.width - 4);
    await phone.page.locator('[data-task][data-state="accepted"]').waitFor();
    await desk.page.locator('console-incident [data-task][data-state="accepted"]').waitFor();
  });

  test("it arrives, reports and finishes, and the console follows each step", async () => {
    await phone.page.locator('[data-command="task.arrive"]').click();
    await desk.page.locator('console-incident [data-task][data-state="onScene"]').waitFor();
    await phone.page.locator("textarea[name=words]").fill("已撤一半");
    await phone.page.getByRole("button", { name: "加 10", exact: true }).click();
    await phone.page.locator('[data-command="task.report"]').click();
    await desk.page.locator('console-incident [data-task][data-state="handling"]').waitFor();
    await phone.page.locator("textarea[name=words]").fill("全部撤完");
    await phone.page.locator('[data-command="task.finish"]').click();
    await desk.page.locator('console-incident [data-task][data-state="finished"]').waitFor();
    expect(await desk.page.locator("console-incident .log").textContent()).toContain("人数 10");
  });

  test("the console checks and closes, and the phone sees it", async () => {
    await desk.page.locator("textarea[name=check]").fill("现场情况无误");
    await desk.page.locator('[data-command="task.check"][data-passed="true"]').click();
    await stands("checking");
    await desk.page.locator("console-incident textarea[name=words]").fill("群众已安置");
    await desk.page.locator('[data-command="incident.close"]').click();
    await stands("closed");
    await phone.page.locator('[data-task][data-state="closed"]').waitFor();
    expect([...desk.faults, ...phone.faults]).toEqual([]);
  });
});
