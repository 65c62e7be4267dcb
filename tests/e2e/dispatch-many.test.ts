import type { Locator, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatTime } from "../../model/time.ts";
import { openStage, OPENING_MS, PATIENCE_MS, type Stage } from "../fixtures/chromium.ts";

/** 湛江市 and 雷州市 in it; its flood office has said where it is, nobody else has. */
const [CITY, COUNTY] = ["4408", "440882"];
const [FLOOD, FIRE] = [`${COUNTY}:flood`, `${COUNTY}:fire`];
const POINT = [110.09, 20.91];
const HEAD = "commander@44";

describe("orders to many, and what takes two, at the commander's desk", () => {
  let stage: Stage;
  let desk: Page;
  let chief: Page;
  let incident = "";
  const the = async (path: string) => (await stage.api.get(`${path}?situation=storm`, HEAD)).body;
  const report = async (title: string): Promise<string> => {
    const does = async (kind: string, data: object) => {
      const answer = await stage.api.command(HEAD, kind, data, { situation: "storm" });
      expect(answer, `${kind}: ${answer.text}`).toMatchObject({ status: 200 });
      return answer.body.result as { incident: string };
    };
    const { incident: id } = await does("incident.report", { type: "met.typhoon.track", region: COUNTY, title, point: POINT });
    await does("incident.verify", { incident: id, note: "电话核实" });
    await does("incident.grade", { incident: id, grade: 2, reason: "影响沿海" });
    return id;
  };
  beforeAll(async () => {
    stage = await openStage();
    expect(await stage.api.command(HEAD, "situation.pause", { situation: "storm" })).toMatchObject({ status: 200 });
    incident = await report("东里镇海堤漫水");
    expect(await stage.api.post(`/units/${FLOOD}/position?situation=storm`, { point: [110.1, 20.92], observedAt: formatTime(Date.now()) }, `unit@${COUNTY}`)).toMatchObject({ status: 204 });
    desk = (await stage.sit(`/console?situation=storm&region=${CITY}`, { account: HEAD, hasTouch: true })).page;
    chief = (await stage.sit("/console?situation=storm", { account: "chief@44" })).page;
  });
  afterAll(() => stage?.close());
  const held = async (page: Page, control: Locator): Promise<void> => {
    await control.focus();
    await page.keyboard.down("Enter");
  };
  /** A control of the thumb: in the lower 60 %, and high enough. */
  const isUnderThumb = async (control: Locator) => {
    const [box, view] = [(await control.boundingBox())!, desk.viewportSize()!];
    expect(box.height).toBeGreaterThanOrEqual(104);
    expect(box.y).toBeGreaterThanOrEqual(view.height * 0.4);
    expect(box.y + box.height).toBeLessThanOrEqual(view.height);
  };

  test("a place, what is most urgent in it, whom the card sends, and the slide: four touches, the two that decide under the thumb", async () => {
    await desk.locator(`console-map [data-region="${COUNTY}"]`).first().click({ timeout: 2 * OPENING_MS });
    const urgent = desk.locator(`[data-opens="urgent"][data-of="${incident}"]`);
    await urgent.waitFor();
    await isUnderThumb(urgent);
    await urgent.tap();
    const flood = desk.locator(`[data-unit="${FLOOD}"][data-recommended]`);
    await flood.getByText(/约 \d+ 分/).waitFor();
    await desk.locator("console-dispatch [data-card]").tap();
    await desk.locator(`[data-unit="${FLOOD}"][aria-pressed="true"]`).waitFor();
    expect(await desk.locator("console-dispatch textarea[name=text]").inputValue()).toBe("渔船回港、海上人员上岸核查");
    await desk.getByText("以“应回港船只全部回港”为完成").waitFor();
    const slide = desk.locator('console-dispatch wall-slide[data-command="task.dispatch"]:not([disabled])');
    await slide.waitFor();
    await isUnderThumb(slide);
  });

  test("who is not recommended stands below with the reason, and can be sent all the same; two units are one slide", async () => {
    const fire = desk.locator(`[data-unit="${FIRE}"]:not([data-recommended])`);
    await fire.getByText("未报位置，不推荐").waitFor();
    await fire.click();
    await desk.getByText(/先写给 .+ 的要求/).waitFor();
    expect(await desk.locator('wall-slide[data-command="task.dispatchMany"]').getAttribute("disabled")).not.toBeNull();
    await desk.locator("console-dispatch textarea[name=text]").fill("到堤脚待命");
    await desk.getByText(/派 2 个单位 → .+，2 条要求/).waitFor();
    await held(desk, desk.locator('wall-slide[data-command="task.dispatchMany"]:not([disabled])'));
    await expect.poll(() => desk.locator('console-incident [data-task][data-state="dispatched"]').count(), { timeout: PATIENCE_MS }).toBe(2);
    await desk.keyboard.up("Enter");
    const { items } = (await stage.api.get(`/tasks?situation=storm&incident=${incident}`, HEAD)).body as { items: { unit: string; text: string; success?: string; plan?: string }[] };
    expect(items.toSorted((a, b) => (a.unit < b.unit ? -1 : 1))).toMatchObject([
      { unit: FIRE, text: "到堤脚待命", plan: "met.plan.typhoon" }, { unit: FLOOD, text: "渔船回港、海上人员上岸核查", success: "应回港船只全部回港", plan: "met.plan.typhoon" },
    ]);
    expect(items.find(({ unit }) => unit === FIRE)!.success).toBeUndefined();
  });

  test("a tap reminds, a hold with words supervises, and the row says so", async () => {
    const row = desk.locator("console-incident [data-task]", { hasText: "到堤脚待命" });
    await row.locator('[data-command="task.remind"]').click();
    await row.getByText("催办").first().waitFor();
    const task = (await row.getAttribute("data-task"))!;
    await expect.poll(async () => (await the(`/tasks/${task}`)).receipts.map(({ kind }: { kind: string }) => kind), { timeout: PATIENCE_MS }).toContain("task.remind");
    await row.locator('[data-opens="task.supervise"]').click();
    await row.locator("textarea[name=supervise]").fill("十分钟内说明原因");
    await held(desk, row.locator('wall-hold[data-command="task.supervise"]:not([disabled])'));
    await row.getByText("督办 1 次").waitFor();
    await desk.keyboard.up("Enter");
  });

  test("a false alarm is asked for by a hold, appears on the other seat with its end, and is one when that agrees; its orders go with it", async () => {
    await desk.locator('console-incident [data-opens="asides"]').click();
    await desk.locator('console-asides [data-aside="incident.cancel"]').click();
    const hold = desk.locator('wall-hold[data-command="incident.cancel"]');
    expect(await hold.getAttribute("disabled")).not.toBeNull();
    await desk.locator("console-asides textarea[name=reason]").fill("演练误报");
    for (const word of ["涉及", "代价", "收回"]) await desk.locator("console-asides wall-consequence").getByText(word, { exact: true }).waitFor();
    await desk.getByText("1 件事件，2 项任务在办").waitFor();
    await held(desk, desk.locator('wall-hold[data-command="incident.cancel"]:not([disabled])'));
    await desk.locator("console-incident console-decide [data-waiting]").waitFor();
    await desk.keyboard.up("Enter");
    expect(await desk.locator('console-decide [data-command="confirm"]').count(), "nobody agrees with themselves").toBe(0);
    await chief.locator('[data-opens="waiting"]').click({ timeout: OPENING_MS });
    const asked = chief.locator("console-waits console-decide");
    await asked.getByText(/申请误报撤销：东里镇海堤漫水/).waitFor();
    await asked.getByText(/余 \d+ 秒/).waitFor();
    await held(chief, asked.locator('wall-slide[data-command="confirm"]'));
    await desk.locator(`h2[data-incident="${incident}"][data-state="cancelled"]`).waitFor();
    await chief.keyboard.up("Enter");
    expect(await desk.locator('console-incident [data-task][data-state="withdrawn"]').count()).toBe(2);
    await chief.getByText("没有待确认的事项").waitFor();
  });

  test("orders to many are taken back by one tap for ten seconds", async () => {
    incident = await report("乌石镇渔港进水");
    await desk.getByRole("button", { name: "返回队列" }).click();
    await desk.locator(`[data-opens="urgent"][data-of="${incident}"]`).click();
    for (const unit of [FIRE, `${COUNTY}:water`]) await desk.locator(`[data-unit="${unit}"]`).click();
    await desk.locator("console-dispatch textarea[name=text]").fill("就近排水");
    await held(desk, desk.locator('wall-slide[data-command="task.dispatchMany"]:not([disabled])'));
    await desk.getByRole("button", { name: "撤回 2 项" }).click();
    await desk.keyboard.up("Enter");
    await expect.poll(async () => ((await stage.api.get(`/tasks?situation=storm&incident=${incident}`, HEAD)).body as { items: { state: string }[] }).items.map(({ state }) => state), { timeout: PATIENCE_MS }).toEqual(["withdrawn", "withdrawn"]);
  });

  test("what the desk asked, it asked of its own server, and complained of nothing", () => expect(stage.complaints()).toEqual([]));
});
