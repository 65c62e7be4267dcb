import { fromSource } from "./from-source.mjs";

/**
 * What `held` reads of a page, in the order in which it is told. The first three are told by a snapshot of the heap, which holds nothing but what can still be
 * reached; what V8 says that it uses is up to 2 MB more, in garbage that comes and goes. heapMb = V8's objects. codeMb = the code that V8 made of the page's
 * scripts and what it learnt of how they run: it grows for hours as more functions have been run often enough to be compiled, and compiled anew. browserMb =
 * what the browser's own objects hold on the page's behalf. Detached = nodes that stand in no document, templates among them.
 */
export const HELD = ["heapMb", "codeMb", "browserMb", "nodes", "detached", "listeners", "canvases", "contexts", "textures", "buffers", "programs", "intervals"];
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
  const { code, native, ...objects } = await reached(strings);
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
  return { heapMb: inMb(Object.values(objects).reduce((a, b) => a + b, 0)), codeMb: inMb(code), browserMb: inMb(native), nodes, detached: nodes - attached, listeners: jsEventListeners, ...counts };
}

const inMb = (bytes) => bytes / 2 ** 20;

/** Bytes of what can be reached, by the kinds that a snapshot tells apart (`meta.node_types`). */
async function reached(strings) {
  const parts = [];
  const take = ({ chunk }) => parts.push(chunk);
  strings.on("HeapProfiler.addHeapSnapshotChunk", take);
  await strings.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  strings.off("HeapProfiler.addHeapSnapshotChunk", take);
  const { snapshot, nodes } = JSON.parse(parts.join(""));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [kind, size] = [fields.indexOf("type"), fields.indexOf("self_size")];
  const sums = {};
  for (let at = 0; at < nodes.length; at += fields.length) {
    const name = types[0][nodes[at + kind]];
    sums[name] = (sums[name] ?? 0) + nodes[at + size];
  }
  return sums;
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
