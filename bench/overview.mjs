import { AFTER_FRAME } from "./after-frame.mjs";
import { listen } from "./listen.mjs";
import { quantile } from "./quantile.mjs";
import { allTowns } from "./towns.mjs";

const OPENINGS = 5;
const UPDATES = 20;
const WARM_UP = 3;
/** After the instant of a frame: what it changes is painted by then. */
const WINDOW_MS = 700;
const BATCH = 500;
const LOAD = "emg.shelter.load";
/** Installed in each page. The picture is whole: the cities stand by name, and every number of the province has been answered. */
const STANDS = `window.stands = () => {
  const { link, scene } = document.documentElement.dataset;
  if (link !== "live" || scene !== "overview" || document.querySelectorAll("[data-region]").length < 21) return false;
  const numbers = [...document.querySelectorAll('wall-value[place="44"]')];
  return numbers.length > 0 && numbers.every((number) => number.hasAttribute("state"));
};`;

/** A display of 3840×2160: the room of the live screen on glass of twice the density. */
const openUhd = (browser) => browser.newContext({ viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 2 });

/** The province overview on one display of 3840×2160 with software WebGL: its first picture, and what one frame that changes every county costs. */
export async function overviewFigures(house, browser) {
  const counties = await fillCounties(house);
  return [await firstPaint(house, browser), ...(await updateCost(house, browser, counties))];
}

/** Navigation → the animation frame with the whole picture is over, in a browser context that has kept nothing. Beside it: a bare page with a cleared WebGL canvas of that size. */
async function firstPaint(house, browser) {
  const [taken, bare] = [[], []];
  for (let k = 0; k < OPENINGS; k++) {
    const context = await openUhd(browser);
    await context.addInitScript(AFTER_FRAME);
    await context.addInitScript(STANDS);
    await context.addInitScript(() => {
      const look = () => (window.stands() ? window.afterFrame(() => (window.firstPaintMs = performance.now())) : requestAnimationFrame(look));
      requestAnimationFrame(look);
    });
    const page = await context.newPage();
    await page.goto(`${house.base}/wall/live`, { timeout: 60_000 });
    taken.push(await (await page.waitForFunction(() => window.firstPaintMs, null, { timeout: 60_000 })).jsonValue());
    await context.close();
    bare.push(await barePaint(browser));
  }
  const value = Math.round(quantile(taken, 0.5));
  const peer = Math.round(quantile(bare, 0.5));
  const at = `3840×2160, ${OPENINGS} cold openings, slowest ${Math.round(Math.max(...taken))}`;
  return { id: "overview.paint", what: `navigation → the overview is painted whole, median (${at})`, value, peer, ratio: value / peer, unit: "ms", goal: 3_000 };
}
async function barePaint(browser) {
  const context = await openUhd(browser);
  await context.addInitScript(AFTER_FRAME);
  await context.route("http://bare.invalid/", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<canvas width="3840" height="2160" style="width:100%"></canvas><script>
        const gl = document.querySelector("canvas").getContext("webgl2");
        gl.clearColor(0.1, 0.1, 0.1, 1);
        gl.clear(gl.COLOR_BUFFER_BIT);
        window.afterFrame(() => (window.firstPaintMs = performance.now()));
      </script>`,
    }),
  );
  const page = await context.newPage();
  await page.goto("http://bare.invalid/");
  const ms = await (await page.waitForFunction(() => window.firstPaintMs, null, { timeout: 60_000 })).jsonValue();
  await context.close();
  return ms;
}

/**
 * What the page's main thread spends on one frame that changes all 124 counties, as Chromium counts its tasks in processor time of
 * that thread (other programs do not count): script, style, layout, paint; the same span without a frame is taken off.
 */
async function updateCost(house, browser, counties) {
  const context = await openUhd(browser);
  const heard = [];
  const ear = await listen(house, {
    situation: "live",
    channels: [{ kind: "slice", indicator: LOAD, region: "44", level: "county" }],
    heard: (frame) => frame.kind === "delta" && heard.push(frame),
  });
  try {
    await context.addInitScript(STANDS);
    const page = await context.newPage();
    await page.goto(`${house.base}/wall/live`, { timeout: 60_000 });
    await page.waitForFunction(() => window.stands(), null, { timeout: 60_000 });
    const strings = await context.newCDPSession(page);
    await strings.send("Performance.enable", { timeDomain: "threadTicks" });
    const spent = async () => (await strings.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1_000;
    const rest = (ms) => new Promise((done) => setTimeout(done, ms));
    await rest(3_000);
    const [busy, idle, changed] = [[], [], []];
    for (let k = 1; k <= UPDATES + WARM_UP; k++) {
      heard.length = 0;
      const [before, begun] = [await spent(), performance.now()];
      const observedAt = new Date().toISOString();
      await house.samples(counties.map(({ town }, i) => ({ indicator: LOAD, place: town, observedAt, num: (i * 37 + k * 211) % 1_000, den: 1_000 })));
      const told = () => new Map(heard.flatMap(({ cells }) => cells.map(({ place, value }) => [place, value])));
      while (told().size < counties.length) await rest(10);
      await rest(Math.max(0, heard.at(-1).applyAt - Date.now()) + WINDOW_MS);
      // What is measured is what stands: every county as it was told, on the page's own map. A busy machine takes longer.
      while (!(await page.evaluate(isOnMap, [...told()]))) await rest(WINDOW_MS);
      const [after, spanMs] = [await spent(), performance.now() - begun];
      await rest(spanMs);
      const still = await spent();
      if (k <= WARM_UP) continue;
      changed.push(told().size);
      busy.push(after - before);
      idle.push(still - after);
    }
    const off = quantile(idle, 0.5);
    const value = (q) => Math.round((quantile(busy, q) - off) * 10) / 10;
    const at = `${Math.min(...changed)} counties a frame, ${UPDATES} frames, 3840×2160; an idle span took ${off.toFixed(1)} ms`;
    return [
      { id: "overview.update.p50", what: `main thread for an update of all counties, median (${at})`, value: value(0.5), unit: "ms", goal: null },
      { id: "overview.update", what: `main thread for an update of all counties, p95 (${at})`, value: value(0.95), unit: "ms", goal: 50 },
    ];
  } finally {
    ear.close();
    await context.close();
  }
}

/** Runs in the page: whether its map fills each county by what was told. */
const isOnMap = (told) => {
  const { values } = document.querySelector("wall-scene").shadowRoot.querySelector("wall-map-panel").shadowRoot.querySelector("wall-map").data.fill;
  return told.every(([place, value]) => values.get(place) === value);
};

/** Every town reports once, so that no county's ratio is withheld for want of coverage; then one town of each county is enough to change it. */
async function fillCounties(house) {
  const towns = await allTowns(house);
  const observedAt = new Date().toISOString();
  for (let from = 0; from < towns.length; from += BATCH)
    await house.samples(towns.slice(from, from + BATCH).map((place) => ({ indicator: LOAD, place, observedAt, num: 300, den: 1_000 })));
  const first = new Map(towns.toReversed().map((town) => [town.slice(0, 6), town]));
  return [...first].map(([county, town]) => ({ county, town }));
}
