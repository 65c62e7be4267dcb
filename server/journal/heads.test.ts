import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { createHeads } from "./heads.ts";
import type { Head } from "./seal.ts";

let folder: string;
let clock: ManualClock;
let chains: Map<string, Head>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guanlan-heads-"));
  clock = new ManualClock(Date.UTC(2026, 0, 1));
  chains = new Map();
});
afterEach(() => rmSync(folder, { recursive: true }));
const file = (): string => join(folder, "heads", "heads.ndjson");
const open = (keyFile = join(folder, "keys", "journal.pem")) =>
  createHeads({ file: file(), keyFile, clock, hash: "sm3", heads: () => [...chains].map(([situation, head]) => ({ situation, ...head })) });
const lines = (): { situation: string; seq: number }[] => (existsSync(file()) ? readFileSync(file(), "utf8").trimEnd().split("\n").map((l) => JSON.parse(l) as { situation: string; seq: number }) : []);

test("heads are signed every 60 s and at stop, each only when it has moved", () => {
  chains.set("live", { seq: 0, hash: "0" });
  const stop = open().start();
  clock.advance(60_000);
  expect(lines()).toEqual([]);
  chains.set("live", { seq: 3, hash: "aa" });
  clock.advance(59_999);
  expect(lines()).toEqual([]);
  clock.advance(1);
  clock.advance(180_000);
  expect(lines().map((l) => l.seq)).toEqual([3]);
  chains.set("live", { seq: 5, hash: "bb" }).set("storm", { seq: 1, hash: "cc" });
  stop();
  stop();
  expect(lines().map((l) => [l.situation, l.seq])).toEqual([["live", 3], ["live", 5], ["storm", 1]]);
});

test("after a restart the last signed head of each chain is known, with the same key", () => {
  chains.set("live", { seq: 3, hash: "aa" });
  const first = open();
  first.sign();
  const again = open();
  expect([again.latest("live"), again.latest("storm"), again.key]).toEqual([{ seq: 3, hash: "aa" }, null, first.key]);
});

test("the private key is for its owner's eyes only", () => {
  open();
  expect(statSync(join(folder, "keys", "journal.pem")).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(folder, "keys", "journal.pem.pub"), "utf8")).toContain("PUBLIC KEY");
});

test("a line that a crash cut off is dropped, and the next one stands on its own", () => {
  chains.set("live", { seq: 3, hash: "aa" });
  open().sign();
  writeFileSync(file(), '{"H":"sm3","seq":4', { flag: "a" });
  const again = open();
  chains.set("live", { seq: 4, hash: "dd" });
  again.sign();
  expect(lines().map((l) => l.seq)).toEqual([3, 4]);
});

test("a boot looks at the last head of each chain; those before it are for the verifier", () => {
  chains.set("live", { seq: 3, hash: "aa" });
  const first = open();
  first.sign();
  chains.set("live", { seq: 4, hash: "bb" }).set("storm", { seq: 1, hash: "cc" });
  first.sign();
  const text = readFileSync(file(), "utf8");
  writeFileSync(file(), text.replace('"seq":3', '"seq":2'));
  expect(open().latest("live")).toEqual({ seq: 4, hash: "bb" });
  writeFileSync(file(), text.replace('"seq":4', '"seq":5'));
  expect(() => open()).toThrow(/line 2: the signature does not hold/);
});

test("a head that was altered, or signed by somebody else, is refused with its line", () => {
  chains.set("live", { seq: 3, hash: "aa" });
  open().sign();
  expect(() => open(join(folder, "other.pem"))).toThrow(/line 1 was signed with another key/);
  writeFileSync(file(), readFileSync(file(), "utf8").replace('"seq":3', '"seq":2'));
  expect(() => open()).toThrow(/line 1: the signature does not hold/);
});
