import { expect, test } from "vitest";
import type { Finding } from "../model/finding.ts";
import type { Rule } from "../model/rule.ts";
import { findingParts, TOGETHER } from "./finding-parts.ts";

const finding = (place: string, level: 1 | 3, kind: Finding["kind"] = "exceed"): Finding => {
  const rule: Rule = { id: `r#${level}`, indicator: "r", level, when: { op: ">=", value: 1 }, holdMs: 0, deadband: 0, source: "t" };
  return { kind, indicator: "r", place, rule, value: 1, limit: 1 };
};

test("what a storm finds is written in parts, red first, each cause in its own order and nothing twice", () => {
  const found = [...Array.from({ length: 450 }, (_, i) => finding(`p${i}`, 3)), finding("p7", 3, "sourceBack"), finding("p7", 1)];
  const parts = findingParts(found);
  expect(parts.map((part) => part.length)).toEqual([TOGETHER, TOGETHER, 52]);
  expect(parts[0]!.slice(0, 4).map(({ place, kind, rule }) => `${place} ${kind} ${rule.level}`)).toEqual(["p7 exceed 3", "p7 sourceBack 3", "p7 exceed 1", "p0 exceed 3"]);
  expect(new Set(parts.flat())).toEqual(new Set(found));
  expect([findingParts([]), findingParts(found.slice(0, 2))]).toEqual([[], [found.slice(0, 2)]]);
});
