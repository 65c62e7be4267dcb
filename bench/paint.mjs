import { DEEP_QUERY } from "./browser.mjs";
import { quantile } from "./quantile.mjs";

const RATE = 2_000;
const BATCH = 100;
const SECONDS = 20;
const WARM_UP_S = 4;
/** The number that each page must have painted before the measuring begins. */
const FIRST = 1;
const OPENING_MS = 120_000;
const PROBE = "ener.outage.users";
const TICK_MS = 200;
const APPLY_MS = 100;

/**
 * Sample accepted → painted at 2,000 samples/s on three pages of 1920×1080. Every batch carries one probe: a town's
 * outage count that grows by one, so the province's number on the glass names the newest probe in it. Accepted = the 202
 * has arrived; painted = the number's text is set and its animation frame is over. It begins once all three pages have painted.
 */
export async function paintLatency(house, browser) {
  const { token } = house.account("source");
  const places = await villages(house);
  const pages = await Promise.all(
    [1, 2, 3].map(async () => {
      const page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
      await page.addInitScript(DEEP_QUERY);
      await page.goto(`${house.base}/wall/live`);
      await page.evaluate((probe) => {
        window.painted = [];
        let shown;
        const look = () => {
          // Looked for again only when it is gone: whoever measures must not be what is measured.
          if (!shown?.isConnected) shown = window.deepAll(`wall-value[indicator="${probe}"][place="44"]`)[0];
          const value = Number(shown?.getAttribute("value") ?? Number.NaN);
          if (value > (window.painted.at(-1)?.[0] ?? 0)) {
            // The frame in which it stands is over when the next task runs.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => window.painted.push([value, performance.timeOrigin + performance.now()]);
            port2.postMessage(0);
          }
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }, PROBE);
      return page;
    }),
  );
  // What is measured is a page that stands: how long three pages take to open side by side is another figure (overview.paint).
  await house.samples([{ indicator: PROBE, place: places.town, observedAt: new Date().toISOString(), value: FIRST }]);
  for (const page of pages) await page.waitForFunction((first) => window.painted.at(-1)?.[0] >= first, FIRST, { timeout: OPENING_MS, polling: 100 });
  const accepted = new Map();
  let sent = 0;
  let refused = 0;
  const begun = performance.now();
  const flying = new Set();
  for (let k = FIRST + 1; k <= FIRST + (SECONDS + WARM_UP_S) * (RATE / BATCH); k++) {
    const due = begun + ((k - FIRST) * BATCH * 1000) / RATE;
    await new Promise((done) => setTimeout(done, Math.max(0, due - performance.now())));
    const observedAt = new Date().toISOString();
    const samples = [{ indicator: PROBE, place: places.town, observedAt, value: k }];
    for (let i = 1; i < BATCH; i++) samples.push({ indicator: "emg.people.moved", place: places.villages[(k * BATCH + i) % places.villages.length], observedAt, value: (k + i) % 900 });
    const flight = fetch(`${house.base}/api/v1/samples`, { method: "POST", headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, body: JSON.stringify({ samples }) })
      .then(async (answer) => {
        const at = performance.timeOrigin + performance.now();
        const receipt = await answer.json();
        if (answer.status !== 202 || receipt.accepted !== BATCH) refused++;
        else if (k > FIRST + WARM_UP_S * (RATE / BATCH)) accepted.set(k, at);
        sent += BATCH;
      })
      .finally(() => flying.delete(flight));
    flying.add(flight);
  }
  await Promise.all(flying);
  const seconds = (performance.now() - begun) / 1000;
  await new Promise((done) => setTimeout(done, 2_000));
  const delays = [];
  let never = 0;
  for (const page of pages) {
    const painted = await page.evaluate(() => window.painted);
    for (const [k, at] of accepted) {
      const seen = painted.find(([value]) => value >= k);
      if (seen) delays.push(seen[1] - at);
      else never++;
    }
    await page.context().close();
  }
  if (refused > 0) console.error(`paint: ${refused} batches were not wholly accepted`);
  const round = (ms) => Math.round(ms);
  const at = `${Math.round(sent / seconds)} samples/s, 3 pages 1920×1080, ${delays.length} paintings, ${never} never painted`;
  return [
    { id: "paint.p50", what: `accepted → painted, median (${at})`, value: round(quantile(delays, 0.5)), unit: "ms", goal: null },
    { id: "paint.p99", what: `accepted → painted, p99 (${at})`, value: never > 0 ? Number.MAX_SAFE_INTEGER : round(quantile(delays, 0.99)), unit: "ms", goal: TICK_MS + APPLY_MS + 100 },
  ];
}

async function villages(house) {
  const { token } = house.account("commander@44");
  const get = async (path) => (await fetch(`${house.base}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })).json();
  const counties = (await get("/regions/4408")).children.map((c) => c.code);
  const towns = (await Promise.all(counties.slice(0, 4).map((c) => get(`/regions/${c}`)))).flatMap((c) => c.children.map((t) => t.code));
  const all = (await Promise.all(towns.slice(0, 40).map((t) => get(`/regions/${t}`)))).flatMap((t) => t.children.map((v) => v.code));
  return { town: towns[0], villages: all };
}
