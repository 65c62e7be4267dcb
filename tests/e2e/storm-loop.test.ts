import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Locator, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { seeded } from "../../model/seeded.ts";
import { DAY, formatTime, MINUTE, parseTime } from "../../model/time.ts";
import { openCatalog } from "../../server/catalog/index.ts";
import { openStage, OPENING_MS, PATIENCE_MS, type Stage } from "../fixtures/chromium.ts";
import { temporaryFolder } from "../fixtures/folder.ts";
import { openSlowLine, type SlowLine } from "../fixtures/slow-line.ts";
import { CAUSES, causesOf, type Cause } from "../fixtures/storm-causes.ts";
import { thumb } from "../fixtures/thumb.ts";

/** 乌石村, where it begins, and its unit, with the phone. */
const VILLAGE = "440882115212";
const UNIT = `${VILLAGE}:flood`;
/** Where the water is over the bridge, and where the phone says that it is. */
const BRIDGE = [109.831, 20.554];
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, geolocation: { longitude: 109.83, latitude: 20.55 }, permissions: ["geolocation"] };
/** The smallest picture there is. */
const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
/** So many alerts come in at once; the next ones once these have been found. */
const BATCH = 250;
/** The storm lasts as long as the play: no more than this share of it has come in before the people have come so far. */
const SHARE = { flood: 0.3, dispatched: 0.5, accepted: 0.7, late: 0.9, closed: 1 } as const;
/** A seat is interrupted no more often in any ten minutes (RELIABILITY P7). */
const MOST_CALLS = 10;
/** The phone is out of reach for so long. */
const AWAY_MS = 3 * MINUTE;
/** Alerts that are looked for, each from all groups. */
const LOOKED_FOR = 8;
const OPEN = ["unacknowledged", "acknowledged", "returned", "shelved", "suppressed", "outOfService"] as const;

interface Alert { readonly id: string; readonly place: string; readonly indicator: string; readonly state: string; readonly severity: number; readonly group: string }
interface Group { readonly id: string; readonly counts: Readonly<Record<string, number>> }
interface Receipt { readonly kind: string; readonly at: string; readonly occurredAt?: string; readonly file?: string }
declare global {
  interface Window {
    /** How often this page has begun to sound. */
    calls: number;
  }
}

/** Runs in the page: a headless machine has no ears; notes that are hung into its air at one moment are one call. */
function countCalls(): void {
  const make = AudioContext.prototype.createOscillator;
  window.calls = 0;
  let isOne = false;
  AudioContext.prototype.createOscillator = function (this: AudioContext) {
    if (!isOne) window.calls++;
    isOne = true;
    setTimeout(() => (isOne = false), 0);
    return make.call(this);
  };
}
/** The thumb of a slide, drawn to its end. */
async function slide(page: Page, control: Locator): Promise<void> {
  await control.scrollIntoViewIfNeeded();
  const box = (await control.boundingBox())!;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 50, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 4, y, { steps: 10 });
  await page.mouse.up();
}

