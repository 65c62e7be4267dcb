import { AFTER_FRAME } from "./after-frame.mjs";
import { quantile } from "./quantile.mjs";

const SWITCHES = 10;
const RESTING_MS = 3_000;
/** A wall has stood so long before the ten: each page has rehearsed what is likeliest (wall/pages/rehearsing). */
const STOOD_MS = 20_000;
const LIMIT_MS = 10_000;

/**
 * A person's command → the new scene is painted on the last of three displays of 1920×1080, each a page of its own in one browser:
 * set up unseen, said ready, raised at the stated instant, and the animation frame after that is over. The server's own share is at least
 * 200 ms, between the word and the instant. One switch comes three seconds after all three stand, while they still open everything, and is a figure of its own; ten follow once the wall has stood. How long
 * pages take to open is another figure (overview.paint). Beside it: three bare pages of that size that paint a WebGL canvas and as many words anew at once.
 */
export async function sceneSwitch(house, browser) {
  const contexts = await Promise.all([1, 2, 3].map(() => browser.newContext({ viewport: { width: 1920, height: 1080 } })));
  try {
    const pages = await Promise.all(
      contexts.map(async (context, i) => {
        await context.addInitScript(AFTER_FRAME);
        await context.addInitScript(() => {
          window.raised = [];
          new MutationObserver(() => {
            const { scene } = document.documentElement.dataset;
            if (scene === window.raised.at(-1)?.scene) return;
            const one = { scene, paintedAt: null };
            window.raised.push(one);
            window.afterFrame(() => (one.paintedAt = window.rightNow()));
          }).observe(document, { subtree: true, attributeFilter: ["data-scene"] });
        });
        const page = await context.newPage();
        await page.goto(`${house.base}/wall/main/${i + 1}`, { timeout: 60_000 });
        await page.waitForSelector('html[data-link="live"][data-scene="storm"]', { state: "attached", timeout: 120_000 });
        await page.waitForFunction(() => [...document.querySelectorAll("wall-value")].every((number) => number.hasAttribute("state")), null, { timeout: 120_000 });
        return page;
      }),
    );
    const rest = (ms) => new Promise((done) => setTimeout(done, ms));
    async function switched(scene) {
      const begun = Date.now();
      await house.command("wall.scene", { wall: "main", scene });
      const painted = await Promise.all(
        pages.map((page) =>
          page.waitForFunction((wanted) => (window.raised.at(-1)?.scene === wanted ? window.raised.at(-1).paintedAt : null), scene, { timeout: LIMIT_MS, polling: 50 }).then((at) => at.jsonValue(), () => begun + LIMIT_MS),
        ),
      );
      return Math.max(...painted) - begun;
    }
    await rest(RESTING_MS);
    const first = await switched("overview");
    await rest(STOOD_MS);
    const delays = [];
    for (let k = 0; k < SWITCHES; k++) {
      delays.push(await switched(k % 2 === 0 ? "storm" : "overview"));
      await rest(RESTING_MS);
    }
    for (const context of contexts) await context.close();
    const bare = await bareSwitch(browser);
    const [value, peer] = [Math.max(...delays), Math.max(...bare)].map(Math.round);
    const at = `3 displays 1920×1080, ${SWITCHES} switches`;
    return [
      { id: "scene.switch.first", what: "the same, three seconds after the pages stand: nothing has been rehearsed yet", value: Math.round(first), unit: "ms", goal: null },
      { id: "scene.switch.p50", what: `command → new scene painted on all displays, median (${at})`, value: Math.round(quantile(delays, 0.5)), unit: "ms", goal: null },
      { id: "scene.switch", what: `command → new scene painted on all displays, the slowest (${at})`, value, peer, ratio: value / peer, unit: "ms", goal: 1_000 },
    ];
  } finally {
    for (const context of contexts) await context.close();
  }
}

/** As many as a scene has. */
const BARE_WORDS = 250;
/** What the browser alone takes: the slowest of the three, each time. */
async function bareSwitch(browser) {
  const contexts = await Promise.all([1, 2, 3].map(() => browser.newContext({ viewport: { width: 1920, height: 1080 } })));
  const pages = await Promise.all(
    contexts.map(async (context) => {
      await context.addInitScript(AFTER_FRAME);
      const page = await context.newPage();
      await page.goto("about:blank");
      await page.setContent('<canvas width="1920" height="1080"></canvas><p></p>');
      await page.evaluate(AFTER_FRAME);
      return page;
    }),
  );
  const taken = [];
  for (let k = 0; k < SWITCHES; k++) {
    const begun = Date.now();
    const painted = await Promise.all(
      pages.map((page) =>
        page.evaluate(
          async ({ round, words }) => {
            const gl = (window.gl ??= document.querySelector("canvas").getContext("webgl2"));
            gl.clearColor(round / 10, 0.1, 0.1, 1);
            gl.clear(gl.COLOR_BUFFER_BIT);
            document.querySelector("p").replaceChildren(...Array.from({ length: words }, (_, i) => Object.assign(document.createElement("span"), { textContent: `${round} ${i} ` })));
            await new Promise((done) => window.afterFrame(done));
            return window.rightNow();
          },
          { round: k, words: BARE_WORDS },
        ),
      ),
    );
    taken.push(Math.max(...painted) - begun);
  }
  for (const context of contexts) await context.close();
  return taken;
}
