import { AFTER_FRAME } from "./after-frame.mjs";
import { fromSource } from "./from-source.mjs";
import { listen } from "./listen.mjs";
import { quantile } from "./quantile.mjs";
import { aTown } from "./towns.mjs";

const HOUR_MS = 3_600_000;
const PAGES = [
  { path: "/wall/main/1", clockMs: -24 * HOUR_MS, latencyMs: 0 },
  { path: "/wall/main/2", clockMs: -HOUR_MS, latencyMs: 10 },
  { path: "/wall/main/3", clockMs: HOUR_MS, latencyMs: 20 },
  { path: "/wall/main", clockMs: 24 * HOUR_MS, latencyMs: 40 },
];
const JITTER_MS = 20;
const CHANGES = 100;
const EVERY_MS = 300;
const WARM_UP = 15;
const INDICATOR = "ener.outage.users";

/**
 * A frame's stated instant → the page has applied it, on four pages of 960×540 of one wall. Their machines' clocks are up to a day
 * off, and each hangs on a line of its own with latency and up to 20 ms of jitter. Measured against the machine's true clock, so
 * that an error in what a page believes of the server's time counts. Painted = the animation frame after it is over.
 * Beside it: how late a bare page's timer comes on the same machine, four at once.
 */
export async function instantSkew(house, browser) {
  const { openSlowLine } = await fromSource("tests/fixtures/slow-line.ts");
  const { shiftClock } = await fromSource("tests/fixtures/shift-clock.ts");
  for (const n of [1, 2, 3]) await house.command("wall.take", { wall: "main", area: [n], situation: "live", scene: "overview" });
  const lines = await Promise.all(PAGES.map(({ latencyMs }, i) => openSlowLine(Number(new URL(house.base).port), { latencyMs, jitterMs: JITTER_MS, seed: i + 1 })));
  const contexts = await Promise.all(PAGES.map(() => browser.newContext({ viewport: { width: 960, height: 540 } })));
  const stated = new Map();
  const ear = await listen(house, {
    situation: "live",
    channels: [{ kind: "slice", indicator: INDICATOR, region: "44", level: "province" }],
    heard: ({ kind, tick, epoch, applyAt }) => kind === "delta" && stated.set(`${epoch} ${tick}`, applyAt),
  });
  try {
    const pages = await Promise.all(PAGES.map(({ path, clockMs }, i) => open(contexts[i], `${lines[i].url}${path}`, clockMs, shiftClock)));
    const town = await aTown(house);
    let first = Number.POSITIVE_INFINITY;
    for (let k = 1; k <= CHANGES + WARM_UP; k++) {
      if (k > WARM_UP) first = Math.min(first, Date.now());
      await house.samples([{ indicator: INDICATOR, place: town, observedAt: new Date().toISOString(), value: k }]);
      await new Promise((done) => setTimeout(done, EVERY_MS));
    }
    await new Promise((done) => setTimeout(done, 2_000));
    const [applied, painted] = [[], []];
    for (const page of pages)
      for (const { key, at, paintedAt } of await page.evaluate(() => window.applied)) {
        const due = stated.get(key);
        if (due === undefined || due < first) continue;
        applied.push(Math.abs(at - due));
        if (paintedAt !== null) painted.push(paintedAt - due);
      }
    const bare = await bareTimers(browser);
    const p99 = Math.round(quantile(applied, 0.99));
    const peer = Math.max(1, Math.round(quantile(bare, 0.99)));
    const at = `4 pages 960×540, clocks ±1 day, lines with ${JITTER_MS} ms of jitter, ${applied.length} applied`;
    return [
      { id: "instant.p99", what: `stated instant → applied, p99 of what it is off (${at})`, value: p99, peer, ratio: p99 / peer, unit: "ms", goal: 50 },
      { id: "instant.painted", what: `stated instant → its animation frame is over, median (the four share one software renderer)`, value: Math.round(quantile(painted, 0.5)), unit: "ms", goal: null },
    ];
  } finally {
    ear.close();
    for (const context of contexts) await context.close();
    for (const line of lines) await line.close();
    await house.command("wall.give", { wall: "main" });
  }
}

async function open(context, url, clockMs, shiftClock) {
  await context.addInitScript(AFTER_FRAME);
  await context.addInitScript(shiftClock, clockMs);
  await context.addInitScript(() => {
    window.applied = [];
    new MutationObserver(() => {
      const { epoch, tick } = document.documentElement.dataset;
      const one = { key: `${epoch} ${tick}`, at: window.rightNow(), paintedAt: null };
      if (one.key === window.applied.at(-1)?.key) return;
      window.applied.push(one);
      window.afterFrame(() => (one.paintedAt = window.rightNow()));
    }).observe(document, { subtree: true, attributeFilter: ["data-tick", "data-epoch"] });
  });
  const page = await context.newPage();
  await page.goto(url, { timeout: 60_000 });
  await page.waitForSelector(`html[data-link="live"][data-scene="overview"] wall-value[indicator="${INDICATOR}"][place="44"][state]`, { state: "attached", timeout: 120_000 });
  return page;
}

/** How late a timer comes that was set as a frame's is, on four empty pages at once. */
async function bareTimers(browser) {
  const contexts = await Promise.all(PAGES.map(() => browser.newContext({ viewport: { width: 960, height: 540 } })));
  const pages = await Promise.all(contexts.map((context) => context.newPage()));
  const late = await Promise.all(
    pages.map((page) =>
      page.evaluate(async (rounds) => {
        const taken = [];
        for (let i = 0; i < rounds; i++) {
          const due = performance.now() + 100;
          await new Promise((done) => setTimeout(done, 100));
          taken.push(performance.now() - due);
        }
        return taken;
      }, CHANGES),
    ),
  );
  for (const context of contexts) await context.close();
  return late.flat();
}
