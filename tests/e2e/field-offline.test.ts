import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BrowserContext, Page } from "playwright";
import { formatTime } from "../../model/time.ts";
import { openStage, OPENING_MS, type Stage } from "../fixtures/chromium.ts";
import { openSlowLine, type SlowLine } from "../fixtures/slow-line.ts";

const UNIT = "440882:flood";
/** The smallest picture there is. */
const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

describe("a phone that is cut off", () => {
  let stage: Stage;
  let line: SlowLine;
  let context: BrowserContext;
  let page: Page;
  let incident = "";
  let order = "";
  const officer = (kind: string, data: object) => stage.api.command("officer@440882", kind, data);
  const open = async (which = order): Promise<void> => {
    await page.goto(`${line.url}/field?situation=live`, { timeout: OPENING_MS });
    await page.locator(`li[data-task="${which}"] button`).click({ timeout: OPENING_MS });
  };
  const cutOff = async (): Promise<void> => {
    await context.setOffline(true);
    line.cut();
    await page.locator("wall-field wall-link-notice").waitFor();
  };
  const back = async (): Promise<void> => {
    line.restore();
    await context.setOffline(false);
  };
  const theOrder = async () => (await stage.api.get(`/tasks/${order}?situation=live`, "officer@440882")).body as { state: string; ladder: Record<string, string>; steps: { doneAt?: string }[]; receipts: { kind: string; text: string; file?: string; occurredAt?: string; at: string }[] };
  const receipts = async () => (await theOrder()).receipts.filter(({ kind }) => /arrive|report|finish|note|accept/.test(kind));
  /** What is asked is one large thing under the thumb. */
  const isUnderTheThumb = async (command: string): Promise<void> => {
    const { y, height } = (await page.locator(`field-task .bottom [data-command="${command}"]`).boundingBox())!;
    expect([command, height >= 104, y >= 844 * 0.4, y + height <= 844]).toEqual([command, true, true, true]);
  };
  const waits = (n: number) => page.locator(`field-waiting [data-waiting="${n}"]`).waitFor();

  beforeAll(async () => {
    stage = await openStage();
    line = await openSlowLine(Number(new URL(stage.server.url).port));
    incident = (await officer("incident.report", { type: "water.flash.flood", region: "440882", title: "沿海低洼处积水" })).body.result.incident;
    await officer("incident.verify", { incident, note: "已核实" });
    await officer("incident.grade", { incident, grade: 4, reason: "一般" });
    order = (await officer("task.dispatch", { incident, unit: UNIT, text: "组织群众撤离到镇中学，清点人数。", deadline: formatTime(Date.now() + 3_600_000), steps: ["挨户敲门", "封闭沿海闸口"], success: "低洼处无人，闸口关闭" })).body.result.task;
    const seat = await stage.sit("/", { url: line.url, account: "unit@440882", viewport: { width: 390, height: 844 }, hasTouch: true, geolocation: { longitude: 110.1, latitude: 20.91 }, permissions: ["geolocation"] });
    ({ context, page } = seat);
    await open();
  });
  afterAll(async () => {
    await line?.close();
    await stage?.close();
  });

  test("an order that reached it is told as delivered and, once opened, as seen; where the unit is, is told too", async () => {
    await expect.poll(async () => Object.keys((await theOrder()).ladder), { timeout: OPENING_MS }).toEqual(["sent", "delivered", "seen"]);
    await page.locator("[data-position=told]").waitFor();
    const { items } = (await stage.api.get(`/units?region=440882&situation=live`, "officer@440882")).body as { items: { id: string; position?: { point: number[] } }[] };
    expect(items.find(({ id }) => id === UNIT)?.position?.point).toEqual([110.1, 20.91]);
    await page.locator("[data-success]", { hasText: "低洼处无人，闸口关闭" }).waitFor();
  });

  test("the light of the night and of the day are at hand, and stay as they were chosen", async () => {
    const html = page.locator("html");
    const first = (await html.getAttribute("data-theme"))!;
    const other = first === "ember" ? "paper" : "ember";
    await page.locator("button.light").click();
    await expect.poll(() => html.getAttribute("data-theme")).toBe(other);
    await page.locator("button.light").click();
    await expect.poll(() => html.getAttribute("data-theme")).toBe(first);
  });

  test("a decision made out of reach is not kept: it is asked again in words, and nothing of it happens later", async () => {
    await isUnderTheThumb("task.accept");
    await cutOff();
    await page.locator("wall-slide").focus();
    await page.keyboard.down("Enter");
    await page.getByText("这是决定，不代存代发：联系上后请再做一次").waitFor();
    await page.keyboard.up("Enter");
    await waits(0);
    await back();
    await expect.poll(() => page.locator("wall-field wall-link-notice").count(), { timeout: OPENING_MS }).toBe(0);
    expect((await theOrder()).state).toBe("dispatched");
    await page.locator("wall-slide").focus();
    await page.keyboard.down("Enter");
    await page.locator("field-task [data-task][data-state=accepted]").waitFor();
    await page.keyboard.up("Enter");
  });

  test("what could not be sent is said no longer once it was done on another device, the order was taken back, or somebody lets it be", async () => {
    const unsent = page.getByText("这是决定，不代存代发：联系上后请再做一次");
    const another = async (): Promise<string> => (await officer("task.dispatch", { incident, unit: UNIT, text: "清点冲锋舟。", deadline: formatTime(Date.now() + 3_600_000) })).body.result.task;
    const tryInVain = async (): Promise<void> => {
      await cutOff();
      await page.locator("wall-slide").focus();
      await page.keyboard.down("Enter");
      await unsent.waitFor();
      await page.keyboard.up("Enter");
    };
    const elsewhere = await another();
    await open(elsewhere);
    await tryInVain();
    await page.locator("[data-opens='task.difficulty']").click();
    expect(await unsent.count()).toBe(0);
    await page.locator("field-task textarea").fill("舟艇不足");
    await page.locator("[data-command='task.difficulty']").click();
    await unsent.waitFor();
    await page.getByRole("button", { name: "取消" }).click();
    expect(await unsent.count()).toBe(0);
    await back();
    await page.locator("wall-field wall-link-notice").waitFor({ state: "detached", timeout: OPENING_MS });
    await tryInVain();
    expect(await stage.api.command("unit@440882", "task.accept", { task: elsewhere })).toMatchObject({ status: 200 });
    await back();
    await page.locator("field-task [data-task][data-state=accepted]").waitFor({ timeout: OPENING_MS });
    expect(await unsent.count()).toBe(0);
    const takenBack = await another();
    await open(takenBack);
    await tryInVain();
    for (const task of [takenBack, elsewhere]) expect(await officer("task.withdraw", { task, reason: "改派" })).toMatchObject({ status: 200 });
    await back();
    await page.locator("field-task [data-task][data-state=withdrawn]").waitFor({ timeout: OPENING_MS });
    expect(await unsent.count()).toBe(0);
    await open();
  });

  test("receipts and a photo wait with their count, each followed by the next question", async () => {
    await cutOff();
    await isUnderTheThumb("task.arrive");
    await page.locator("[data-command='task.arrive']").click();
    await waits(1);
    await page.locator("[data-step='0']").click();
    await page.locator("field-task textarea").fill("水深 0.4 米");
    await page.locator("field-task input[name=photo]").setInputFiles({ name: "现场.png", mimeType: "image/png", buffer: PNG });
    await isUnderTheThumb("task.report");
    await page.locator("[data-command='task.report']").click();
    await waits(2);
    await page.locator("[data-opens='task.note']").click();
    await page.locator("field-task textarea").fill("桥头有树倒下");
    await isUnderTheThumb("task.note");
    await page.locator("[data-command='task.note']").click();
    await waits(3);
    await page.getByText(/^待发 3 条（含照片 1 张），最早 \d\d:\d\d 记/).waitFor();
    await page.getByText(/^最后联系 \d\d:\d\d$/).waitFor();
    await isUnderTheThumb("task.finish");
    expect(await page.locator("field-task [data-task]").getAttribute("data-state"), "what nobody has heard is not shown as told").toBe("accepted");
    expect((await receipts()).map(({ kind }) => kind)).toEqual(["task.accept"]);
  });

  test("closed and opened in between, the queue is there", async () => {
    await page.close();
    await back();
    page = await context.newPage();
    // The platform gives the page and hears no command yet.
    await page.route(/api\/v1\/(commands|files)$/, (route) => route.abort());
    await open();
    await waits(3);
    await page.locator("[data-command='task.finish']").waitFor();
    await page.unrouteAll();
  });

  test("back in reach they are told in order, each once, with the time at which they were noted, and the page says 补报", async () => {
    await page.locator("field-waiting [data-late='3']", { hasText: /^已补报 3 条，最早 \d\d:\d\d 记$/ }).waitFor({ timeout: OPENING_MS });
    await waits(0);
    const told = await receipts();
    expect(told.map(({ kind, text }) => `${kind} ${text}`.trim())).toEqual(["task.accept", "task.arrive", "task.report 水深 0.4 米", "task.note 桥头有树倒下"]);
    expect(told[2]!.file).toBeDefined();
    for (const { occurredAt, at } of told.slice(1)) expect(Date.parse(occurredAt!)).toBeLessThan(Date.parse(at));
    await page.locator("field-task [data-task][data-state=handling]").waitFor();
    expect((await theOrder()).steps.map(({ doneAt }) => doneAt !== undefined)).toEqual([true, false]);
    await page.locator("field-told [data-told='task.note']", { hasText: "桥头有树倒下" }).waitFor();
  });

  test("what the platform does not take stays with its reason, and is dropped by a hold", async () => {
    await cutOff();
    await page.locator("[data-command='task.finish']").click();
    await waits(1);
    expect(await officer("task.withdraw", { task: order, reason: "改派" })).toMatchObject({ status: 200 });
    await back();
    const refused = page.locator("[data-refused='task.finish']");
    await refused.getByText("这项任务已撤回，没有记入").waitFor({ timeout: OPENING_MS });
    await waits(0);
    await page.reload();
    await refused.locator("wall-hold").focus({ timeout: OPENING_MS });
    await page.keyboard.down("Enter");
    await refused.waitFor({ state: "detached" });
    await page.keyboard.up("Enter");
    expect((await theOrder()).state).toBe("withdrawn");
  });
});