describe("the storm, played by three people on three pages", () => {
  let stage: Stage;
  let line: SlowLine;
  let passedFile: string;
  let officer: Page;
  let leader: Page;
  let phone: Page;
  let pocket: BrowserContext;
  let causes: readonly Cause[];
  /** Resolves once all of it has been found. */
  let storm: Promise<void>;
  let share: number = SHARE.flood;
  let first = "";
  let incident = "";
  let order = "";
  /** When the unit noted that it was there: epoch ms by the house's clock. */
  let arrivedAt: readonly [from: number, to: number];

  const the = async <T>(path: string): Promise<T> => (await stage.api.get(path, "commander@44")).body as T;
  const all = async <T>(path: string): Promise<readonly T[]> => {
    const items: T[] = [];
    for (let after: string | undefined = ""; after !== undefined; ) {
      const page: { items: T[]; next?: string } = await the(`${path}${path.includes("?") ? "&" : "?"}limit=1000${after === "" ? "" : `&after=${encodeURIComponent(after)}`}`);
      items.push(...page.items);
      after = page.next;
    }
    return items;
  };
  const sumOf = (groups: readonly Group[], states: readonly string[]): number => groups.reduce((sum, { counts }) => sum + states.reduce((n, state) => n + (counts[state] ?? 0), 0), 0);
  const openNow = async (): Promise<number> => sumOf(await the<{ items: Group[] }>("/alert-groups?limit=1000").then(({ items }) => items), OPEN);
  const theOrder = () => the<{ state: string; ladder: Record<string, string>; receipts: readonly Receipt[] }>(`/tasks/${order}`);
  const serverNow = async (): Promise<number> => {
    const socket = await stage.api.socket({ as: "commander@44" });
    const { t1 } = (await socket.timeout(OPENING_MS).emitWithAck("time", { t0: 0 })) as { t1: number };
    socket.close();
    return t1;
  };
  /** What the large clock of a console says, as ms of the day. */
  const clockOf = async (page: Page): Promise<number> => {
    const [h = 0, m = 0] = (/(\d\d):(\d\d)/.exec(await page.locator("console-time .clock").innerText()) ?? []).slice(1).map(Number);
    return (((h - 8 + 24) % 24) * 60 + m) * MINUTE;
  };
  async function send(some: readonly Cause[]): Promise<void> {
    const observedAt = formatTime(await serverNow());
    const samples = some.map(({ indicator, place, beyond }) => ({ indicator, place, observedAt, value: beyond }));
    expect(await stage.api.post("/samples", { samples }, "source@44")).toMatchObject({ body: { accepted: some.length } });
  }
  /** All causes, some at a time, while people are at work. */
  async function storms(): Promise<void> {
    const before = await openNow();
    for (let from = 0; from < causes.length; from += BATCH) {
      await vi.waitUntil(() => from < causes.length * share, { timeout: 2 * OPENING_MS });
      await send(causes.slice(from, from + BATCH));
      const wanted = before + Math.min(from + BATCH, causes.length);
      await vi.waitUntil(async () => (await openNow()) >= wanted, { timeout: OPENING_MS, interval: 300 });
    }
  }
  const calls = (page: Page): Promise<number> => page.evaluate(() => window.calls);
  const row = (page: Page, id: string) => page.locator(`console-alerts [data-alert="${id}"]`);
  const incidentIs = (page: Page, state: string) => page.locator(`h2[data-incident="${incident}"][data-state="${state}"]`).waitFor();
  const orderIs = async (state: string): Promise<void> => {
    await leader.locator(`console-incident [data-task="${order}"][data-state="${state}"]`).waitFor();
    await phone.locator(`[data-task="${order}"][data-state="${state}"]`).first().waitFor();
  };
  const held = async (page: Page, control: Locator): Promise<void> => {
    await control.focus();
    await page.keyboard.down("Enter");
  };

  beforeAll(async () => {
    passedFile = join(temporaryFolder(), "passed");
    writeFileSync(passedFile, "0");
    stage = await openStage({ env: { NODE_OPTIONS: `--import ${pathToFileURL(resolve("tests/fixtures/passing-clock.mjs")).href}`, PASSED_FILE: passedFile, PASSED_WHOLE: "yes" } });
    line = await openSlowLine(Number(new URL(stage.server.url).port));
    causes = causesOf(await openCatalog(resolve("."))).filter(({ place, indicator }) => !(place === VILLAGE && indicator === "water.flash.go"));
    const before = (context: BrowserContext) => context.addInitScript(countCalls);
    officer = (await stage.sit("/console?situation=live", { account: "officer@44", before })).page;
    leader = (await stage.sit("/console?situation=live", { account: "commander@44", hasTouch: true, before })).page;
    ({ page: phone, context: pocket } = await stage.sit("/field?situation=live", { url: line.url, account: `unit@${VILLAGE}`, ...PHONE }));
    for (const page of [officer, leader]) await page.getByText(/无未了告警/).waitFor({ timeout: 2 * OPENING_MS });
    await phone.locator("[data-position=told]").waitFor({ timeout: OPENING_MS });
    // The first touch opens the sound, whatever it was for.
    await officer.locator("console-alerts").click();
    await leader.locator("console-alerts").tap();
    for (const page of [officer, leader]) await page.locator('html[data-sound="open"]').waitFor({ state: "attached" });
  });
  afterAll(async () => {
    await line?.close();
    await stage?.close();
  });

  test("the first red alert stands by itself before both seats, and is told in words and heard", async () => {
    await send([{ indicator: "water.flash.go", place: VILLAGE, beyond: 1 }]);
    for (const page of [officer, leader]) {
      const red = page.locator('console-alerts [data-alert][data-severity="1"]');
      await red.waitFor();
      first = (await red.getAttribute("data-alert"))!;
      await page.locator(`wall-alarm [data-told="${first}"]`).getByText(/红色研判：.*乌石村/).waitFor();
      await expect.poll(() => calls(page), { timeout: PATIENCE_MS }).toBe(1);
    }
    await officer.locator("wall-alarm .told").getByRole("button", { name: "看告警" }).click();
    await row(officer, first).waitFor();
  });

  test("a storm of alerts begins, and both pages say that it is a flood", async () => {
    storm = storms();
    // Whatever becomes of it is asked at its end.
    storm.catch(() => {});
    for (const page of [officer, leader]) await page.locator("wall-alarm [data-flood]").getByText(/告警潮/).waitFor({ timeout: OPENING_MS });
  });

  test("the officer makes an incident of the first one, verifies it, and says where it is", async () => {
    await row(officer, first).locator('[data-opens="incident.report"]').click();
    await officer.locator('console-report [data-command="incident.report"]').click();
    const title = officer.locator('h2[data-incident][data-state="pending"]');
    await title.waitFor();
    incident = (await title.getAttribute("data-incident"))!;
    await officer.locator("console-incident textarea[name=words]").fill("电话核实：溪水上桥，村口低洼处进水");
    await officer.locator('[data-command="incident.verify"]').click();
    await incidentIs(officer, "verified");
    await officer.locator('console-incident [data-opens="asides"]').click();
    await officer.locator('console-asides [data-aside="incident.update"]').click();
    await officer.locator("console-asides input[name=point]").fill(BRIDGE.join());
    await officer.locator('console-asides [data-command="incident.update"]').click();
    await expect.poll(async () => (await the<{ point?: number[] }>(`/incidents/${incident}`)).point, { timeout: PATIENCE_MS }).toEqual(BRIDGE);
    expect(await the(`/alerts/${first}`)).toMatchObject({ incident });
  });

  test("the leader grades it, and sends whom card and way recommend with one slide", async () => {
    await leader.locator(`[data-opens="urgent"][data-of="${incident}"]`).tap();
    await leader.locator('console-grading [data-grade="2"]').tap();
    await leader.locator("console-grading textarea").fill("一村危险区须立即转移");
    await thumb(leader.locator('console-grading [data-command="incident.grade"]'));
    await incidentIs(leader, "graded");
    const unit = leader.locator(`[data-unit="${UNIT}"][data-recommended]`);
    await unit.getByText(/约 \d+ 分/).waitFor();
    // Of everybody else it is said why not.
    await leader.locator("console-dispatch [data-unit]:not([data-recommended])").first().getByText("未报位置，不推荐").waitFor();
    await unit.tap();
    const send = leader.locator('console-dispatch wall-slide[data-command="task.dispatch"]:not([disabled])');
    await send.waitFor();
    await slide(leader, send);
    const sent = leader.locator('console-incident [data-task][data-state="dispatched"]');
    await sent.waitFor();
    order = (await sent.getAttribute("data-task"))!;
    share = SHARE.dispatched;
  });

  test("the phone gets it: delivered, and once opened seen, as the leader reads", async () => {
    const rung = (which: string) => leader.locator(`console-incident [data-task="${order}"] [data-rung="${which}"]`).waitFor({ state: "attached" });
    await phone.locator(`li[data-task="${order}"]`).waitFor();
    await rung("delivered");
    expect((await theOrder()).ladder.seen).toBeUndefined();
    await phone.locator(`li[data-task="${order}"] button`).tap();
    await rung("seen");
  });

  test("a reminder reaches the phone, and what it accepts with its slide answers it", async () => {
    await thumb(leader.locator(`console-incident [data-task="${order}"] [data-command="task.remind"]`));
    await phone.locator("field-urged [data-urged]").getByText(/催办 \d\d:\d\d 省级 指挥长/).waitFor();
    await slide(phone, phone.locator('wall-slide[data-command="task.accept"]'));
    await orderIs("accepted");
    share = SHARE.accepted;
    await phone.locator("field-urged [data-urged]").waitFor({ state: "detached" });
  });

  test("out of reach it notes that it is there, and a report with a photo; both wait with their count", async () => {
    await pocket.setOffline(true);
    line.cut();
    await phone.locator("wall-field wall-link-notice").waitFor();
    const from = await serverNow();
    await thumb(phone.locator('[data-command="task.arrive"]'));
    await phone.locator('field-waiting [data-waiting="1"]').waitFor();
    arrivedAt = [from, await serverNow()];
    await phone.locator("field-task textarea").fill("危险区 12 户正在转移");
    await phone.locator("field-task input[name=photo]").setInputFiles({ name: "现场.png", mimeType: "image/png", buffer: PNG });
    await thumb(phone.locator('[data-command="task.report"]'));
    await phone.getByText(/^待发 2 条（含照片 1 张）/).waitFor();
    expect((await theOrder()).state).toBe("accepted");
    // Minutes go by, for the house and for everybody before it.
    const until = (await serverNow()) + AWAY_MS;
    writeFileSync(passedFile, String(AWAY_MS));
    stage.server.signal("SIGUSR2");
    await vi.waitUntil(async () => (await serverNow()) >= until, { timeout: PATIENCE_MS, interval: 100 });
    for (const page of [officer, leader])
      await expect.poll(async () => Math.abs((await clockOf(page)) - ((await serverNow()) % DAY)), { timeout: PATIENCE_MS }).toBeLessThan(AWAY_MS / 2);
  });

  test("back in reach it is told in order, and the leader reads 补报 with the time at which it happened", async () => {
    line.restore();
    await pocket.setOffline(false);
    await phone.locator("field-waiting [data-late='2']").waitFor({ timeout: OPENING_MS });
    await orderIs("handling");
    share = SHARE.late;
    const { receipts, ladder } = await theOrder();
    const told = receipts.filter(({ kind }) => kind === "task.arrive" || kind === "task.report");
    expect(told.map(({ kind, file }) => [kind, file !== undefined])).toEqual([["task.arrive", false], ["task.report", true]]);
    const [from, to] = arrivedAt;
    const happened = parseTime(told[0]!.occurredAt)!;
    expect(happened).toBeGreaterThanOrEqual(from - 1_000);
    expect(happened).toBeLessThanOrEqual(to + 1_000);
    expect(parseTime(told[0]!.at)! - happened).toBeGreaterThanOrEqual(AWAY_MS - 1_000);
    expect(ladder.arrived).toBe(told[0]!.occurredAt);
    for (const { occurredAt } of told) await leader.locator(`console-incident .log [data-late="${occurredAt}"]`, { hasText: "补报" }).waitFor();
  });

  test("a red alert that the officer sets aside waits on the leader's seat, and is set aside once that agrees", async () => {
    await officer.getByRole("button", { name: "返回队列" }).click();
    const shelved = row(officer, first);
    await shelved.locator('[data-opens="alert.shelve"]').click();
    await officer.locator('console-shelve [data-minutes="30"]').click();
    await officer.locator('console-shelve textarea[name="reason"]').fill("村已在转移，另有专人盯守");
    await officer.locator('console-shelve wall-read-back [data-choice="红色"]').click();
    await held(officer, officer.locator('console-shelve wall-hold[data-command="alert.shelve"]:not([disabled])'));
    await shelved.locator("[data-waiting]").waitFor();
    await officer.keyboard.up("Enter");
    expect((await the<Alert>(`/alerts/${first}`)).state).not.toBe("shelved");
    await leader.locator('[data-opens="waiting"], [data-opens="waits"]').first().tap();
    const asked = leader.locator("console-waits console-decide");
    await asked.getByText(/广东省 值班员 申请搁置 30 分/).waitFor();
    await slide(leader, asked.locator('wall-slide[data-command="confirm"]'));
    await row(officer, first).getByText(/搁置至/).waitFor();
    expect(await the(`/alerts/${first}`)).toMatchObject({ state: "shelved", cover: { by: "officer@44", confirmedBy: "commander@44" } });
    await leader.keyboard.press("Escape");
  });

  test("the unit finishes, somebody who is not of it checks, and the leader closes", async () => {
    await phone.locator("field-task textarea").fill("12 户 37 人全部转移，清点无遗漏");
    await thumb(phone.locator('[data-command="task.finish"]'));
    await orderIs("finished");
    await officer.locator(`li[data-incident="${incident}"] button`).click();
    await officer.locator("textarea[name=check]").fill("视频点名 37 人，无误");
    await officer.locator('[data-command="task.check"][data-passed="true"]').click();
    await orderIs("closed");
    await incidentIs(leader, "checking");
    await leader.locator("console-incident textarea[name=words]").fill("群众已安置");
    await thumb(leader.locator('[data-command="incident.close"]'));
    for (const page of [officer, leader]) await incidentIs(page, "closed");
    share = SHARE.closed;
    expect(Object.keys((await theOrder()).ladder)).toEqual(["sent", "delivered", "seen", "accepted", "arrived", "handling", "finished", "checked"]);
  });

  test("[I10] all of the storm was found, and what was raised is the sum of where it stands", async () => {
    await storm;
    const [alerts, groups] = [await all<Alert>("/alerts"), await all<Group>("/alert-groups")];
    const found = new Set(alerts.map(({ indicator, place }) => `${indicator}@${place}`));
    expect(causes.filter(({ indicator, place }) => !found.has(`${indicator}@${place}`))).toEqual([]);
    expect(causes.length).toBeGreaterThanOrEqual(CAUSES - 1);
    const raised = (await all<{ kind: string }>("/journal")).filter(({ kind }) => kind === "alert.raised").length;
    expect([alerts.length, sumOf(groups, [...OPEN, "closed"])]).toEqual([raised, raised]);
    for (const state of OPEN) expect([state, sumOf(groups, [state])]).toEqual([state, alerts.filter((alert) => alert.state === state).length]);
    const strip = () => officer.locator("console-standing [data-count]").evaluateAll((counts) => counts.map((each) => Number((each as HTMLElement).dataset.count)));
    await officer.getByRole("button", { name: "返回队列" }).click();
    await officer.locator('nav [data-region="44"]').click();
    await expect.poll(strip, { timeout: OPENING_MS }).toEqual(OPEN.map((state) => sumOf(groups, [state])));
  });

  test("[P7] with all of it before them, neither seat was interrupted more than ten times", async () => {
    for (const page of [officer, leader]) {
      await page.locator("wall-alarm [data-flood]").waitFor();
      const heard = await calls(page);
      expect([heard >= 1, heard <= MOST_CALLS], `${heard} calls`).toEqual([true, true]);
    }
  });

  test("any alert of them all is two taps away", async () => {
    const seed = Date.now() % 1_000_000;
    const chance = seeded(seed);
    const alerts = await all<Alert>("/alerts");
    await officer.locator("console-alerts [data-group]").first().waitFor({ timeout: OPENING_MS });
    for (let n = 0; n < LOOKED_FOR; n++) {
      const { id, group } = alerts[Math.floor(chance() * alerts.length)]!;
      const more = officer.locator('console-alerts [data-opens="more"]');
      let taps = 0;
      const tap = async (control: Locator): Promise<void> => {
        taps++;
        await control.click();
      };
      // Who stands there by themselves need no tap.
      if ((await row(officer, id).count()) === 0) {
        await tap(officer.locator(`console-alerts [data-group="${group}"] [data-opens="group"]`));
        await officer.locator("console-alerts [data-opens=groups]").waitFor();
        await row(officer, id).or(more).first().waitFor();
        if ((await row(officer, id).count()) === 0) await tap(more);
      }
      await row(officer, id).scrollIntoViewIfNeeded();
      expect([seed, id, taps <= 2, await row(officer, id).isVisible()]).toEqual([seed, id, true, true]);
      if (taps > 0) await officer.keyboard.press("Escape");
      await officer.locator("console-alerts [data-list=groups]").waitFor();
    }
  });

  // That the phone was out of reach its browser says as well.
  test("what the three pages asked, they asked of their own server, and they complained of nothing", () => expect(stage.complaints().filter((each) => !/^\/field: .*(ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|ERR_EMPTY_RESPONSE)/.test(each))).toEqual([]));
});
