import { fromSource } from "./from-source.mjs";
import { countHeld, held } from "./held.mjs";
import { allTowns } from "./towns.mjs";

/**
 * What two walls live through in one hour, as the soak assumes it. Each switch, drill and line that is cut is counted once for each
 * time that it comes; samples are of towns all over the province.
 */
export const AN_HOUR = { switches: 12, drills: 1, themes: 2, modes: 2, taken: 1, seeks: 2, samples: 240, alerts: 4, strokes: 2, cuts: 2 };
/** What seldom happens, once in so many hours: WebGL is lost, a plug is pulled, an epidemic is started, watched and stopped. */
export const SELDOM_H = 6;

const PAGES = [
  { wall: "main", path: "/wall/main/1" },
  { wall: "live", path: "/wall/live" },
];
/** Each picture of a wall, and what its page says of itself once it stands there. */
const PICTURES = {
  main: [
    ["wall.preset", { preset: "overview" }, { scene: "overview", situation: "live" }],
    ["wall.preset", { preset: "zhanjiang" }, { scene: "storm", situation: "storm" }],
    ["wall.scene", { scene: "overview" }, { scene: "overview", situation: "storm" }],
    ["wall.preset", { preset: "storm" }, { scene: "storm", situation: "storm" }],
    ["wall.preset", { preset: "overview" }, { scene: "overview", situation: "live" }],
    ["wall.preset", { preset: "storm" }, { scene: "storm", situation: "storm" }],
  ],
  live: [
    ["wall.preset", { preset: "storm-drill" }, { scene: "storm", situation: "storm" }],
    ["wall.scene", { scene: "overview" }, { scene: "overview", situation: "storm" }],
    ["wall.preset", { preset: "overview" }, { scene: "overview", situation: "live" }],
    ["wall.preset", { preset: "storm-drill" }, { scene: "storm", situation: "storm" }],
    ["wall.focus", { situation: "storm", region: "4408" }, { scene: "storm", situation: "storm" }],
    ["wall.preset", { preset: "overview" }, { scene: "overview", situation: "live" }],
  ],
};
const THEMES = ["ember", "paper", "stark"];
/** Where the storm stands whenever the wall is looked at, and where it is sent to before. */
const LOOKED_AT = "2015-10-04T13:20:00+08:00";
const SOUGHT = ["2015-10-02T08:00:00+08:00", "2015-10-03T20:00:00+08:00", "2015-10-04T18:00:00+08:00"];
const OIL = "ener.oil.days";
const OUTAGE = "ener.outage.users";
const LIMIT_MS = 60_000;
/** Between two things that happen, and before what is held is read: the last of them is over. */
const BREATH_MS = 150;
const SETTLED_MS = 2_500;

/** Two displays on one line of which hours can be played, and of which can be read what they hold. */
export async function openWallLife(house, browser) {
  const { openSlowLine } = await fromSource("tests/fixtures/slow-line.ts");
  const line = await openSlowLine(Number(new URL(house.base).port));
  const complaints = [];
  const glasses = [];
  for (const { wall, path } of PAGES) {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
    await countHeld(context);
    const page = await context.newPage();
    page.setDefaultTimeout(LIMIT_MS);
    page.on("pageerror", (error) => complaints.push(`${path}: ${error.stack ?? error.message}`));
    await page.goto(`${line.url}${path}`);
    await shows(page, { link: "live" });
    await page.evaluate(() => document.documentElement.setAttribute("data-same-page", ""));
    glasses.push({ wall, path, page, context, strings: await context.newCDPSession(page) });
  }
  const life = { house, line, page: Object.fromEntries(glasses.map(({ wall, page }) => [wall, page])), towns: await allTowns(house), told: 0 };
  return {
    complaints,
    paths: PAGES.map(({ path }) => path),
    /** One hour; what it leaves behind is as it was before it. */
    async playHour(hour) {
      for (const happens of hourOf(life, hour)) {
        await happens();
        await tellSamples(life);
        await rest(BREATH_MS);
      }
      await rest(SETTLED_MS);
    },
    /** What the pages hold, by path, and the server. @throws when a page has been loaded anew meanwhile: what it held is gone */
    async read() {
      const pages = {};
      for (const { path, page, strings } of glasses) {
        if (!(await page.evaluate(() => document.documentElement.hasAttribute("data-same-page")))) throw new Error(`${path} loaded itself anew; nothing can be said of what it held.`);
        pages[path] = await held(page, strings);
      }
      const { rss, heapUsed } = await house.memory();
      return { pages, server: { rssMb: rss / 2 ** 20, heapMb: heapUsed / 2 ** 20 } };
    },
    strings: (path) => glasses.find((glass) => glass.path === path).strings,
    page: (path) => glasses.find((glass) => glass.path === path).page,
    async close() {
      for (const { context } of glasses) await context.close();
      await line.close();
    },
  };
}

