import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import type { Entry } from "../../model/journal.ts";
import { jcs, type HashName } from "./hash.ts";
import { createHeads } from "./heads.ts";
import { EMPTY_HEAD, flaw, seal, type Head } from "./seal.ts";

interface Verdict {
  readonly verdict: string;
  readonly sound: boolean;
  readonly notes: readonly string[];
}
let verifyFile: (paths: { file: string; heads?: string; key?: string }) => Promise<Verdict>;
let folder: string;
beforeAll(async () => {
  // The verifier is a separate program in plain JavaScript; it is loaded by its address, not as one of ours.
  ({ verifyFile } = (await import(pathToFileURL(resolve("scripts/verify/file.mjs")).href)) as { verifyFile: typeof verifyFile });
  folder = mkdtempSync(join(tmpdir(), "guanlan-verify-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const WORDS = ["水位超警", "a\"b\\c", "\u2028 line", "𠮷 🌀", "\u0007", "</script>", ""];
function chain(n: number, hash: HashName = "sm3", filler = ""): Entry[] {
  const entries: Entry[] = [];
  let head: Head = EMPTY_HEAD;
  for (let i = 0; i < n; i++) {
    const body = { z: i / 3, zh: WORDS[i % WORDS.length], "body": { bodyHash: "x", ",\"salt\":\"": [null, true, -0, 1e21, 1e-7] }, filler };
    const entry = seal({ kind: "test.noted", actor: `岗位“${i}”`, region: "44", body }, { situation: "live", at: "2026-01-01T08:00:00.000+08:00", simAt: "2015-10-04T14:10:00.000+08:00", salt: i.toString(16).padStart(32, "0") }, head, hash);
    entries.push(entry);
    head = { seq: entry.seq, hash: entry.hash };
  }
  return entries;
}
/** What a line says, canonically; null when it is not JSON. */
function said(line: string): string | null {
  try {
    return jcs(JSON.parse(line));
  } catch {
    return null;
  }
}
const linesOf = (entries: readonly unknown[]): string[] => entries.map((e) => jcs(e));
let files = 0;
function write(lines: readonly string[], head: string = '{"H":"sm3","situation":"live"}'): string {
  const file = join(folder, `${files++}.ndjson`);
  writeFileSync(file, [head, ...lines].map((l) => `${l}\n`).join(""));
  return file;
}
function sign(entries: readonly Entry[]): string {
  const file = join(folder, `${files++}`, "heads.ndjson");
  const { seq, hash } = entries.at(-1)!;
  createHeads({ file, keyFile: join(folder, "journal.pem"), clock: new ManualClock(0), hash: "sm3", heads: () => [{ situation: "live", seq, hash }] }).sign();
  return file;
}
const verdictOf = async (lines: readonly string[], heads?: string): Promise<string> => (await verifyFile({ file: write(lines), ...(heads && { heads }) })).verdict;
const ok = (entries: readonly Entry[]): string => `ok ${entries.length} ${entries.at(-1)!.hash}`;

describe("the verifier", () => {
  test("says ok, how many, and the head, for either hash, canonical or not", async () => {
    const entries = chain(20);
    expect(await verdictOf(linesOf(entries))).toBe(ok(entries));
    expect(await verdictOf(entries.map((e) => JSON.stringify(e, null, 1).replaceAll("\n", " ")))).toBe(ok(entries));
    const other = chain(5, "sha256");
    expect((await verifyFile({ file: write(linesOf(other), '{"H":"sha256","situation":"live"}') })).verdict).toBe(ok(other));
    expect((await verifyFile({ file: write(linesOf(other)) })).verdict).toMatch(/^bad 1 /);
  });

  test("finds a member that a line names twice, wherever it stands and however it is written: a reader may take either", async () => {
    const entries = chain(6);
    const lines = linesOf(entries);
    const forge = (from: string | RegExp, to: string) => lines.map((line, i) => (i === 3 ? line.replace(from, to) : line));
    for (const forged of [
      forge("{", '{"body":{"alert":"FORGED"},'), forge("{", '{"bod\\u0079":{"alert":"FORGED"},'), forge(/}$/, `,"kind":${JSON.stringify(entries[3]!.kind)}}`),
      forge('"zh":', '"zh":"FORGED","zh":'), forge('"actor":', '"actor":"FORGED","actor":'),
    ]) {
      expect(forged[3]).not.toBe(lines[3]);
      expect(JSON.parse(forged[3]!)).toEqual(JSON.parse(lines[3]!));
      expect(await verdictOf(forged)).toMatch(/^bad 4 the line names ".*" twice$/);
    }
    // Said once in each of several objects, or inside a text, it is no repetition.
    expect(await verdictOf(lines.map((line) => `${line} `))).toBe(ok(entries));
    const heads = sign(entries);
    writeFileSync(heads, readFileSync(heads, "utf8").replace("{", '{"seq":1,'));
    expect(await verdictOf(lines, heads)).toMatch(/^bad \d+ signed head in line 1: the line names "seq" twice/);
  });

  test("says that without heads a cut tail cannot be seen, and sees it with them", async () => {
    const entries = chain(9);
    const heads = sign(entries);
    const cut = write(linesOf(entries.slice(0, 6)));
    expect(await verifyFile({ file: cut })).toMatchObject({ verdict: ok(entries.slice(0, 6)), notes: [expect.stringMatching(/cut tail cannot be seen/)] });
    expect((await verifyFile({ file: cut, heads })).verdict).toMatch(/^bad 7 .*seq 9 was signed/);
    expect((await verifyFile({ file: write(linesOf(entries)), heads })).verdict).toBe(ok(entries));
    expect(await verdictOf([], heads)).toMatch(/^bad 1 /);
  });

  test("an export that says where it ends is bad when it ends before, and one that begins late is no whole chain", async () => {
    const entries = chain(6);
    const lines = entries.map((e) => JSON.stringify(e));
    const verdict = async (head: object, some: readonly string[]) => (await verifyFile({ file: write(some, JSON.stringify({ hash: "sm3", situation: "live", ...head })) })).verdict;
    expect(await verdict({ after: 0, head: 6 }, lines)).toBe(ok(entries));
    expect(await verdict({ after: 0, head: 6 }, lines.slice(0, 4))).toMatch(/^bad 5 .*goes to 6/);
    expect(await verdict({ after: 2, head: 6 }, lines.slice(2))).toMatch(/^bad 1 found seq 3/);
  });

  test("an erased body is counted, and does not break the chain; half an erasure does", async () => {
    const entries = chain(6);
    const erased = entries.map(({ body, salt, ...rest }) => (rest.seq === 3 ? rest : { ...rest, body, salt }));
    expect(await verifyFile({ file: write(linesOf(erased)) })).toMatchObject({ verdict: ok(entries), notes: [expect.anything(), expect.stringMatching(/^1 bodies are erased/)] });
    const half = entries.map(({ salt, ...rest }) => (rest.seq === 3 ? rest : { ...rest, salt }));
    expect(await verdictOf(linesOf(half))).toMatch(/^bad 3 /);
  });

  test("any single edit, deletion, insertion, swap or cut is found at its place", { timeout: 60_000 }, async () => {
    const entries = chain(12);
    const lines = linesOf(entries);
    const heads = sign(entries);
    const at = fc.nat(lines.length - 1);
    const mischief = fc.oneof(
      fc.record({ what: fc.constant("edit" as const), at, where: fc.nat(10_000), to: fc.constantFrom("0", "1", "9", "a", "f", "A", "水", " ", "{", "}", "[", "]", '"', ",", ":", "\\") }),
      fc.record({ what: fc.constantFrom("delete" as const, "double" as const, "swap" as const, "cut" as const, "foreign" as const), at }),
    );
    await fc.assert(
      fc.asyncProperty(mischief, async (m) => {
        const out = [...lines];
        let expected = m.at + 1;
        if (m.what === "edit") {
          const chars = Array.from(out[m.at]!);
          const where = m.where % chars.length;
          fc.pre(chars[where] !== m.to);
          chars[where] = m.to;
          out[m.at] = chars.join("");
          // 1e+21 and 1e021 are one number: an edit that leaves what the line says is no alteration of the entry.
          fc.pre(said(out[m.at]!) !== lines[m.at]);
        } else if (m.what === "delete") out.splice(m.at, 1);
        else if (m.what === "double") {
          out.splice(m.at, 0, out[m.at]!);
          expected++;
        } else if (m.what === "swap") {
          fc.pre(m.at + 1 < out.length);
          [out[m.at], out[m.at + 1]] = [out[m.at + 1]!, out[m.at]!];
        } else if (m.what === "cut") out.length = m.at;
        else out.splice(m.at, 0, jcs(seal({ kind: "forged", actor: "x", region: "44", body: {} }, { situation: "live", at: "t", simAt: "t", salt: "" }, { seq: 500, hash: "f".repeat(64) }, "sm3")));
        expect(await verdictOf(out, heads)).toMatch(new RegExp(`^bad ${expected} `));
      }),
      { numRuns: 200 },
    );
  });

  test("no byte of a line is beyond notice, wherever it stands", { timeout: 60_000 }, async () => {
    const lines = linesOf(chain(3));
    const chars = Array.from(lines[1]!);
    for (const [where, char] of chars.entries()) {
      const out = [lines[0]!, chars.with(where, char === "0" ? "1" : "0").join(""), lines[2]!];
      if (said(out[1]!) !== lines[1]) expect(await verdictOf(out), `byte ${where}, "${char}"`).toMatch(/^bad 2 /);
    }
  });

  test("a chain rewritten from one entry on is sound in itself, and found by its signed head", async () => {
    const entries = chain(8);
    const heads = sign(entries);
    const forged = entries.slice(0, 4);
    for (let head: Head = forged.at(-1)!; head.seq < 8; head = forged.at(-1)!)
      forged.push(seal({ kind: "test.noted", actor: "x", region: "44", body: { forged: true } }, { situation: "live", at: "t", simAt: "t", salt: "0" }, head, "sm3"));
    expect(await verdictOf(linesOf(forged))).toBe(ok(forged));
    expect(await verdictOf(linesOf(forged), heads)).toMatch(/^bad 8 .*signed head/);
  });

  test("heads that were altered, or signed by a key other than the one noted, are refused", async () => {
    const entries = chain(4);
    const file = write(linesOf(entries));
    const heads = sign(entries);
    expect((await verifyFile({ file, heads, key: join(folder, "journal.pem.pub") })).sound).toBe(true);
    createHeads({ file: join(folder, "none"), keyFile: join(folder, "stranger.pem"), clock: new ManualClock(0), hash: "sm3", heads: () => [] });
    expect((await verifyFile({ file, heads, key: join(folder, "stranger.pem.pub") })).verdict).toMatch(/^bad 4 .*another key/);
    writeFileSync(heads, readFileSync(heads, "utf8").replace('"seq":4', '"seq":3'));
    expect((await verifyFile({ file, heads })).verdict).toMatch(/^bad 3 .*(signature|signed head)/);
  });

  test("large files are verified in pieces, and a fault at or behind a joint is found where it is", { timeout: 60_000 }, async () => {
    const entries = chain(7_000, "sm3", "长".repeat(300));
    const lines = linesOf(entries);
    expect(await verdictOf(lines)).toBe(ok(entries));
    for (const seq of [3_100, 6_999]) {
      expect(await verdictOf(lines.filter((_, i) => i !== seq - 1))).toMatch(new RegExp(`^bad ${seq} `));
      expect(await verdictOf(lines.map((l, i) => (i === seq - 1 ? l.replace("长长", "长短") : l)))).toMatch(new RegExp(`^bad ${seq} bodyHash`));
    }
  });

  test("its own arithmetic agrees with the server's on any JSON body", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 }), async (bodies) => {
        const entries: Entry[] = [];
        for (const body of bodies)
          entries.push(seal({ kind: "k", actor: "a", region: "44", body }, { situation: "live", at: "t", simAt: "t", salt: "5a" }, entries.at(-1) ?? EMPTY_HEAD, "sm3"));
        for (const [i, entry] of entries.entries()) expect(flaw(JSON.parse(jcs(entry)) as Entry, entries[i - 1] ?? EMPTY_HEAD, "sm3")).toBeNull();
        expect(await verdictOf(linesOf(entries))).toBe(ok(entries));
      }),
      { numRuns: 60 },
    );
  });

  test("on the command line it ends with 0, 1 or 2", { timeout: 30_000 }, () => {
    const run = (...args: string[]) => spawnSync(process.execPath, [resolve("scripts/journal-verify.mjs"), ...args], { encoding: "utf8" });
    const entries = chain(3);
    const sound = run(write(linesOf(entries)));
    expect([sound.status, sound.stdout.trimEnd().split("\n").at(-1)]).toEqual([0, ok(entries)]);
    const bad = run(write(linesOf([entries[0], entries[2]])));
    expect([bad.status, bad.stdout.trim()]).toEqual([1, "bad 2 found seq 3"]);
    expect(run(join(folder, "nowhere")).status).toBe(2);
    expect(run().stderr).toMatch(/Usage/);
  });
});
