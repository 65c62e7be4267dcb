import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright";
import { DAY, formatTime, HOUR } from "../../model/time.ts";
import { until } from "../fixtures/caller.ts";
import { openStage, OPENING_MS, type Stage } from "../fixtures/chromium.ts";
import { shiftClock } from "../fixtures/shift-clock.ts";
import { openSlowLine, type SlowLine } from "../fixtures/slow-line.ts";

/** Three displays of one wall that all show the same scene, and the whole wall in a window of its own; none of their clocks is right. */
const PAGES = [
  { path: "/wall/main/1", clockMs: -DAY, latencyMs: 0 },
  { path: "/wall/main/2", clockMs: -HOUR, latencyMs: 15 },
  { path: "/wall/main/3", clockMs: HOUR, latencyMs: 40 },
  { path: "/wall/main", clockMs: DAY, latencyMs: 80 },
] as const;
const JITTER_MS = 20;
const ROUNDS = 8;
/** A machine's clock would be off by sixty times as much. */
const NO_CLOCK_MS = 60_000;
const CITIES = ["4401", "4403", "4404", "4406", "4407", "4408", "4409", "4412", "4413", "4414", "4415", "4416", "4418", "4451"];
const OUTAGE = "ener.outage.users";
const EVENTS = "grid.event.report";

let stage: Stage;
const lines: SlowLine[] = [];
const pages: Page[] = [];
beforeAll(async () => {
  stage = await openStage();
  for (const n of [1, 2, 3]) {
    const answer = await stage.api.command("commander@44", "wall.take", { wall: "main", area: [n], situation: "live", scene: "overview" }, { situation: "live" });
    expect(answer).toMatchObject({ status: 200 });
  }
  for (const [i, { path, clockMs, latencyMs }] of PAGES.entries()) {
    const line = await openSlowLine(stage.server.port, { latencyMs, jitterMs: JITTER_MS, seed: i + 1 });
    lines.push(line);
    const { page } = await stage.sit(path, { url: line.url, viewport: { width: 960, height: 540 }, before: (context) => context.addInitScript(shiftClock, clockMs) });
    pages.push(page);
  }
  for (const page of pages) await page.locator(`html[data-link="live"][data-scene="overview"] wall-value[indicator="${OUTAGE}"][place="44"][state]`).first().waitFor({ state: "attached", timeout: OPENING_MS });
});
afterAll(async () => {
  await stage?.close();
  for (const line of lines) await line.close();
});

/** Runs in the page: notes every number that ever stood on it, by the tick of its last change. */
function noteNumbers(): void {
  const noted = new Map<string, Set<string>>();
  const look = (): void => {
    const { epoch } = document.documentElement.dataset;
    for (const number of document.querySelectorAll("wall-value[tick][value]")) {
      const said = (name: string): string => number.getAttribute(name) ?? "";
      if (said("indicator").startsWith("alerts.")) continue;
      const key = `${epoch} ${said("tick")} ${said("indicator")} ${said("place")}`;
      const seen = noted.get(key) ?? new Set<string>();
      noted.set(key, seen.add(`${said("value")} ${said("quality")} ${said("coverage")}`));
    }
  };
  look();
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributeFilter: ["tick", "value"] });
  Object.assign(window, { noted: () => [...noted].map(([key, seen]) => [key, [...seen]] as const) });
}
const notedOn = (page: Page) => page.evaluate(() => (window as unknown as { noted(): [string, string[]][] }).noted());

async function childOf(code: string): Promise<string> {
  const { children } = (await stage.api.get(`/regions/${code}`, "commander@44")).body as { children: { code: string; special?: boolean }[] };
  return children.find(({ special }) => !special)!.code;
}

test("four pages whose clocks are up to a day off, on uneven lines, never disagree on a number", { timeout: 300_000 }, async () => {
  for (const [i, page] of pages.entries()) {
    const off = (await page.evaluate(() => Date.now())) - Date.now();
    expect(Math.abs(off - PAGES[i]!.clockMs)).toBeLessThan(NO_CLOCK_MS);
    await page.evaluate(noteNumbers);
  }
  const towns = await Promise.all(CITIES.map(async (city) => childOf(await childOf(city))));
  const villages = await Promise.all(towns.map(childOf));
  for (let round = 1; round <= ROUNDS; round++) {
    const observedAt = formatTime(Date.now());
    const reported = CITIES.map((city, i) => ({ city, events: round + i, outage: round * (i + 1) }));
    const samples = reported.flatMap(({ events, outage }, i) => [
      { indicator: OUTAGE, place: towns[i]!, observedAt, value: outage },
      { indicator: EVENTS, place: villages[i]!, observedAt, value: events },
    ]);
    expect((await stage.api.post("/samples", { samples }, "source@44")).body).toMatchObject({ accepted: samples.length });
    const sum = (all: number[]): number => all.reduce((a, b) => a + b, 0);
    const awaited = [
      [OUTAGE, "44", sum(reported.map(({ outage }) => outage))],
      [EVENTS, "44", sum(reported.map(({ events }) => events))],
      ...reported.map(({ city, events }) => [EVENTS, city, events] as const),
    ] as const;
    // Fresh on every page, where a clock that is a day off would have aged them; then the next round is a change of its own.
    const selectors = awaited.map(([indicator, place, value]) => `wall-value[indicator="${indicator}"][place="${place}"][value="${value}"][state="fresh"]`);
    await Promise.all(pages.map((page) => page.waitForFunction((all) => all.every((selector) => document.querySelector(selector)), selectors, { timeout: OPENING_MS })));
  }

  const told = new Map<string, Map<string, number[]>>();
  for (const [i, page] of pages.entries())
    for (const [key, seen] of await notedOn(page))
      for (const value of seen) {
        const values = told.get(key) ?? new Map<string, number[]>();
        told.set(key, values.set(value, [...(values.get(value) ?? []), i]));
      }
  expect([...told].filter(([, values]) => values.size > 1).map(([key, values]) => [key, ...values])).toEqual([]);
  // What was compared: numbers of one change that stood on all four.
  const onAll = [...told.values()].filter((values) => [...values.values()].some((seenOn) => seenOn.length === PAGES.length));
  expect(onAll.length).toBeGreaterThanOrEqual(ROUNDS * (CITIES.length + 2));
  expect(stage.complaints()).toEqual([]);
});

test("each display tells how much later than stated it paints, whatever its own clock says", async () => {
  const skews = async (): Promise<number[]> =>
    [...(await (await fetch(`${stage.server.url}/metrics`)).text()).matchAll(/^guanlan_display_skew_ms\{wall="main",display="\d"\} (\S+)$/gm)].map(([, ms]) => Number(ms));
  const told = await until(skews, (all) => all.length === 3);
  for (const ms of told) expect(Math.abs(ms)).toBeLessThan(NO_CLOCK_MS);
});
