import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from "vitest";
import { formatTime } from "../../model/time.ts";
import { openStage, OPENING_MS, type Seat, type Stage } from "../fixtures/chromium.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ isStill: true });
  const as = (kind: string, data: object) => stage.api.command("officer@440882", kind, data);
  for (const title of ["【模拟】第一条指令", "【模拟】再下指令"]) {
    const { incident } = (await as("incident.report", { type: "water.flash.flood", region: "440882", title })).body.result;
    await as("incident.verify", { incident, note: "已核实" });
    await as("incident.grade", { incident, grade: 4, reason: "一般" });
    if (title.includes("再下")) for (let n = 1; n <= 4; n++) await as("task.dispatch", { incident, unit: "440882:flood", text: `第 ${n} 条：${"组织沿海低洼处群众撤离，逐户清点人数。".repeat(6)}`, deadline: formatTime(Date.now() + 3_600_000) });
  }
});
afterAll(() => stage?.close());
afterEach(() => {
  expect(stage.complaints()).toEqual([]);
});

const [DESK, LARGE, PHONE] = [{ width: 1920, height: 1080 }, { width: 2560, height: 1440 }, { width: 390, height: 844 }];
const VILLAGE = "unit@440882115212";
/** `opens`: what is pressed first; `types`: what is typed into the field that opened; `ready`: what stands on the page once it shows what it is for. */
const PAGES: readonly { what: string; path: string; viewport: { width: number; height: number }; ready: string; account?: string; opens?: readonly string[]; types?: string }[] = [
  { what: "the start page", path: "/", viewport: DESK, ready: "wall-home [data-account]" },
  { what: "the first display of the storm's wall", path: "/wall/main/1", viewport: DESK, ready: '[data-panel="wall-storm-now"] wall-value[state]' },
  { what: "the second display, with the map", path: "/wall/main/2", viewport: DESK, ready: "[data-region]" },
  { what: "the third display, with alerts and orders", path: "/wall/main/3", viewport: DESK, ready: "[data-alert]" },
  { what: "the live wall", path: "/wall/live", viewport: DESK, ready: 'wall-value[indicator="ener.outage.users"][state]' },
  { what: "the live wall at night", path: "/wall/live?theme=ember", viewport: DESK, ready: "[data-region]" },
  { what: "the whole wall in one window", path: "/wall/main", viewport: LARGE, ready: '[data-panel="wall-storm-now"] wall-value[state]' },
  { what: "an address that is not there", path: "/nowhere", viewport: DESK, ready: "h1" },
  { what: "a display that a wall does not have", path: "/wall/main/9", viewport: DESK, ready: "h1" },
  { what: "a first order that is written", path: "/console?situation=live&region=440882", account: "officer@440882", viewport: DESK, opens: ['console-incidents [data-incident]:has-text("第一条指令") button'], ready: "console-incident[ordering] console-dispatch [data-command]" },
  { what: "a further order beside those that run", path: "/console?situation=live&region=440882", account: "officer@440882", viewport: DESK, opens: ['console-incidents [data-incident]:has-text("再下指令") button', '[data-opens="task.dispatch"]'], ready: "console-incident[ordering] [data-task]" },
  { what: "the console in the storm", path: "/console?situation=storm", account: "commander@44", viewport: DESK, ready: "console-regions wall-value[state]" },
  { what: "notes on an alert, and the posts it can be given to", path: "/console?situation=storm", account: "commander@44", viewport: DESK, opens: ['[data-list="each"]', 'console-alerts [data-opens="alert.remark"]'], ready: "console-remark [data-post]" },
  { what: "the console's menu of situations", path: "/console?situation=storm", account: "commander@44", viewport: DESK, opens: ['[data-opens="situations"]'], ready: "console-clock [data-sim-at]" },
  { what: "the field in which names are found", path: "/console?situation=storm", account: "commander@44", viewport: DESK, opens: ['[data-opens="search"]'], types: "leizhou", ready: "console-search [data-found]" },
  { what: "a name that is nowhere", path: "/console?situation=storm", account: "commander@44", viewport: LARGE, opens: ['[data-opens="search"]'], types: "没有这个", ready: 'console-search [role=status]:has-text("未找到")' },
  { what: "the list of records to start", path: "/console?situation=live", account: "commander@44", viewport: LARGE, opens: ['[data-opens="situations"]', '[data-opens="situation.start"]'], ready: "console-start [data-feed]" },
  { what: "the clock that a city may not set", path: "/console?situation=storm", account: "officer@4408", viewport: DESK, opens: ['[data-opens="situations"]'], ready: "console-clock [data-sim-at]" },
  { what: "a number taken apart", path: "/console?situation=storm", account: "commander@44", viewport: DESK, opens: [".figure button wall-value[state]"], ready: "console-lineage [data-part]" },
  { what: "the console of a city, live", path: "/console?situation=live", account: "officer@4408", viewport: LARGE, ready: "console-regions [data-region]" },
  { what: "the gallery of panels", path: "/gallery", account: "commander@44", viewport: DESK, ready: "#trust .look" },
  { what: "the dictionary of indicators", path: "/dictionary?q=seepage", account: "commander@44", viewport: DESK, opens: ['[data-indicator="water.dam.seepage"] summary'], ready: '[data-rule="water.dam.seepage#1"]' },
  { what: "the phone", path: "/field?situation=storm", account: VILLAGE, viewport: PHONE, ready: "wall-field nav" },
  { what: "the phone at night", path: "/field?situation=storm&theme=ember", account: VILLAGE, viewport: PHONE, ready: "wall-field nav" },
];

/** What axe finds wrong. It is handed over by the debugger, because the page's policy lets no foreign script in. */
async function violations({ context, page }: Seat): Promise<string[]> {
  const inspector = await context.newCDPSession(page);
  await inspector.send("Runtime.evaluate", { expression: axe });
  const expression = `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.flatMap(({ id, tags, nodes }) => nodes.map((n) => id + " (" + tags.filter((t) => /^wcag|best/.test(t)).join(" ") + ") at " + JSON.stringify(n.target) + ": " + n.failureSummary)))`;
  const { result, exceptionDetails } = await inspector.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(`axe could not run: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  return result.value as string[];
}

test.each(PAGES)("$what can be used by everybody, as far as axe can tell", async ({ path, ready, viewport, account, opens = [], types }) => {
  const seat = await stage.sit(path, { viewport, ...(account !== undefined && { account }) });
  onTestFinished(() => seat.context.close());
  for (const button of opens) await seat.page.locator(button).first().click({ timeout: OPENING_MS });
  if (types !== undefined) await seat.page.locator("wall-sheet input").fill(types);
  await seat.page.locator(ready).first().waitFor({ timeout: OPENING_MS });
  expect(await violations(seat)).toEqual([]);
});

test("a page asks who has not signed in to do so, in the place of the page", async () => {
  const { page, context } = await stage.sit("/console?situation=storm");
  onTestFinished(() => context.close());
  await page.locator('[data-account="commander@44"]').click();
  await page.locator("console-regions [data-region]").first().waitFor({ timeout: OPENING_MS });
  expect(await page.locator("html").getAttribute("data-situation")).toBe("storm");
});
