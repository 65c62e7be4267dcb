import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Page } from "playwright";
import { WALLS } from "../../layouts/shelf.ts";
import { formatTime } from "../../model/time.ts";
import { openStage, OPENING_MS, PATIENCE_MS, type Stage } from "../fixtures/chromium.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  expect(await stage.api.command("commander@44", "situation.pause", { situation: "storm" })).toMatchObject({ status: 200 });
});
afterAll(() => stage?.close());
afterEach(() => {
  expect(stage.complaints()).toEqual([]);
});

/** The whole wall in one window, and whoever stands before it. */
async function glass(path: string): Promise<Page> {
  const { page, context } = await stage.sit(path);
  onTestFinished(() => context.close());
  page.setDefaultTimeout(OPENING_MS);
  await page.locator('html[data-link="live"]').waitFor();
  return page;
}
/** What every panel of the glass says aloud, by kind; panels that lie on several screens say it on each. */
const aloud = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => {
    const said: Record<string, string> = {};
    const look = (root: ParentNode, kind: string | undefined): void => {
      for (const element of root.querySelectorAll("*")) {
        const here = element.matches(".slot[data-panel]") ? (element as HTMLElement).dataset.panel : kind ?? element.closest<HTMLElement>(".slot[data-panel]")?.dataset.panel;
        const label = element.getAttribute("aria-label");
        if (here && label && element.matches(`wall-${here}, wall-map, .plot`)) said[here] ??= label;
        if (element.shadowRoot) look(element.shadowRoot, here);
      }
    };
    look(document, undefined);
    return said;
  });
/** The same wall in sentences, by kind: time and state of its card, then what it says. */
async function written(page: Page, wall: string): Promise<Record<string, string>> {
  const twin = await page.context().request.get(`${stage.server.url}/wall/${wall}/text`, { headers: { accept: "text/html" } });
  expect(twin.status()).toBe(200);
  const html = await twin.text();
  return Object.fromEntries([...html.matchAll(/data-panel="wall-([\w-]+)">(?:<h2>[^<]*<\/h2>)?<p>([^<]*)</g)].map(([, kind, said]) => [kind!, said!.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))]));
}
/** What differs at every second: the real time beside a drill's clock. */
const still = (said: string): string => said.replace(/现实时间 [\d:]+/, "现实时间");
/** 平时 or 战时, as the banner says it to a voice. */
const modeOf = (told: Record<string, string>): string => /平时|战时/.exec(told.banner ?? "")?.[0] ?? "?";
/** What a screen repeats of the banner because the banner does not hang on it, a voice hears once: there the mode alone is left to say. */
const withTags = (told: Record<string, string>): Record<string, string> => ({ ...told, "response-tag": `${modeOf(told)}。` });

/** Panels whose paragraph does not hold what the glass says aloud; a card that is empty says why in both, and nothing else. */
async function apart(page: Page, wall: string): Promise<string[]> {
  const [shown, twin] = [await aloud(page), await written(page, wall)];
  const told = "response-tag" in shown ? withTags(twin) : twin;
  const heard = (kind: string, said: string): string => (kind === "headline" ? still(said).replace(`${modeOf(twin)}，`, "") : still(said));
  if (Object.keys(shown).length < Object.keys(told).length) return ["not every panel stands yet"];
  return Object.entries(shown).filter(([kind, said]) => said !== "没有指令。" && !still(told[kind] ?? "").endsWith(heard(kind, said))).map(([kind, said]) => `${kind}: ${said} | ${told[kind]}`);
}

/**
 * A minute of a screen reader at 600 characters: twice the pace of a newsreader (300), which is how those who listen all
 * day have it set. Signs between the words are pauses, not words.
 */
const MOST_IN_A_MINUTE = 600;
const spoken = (text: string): number => (text.match(/[\p{L}\p{N}]/gu) ?? []).length;

