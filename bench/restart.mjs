// kill -9 → /readyz of a house whose journal has a million entries: with the snapshot that it has taken by itself, and without one. `npm run bench -- restart`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startHouse } from "./house.mjs";
import { writeLongChain } from "./long-chain.mjs";
import { quantile } from "./quantile.mjs";

const ENTRIES = 1_000_000;
const GOAL_S = 5;
const TIMES = 3;
/** A town fills its wall with so much meanwhile: the end that a boot has to read. */
const TAIL = 40;
const rest = (ms) => new Promise((done) => setTimeout(done, ms));
const seconds = (ms) => Math.round(ms / 10) / 100;

async function untilHealth(house, isSo) {
  for (;;) {
    const health = await (await fetch(`${house.base}/healthz`)).json();
    if (isSo(health)) return health;
    await rest(250);
  }
}

/** @returns {Promise<{id: string, what: string, value: number, unit: string, goal: number | null}[]>} */
export async function restartFigures(entries = ENTRIES) {
  const dataDir = mkdtempSync(join(tmpdir(), "guanlan-bench-"));
  const of = `${entries.toLocaleString("en")} journal entries`;
  const figures = [];
  const note = (id, what, value, unit, goal = null) => figures.push({ id: `restart.${id}`, what: `${of}: ${what}`, value, unit, goal });
  try {
    await writeLongChain(join(dataDir, "guanlan.db"), entries);
    const first = await startHouse({ dataDir });
    note("anew", "kill -9 → /readyz without a snapshot, all of it read", seconds(first.readyMs), "s");
    note("anew.rss", "resident at /readyz without a snapshot", first.rssMb(), "MB");
    await untilHealth(first, ({ snapshot }) => snapshot !== null);
    for (let i = 0; i < TAIL; i++) await first.command("wall.focus", { wall: "main", region: i % 2 === 0 ? "4408" : "4401" });
    await first.kill();

    // The machine is shared: each is measured beside a house that has nothing to read.
    const [ready, empty] = [[], []];
    for (let i = 0; i < TIMES; i++) {
      const beside = await startHouse();
      empty.push(beside.readyMs);
      await beside.stop();
      const again = await startHouse({ dataDir });
      ready.push(again.readyMs);
      if (i === 0) note("kept.rss", "resident at /readyz with the snapshot", again.rssMb(), "MB");
      if (i === TIMES - 1) {
        const begun = performance.now();
        await untilHealth(again, ({ journal }) => journal.state === "verified");
        note("behind", "verified behind the open doors, after /readyz", seconds(performance.now() - begun), "s");
        note("behind.rss", "resident once it is verified, and all that rested is read", again.rssMb(), "MB");
      }
      await again.kill();
    }
    note("empty", `beside it, /readyz of a house without any, the median of ${TIMES}`, seconds(quantile(empty, 0.5)), "s");
    figures.unshift({ id: "restart.ready", what: `${of}: kill -9 → /readyz with the snapshot of the house itself, the median of ${TIMES}`, value: seconds(quantile(ready, 0.5)), unit: "s", goal: GOAL_S });
    return figures;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
