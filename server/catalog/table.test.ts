import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readTable } from "./table.ts";

const root = mkdtempSync(join(tmpdir(), "guanlan-table-"));
afterAll(() => rmSync(root, { recursive: true }));
const table = (text: string) => {
  writeFileSync(join(root, "a.csv"), text);
  return () => readTable(root, "a.csv", ["code", "metres"], (row) => [row.filled("code"), row.optional("metres")]);
};

test("a table is read row by row, and nothing is not zero", () => {
  expect(table("code,metres\n44,0\n4401,\n")()).toEqual([["44", 0], ["4401", null]]);
});

test("a byte order mark and quoted commas do no harm", () => {
  expect(table('\uFEFFcode,metres\n"a,b",1.5\n')()).toEqual([["a,b", 1.5]]);
});

test.each([
  ["another header", "code,feet\n", /a\.csv, line 1: the header is "code,feet"; expected "code,metres"/],
  ["an empty file", "", /line 1: the header is ""/],
  ["a field too many", "code,metres\n44,1\n4401,1,2\n", /a\.csv, line 3: 3 fields; expected 2/],
  ["an empty line", "code,metres\n44,1\n\n4401,2\n", /line 3: 1 fields/],
  ["a word for a number", "code,metres\n44,deep\n", /line 2: column "metres" says "deep"; expected a number or nothing/],
  ["infinity", "code,metres\n44,1e999\n", /line 2: column "metres" says "1e999"/],
  ["no code", "code,metres\n,1\n", /line 2: column "code" is empty/],
])("%s stops the reader at its line", (_, text, message) => {
  expect(table(text)).toThrow(message);
});
