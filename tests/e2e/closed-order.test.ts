import type { Locator, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, OPENING_MS, type Stage } from "../fixtures/chromium.ts";

/** 雷州市 and 乌石村 in it, near the landfall. */
const [COUNTY, VILLAGE] = ["440882", "440882115212"];
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, geolocation: { longitude: 110.1, latitude: 20.91 }, permissions: ["geolocation"] };

/** Drags the thumb of a slide; `share` of its way. */
async function slide(page: Page, control: Locator, share: number): Promise<void> {
  await control.scrollIntoViewIfNeeded();
  const box = (await control.boundingBox())!;
  const [from, y] = [box.x + 50, box.y + box.height / 2];
  await page.mouse.move(from, y);
  await page.mouse.down();
  await page.mouse.move(from + (box.width - 54) * share, y, { steps: 10 });
  await page.mouse.up();
}

/** The cards that an edge of their list cuts and that are drawn nevertheless; whether any is out of sight. */
function halfSeen(list: Element): { half: string[]; waiting: boolean } {
  const edge = list.getBoundingClientRect();
  const cards = [...list.children].map((card) => ({ card, box: card.getBoundingClientRect() }));
  const beyond = cards.filter(({ box }) => box.top < edge.top - 1 || box.bottom > edge.bottom + 1);
  const drawn = beyond.filter(({ card, box }) => box.bottom > edge.top + 1 && box.top < edge.bottom - 1 && getComputedStyle(card).opacity !== "0");
  return { half: drawn.map(({ card }) => card.textContent?.trim() ?? ""), waiting: beyond.length > 0 };
}

