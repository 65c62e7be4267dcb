import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Page } from "playwright";
import { formatTime } from "../../model/time.ts";
import { openStage, OPENING_MS, PATIENCE_MS, type Stage } from "../fixtures/chromium.ts";

interface Group { readonly id: string; readonly area: string; readonly critical: readonly string[]; readonly counts: Readonly<Record<string, number>> }
interface Alert { readonly id: string; readonly state: string; readonly severity: number }
const RED = "440882";
const CITY = "4408";
const OPEN = ["unacknowledged", "acknowledged", "returned", "shelved", "suppressed", "outOfService"];
let stage: Stage;
let desk: Page;
let towns: readonly { readonly code: string; readonly path: readonly string[] }[];
const groups = async (): Promise<readonly Group[]> => (await stage.api.get("/alert-groups?limit=1000", "officer@44")).body.items;
const ofDengue = async (): Promise<Group> => (await groups()).find(({ id, area }) => id.startsWith("hlth.dengue.case") && area === CITY)!;
const membersOf = async (id: string): Promise<readonly Alert[]> => (await stage.api.get(`/alerts?limit=1000&group=${encodeURIComponent(id)}`, "officer@44")).body.items;
const openIn = ({ counts }: Group): number => OPEN.reduce((sum, state) => sum + counts[state]!, 0);
async function post(codes: readonly string[], indicator: string, value: number): Promise<void> {
  const samples = codes.map((place) => ({ indicator, place, observedAt: formatTime(Date.now()), value }));
  expect(await stage.api.post("/samples", { samples }, "source@44")).toMatchObject({ body: { accepted: codes.length } });
}
const row = (id: string) => desk.locator(`console-alerts [data-group="${id}"]`);
/** Down the rows by key, or up, until this one has the focus. */
async function walkTo(attribute: "data-alert" | "data-group", id: string, key: "j" | "k"): Promise<void> {
  const chosen = () => desk.evaluate((name) => {
    let at: Element | null = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute(name) ?? "";
  }, attribute);
  for (let n = 0; n < 60 && (await chosen()) !== id; n++) await desk.keyboard.press(key);
  expect(await chosen()).toBe(id);
}

beforeAll(async () => {
  stage = await openStage();
  const all: readonly { readonly code: string; readonly path: readonly string[]; readonly special?: true }[] = (await stage.api.get("/regions?level=town&limit=1000", "officer@44")).body.items;
  towns = all.filter(({ special }) => !special);
  ({ page: desk } = await stage.sit("/console?situation=live", { account: "officer@44", hasTouch: true }));
  await desk.locator("console-standing [data-count]").first().waitFor({ timeout: 2 * OPENING_MS });
});
afterAll(() => stage?.close());

test("an empty watch says that there is nothing, and its counts are noughts and not gaps", async () => {
  await desk.getByText(/无未了告警（\d\d:\d\d 核）/).waitFor({ timeout: OPENING_MS });
  expect(await desk.locator("console-standing [data-count]").evaluateAll((found) => found.map((each) => (each as HTMLElement).dataset.count))).toEqual(["0", "0", "0", "0", "0", "0"]);
  await desk.keyboard.press("l");
  await desk.locator("console-alarm-load [data-empty]").getByText(/无新起告警/).waitFor();
  await desk.locator('console-alarm-load [data-goal="topTen"]').getByText("无从判断").waitFor();
  await desk.keyboard.press("Escape");
  await desk.locator("console-alarm-load").waitFor({ state: "detached" });
});

test("a storm stands by group; each red one stands before them by itself, and a flood is said on the screen", async () => {
  const ofCity = towns.filter(({ path }) => path.includes(CITY)).slice(0, 40);
  const elsewhere = [...new Map(towns.filter(({ path }) => !path.includes(CITY)).map((town) => [town.path[1], town])).values()];
  await post([RED], "emg.death.safety", 12);
  await post([...ofCity, ...elsewhere].map(({ code }) => code), "hlth.dengue.case", 91);
  const group = await vi.waitUntil(async () => {
    const found = await ofDengue();
    return found && openIn(found) >= 40 && found;
  }, { timeout: OPENING_MS, interval: 250 });
  await row(group.id).getByText(`${openIn(group)} 条`, { exact: true }).waitFor({ timeout: PATIENCE_MS });
  const red = (await groups()).flatMap(({ critical }) => critical);
  expect(red.length).toBeGreaterThan(0);
  for (const id of red) await desk.locator(`console-alerts [data-alert="${id}"]`).waitFor();
  expect(await desk.locator("console-alerts [data-alert], console-alerts [data-group]").first().getAttribute("data-alert")).not.toBeNull();
  await desk.locator("wall-alarm [data-flood]").getByText(/告警潮/).waitFor({ timeout: PATIENCE_MS });
});

test("[I10] what the strip counts is what stands in the groups, and it stays while something else lies before the seat", async () => {
  const sums = async () => {
    const found = await groups();
    return OPEN.map((state) => String(found.reduce((sum, { counts }) => sum + counts[state]!, 0)));
  };
  const strip = () => desk.locator("console-standing [data-count]").evaluateAll((found) => found.map((each) => (each as HTMLElement).dataset.count));
  await expect.poll(async () => JSON.stringify(await strip()) === JSON.stringify(await sums()), { timeout: PATIENCE_MS }).toBe(true);
  await desk.locator('console-alerts [data-opens="incident.report"]').first().tap();
  await desk.locator("console-report").waitFor();
  for (const word of ["搁置", "抑制", "停用"]) await desk.locator("console-standing").getByText(word, { exact: true }).waitFor();
  await desk.keyboard.press("Escape");
  await desk.locator("console-report").waitFor({ state: "detached" });
});

