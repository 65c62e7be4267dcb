import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Page } from "playwright";
import { formatTime } from "../../model/time.ts";
import { openStage, OPENING_MS, PATIENCE_MS, type Stage } from "../fixtures/chromium.ts";

let stage: Stage;
let officer: Page;
let chief: Page;
/** 雷州市, where a red finding stands. */
const COUNTY = "440882";
let alert = "";
/** Of 霞山区; it tells a number every ten seconds, or is dead. */
const SENSOR = { place: "hz-4408-1", region: "440803" };
interface Told { readonly id: string; readonly severity: number; readonly state: string; readonly place: string; readonly sourceDown: boolean }
const alerts = async (): Promise<readonly Told[]> => ((await stage.api.get(`/alerts?region=${COUNTY}&limit=500`, "commander@44")).body as { items: readonly Told[] }).items;
const stateOf = async (id: string) => (await alerts()).find((one) => one.id === id)?.state;

beforeAll(async () => {
  stage = await openStage();
  expect(await stage.api.post("/samples", { samples: [{ indicator: "emg.death.safety", place: COUNTY, observedAt: formatTime(Date.now()), value: 12 }, { indicator: "emg.gas.lel", place: SENSOR.place, observedAt: formatTime(Date.now()), value: 60 }] }, "source@44")).toMatchObject({ body: { accepted: 2 } });
  alert = (await vi.waitUntil(async () => (await alerts()).find(({ severity, place }) => severity === 1 && place === COUNTY), { timeout: OPENING_MS, interval: 250 })).id;
  const open = async (account: string): Promise<Page> => {
    const { page } = await stage.sit(`/console?situation=live&region=${COUNTY}`, { account, hasTouch: true });
    await page.locator(`[data-alert="${alert}"]`).waitFor({ timeout: 2 * OPENING_MS });
    return page;
  };
  [officer, chief] = [await open("officer@44"), await open("chief@44")];
});
afterAll(() => stage?.close());
const row = (page: Page) => page.locator(`[data-alert="${alert}"]`);
async function held(page: Page, kind: string): Promise<void> {
  await page.locator(`[data-command="${kind}"]:not([disabled])`).focus();
  await page.keyboard.down("Enter");
}
async function asks(): Promise<void> {
  await row(officer).locator('[data-opens="alert.shelve"]').click();
  await officer.locator('console-shelve [data-minutes="30"]').click();
  await officer.locator('console-shelve textarea[name="reason"]').fill("传感器检修");
}

test("nothing is sent until it is said how long, why, and read back rightly", async () => {
  await asks();
  const hold = officer.locator('console-shelve wall-hold[data-command="alert.shelve"]');
  expect(await hold.getAttribute("disabled")).not.toBeNull();
  await officer.locator('console-shelve wall-read-back [data-choice="蓝色"]').click();
  await officer.getByText("与所令不符，不能发出").waitFor();
  expect(await hold.getAttribute("disabled")).not.toBeNull();
  await officer.locator('console-shelve wall-read-back [data-choice="红色"]').click();
  await officer.locator('console-shelve wall-hold:not([disabled])').waitFor();
  // Count, cost and way back stand there before it can be held.
  for (const word of ["涉及", "代价", "收回"]) await officer.locator("console-shelve wall-consequence").getByText(word, { exact: true }).waitFor();
});

test("held, it waits on the row of both seats with the seconds left; the other one refuses, and the alert is as it was", async () => {
  await held(officer, "alert.shelve");
  await row(officer).locator("[data-waiting]").waitFor();
  await officer.keyboard.up("Enter");
  expect(await row(officer).locator('[data-command="confirm"]').count()).toBe(0);
  await row(chief).getByText(/申请搁置 30 分：传感器检修/).waitFor();
  await row(chief).getByText(/余 \d+ 秒/).waitFor();
  await row(chief).locator('[data-command="refuse"]').click();
  for (const page of [officer, chief]) await row(page).locator("[data-waiting]").waitFor({ state: "detached" });
  expect(await stateOf(alert)).toBe("unacknowledged");
});

