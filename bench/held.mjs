import { fromSource } from "./from-source.mjs";

/** What `held` reads of a page, in the order in which it is told. Detached = nodes that stand in no document, templates among them. */
export const HELD = ["heapMb", "nodes", "detached", "listeners", "canvases", "contexts", "textures", "buffers", "programs", "intervals"];
const [LEAST_COLLECTIONS, MOST_COLLECTIONS, BETWEEN_MS] = [3, 8, 150];

/** Installed in each page before its own scripts: counts what `held` reads. */
export async function countHeld(context) {
  const { countWebgl } = await fromSource("tests/fixtures/count-webgl.ts");
  await context.addInitScript(countWebgl);
  await context.addInitScript(countIntervals);
}

/** What a page holds after a whole collection. `strings` is a CDP session of it. */
export async function held(page, strings) {
  // Again and again, until nothing more goes: what one collection lets go of, a later one takes.
  let [nodes, jsEventListeners, before] = [0, 0, Number.POSITIVE_INFINITY];
  for (let k = 0; k < MOST_COLLECTIONS; k++) {
    await strings.send("HeapProfiler.collectGarbage");
    ({ nodes, jsEventListeners } = await strings.send("Memory.getDOMCounters"));
    if (nodes >= before && k >= LEAST_COLLECTIONS) break;
    before = nodes;
    await new Promise((done) => setTimeout(done, BETWEEN_MS));
  }
  const { usedSize } = await strings.send("Runtime.getHeapUsage");
  const own = await page.evaluate(() => {
    let [attached, canvases] = [0, 0];
    const walk = (node) => {
      attached++;
      if (node.localName === "canvas") canvases++;
      node.childNodes.forEach(walk);
      if (node.shadowRoot) walk(node.shadowRoot);
    };
    walk(document);
    return { attached, canvases, intervals: window.intervalsStanding(), ...window.webgl.standing() };
  });
  const { attached, ...counts } = own;
  return { heapMb: usedSize / 2 ** 20, nodes, detached: nodes - attached, listeners: jsEventListeners, ...counts };
}

/** Runs in the page. Timeouts come and go with every channel that is left; an interval that nobody ends goes on for ever. */
function countIntervals() {
  const standing = new Set();
  const { setInterval: every, clearInterval: end } = window;
  window.setInterval = (...given) => {
    const id = every(...given);
    standing.add(id);
    return id;
  };
  window.clearInterval = (id) => (standing.delete(id), end(id));
  window.intervalsStanding = () => standing.size;
}