test("one touch opens a group with every alert of it, and Escape leads back to all groups", async () => {
  const group = await ofDengue();
  await row(group.id).locator('[data-opens="group"]').tap();
  await expect.poll(() => desk.locator("console-alerts [data-alert]").count(), { timeout: PATIENCE_MS }).toBe(openIn(group));
  await desk.keyboard.press("Escape");
  await row(group.id).locator('[data-opens="group"]').waitFor();
});

test("without a mouse: a group is acknowledged after its consequence was read, and what is red is not", async () => {
  const group = await ofDengue();
  await walkTo("data-group", group.id, "j");
  await desk.keyboard.press("a");
  for (const word of ["涉及", "代价", "收回"]) await desk.locator("console-acknowledge-group wall-consequence").getByText(word, { exact: true }).waitFor();
  const button = desk.locator('console-acknowledge-group [data-command="alert.acknowledgeGroup"]');
  await button.getByText(`确认 ${group.counts.unacknowledged} 条`).waitFor();
  await button.focus();
  await desk.keyboard.press("Enter");
  await expect.poll(async () => (await membersOf(group.id)).every(({ state }) => state === "acknowledged"), { timeout: PATIENCE_MS }).toBe(true);
  await row(group.id).getByText(new RegExp(`已确认 ${openIn(group)}`)).waitFor();
  expect((await groups()).flatMap(({ critical }) => critical).length).toBeGreaterThan(0);
});

test("without a mouse: what was learnt is noted, and who has it from now on stands on the row", async () => {
  const red = (await groups()).flatMap(({ critical }) => critical)[0]!;
  const its = desk.locator(`console-alerts [data-alert="${red}"]`);
  await walkTo("data-alert", red, "k");
  await desk.keyboard.press("n");
  const form = desk.locator("console-remark");
  const [note, give] = [form.locator('[data-command="alert.comment"]'), form.locator('[data-command="alert.assign"]')];
  await form.getByText("尚无备注").waitFor();
  // This seat may take it over itself; then the nearest first: the county's own posts, and those above.
  await form.locator("[data-post]").first().waitFor();
  expect(await form.locator("[data-post]").evaluateAll((posts) => posts.map((post) => (post as HTMLElement).dataset.post))).toEqual(["officer@44", "chief@440882", "officer@440882", "chief@4408", "officer@4408", "commander@44"]);
  expect([await note.isDisabled(), await give.isDisabled()], "neither blanks nor nobody").toEqual([true, true]);
  await form.locator("textarea[name=note]").fill("已电话通知雷州值班室");
  await form.locator('[data-post="officer@440882"]').focus();
  await desk.keyboard.press("Enter");
  await give.getByText("交给 雷州市 值班员").waitFor();
  await give.focus();
  await desk.keyboard.press("Enter");
  // What is written and not yet recorded keeps the sheet open.
  await form.getByText("现由 雷州市 值班员 办").waitFor();
  await note.focus();
  await desk.keyboard.press("Enter");
  await form.waitFor({ state: "detached" });
  await its.getByText("交 雷州市 值班员").waitFor();
  await its.getByText("已电话通知雷州值班室").waitFor();
  expect((await stage.api.get(`/alerts/${red}`, "officer@44")).body).toMatchObject({ assignedTo: "officer@440882", comments: [{ actor: "officer@44", text: "已电话通知雷州值班室" }], state: "unacknowledged" });
});

test("without a mouse: a red one is acknowledged, and setting one aside is asked for, on the row that has the focus", async () => {
  const red = (await groups()).flatMap(({ critical }) => critical)[0]!;
  await walkTo("data-alert", red, "k");
  await desk.keyboard.press("s");
  await desk.locator("console-shelve wall-sheet").waitFor();
  await desk.keyboard.press("Escape");
  await desk.locator("console-shelve").waitFor({ state: "detached" });
  // The sheet has given the focus back to the row.
  await desk.keyboard.press("a");
  await expect.poll(async () => (await stage.api.get(`/alerts/${red}`, "officer@44")).body.state, { timeout: PATIENCE_MS }).toBe("acknowledged");
});

test("the load of alarms adds up to what the journal says, and names where its goals come from", async () => {
  await desk.keyboard.press("l");
  const page = desk.locator("console-alarm-load .page");
  await page.getByText(/EEMUA 191、ANSI\/ISA-18.2、IEC 62682/).waitFor();
  await expect.poll(async () => {
    const load = (await stage.api.get("/alerts/load", "officer@44")).body as { asked: number; open: number; topTen: readonly unknown[] };
    return [await page.getAttribute("data-asked"), await page.getAttribute("data-open")].join() === [load.asked, load.open].join() && load.asked > 40;
  }, { timeout: PATIENCE_MS }).toBe(true);
  await page.locator('[data-goal="priority"] [data-met="false"]').waitFor();
  await desk.keyboard.press("Escape");
});

test("over a reload the flood is still said, and nothing is told a second time", async () => {
  await desk.reload();
  await desk.locator("wall-alarm [data-flood]").waitFor({ timeout: OPENING_MS });
  await desk.locator("console-alerts [data-group]").first().waitFor({ timeout: OPENING_MS });
  expect(await desk.locator("wall-alarm [data-told]").count()).toBe(0);
  expect(stage.complaints()).toEqual([]);
});