test("asked again and confirmed by a slide it is shelved, and says by whom and until when", async () => {
  await asks();
  await officer.locator('console-shelve wall-read-back [data-choice="红色"]').click();
  await held(officer, "alert.shelve");
  await row(chief).locator("wall-slide").waitFor();
  await officer.keyboard.up("Enter");
  await held(chief, "confirm");
  await expect.poll(() => stateOf(alert), { timeout: PATIENCE_MS }).toBe("shelved");
  await chief.keyboard.up("Enter");
  await officer.locator(`[data-alert="${alert}"][data-state="shelved"]`).getByText(/搁置至/).waitFor();
});

test("a chief takes it out of service from the same sheet, with a second person too; an officer is not offered that", async () => {
  await row(officer).locator('[data-command="alert.unshelve"]').click();
  await row(officer).locator('[data-opens="alert.shelve"]').click();
  await officer.locator("console-shelve [data-minutes]").first().waitFor();
  expect(await officer.locator("console-shelve [data-ends]").count()).toBe(0);
  await row(chief).locator('[data-opens="alert.shelve"]').click();
  // Its source still reports, so that nothing is to be closed by hand.
  expect(await chief.locator("console-shelve [data-ends]").evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.ends))).toEqual(["putBack"]);
  await chief.locator('console-shelve [data-ends="putBack"]').click();
  await chief.getByRole("heading", { name: /^停用告警 · / }).waitFor();
  await chief.locator('console-shelve textarea[name="reason"]').fill("站点迁建");
  await chief.locator('console-shelve wall-read-back [data-choice="红色"]').click();
  await held(chief, "alert.takeOut");
  await row(chief).getByText(/申请停用：站点迁建/).waitFor();
  await chief.keyboard.up("Enter");
  const command = await row(chief).locator("[data-waiting]").getAttribute("data-waiting");
  expect(await stage.api.command("commander@44", "confirm", { command })).toMatchObject({ status: 200 });
  await row(chief).locator('[data-command="alert.putBack"]').waitFor();
  await row(chief).getByText(/停用：站点迁建/).waitFor();
  await row(chief).locator('[data-command="alert.putBack"]').click();
  await expect.poll(() => stateOf(alert), { timeout: PATIENCE_MS }).toBe("unacknowledged");
  expect(stage.complaints()).toEqual([]);
});

test("a red one whose source is dead is closed by two: it asks until another account has slid to the end", async () => {
  const dead = async () => ((await stage.api.get(`/alerts?region=${SENSOR.region}`, "commander@44")).body as { items: readonly Told[] }).items.find(({ place, state }) => place === SENSOR.place && state !== "closed");
  await expect.poll(async () => (await dead())?.sourceDown, { timeout: 2 * OPENING_MS }).toBe(true);
  const { id } = (await dead())!;
  const commander = (await stage.sit(`/console?situation=live&region=${SENSOR.region}`, { account: "commander@44", hasTouch: true })).page;
  await chief.goto(`${stage.server.url}/console?situation=live&region=${SENSOR.region}`);
  await chief.locator(`[data-alert="${id}"] [data-opens="alert.shelve"]`).click({ timeout: OPENING_MS });
  await chief.locator('console-shelve [data-ends="close"]').click();
  await chief.getByRole("heading", { name: /^关闭告警 · / }).waitFor();
  await chief.locator('console-shelve textarea[name="reason"]').fill("站点已拆除");
  await chief.locator('console-shelve wall-read-back [data-choice="红色"]').click();
  await chief.locator("console-shelve wall-consequence").getByText("关闭后不能恢复；须另一账号 60 秒内确认才生效").waitFor();
  await held(chief, "alert.close");
  const asked = commander.locator(`[data-alert="${id}"] [data-waiting]`);
  await asked.getByText(/申请关闭（数据中断）：站点已拆除/).waitFor({ timeout: OPENING_MS });
  await chief.keyboard.up("Enter");
  expect((await dead())?.state).toBe("unacknowledged");
  await held(commander, "confirm");
  await expect.poll(dead, { timeout: PATIENCE_MS }).toBeUndefined();
  await commander.keyboard.up("Enter");
  expect(stage.complaints()).toEqual([]);
});
