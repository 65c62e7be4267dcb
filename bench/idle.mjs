import { fromSource } from "./from-source.mjs";
import { aTown } from "./towns.mjs";

const WATCHED_MS = 30_000;
/** Until a page has settled: faces, maps and first numbers have come, and what a start costs is behind it. */
const SETTLED_MS = 12_000;
/** A page that has begun to rehearse nothing more for so long (wall/pages/rehearsing: it rests 8 s between two) has rehearsed what is likely. */
const REHEARSED_MS = 14_000;
const REHEARSES_AT_MOST_MS = 180_000;
/** So many seconds must have been seen to pass on a clock, or pages that have stopped would pass for idle ones. Only the totem has room for seconds. */
const SECONDS_SEEN = 25;
const PAGES = ["/wall/totem/1", "/wall/live/1", "/wall/main/2"];
/** So old is what the live screen shows that it becomes no older while it is watched: a number that turns stale is painted anew, and must be. */
const OLD_MS = 3_600_000;
const SAMPLES = [["ener.outage.users", 1_200], ["grid.event.overdue", 7]];

/**
 * What a wall costs on which nothing changes but the seconds: a totem and the live screen that no further sample reaches, and the command
 * wall's middle display while the storm is paused, each once it has rehearsed what it is likely to show next. Painted = calls to WebGL that paint or clear. Processor as the system counts it,
 * of one core: that of the page's own process, and beside it of the one that plays the graphics card. The worst of the three counts.
 * Beside it: a bare page whose clock is looked at four times a second, as a wall's is.
 */
export async function idleWall(house, browser) {
  const { countWebgl } = await fromSource("tests/fixtures/count-webgl.ts");
  const observedAt = new Date(Date.now() - OLD_MS).toISOString();
  const place = await aTown(house);
  await house.samples(SAMPLES.map(([indicator, value]) => ({ indicator, place, observedAt, value })));
  await house.command("situation.pause", { situation: "storm" });
  try {
    const walls = [];
    for (const path of PAGES) walls.push({ path, ...(await watch(browser, countWebgl, (page) => page.goto(`${house.base}${path}`, { timeout: 60_000 }))) });
    const seconds = Math.max(...walls.map((wall) => wall.seconds));
    if (seconds < SECONDS_SEEN) throw new Error(`No clock changed more than ${seconds} times in ${WATCHED_MS / 1_000} s; nothing says that these pages live.`);
    const bare = await watch(browser, countWebgl, (page) => page.setContent('<p data-panel="wall-clock"></p>').then(() => page.evaluate(tick)));
    const rounded = (value) => Math.round(value * 10) / 10;
    const worst = (what) => rounded(Math.max(...walls.map((wall) => wall[what])));
    const each = (what) => walls.map((wall) => `${wall.path} ${rounded(wall[what])}`).join(", ");
    const peer = Math.max(0.1, rounded(bare.page));
    return [
      { id: "idle.painted", what: `calls that paint on a wall where only the seconds change (${WATCHED_MS / 1_000} s each, 1920×1080: ${each("painted")})`, value: worst("painted"), unit: "×", goal: 0 },
      { id: "idle.page", what: `processor of its page, of one core (${each("page")})`, value: worst("page"), peer, ratio: worst("page") / peer, unit: "%", goal: 3 },
      { id: "idle.gpu", what: `the same of the process that plays the graphics card (${each("gpu")}; a bare page ${rounded(bare.gpu)})`, value: worst("gpu"), unit: "%", goal: null },
    ];
  } finally {
    await house.command("situation.resume", { situation: "storm" });
  }
}

/** Runs in the bare page. */
function tick() {
  const clock = document.querySelector("p");
  setInterval(() => {
    const now = new Date().toLocaleTimeString();
    if (clock.textContent !== now) clock.textContent = now;
  }, 250);
}
/** Runs in the page: counts how often its clock said something else. */
function countSeconds() {
  const clock = document.querySelector('[data-panel="wall-clock"]');
  window.secondsSeen = 0;
  let said = clock?.textContent;
  if (clock)
    new MutationObserver(() => {
      if (clock.textContent === said) return;
      said = clock.textContent;
      window.secondsSeen++;
    }).observe(clock, { subtree: true, childList: true, characterData: true });
}

/** One page alone in its browser. `page` and `gpu` in hundredths of a core. */
async function watch(browser, countWebgl, open) {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const root = await browser.newBrowserCDPSession();
  try {
    await context.addInitScript(countWebgl);
    const page = await context.newPage();
    await open(page);
    await page.waitForTimeout(SETTLED_MS);
    await page.waitForFunction((quietMs) => performance.now() - Math.max(0, ...performance.getEntriesByType("mark").filter(({ name }) => name.startsWith("rehearses ")).map(({ startTime }) => startTime)) > quietMs, REHEARSED_MS, { timeout: REHEARSES_AT_MOST_MS, polling: 1_000 });
    await page.evaluate(countSeconds);
    const painted = () => page.evaluate(() => window.webgl?.painted ?? 0);
    const spent = async () => (await root.send("SystemInfo.getProcessInfo")).processInfo;
    const [before, paintedBefore, begun] = [await spent(), await painted(), performance.now()];
    await page.waitForTimeout(WATCHED_MS);
    const [after, paintedAfter, spanS] = [await spent(), await painted(), (performance.now() - begun) / 1_000];
    const share = (kind) => after.filter(({ type }) => type === kind).reduce((sum, { id, cpuTime }) => sum + cpuTime - (before.find((one) => one.id === id)?.cpuTime ?? 0), 0) * (100 / spanS);
    return { painted: paintedAfter - paintedBefore, page: share("renderer"), gpu: share("GPU"), seconds: await page.evaluate(() => window.secondsSeen) };
  } finally {
    await root.detach();
    await context.close();
  }
}
