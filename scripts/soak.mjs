// `npm run soak -- [--hours=24]`: two displays and their server live through so many hours of a wall's life (bench/wall-day.mjs), one after the
// other without the waiting in between; what they hold is read after each. Exits with 1 when something has grown beyond its limit.
// Held is what a whole garbage collection leaves, so that a busy machine changes the minutes that it takes, not the verdict.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build, install, root } from "./prepare.mjs";

/** Hours before the first reading counts: caches fill, and what seldom happens has happened once. */
const WARM_UP_H = 2;
/**
 * Of a page, from the first readings to the last; a count may not grow by a single one where a tenth is less. Code is bounded by the page's scripts, each function
 * of which V8 compiles up to four times over, the seldom ones late in a day: it may grow by a quarter. A page that makes code as it goes would not stop there.
 */
const PAGE_LIMITS = { heapMb: 0.1, codeMb: 0.25, browserMb: 0.1, nodes: 0.1, detached: 0.1, listeners: 0.1, canvases: 0, contexts: 0, textures: 0.1, buffers: 0.1, programs: 0, intervals: 0.1 };
/** Of the server, MB an hour. */
const SERVER_LIMITS = { heapMb: 1, rssMb: 1 };

const { values } = parseArgs({ options: { hours: { type: "string", default: "24" } } });
const hours = Number(values.hours);
if (!Number.isInteger(hours) || hours < 2) {
  console.error(`--hours=${values.hours}: a whole number of at least 2 was expected; growth is told between readings.`);
  process.exit(2);
}
process.chdir(root);
install();
build();
const { launchBrowser } = await import("../bench/browser.mjs");
const { startHouse } = await import("../bench/house.mjs");
const { growth, slope } = await import("../bench/growth.mjs");
const { HELD } = await import("../bench/held.mjs");
const { AN_HOUR, SELDOM_H, openWallLife } = await import("../bench/wall-day.mjs");

const shown = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(1));
const row = (cells) => console.log(cells.map((cell, i) => (i === 0 ? String(cell).padEnd(14) : String(cell).padStart(10))).join(""));

const readings = [];
const house = await startHouse({ tellsMemory: true });
const browser = await launchBrowser();
let complaints;
let paths;
try {
  const life = await openWallLife(house, browser);
  ({ complaints, paths } = life);
  console.log(`An hour: ${Object.entries(AN_HOUR).map(([what, n]) => `${n} ${what}`).join(", ")}; seldom = every ${SELDOM_H} hours. ${WARM_UP_H} hours of warm-up, then ${hours}.`);
  row(["hour", "seconds", ...HELD, "server MB", "RSS MB"]);
  for (let hour = 0; hour < WARM_UP_H + hours; hour++) {
    const begun = performance.now();
    await life.playHour(hour);
    const reading = await life.read();
    const seconds = Math.round((performance.now() - begun) / 1_000);
    if (hour >= WARM_UP_H) readings.push(reading);
    paths.forEach((path, i) => row([i === 0 ? (hour < WARM_UP_H ? "warm-up" : hour - WARM_UP_H + 1) : "", i === 0 ? seconds : "", ...HELD.map((what) => shown(reading.pages[path][what])), ...(i === 0 ? [shown(reading.server.heapMb), shown(reading.server.rssMb)] : [])]));
  }
  await life.close();
} finally {
  await browser.close();
  await house.stop();
}

const verdicts = [
  ...paths.flatMap((path) =>
    HELD.map((what) => {
      const { first, last, share } = growth(readings.map(({ pages }) => pages[path][what]));
      return { what: `${path} ${what}`, first, last, grew: `${share >= 0 ? "+" : ""}${(share * 100).toFixed(1)} %`, limit: `+${PAGE_LIMITS[what] * 100} %`, isMet: share <= PAGE_LIMITS[what] };
    }),
  ),
  ...Object.entries(SERVER_LIMITS).map(([what, limit]) => {
    const told = readings.map(({ server }) => server[what]);
    const rise = slope(told);
    return { what: `server ${what}`, first: told[0], last: told.at(-1), grew: `${rise >= 0 ? "+" : ""}${rise.toFixed(2)} MB/h`, limit: `+${limit} MB/h`, isMet: rise <= limit };
  }),
];
console.log("");
for (const { what, first, last, grew, limit, isMet } of verdicts) console.log(`${isMet ? "✓" : "✗"} ${what.padEnd(26)} ${shown(first).padStart(8)} → ${shown(last).padStart(8)}  ${grew.padStart(11)}  limit ${limit}`);
for (const complaint of complaints) console.log(`✗ ${complaint}`);
writeFileSync(join(root, "bench", "soak.json"), `${JSON.stringify({ hours, readings, verdicts, complaints }, null, 2)}\n`);
const broken = [...verdicts.filter(({ isMet }) => !isMet).map(({ what }) => what), ...(complaints.length > 0 ? ["a page complained"] : [])];
console.log(broken.length === 0 ? `\nNothing has grown in ${hours} hours · bench/soak.json` : `\nBroken: ${broken.join(", ")} · bench/soak.json`);
process.exitCode = broken.length === 0 ? 0 : 1;