describe("a wall in sentences says what the glass shows", () => {
  test("of a storm that stands still, every panel says the same in both", async () => {
    const page = await glass("/wall/main");
    await page.locator('[data-panel="wall-storm-now"] wall-value[indicator="met.storm.pressure"]').first().waitFor();
    await page.locator("wall-map[aria-label]").first().waitFor({ state: "attached" });
    await expect.poll(async () => Object.keys(await aloud(page)).toSorted(), { timeout: OPENING_MS }).toEqual(Object.keys(withTags(await written(page, "main"))).toSorted());
    await expect.poll(() => apart(page, "main"), { timeout: OPENING_MS }).toEqual([]);
  });

  test("each number that it says stands on the glass, with the same digits", async () => {
    const page = await glass("/wall/main");
    const numbers: readonly [panel: string, indicator: string][] = [
      ["storm-now", "met.storm.pressure"], ["storm-now", "met.storm.centre.lat"], ["storm-now", "met.storm.centre.lon"], ["storm-now", "met.storm.radius.r7"], ["storm-now", "met.storm.distance"],
      ["storm-exposure", "met.storm.exposed.r7"], ["storm-exposure", "met.storm.exposed.r10"],
      ...[1, 2, 3, 4].map((severity) => ["alerts", `alerts.open.${severity}`] as [string, string]),
      ["trust", "trust.fresh"],
    ];
    for (const [panel, indicator] of numbers) {
      const value = page.locator(`[data-panel="wall-${panel}"] wall-value[indicator="${indicator}"]`).first();
      await value.waitFor();
      await expect.poll(async () => {
        const number = /[\d.,—°]+/.exec((await value.textContent()) ?? "")?.[0] ?? "?";
        return (await written(page, "main"))[panel]?.includes(number) ? "" : `${indicator} ${number}`;
      }, { timeout: PATIENCE_MS }).toBe("");
    }
  });

  test("a sample of a village reaches the sentence of the live wall as it reaches its glass", async () => {
    const page = await glass("/wall/live");
    const sample = { indicator: "grid.event.report", place: "440882115212", observedAt: formatTime(Date.now()), value: 7 };
    expect((await stage.api.post("/samples", { samples: [sample] }, "source@44")).body).toMatchObject({ accepted: 1 });
    await page.locator('[data-panel="wall-ledger"] wall-value[indicator="grid.event.report"][value="7"]').waitFor();
    await expect.poll(() => apart(page, "live"), { timeout: PATIENCE_MS }).toEqual([]);
    const { ledger, map } = await written(page, "live");
    expect(ledger).toMatch(/≥7\s?件（\d\d:\d\d，1\/26,842 村）/);
    expect(map).toMatch(/21 处中 1 处有数，最高 湛江 ≥7\s?件（\d\d:\d\d）/);
  });
});

test.each(["2015-10-03T04:00:00+08:00", "2015-10-04T14:00:00+08:00", "2015-10-05T10:00:00+08:00"])("every wall is read in a minute, as of %s", async (to) => {
  expect(await stage.api.command("commander@44", "situation.seek", { situation: "storm", to })).toMatchObject({ status: 200 });
  for (const wall of WALLS.keys()) {
    const { status, text } = await stage.api.ask("GET", `//wall/${wall}/text`, { as: "commander@44" });
    expect([status, spoken(text) <= MOST_IN_A_MINUTE], `${spoken(text)} characters: ${text}`).toEqual([200, true]);
  }
});

test("with a response in force and two orders given it is still read in a minute, and the response is told once", async () => {
  const order = (account: string, kind: string, data: object) => stage.api.command(account, kind, data, { situation: "storm" }).then((answer) => {
    expect(answer).toMatchObject({ status: 200 });
    return answer.body.result;
  });
  expect(await stage.api.command("commander@44", "situation.seek", { situation: "storm", to: "2015-10-04T14:00:00+08:00" })).toMatchObject({ status: 200 });
  await order("commander@44", "response.raise", { region: "44", level: 3, kind: "typhoon", reason: "台风登陆" });
  const { incident } = await order("commander@44", "incident.report", { type: "water.flash.flood", region: "4408", title: "【模拟】外罗镇海堤漫顶，沿海低洼地带受淹" });
  await order("commander@44", "incident.verify", { incident, note: "已核实" });
  await order("commander@44", "incident.grade", { incident, grade: 3, reason: "险情" });
  for (const unit of ["4408:flood", "4408:fire"]) await order("commander@44", "task.dispatch", { incident, unit, text: "组织沿海低洼地带人员转移，逐村核对并上报", deadline: formatTime(Date.now() + 36 * 3_600_000) });
  const told = () => stage.api.ask("GET", "//wall/main/text", { as: "commander@44" }).then(({ text }) => text);
  await expect.poll(told, { timeout: PATIENCE_MS }).toMatch(/指令 2 条，未办结 2 条/);
  const text = await told();
  expect(text.match(/III 级响应/g)).toHaveLength(1);
  expect(spoken(text) <= MOST_IN_A_MINUTE, `${spoken(text)} characters: ${text}`).toBe(true);
});
