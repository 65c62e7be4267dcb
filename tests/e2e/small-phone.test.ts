import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright";
import { formatTime } from "../../model/time.ts";
import { openStage, OPENING_MS, type Stage } from "../fixtures/chromium.ts";

const UNIT = "440882:flood";
const LONG = "组织沿海低洼处群众撤离到镇中学避险点，逐户清点人数，核对老人和行动不便人员名单，关闭沿海闸口并安排专人看守，每 30 分钟报告一次水位、转移人数和道路情况。";
const [WIDTH, HEIGHT] = [360, 640];
/** The least a thumb hits. */
const LEAST_PX = 48;

describe("on a phone of 360×640", () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage();
    const as = (kind: string, data: object) => stage.api.command("officer@440882", kind, data);
    const { incident } = (await as("incident.report", { type: "water.flash.flood", region: "440882", title: "【模拟】沿海低洼处积水" })).body.result;
    await as("incident.verify", { incident, note: "已核实" });
    await as("incident.grade", { incident, grade: 4, reason: "一般" });
    await as("task.dispatch", { incident, unit: UNIT, text: LONG, deadline: formatTime(Date.now() + 3_600_000) });
    const seat = await stage.sit("/field?situation=live", { account: "unit@440882", viewport: { width: WIDTH, height: HEIGHT }, geolocation: { longitude: 113.26, latitude: 23.13 }, permissions: ["geolocation"] });
    page = seat.page;
    await page.locator("li[data-task] button").click({ timeout: OPENING_MS });
  });
  afterAll(() => stage?.close());

  /** Controls that a thumb would miss, by their words. */
  const tooSmall = () => page.evaluate((least) => {
    const found: string[] = [];
    const look = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot) look(element.shadowRoot);
        const { width, height } = element.getBoundingClientRect();
        if (element.matches("button, a, select, textarea, input:not(.unseen)") && width > 0 && (width < least || height < least)) found.push(`${element.textContent?.trim()} ${width}×${height}`);
      }
    };
    look(document);
    return found;
  }, LEAST_PX);
  const inReach = async (command: string) => {
    const box = (await page.locator(`field-task .bottom [data-command="${command}"]`).boundingBox())!;
    expect([command, box.y >= 0 && box.y + box.height <= HEIGHT]).toEqual([command, true]);
    expect(await tooSmall()).toEqual([]);
  };
  const become = (state: string) => page.locator(`field-task [data-task][data-state=${state}]`).waitFor();

  test("an order that goes on below the screen says so until its end is seen, and can be accepted at once", async () => {
    await page.locator("field-task[more]").waitFor();
    await inReach("task.accept");
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.locator("field-task:not([more])").waitFor();
    await page.getByText("雷州市 值班员").waitFor();
  });

  test("at every step what is to be pressed is in reach, and what is to be filled in stands above it", async () => {
    await page.locator("wall-slide").focus();
    await page.keyboard.down("Enter");
    await become("accepted");
    await page.keyboard.up("Enter");
    await inReach("task.arrive");
    await page.locator("[data-command='task.arrive']").click();
    await become("onScene");
    await inReach("task.report");
    expect(await page.locator("field-task output").textContent(), "nobody has counted yet").toBe("—");
    const words = (await page.locator("field-task textarea").boundingBox())!;
    const bar = (await page.locator("field-task .bottom").boundingBox())!;
    expect(words.y + words.height).toBeLessThanOrEqual(bar.y);
    // A refusal stands above what was pressed, where the eye is.
    await page.locator("[data-command='task.report']").click();
    const refusal = (await page.locator("field-task .bottom .wrong").boundingBox())!;
    expect(refusal.y + refusal.height).toBeLessThanOrEqual((await page.locator("[data-command='task.report']").boundingBox())!.y);
    await page.getByRole("button", { name: "减一" }).click();
    expect(await page.locator("field-task output").textContent(), "counted, and nobody is there").toBe("0");
    await page.locator("field-task textarea").fill("水深 0.4 米");
    await page.locator("[data-command='task.report']").click();
    await become("handling");
    await inReach("task.finish");
    await inReach("task.report");
  });

  test("it reads Chinese in the face that the device has: no other is fetched over its line", async () => {
    const fetched = await page.evaluate(() => (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).filter(({ name }) => name.endsWith(".woff2")).map(({ name, encodedBodySize }) => [name.split("/").at(-1)!, encodedBodySize] as const));
    const chinese = fetched.filter(([name]) => !/plex/.test(name));
    // Signs that the device's face may lack (✕, ▾) come in two small pieces of ours; characters take thirty.
    expect(chinese.length, `a machine of these tests has a Chinese face of its own, fonts-noto-cjk; fetched: ${chinese.join(" ")}`).toBeLessThanOrEqual(2);
    expect(fetched.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThan(120_000);
    expect(fetched.length).toBeGreaterThan(chinese.length);
  });

  test("the console sees beside the receipt that it did not arrive where the incident is", async () => {
    const { page: desk, context } = await stage.sit("/console?situation=live&region=440882", { account: "officer@440882" });
    await desk.locator("console-incidents [data-incident] button").first().click({ timeout: OPENING_MS });
    await desk.locator("console-incident [data-task] [data-away]", { hasText: /到场 · 位置不符：距事发区域约 3\d\d.*公里/ }).waitFor();
    await desk.locator("console-incident .log [data-away]").waitFor();
    await context.close();
  });

  test("a village's report can be sent without looking for the button", async () => {
    const { page: village, context } = await stage.sit("/field?situation=live", { account: "unit@440882115212", viewport: { width: WIDTH, height: HEIGHT } });
    await village.getByRole("button", { name: "上报", exact: true }).click({ timeout: OPENING_MS });
    await village.getByText("上报至 乌石村村委会（村）和以上各级", { exact: true }).waitFor();
    const box = (await village.locator("[data-command='incident.report']").boundingBox())!;
    expect(box.y + box.height).toBeLessThanOrEqual(HEIGHT);
    await context.close();
  });

  test("a reader of English reads where it is by its English name", async () => {
    await page.getByRole("button", { name: "English", exact: true }).click();
    const place = page.locator('dd[data-region-name="440882"]');
    await expect.poll(() => place.innerText()).toMatch(/^Leizhou/);
    expect(await place.getAttribute("lang")).toBeNull();
    await page.getByRole("button", { name: "中文", exact: true }).click();
    await expect.poll(() => place.innerText()).toBe("雷州市");
  });

  test("a replay offers nothing that it would refuse, and its banner stays in sight however far the order goes on", async () => {
    const now = Date.now();
    const { situation } = (await stage.api.command("commander@44", "situation.start", { kind: "replay", from: formatTime(now - 120_000), to: formatTime(now - 1_000), speed: 1 })).body.result;
    await stage.api.command("commander@44", "situation.seek", { situation, to: formatTime(now - 1_000) });
    await page.goto(`${stage.server.url}/field?situation=${situation}`);
    await page.locator("li[data-task] button").first().click({ timeout: OPENING_MS });
    await page.getByText("回放只读：可看当时的任务，不能回执").waitFor();
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const banner = page.locator("wall-situation .words", { hasText: "回放" });
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    const { x, y, width, height } = (await banner.boundingBox())!;
    expect([y >= 0, y + height <= HEIGHT / 4]).toEqual([true, true]);
    // Nothing of the order is drawn over it.
    expect(await page.evaluate(([left, top]) => {
      const field = document.querySelector("wall-field")!.shadowRoot!;
      return field.elementFromPoint(left!, top!)?.localName;
    }, [x + width / 2, y + height / 2])).toBe("wall-situation");
    expect(await page.locator("field-task [data-command], field-task [data-opens], field-task textarea").count()).toBe(0);
    await page.locator("button.back").click();
    await page.getByRole("button", { name: "上报", exact: true }).click();
    await page.getByText("回放只读：可看当时的上报，不能上报").waitFor();
    expect(await page.locator("field-upward form").count()).toBe(0);
    expect(stage.complaints()).toEqual([]);
  });
});
