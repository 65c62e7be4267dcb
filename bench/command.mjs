import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { quantile } from "./quantile.mjs";

const A_SECOND = 50;
const SECONDS = 20;
const WARM_UP = 50;
const POSTS = ["officer@44", "chief@44", "commander@44"];

/**
 * A command → its durable answer, sent at a steady 50 a second whatever the answers do: every other one reports an incident, the next one of the same post
 * verifies it. What was due while an earlier one kept the sender waiting counts from the instant at which it was due.
 * Beside it: a line of a kilobyte forced to the same disk, as often.
 */
export async function commandLatency(house) {
  const region = "440882";
  const taken = [];
  const failed = [];
  const waiting = [];
  let sent = 0;
  const one = async (due) => {
    const n = ++sent;
    const as = POSTS[n % POSTS.length];
    const incident = n % 2 === 0 ? waiting.shift() : undefined;
    const [kind, data] = incident === undefined ? ["incident.report", { type: "tra.crash.major", region, title: `压测事件 ${n}` }] : ["incident.verify", { incident, note: "压测" }];
    try {
      const { result } = await house.call(as, "POST", "/commands", { id: `bench-command-${n}-${Math.round(due)}`, kind, situation: "live", data });
      if (n > WARM_UP) taken.push(performance.now() - due);
      if (incident === undefined) waiting.push(result.incident);
    } catch (error) {
      failed.push(String(error));
    }
  };
  await steadily(one);
  if (failed.length > 0) throw new Error(`${failed.length} of ${sent} commands were not answered as they should be, the first: ${failed[0]}`);
  const bare = await bareDisk();
  const at = `${A_SECOND} a second for ${SECONDS} s, reports and verifications of three posts`;
  const round = (value) => Math.round(value * 10) / 10;
  const [value, peer] = [round(quantile(taken, 0.99)), Math.max(0.1, round(quantile(bare, 0.99)))];
  return [
    { id: "command.p50", what: `command → durable answer, median (${at})`, value: round(quantile(taken, 0.5)), unit: "ms", goal: null },
    { id: "command.p99", what: `command → durable answer, p99 (${at})`, value, peer, peerIs: "a kilobyte forced to the same disk", ratio: value / peer, unit: "ms", goal: 100 },
  ];
}

/** Calls `one` with the instant at which it was due, and waits for the last. */
async function steadily(one) {
  const begun = performance.now();
  const under = [];
  for (let k = 0; k < A_SECOND * SECONDS; k++) {
    const due = begun + (k * 1_000) / A_SECOND;
    const left = due - performance.now();
    if (left > 0) await new Promise((done) => setTimeout(done, left));
    under.push(one(due));
  }
  await Promise.all(under);
}
async function bareDisk() {
  const folder = mkdtempSync(join(tmpdir(), "guanlan-disk-bench-"));
  const file = openSync(join(folder, "lines"), "a");
  const line = `${"x".repeat(1_023)}\n`;
  const taken = [];
  try {
    await steadily(async () => {
      const before = performance.now();
      writeSync(file, line);
      fsyncSync(file);
      taken.push(performance.now() - before);
    });
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true });
  }
  return taken;
}
