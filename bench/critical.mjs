import { AFTER_FRAME } from "./after-frame.mjs";
import { quantile } from "./quantile.mjs";

const INDICATOR = "emg.death.safety";
/** Ten deaths are 重大. */
const GRAVE = 12;
const FOUND = 30;
const EVERY_MS = 1_500;
const WITHIN_MS = 15_000;

/** Runs in the page: when each alert's row was painted, and when a note was begun. */
function watchDesk() {
  window.seen = new Map();
  window.sounded = [];
  const begin = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...when) {
    window.sounded.push(window.rightNow());
    return begin.apply(this, when);
  };
  // The queue alone is watched: to walk all of a desk forty times a second would be what is measured.
  window.watchQueue = () => {
    const within = (root) => {
      const queue = root.querySelector("console-alerts");
      if (queue?.shadowRoot) return queue.shadowRoot;
      for (const each of root.querySelectorAll("*")) {
        const found = each.shadowRoot && within(each.shadowRoot);
        if (found) return found;
      }
      return null;
    };
    const queue = within(document);
    const look = () => {
      for (const row of queue.querySelectorAll("[data-alert]")) {
        const id = row.dataset.alert;
        if (window.seen.has(id)) continue;
        window.seen.set(id, null);
        window.afterFrame(() => window.seen.set(id, window.rightNow()));
      }
    };
    new MutationObserver(look).observe(queue, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-alert"] });
  };
}

/**
 * A sample that makes a red alert → its row is painted on a duty desk, and its tone begins there. Thirty red ones of as many counties, one after the other; a desk is
 * interrupted ten times in ten minutes at most, so the tones of the first are those that are measured. A browser without a window has no ears: begun = the note is hung into the air.
 */
export async function criticalAlert(house, browser) {
  const { account, password } = house.account("commander@44");
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, hasTouch: true });
  try {
    await context.addInitScript(AFTER_FRAME);
    await context.addInitScript(watchDesk);
    const page = await context.newPage();
    const signedIn = await context.request.post(`${house.base}/api/v1/session`, { data: { account, password }, headers: { origin: house.base } });
    if (!signedIn.ok()) throw new Error(`The desk could not sign in: ${signedIn.status()} ${await signedIn.text()}`);
    await page.goto(`${house.base}/console?situation=live`, { timeout: 60_000 });
    await page.locator("console-incidents").waitFor({ timeout: 60_000 });
    await page.locator('html[data-sound]').waitFor({ state: "attached", timeout: 60_000 });
    await page.touchscreen.tap(960, 20);
    await page.locator('html[data-sound="open"]').waitFor({ state: "attached", timeout: 10_000 });
    await page.evaluate(() => window.watchQueue());
    const counties = (await house.get("/regions?level=county&limit=200")).items.filter(({ passThrough, special }) => !passThrough && !special).map(({ code }) => code).slice(0, FOUND);
    const [painted, sounded] = [[], []];
    for (const place of counties) {
      const sent = Date.now();
      await house.samples([{ indicator: INDICATOR, place, observedAt: new Date(sent).toISOString(), value: GRAVE }]);
      const { items } = await until(async () => house.get("/alerts?severity=1&limit=500"), ({ items: all }) => all.some((alert) => alert.place === place && alert.indicator === INDICATOR));
      const { id } = items.find((alert) => alert.place === place && alert.indicator === INDICATOR);
      const at = await page.waitForFunction((alert) => window.seen.get(alert) ?? null, id, { timeout: WITHIN_MS, polling: 50 }).then((handle) => handle.jsonValue(), () => null);
      painted.push(at === null ? WITHIN_MS : at - sent);
      const note = await page.evaluate((since) => window.sounded.find((begun) => begun >= since) ?? null, sent);
      if (note !== null) sounded.push(note - sent);
      await new Promise((done) => setTimeout(done, EVERY_MS));
    }
    if (sounded.length === 0) throw new Error("No tone was begun for any of the red alerts.");
    const at = `console of 1920×1080, ${painted.length} red alerts one after the other`;
    return [
      { id: "critical.painted", what: `sample → red alert painted on a duty desk, p99 (${at})`, value: Math.round(quantile(painted, 0.99)), unit: "ms", goal: 1_000 },
      { id: "critical.sounded", what: `sample → its tone begins, p99 (${sounded.length} of them; a seat is interrupted ten times in ten minutes at most)`, value: Math.round(quantile(sounded, 0.99)), unit: "ms", goal: 1_000 },
    ];
  } finally {
    await context.close();
  }
}
async function until(ask, isSo) {
  for (const begun = Date.now(); ; ) {
    const found = await ask();
    if (isSo(found)) return found;
    if (Date.now() - begun > WITHIN_MS) throw new Error(`The server has found nothing within ${WITHIN_MS / 1_000} s.`);
    await new Promise((done) => setTimeout(done, 100));
  }
}
