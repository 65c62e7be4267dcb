import { DEEP_QUERY } from "./browser.mjs";
import { quantile } from "./quantile.mjs";

const ROUNDS = 12;
/** Between two taps: a name is read before the next is chosen, and the camera (900 ms) has come to rest. */
const READING_MS = 1_200;
/** A tap that has not been answered by then counts as this. */
const LIMIT_MS = 10_000;
/** As many as a county of many towns has. */
const BARE_ROWS = 28;

/**
 * Tap → the end of the first frame with the next level's names and numbers, on the console at 1920×1080: all children of
 * the tapped region stand as drillable names, each with the number that has come for it where the indicator reaches that
 * level. The camera may still move.
 */
export async function tapLatency(house, browser) {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const { account, password, token } = house.account("commander@44");
  await context.request.post(`${house.base}/api/v1/session`, { data: { account, password }, headers: { origin: house.base } });
  // Statistical areas are counted, but there is nothing below them to go to.
  const childrenOf = async (code) =>
    (await (await fetch(`${house.base}/api/v1/regions/${code}`, { headers: { authorization: `Bearer ${token}` } })).json()).children.filter((c) => !c.special);
  const page = await context.newPage();
  await page.addInitScript(DEEP_QUERY);
  await page.goto(`${house.base}/console?situation=storm`);
  await page.waitForFunction(() => window.deepAll('[data-region="4408"]').length > 0, null, { timeout: 30_000 });
  await page.waitForTimeout(3_000);

  const delays = [];
  const cities = ["4408", "4409", "4417", "4407", "4401", "4412"];
  for (let round = 0; round < ROUNDS; round++) {
    const path = [cities[round % cities.length]];
    for (let level = 0; level < 3; level++) {
      const code = path.at(-1);
      const expected = await childrenOf(code);
      await page.waitForFunction((c) => window.deepAll(`[data-region="${c}"]`).length > 0, code, { timeout: 15_000 });
      await page.waitForTimeout(READING_MS);
      const ms = await page.evaluate(
        async ({ code: tapped, expected: codes, numbered, limitMs }) => {
          // The storm's numbers are counted down to towns: a village stands with its name.
          const stands = () => {
            const shown = new Set(window.deepAll("[data-region]").map((e) => e.dataset.region));
            const numbers = new Set(window.deepAll("wall-value").filter((v) => v.hasAttribute("state")).map((v) => v.getAttribute("place")));
            return codes.every((c) => shown.has(c) && (!numbered || numbers.has(c)));
          };
          const button = window.deepAll(`[data-region="${tapped}"]`)[0];
          const begun = performance.now();
          button.click();
          while (performance.now() - begun < limitMs) {
            await new Promise((done) => requestAnimationFrame(done));
            if (!stands()) continue;
            // A message is handled when the frame is done.
            const { port1, port2 } = new MessageChannel();
            await new Promise((done) => ((port1.onmessage = done), port2.postMessage(null)));
            return performance.now() - begun;
          }
          return limitMs;
        },
        { code, expected: expected.map((c) => c.code), numbered: level < 2, limitMs: LIMIT_MS },
      );
      delays.push(ms);
      const further = expected.filter((c) => c.childCount > 0);
      if (further.length === 0) break;
      path.push(further[(round * 7) % further.length].code);
    }
    await page.goto(`${house.base}/console?situation=storm`);
    await page.waitForTimeout(2_500);
  }
  await context.close();
  const bare = await bareTaps(browser);
  const [p50, p95] = [0.5, 0.95].map((share) => ({ value: Math.round(quantile(delays, share)), peer: Math.round(quantile(bare, share)) }));
  return [
    { id: "tap.p50", what: `tap → next level's names and numbers, median of ${delays.length} taps, 1920×1080`, ...p50, ratio: p50.value / p50.peer, unit: "ms", goal: null },
    { id: "tap.p95", what: `the same, p95`, ...p95, ratio: p95.value / p95.peer, unit: "ms", goal: 150 },
  ];
}

/**
 * What the browser itself takes on this machine just now, ms each: a page of nothing but a list whose names and numbers change
 * at a tap, and a clock that changes three times a second, as a drill's does. Measured as the taps are.
 */
async function bareTaps(browser) {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  await page.setContent("<!doctype html><title>bare</title><p></p><ol></ol>");
  const delays = await page.evaluate(
    async ({ taps, rows, pauseMs }) => {
      const clock = document.querySelector("p");
      const list = document.querySelector("ol");
      setInterval(() => (clock.textContent = String(Math.round(performance.now()))), 333);
      const taken = [];
      for (let tap = 0; tap < taps; tap++) {
        await new Promise((done) => setTimeout(done, pauseMs));
        const begun = performance.now();
        list.replaceChildren(...Array.from({ length: rows }, (_, row) => Object.assign(document.createElement("li"), { textContent: `${tap} ${row}` })));
        await new Promise((done) => requestAnimationFrame(done));
        const { port1, port2 } = new MessageChannel();
        await new Promise((done) => ((port1.onmessage = done), port2.postMessage(null)));
        taken.push(performance.now() - begun);
      }
      return taken;
    },
    { taps: ROUNDS * 3, rows: BARE_ROWS, pauseMs: 400 },
  );
  await context.close();
  return delays;
}