describe("an alert becomes a closed order over three pages", () => {
  let stage: Stage;
  let desk: Page;
  let phone: Page;
  let wall: Page;
  let incident = "";
  let order = "";
  beforeAll(async () => {
    stage = await openStage();
    wall = (await stage.sit("/wall/main/3")).page;
    // This seat lists alerts one by one, as it has chosen.
    desk = (await stage.sit("/console?situation=storm", {
      account: "commander@44",
      // An empty page, with which a window begins, keeps nothing.
      before: (context) => context.addInitScript(() => void (location.protocol.startsWith("http") && sessionStorage.setItem("guanlan.queue", "each"))),
    })).page;
    phone = (await stage.sit("/field?situation=storm", { account: `unit@${COUNTY}`, ...PHONE })).page;
  });
  afterAll(() => stage?.close());

  /** The console and the wall show the incident at this step. */
  const incidentIs = async (state: string) => {
    await desk.locator(`h2[data-incident="${incident}"][data-state="${state}"]`).waitFor();
    await wall.locator(`[data-incident="${incident}"][data-state="${state}"]`).waitFor();
  };
  /** The console, the wall and the phone show the order at this step. */
  const orderIs = async (state: string) => {
    await desk.locator(`console-incident [data-task="${order}"][data-state="${state}"]`).waitFor();
    await wall.locator(`[data-task="${order}"][data-state="${state}"]`).waitFor();
    await phone.locator(`[data-task="${order}"][data-state="${state}"]`).first().waitFor();
  };
  const say = (text: string) => desk.locator("console-incident textarea[name=words]").fill(text);
  const writeOrder = async (text: string) => {
    await desk.locator(`[data-unit="${COUNTY}:flood"]`).click();
    await desk.locator("console-dispatch textarea[name=text]").fill(text);
    return desk.locator('wall-slide[data-command="task.dispatch"]');
  };
  const newOrder = async () => {
    const row = desk.locator('console-incident [data-task][data-state="dispatched"]');
    await row.waitFor();
    order = (await row.getAttribute("data-task"))!;
  };

  test("an alert of the storm about 雷州 is acknowledged and made an incident", async () => {
    const alert = desk.locator('console-alerts [data-alert][data-state="unacknowledged"]', { hasText: "雷州市" }).first();
    await alert.waitFor({ timeout: OPENING_MS });
    // At sixty times the speed the alert could return, or be raised again, underneath the hand.
    expect(await stage.api.command("commander@44", "situation.pause", { situation: "storm" })).toMatchObject({ status: 200 });
    await alert.waitFor();
    const id = await alert.getAttribute("data-alert");
    const taken = desk.locator(`console-alerts [data-alert="${id}"][data-state="acknowledged"]`);
    const rowOf = () => desk.locator("console-alerts [data-alert]").evaluateAll((rows, of) => rows.findIndex((row) => row.getAttribute("data-alert") === of), id);
    const row = await rowOf();
    await alert.locator('[data-command="alert.acknowledge"]').click();
    // For a while it stays under the hand, and says who has it.
    await taken.getByText("已确认").waitFor();
    expect(await rowOf()).toBe(row);
    await wall.locator(`[data-alert="${id}"][data-state="acknowledged"]`).waitFor({ state: "attached" });
    await taken.locator('[data-opens="incident.report"]').click();
    await desk.locator('console-report [data-command="incident.report"]').click();
    const title = desk.locator('h2[data-incident][data-state="pending"]');
    await title.waitFor();
    incident = (await title.getAttribute("data-incident"))!;
    await incidentIs("pending");
    expect((await stage.api.get(`/alerts/${id}?situation=storm`, "commander@44")).body).toMatchObject({ state: "acknowledged", incident });
  });

  test("its sheet tells what its own place stands at, each number with its truth and to be taken apart", async () => {
    const figures = desk.locator("console-incident .figures wall-value");
    await figures.first().waitFor();
    const said = await figures.evaluateAll((values) => values.map((value) => ["indicator", "place", "value", "observed-at", "state", "quality", "coverage", "tick"].map((name) => value.getAttribute(name))));
    expect(said.length).toBeLessThanOrEqual(4);
    expect(said.map(([indicator, place]) => [indicator, place])).toEqual(expect.arrayContaining([["met.storm.circle", COUNTY], ["met.storm.distance", COUNTY]]));
    expect(said.flat()).not.toContain(null);
    // Its row and the one above the map say when: once each.
    expect(await desk.locator(".figures .asof").allInnerTexts()).toEqual([expect.stringMatching(/\d\d:\d\d$/), expect.stringMatching(/\d\d:\d\d$/)]);
    // The same number as above the map, not another reading of it.
    const { cells } = (await stage.api.get(`/slice?situation=storm&indicator=met.storm.distance&region=${COUNTY}&level=county`, "commander@44")).body;
    expect(said.find(([indicator]) => indicator === "met.storm.distance")![2]).toBe(String(cells[0].value));
    await desk.locator("console-incident .figures button").first().click();
    await desk.locator("console-lineage [data-adds-up]").waitFor();
    await desk.keyboard.press("Escape");
    await desk.locator("console-lineage").waitFor({ state: "detached" });
  });

  test("it is verified and graded, and the wall shows both; the grade that is chosen keeps its mark", async () => {
    await say("电话核实属实");
    await desk.locator('[data-command="incident.verify"]').click();
    await incidentIs("verified");
    for (const grade of ["1", "3"]) {
      const button = desk.locator(`[data-grade="${grade}"]`);
      await button.click();
      await desk.locator(`[data-grade="${grade}"][aria-pressed="true"]`).waitFor();
      const inks = await button.evaluate((pressed) => {
        const [box, numeral] = [pressed.querySelector("svg rect")!, pressed.querySelector("svg text")!].map((part) => getComputedStyle(part));
        return { block: getComputedStyle(pressed).backgroundColor, frame: box!.stroke, inside: box!.fill, numeral: numeral!.fill };
      });
      expect(inks.frame).not.toBe(inks.block);
      expect(inks.numeral).not.toBe(inks.inside === "none" ? inks.block : inks.inside);
    }
    await say("影响沿海三镇");
    await desk.locator('[data-command="incident.grade"]').click();
    await incidentIs("graded");
  });

  // The touch comes at once, in the same step: to look at three pages in between may take longer than the ten seconds.
  test("the slide to its end dispatches an order, letting go before does not; for ten seconds one touch takes it back", async () => {
    const control = await writeOrder("组织沿海低洼处群众撤离");
    // At the desk's 1080 lines the units do not all have room: those that are seen are whole, and some wait below.
    await expect.poll(() => desk.locator("console-dispatch ul.units").evaluate(halfSeen)).toEqual({ half: [], waiting: true });
    await slide(desk, control, 0.6);
    expect(await desk.locator("console-incident [data-task]").count()).toBe(0);
    await slide(desk, control, 1);
    await newOrder();
    await desk.locator('console-withdraw [data-command="task.withdraw"]').click();
    await orderIs("withdrawn");
    await incidentIs("checking");
    expect(await phone.locator(`[data-task="${order}"] wall-countdown`).count()).toBe(0);
    const { timeline } = (await stage.api.get(`/incidents/${incident}?situation=storm`, "commander@44")).body;
    expect(timeline.map((step: { kind: string }) => step.kind)).toEqual(expect.arrayContaining(["task.dispatch", "task.withdraw"]));
  });

  test("another order goes out, this time with Enter held on the slide", async () => {
    await desk.locator('[data-opens="task.dispatch"]').click();
    const load = desk.locator(`[data-unit="${COUNTY}:flood"] [data-load]`);
    expect(await load.innerText(), "what was taken back is no load").toBe("在办 0 项");
    const control = await writeOrder("组织群众撤到镇避险点，清点人数");
    await control.focus();
    await desk.keyboard.down("Enter");
    await newOrder();
    await desk.keyboard.up("Enter");
    await orderIs("dispatched");
    await incidentIs("handling");
  });

  test("the console's large clock is the drill's, and every time of people is said to be real", async () => {
    const clock = desk.locator("console-time");
    await clock.locator('[data-clock="notActual"]').waitFor();
    expect(await clock.locator(".beside").innerText()).toMatch(/演练\s+现实时间 \d\d:\d\d:\d\d/);
    expect(await desk.locator("console-incident .tasks h3").innerText()).toContain("时限、收发为现实时间");
    expect(await desk.locator("console-incident .log h3").innerText()).toContain("收发为现实时间");
  });

  test("once the ten seconds have passed the order is withdrawn in its own row, whole above the next order's units", async () => {
    await desk.locator('[data-opens="task.dispatch"]').click();
    // Whose phone has told where it is is recommended, whatever it holds; the others of its county stand before those of the city.
    await desk.locator(`[data-unit="${COUNTY}:flood"] [data-load="1"]`).waitFor();
    await expect.poll(() => desk.locator("console-dispatch [data-unit]").evaluateAll((units) => units.map((unit) => unit.getAttribute("data-unit")!.split(":")).findLastIndex(([region]) => region === "440882"))).toBeGreaterThan(3);
    const ranked = await desk.locator("console-dispatch [data-unit]").evaluateAll((units) => units.map((unit) => unit.getAttribute("data-unit")!));
    const own = ranked.filter((id) => id.startsWith(`${COUNTY}:`));
    expect(await desk.locator("console-dispatch [data-recommended]").evaluateAll((units) => units.map((unit) => unit.getAttribute("data-unit")))).toEqual([`${COUNTY}:flood`]);
    expect(own[0]).toBe(`${COUNTY}:flood`);
    await desk.locator('console-dispatch [data-counted-to="region"]').getByText("未报具体位置，到场时间算到雷州市").waitFor();
    expect(ranked.slice(0, own.length)).toEqual(own);
    await expect.poll(() => desk.locator("console-dispatch ul.units").evaluate(halfSeen)).toEqual({ half: [], waiting: true });
    const withdraw = desk.locator(`console-incident [data-task="${order}"] [data-command="task.withdraw"]`);
    await withdraw.waitFor();
    const [row, units] = await Promise.all([withdraw.boundingBox(), desk.locator("console-dispatch ul.units").boundingBox()]);
    expect(row!.y + row!.height).toBeLessThanOrEqual(units!.y);
    await desk.getByRole("button", { name: "看任务和经过" }).click();
  });

  test("the phone accepts by a slide to the end", async () => {
    await phone.locator(`li[data-task="${order}"] button`).click();
    expect(await phone.locator("field-task wall-countdown .words").innerText()).toMatch(/^时限 \d\d:\d\d（现实时间）$/);
    const control = phone.locator('wall-slide[data-command="task.accept"]');
    await slide(phone, control, 0.5);
    expect(await phone.locator("field-task [data-task]").getAttribute("data-state")).toBe("dispatched");
    await slide(phone, control, 1);
    await orderIs("accepted");
  });

  test("it arrives, reports and finishes, and everybody follows each step", async () => {
    const words = phone.locator("textarea[name=words]");
    await phone.locator('[data-command="task.arrive"]').click();
    await orderIs("onScene");
    await words.fill("已撤一半");
    await phone.getByRole("button", { name: "加 10", exact: true }).click();
    await phone.locator('[data-command="task.report"]').click();
    await orderIs("handling");
    await words.fill("全部撤完");
    await phone.locator('[data-command="task.finish"]').click();
    await orderIs("finished");
    expect(await desk.locator("console-incident .log").textContent()).toContain("人数 10");
  });

  test("a log that has grown is read in whole rows, and what follows is counted", async () => {
    const log = desk.locator("console-incident .log ul");
    await expect.poll(() => log.evaluate(halfSeen)).toEqual({ half: [], waiting: true });
    expect(await desk.locator("console-incident .log .below").innerText()).toMatch(/^↓ 其后还有 \d+ 条$/);
    expect((await desk.locator("console-incident .tasks ul").evaluate(halfSeen)).half).toEqual([]);
  });

  test("nobody is sent back to work without a reason, and the log says how each check ended", async () => {
    const [reason, failed] = [desk.locator("textarea[name=check]"), desk.locator('[data-command="task.check"][data-passed="false"]')];
    expect([await failed.isDisabled(), await desk.locator('[data-command="task.check"][data-passed="true"]').isDisabled()]).toEqual([true, false]);
    await reason.fill("   ");
    expect(await failed.isDisabled()).toBe(true);
    await reason.fill("还有三户没有撤出");
    await failed.click();
    await orderIs("handling");
    await desk.locator("console-incident .log", { hasText: "核查不通过：还有三户没有撤出" }).waitFor();
    await phone.getByText("检查未通过，请继续处置：还有三户没有撤出").waitFor();
    await phone.locator("textarea[name=words]").fill("三户已撤出");
    await phone.locator('[data-command="task.finish"]').click();
    await orderIs("finished");
  });

  test("the console checks the order and closes the incident", async () => {
    await desk.locator("textarea[name=check]").fill("现场情况无误");
    await desk.locator('[data-command="task.check"][data-passed="true"]').click();
    await orderIs("closed");
    await desk.locator("console-incident .log", { hasText: "核查通过：现场情况无误" }).waitFor();
    await incidentIs("checking");
    await say("群众已安置");
    await desk.locator('[data-command="incident.close"]').click();
    await incidentIs("closed");
  });

  test("a village reports an incident upward from its phone, and console and wall see it", async () => {
    const { page } = await stage.sit("/field?situation=storm", { account: `unit@${VILLAGE}`, ...PHONE });
    await page.getByRole("button", { name: "上报", exact: true }).click();
    await page.locator("select[name=type]").selectOption("met.typhoon.track");
    await page.locator("input[name=title]").fill("【模拟】村口低洼处进水");
    await page.locator("textarea[name=description]").fill("水深约半米");
    await page.locator('[data-command="incident.report"]').click();
    const mine = page.locator('[data-incident][data-state="pending"]');
    await mine.waitFor();
    incident = (await mine.getAttribute("data-incident"))!;
    await desk.getByRole("button", { name: "返回队列" }).click();
    await desk.locator(`li[data-incident="${incident}"] button`).click();
    await incidentIs("pending");
  });

  test("the three pages asked only their own server, and complained of nothing", () => {
    expect(stage.complaints()).toEqual([]);
  });
});
