import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { readHeads } from "./heads.mjs";
import { flaw, parse, verifyLines } from "./lines.mjs";

const CHUNK_BYTES = 4 * 1024 * 1024;
const HASHES = ["sm3", "sha256"];
const FIRST_PREV = "0".repeat(64);

/** Whole lines of a file, a few megabytes at a time. */
function* chunks(fd) {
  let rest = Buffer.alloc(0);
  for (let at = 0; ; ) {
    const bytes = Buffer.allocUnsafe(CHUNK_BYTES);
    const got = readSync(fd, bytes, 0, CHUNK_BYTES, at);
    if (got === 0) break;
    at += got;
    const all = Buffer.concat([rest, bytes.subarray(0, got)]);
    const end = all.lastIndexOf(0x0a) + 1;
    if (end > 0) yield all.subarray(0, end);
    rest = all.subarray(end);
  }
  if (rest.length > 0) yield rest;
}

/** What the first line says: H and the chain's name. A file that begins with an entry is read by the hash that fits it. */
function opening(line) {
  const { entry: said } = parse(line);
  if (!said) return {};
  if (said.seq === undefined) return { header: true, hash: Object.values(said).find((v) => HASHES.includes(v)), situation: said.situation, head: said.head };
  return { header: false, hash: HASHES.find((h) => !flaw(said, h, said.situation)) ?? HASHES[0], situation: said.situation };
}

/** Runs each chunk through a worker (or here, when there is one only) and hands the answers on in the file's order, until `take` says no. */
async function inOrder(parts, verify, take) {
  const first = parts.next();
  if (first.done) return;
  const second = parts.next();
  if (second.done) return void take(verifyLines(first.value, verify));
  const waiting = [first.value, second.value];
  const answers = new Map();
  let sent = 0;
  let taken = 0;
  let stopped = false;
  const workers = Array.from({ length: Math.min(availableParallelism(), 8) }, () => new Worker(new URL("./lines.mjs", import.meta.url), { workerData: { verify } }));
  try {
    await new Promise((resolve, reject) => {
      const feed = (worker) => {
        const part = waiting.shift() ?? parts.next().value;
        if (part) worker.postMessage({ bytes: part, number: sent++ });
        else if (taken === sent) resolve();
      };
      for (const worker of workers) {
        worker.on("error", reject);
        worker.on("message", (answer) => {
          answers.set(answer.number, answer);
          for (; !stopped && answers.has(taken); taken++) {
            stopped = !take(answers.get(taken));
            answers.delete(taken);
          }
          if (stopped) resolve();
          else feed(worker);
        });
        feed(worker);
      }
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/**
 * Verifies the NDJSON export of one chain.
 * @param {{file: string, heads?: string, key?: string}} paths
 * @returns {Promise<{verdict: string, sound: boolean, notes: string[]}>}
 */
export async function verifyFile(paths) {
  const fd = openSync(paths.file, "r");
  try {
    return await verifyOpen(fd, paths);
  } finally {
    closeSync(fd);
  }
}

async function verifyOpen(fd, paths) {
  const probe = Buffer.alloc(Math.min(fstatSync(fd).size, 1024 * 1024));
  readSync(fd, probe, 0, probe.length, 0);
  const firstLine = probe.toString("utf8").split("\n", 1)[0];
  const { header, hash, situation, head } = opening(firstLine);
  const bad = (seq, reason) => ({ verdict: `bad ${seq} ${reason}`, sound: false, notes: [] });
  if (!hash || typeof situation !== "string") return bad(1, `the first line names no H (${HASHES.join(" or ")}) and no chain`);
  const heads = paths.heads === undefined ? null : readHeads(paths.heads, situation, paths.key);

  let last = { seq: 0, hash: FIRST_PREV };
  let erased = 0;
  let wrong;
  await inOrder(entryChunks(fd, header ? Buffer.byteLength(firstLine) + 1 : 0), { hash, situation, signed: heads?.signed }, (found) => {
    wrong = jointFlaw(found.first, last);
    if (wrong) wrong = bad(last.seq + 1, wrong);
    else if (found.bad) wrong = bad((found.last ?? last).seq + 1, found.bad);
    last = found.last ?? last;
    erased += found.erased;
    return !wrong;
  });
  if (wrong) return wrong;
  if (typeof head === "number" && head > last.seq) return bad(last.seq + 1, `the file ends at ${last.seq}, but says that it goes to ${head}`);
  if (heads?.bad) return bad(heads.bad.seq, heads.bad.reason);
  if (heads && heads.last > last.seq) return bad(last.seq + 1, `the file ends at ${last.seq}, but seq ${heads.last} was signed`);
  const notes = [];
  if (!heads) notes.push("Without --heads a cut tail cannot be seen: whatever follows may be missing. (未提供签名链头，无法发现尾部截断)");
  else if (heads.last === 0) notes.push(`No signed head speaks of "${situation}": a cut tail cannot be seen. (没有该链的签名链头，无法发现尾部截断)`);
  else notes.push(`Signed up to seq ${heads.last} with the key ${heads.key}${paths.key ? "" : "; compare it with the one you noted"}.`);
  if (erased > 0) notes.push(`${erased} bodies are erased; their hashes still stand.`);
  return { verdict: `ok ${last.seq} ${last.hash}`, sound: true, notes };
}

/** Why a chunk cannot follow what came before it, or null. */
function jointFlaw(first, last) {
  if (!first) return null;
  if (first.seq !== last.seq + 1) return `found seq ${first.seq}`;
  return first.prev === last.hash ? null : "prev is not the hash of the entry before";
}

function* entryChunks(fd, headerBytes) {
  let skip = headerBytes;
  for (const part of chunks(fd)) {
    const from = Math.min(skip, part.length);
    skip -= from;
    if (from < part.length) yield part.subarray(from);
  }
}