/** In order; each is over before the next begins. The last leave the walls as they stood. */
function hourOf(life, hour) {
  const { house, line, page } = life;
  const direct = async (wall, kind, data, expected) => {
    await house.command(kind, { wall, ...data });
    await shows(page[wall], expected);
  };
  const both = (state) => Promise.all([page.main, page.live].map((one) => shows(one, { link: state })));
  const pictures = (from, to) => PICTURES.main.slice(from, to).flatMap((picture, i) => [() => direct("main", ...picture), () => direct("live", ...PICTURES.live[from + i])]);
  const cut = async () => {
    line.cut();
    await both("down");
    line.restore();
    await both("live");
  };
  const theme = (wall) => async () => {
    await direct(wall, "wall.theme", { theme: THEMES[hour % THEMES.length] }, { theme: THEMES[hour % THEMES.length] });
    await direct(wall, "wall.theme", { theme: "graphite" }, { theme: "graphite" });
  };
  const sought = (to) => () => house.command("situation.seek", { situation: "storm", to });
  const drill = async () => {
    const look = async (kind, data, seen) => {
      await house.command(kind, { wall: "live", ...data });
      await page.live.locator(`[data-region="${seen}"]`).first().waitFor({ state: "attached" });
    };
    await look("wall.focus", { region: "4408" }, "440882");
    await look("wall.focus", { region: "440882" }, "440882115");
    await look("wall.back", {}, "440882");
    await look("wall.back", {}, "4401");
  };
  return [
    () => house.command("situation.resume", { situation: "storm" }),
    ...pictures(0, 3),
    drill,
    sought(SOUGHT[hour % SOUGHT.length]),
    () => direct("main", "wall.mode", { mode: "emergency" }, { mode: "emergency" }),
    () => direct("main", "wall.mode", { mode: "routine" }, { mode: "routine" }),
    cut,
    ...(hour % SELDOM_H === 0 ? [() => loseWebgl(page.live), () => epidemic(life), () => pull(line, both)] : []),
    () => alerts(life),
    ...pictures(3, 6),
    theme("main"),
    theme("live"),
    () => strokes(life),
    async () => {
      await direct("main", "wall.take", { area: [1], situation: "live", scene: "overview" }, { situation: "live", scene: "overview" });
      await direct("main", "wall.give", {}, { situation: "storm", scene: "storm" });
    },
    cut,
    () => house.command("situation.pause", { situation: "storm" }),
    sought(LOOKED_AT),
  ];
}

const rest = (ms) => new Promise((done) => setTimeout(done, ms));
/** Resolves when a page says all that of itself. */
const shows = (page, expected) =>
  page.waitForFunction((wanted) => Object.entries(wanted).every(([name, value]) => document.documentElement.dataset[name] === value), expected, { polling: 50, timeout: LIMIT_MS });

async function pull(line, both) {
  line.pull();
  await both("stale");
  line.restore();
  await both("live");
}
async function loseWebgl(page) {
  const stands = (kind) => page.locator(`[data-stage="${kind}"]`).waitFor({ state: "attached" });
  await page.evaluate(() => document.querySelector("canvas").getContext("webgl2").getExtension("WEBGL_lose_context").loseContext());
  await stands("svg");
  await stands("webgl");
}
async function epidemic({ house, page }) {
  const { result } = await house.command("situation.start", { kind: "drill", feed: "covid:2020" });
  await house.command("wall.focus", { wall: "live", situation: result.situation });
  await house.command("wall.scene", { wall: "live", scene: "epidemic" });
  await shows(page.live, { scene: "epidemic", situation: result.situation });
  await rest(SETTLED_MS);
  await house.command("wall.preset", { wall: "live", preset: "overview" });
  await shows(page.live, { scene: "overview", situation: "live" });
  await house.command("situation.stop", { situation: result.situation });
}
/** Some counties run short of oil; people see it, and it passes. */
async function alerts({ house }) {
  const counties = (await house.get("/regions?level=county&limit=200")).items.slice(0, AN_HOUR.alerts);
  const open = async () => (await house.get("/alerts?situation=live&state=unacknowledged,acknowledged,returned")).items.filter(({ indicator }) => indicator === OIL);
  const report = (value) => house.samples(counties.map(({ code }) => ({ indicator: OIL, place: code, observedAt: new Date().toISOString(), value })));
  const until = async (isSo) => {
    for (let tries = 0; !isSo(await open()); tries++) {
      if (tries > 200) throw new Error(`Alerts of ${OIL} are not as expected: ${JSON.stringify(await open())}`);
      await rest(50);
    }
  };
  await report(6);
  await until((found) => found.length === counties.length);
  for (const { id } of await open()) await house.command("alert.acknowledge", { alert: id });
  await report(30);
  await until((found) => found.length === 0);
}
async function strokes({ house }) {
  for (let k = 0; k < AN_HOUR.strokes; k++) await house.command("wall.annotate", { wall: "live", points: Array.from({ length: 40 }, (_, i) => [110 + i * 0.1, 21 + k + Math.sin(i)]) });
  await rest(BREATH_MS);
  await house.command("wall.clear", { wall: "live" });
}

/** Each time the next places, with other numbers than before. */
async function tellSamples(life) {
  const observedAt = new Date().toISOString();
  const batch = Array.from({ length: SAMPLES_A_STEP }, () => {
    const k = life.told++;
    return { indicator: OUTAGE, place: life.towns[(k * 37) % life.towns.length], observedAt, value: k % 23 };
  });
  await life.house.samples(batch);
}
/** About as many steps as an hour has share its samples. */
const SAMPLES_A_STEP = Math.ceil(AN_HOUR.samples / 30);
