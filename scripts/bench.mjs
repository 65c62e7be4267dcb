// `npm run bench`: measures the figures of the product in one run, prints a table and writes bench/results.json.
// Machines are shared and noisy: read a figure together with its goal and its peers of the same run.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { build, install, root } from "./prepare.mjs";

process.chdir(root);
install();
build();
const { launchBrowser } = await import("../bench/browser.mjs");
const { startHouse } = await import("../bench/house.mjs");
const { idleWall } = await import("../bench/idle.mjs");
const { paintLatency } = await import("../bench/paint.mjs");
const { tapLatency } = await import("../bench/tap.mjs");
const { overviewFigures } = await import("../bench/overview.mjs");
const { instantSkew } = await import("../bench/instant.mjs");
const { sceneSwitch } = await import("../bench/scene.mjs");
const { modeSwitch } = await import("../bench/mode.mjs");
const { pointsFrames } = await import("../bench/points.mjs");
const { commandLatency } = await import("../bench/command.mjs");
const { criticalAlert } = await import("../bench/critical.mjs");
const { searchTime } = await import("../bench/search.mjs");
const { stormFigures } = await import("../bench/storm.mjs");
const { journalFigures } = await import("../bench/journal.mjs");
const { restartFigures } = await import("../bench/restart.mjs");

const wanted = process.argv.slice(2);
const asked = (id) => wanted.length === 0 || wanted.includes(id);
const figures = [];
const note = (figure) => {
  figures.push({ ...figure, met: figure.goal === null ? null : figure.value <= figure.goal });
  const { id, what, value, unit, goal, met, peer, ratio, peerIs = "the browser alone" } = figures.at(-1);
  const beside = peer === undefined ? "" : ` · ${peerIs} ${peer} ${unit}, ratio ${ratio.toFixed(1)}`;
  console.log(`${met === false ? "✗" : "✓"} ${id.padEnd(18)} ${String(value).padStart(9)} ${unit.padEnd(4)} goal ${goal ?? "–"}  ${what}${beside}`);
};

/** Parts that need a house, in the order in which they run: what must stand still comes first, what fills it last. */
const PARTS = { idle: idleWall, paint: paintLatency, tap: tapLatency, points: pointsFrames, scene: sceneSwitch, mode: modeSwitch, instant: instantSkew, search: searchTime, overview: overviewFigures, critical: criticalAlert, command: commandLatency };
if (["boot", ...Object.keys(PARTS)].some(asked)) {
  const house = await startHouse();
  try {
    note({ id: "boot.ready", what: "npm start, installed and built: process start → /readyz", value: house.readyMs, unit: "ms", goal: 5000 });
    const browser = await launchBrowser();
    try {
      for (const [id, measure] of Object.entries(PARTS)) if (asked(id)) for (const figure of await measure(house, browser)) note(figure);
    } finally {
      await browser.close();
    }
    note({ id: "boot.rss", what: "resident memory of the server, at its highest in this run", value: house.peakRssMb(), unit: "MB", goal: 400 });
  } finally {
    await house.stop();
  }
}
if (asked("storm")) for (const figure of await stormFigures()) note(figure);
// A million entries are written for it, and read twice: minutes that nobody wants who has not asked for them.
if (wanted.includes("restart")) for (const figure of await restartFigures()) note(figure);
if (asked("verify")) for (const figure of await journalFigures()) note(figure);

const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
let commit = "unknown";
try {
  commit = git("rev-parse", "--short", "HEAD");
} catch {
  // Not a git checkout: the figures still stand.
}
mkdirSync(join(root, "bench"), { recursive: true });
const results = { machine: { cpus: cpus().length, model: cpus()[0]?.model, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version }, commit, figures };
writeFileSync(join(root, "bench", "results.json"), `${JSON.stringify(results, null, 2)}\n`);
console.log(`\n${figures.filter((f) => f.met === false).length} of ${figures.length} figures miss their goal · bench/results.json`);
