import { DEEP_QUERY } from "./browser.mjs";
import { quantile } from "./quantile.mjs";

const ROUNDS = 12;

/**
 * Tap → the first frame with the next level's names and numbers, on the console at 1920×1080: all children of the tapped
 * region stand as drillable names, and those with a number show it. The camera may still move.
 */
export async function tapLatency(house, browser) {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const { account, password, token } = house.account("commander@44");
  await context.request.post(`${house.base}/api/v1/session`, { data: { account, password }, headers: { origin: house.base } });
  const childrenOf = async (code) =>
    (await (await fetch(`${house.base}/api/v1/regions/${code}`, { headers: { authorization: `Bearer ${token}` } })).json()).children.map((c) => c.code);
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
      await page.waitForTimeout(700);
      const ms = await page.evaluate(
        async ({ code: tapped, expected: codes }) => {
          const button = window.deepAll(`[data-region="${tapped}"]`)[0];
          const begun = performance.now();
          button.click();
          for (;;) {
            const at = await new Promise((done) => requestAnimationFrame(done));
            const shown = new Set(window.deepAll("[data-region]").map((e) => e.dataset.region));
            const numbers = window.deepAll("wall-value").filter((v) => codes.includes(v.getAttribute("place")) && v.textContent.trim() !== "");
            if (codes.every((c) => shown.has(c) || /9\d\d$/.test(c)) && (numbers.length > 0 || tapped.length >= 9)) return at - begun;
            if (at - begun > 10_000) return 10_000;
          }
        },
        { code, expected },
      );
      delays.push(ms);
      path.push(expected[(round * 7) % expected.length]);
    }
    await page.goto(`${house.base}/console?situation=storm`);
    await page.waitForTimeout(2_500);
  }
  await context.close();
  return [
    { id: "tap.p50", what: `tap → next level's names and numbers, median of ${delays.length} taps, 1920×1080`, value: Math.round(quantile(delays, 0.5)), unit: "ms", goal: null },
    { id: "tap.p95", what: `the same, p95`, value: Math.round(quantile(delays, 0.95)), unit: "ms", goal: 150 },
  ];
}
