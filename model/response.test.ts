import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byGravity, changeOf, legalOnResponse, needsSecond, oneDown, rightToChange, type ResponseLevel, type Standing } from "./response.ts";

const level = fc.constantFrom<ResponseLevel>(1, 2, 3, 4);
const standing = fc.constantFrom<Standing>(null, 1, 2, 3, 4);

describe("response levels", () => {
  test("every change is a raise or a lowering, and its way back is the other", () => {
    fc.assert(fc.property(standing, standing, (from, to) => {
      const [there, back] = [changeOf(from, to), changeOf(to, from)];
      expect(there === undefined).toBe(from === to);
      if (there) expect(new Set([there, back])).toEqual(new Set(["response.raise", "response.lower"]));
    }));
  });
  test("what leads there is among what is legal", () => {
    fc.assert(fc.property(standing, standing, (from, to) => {
      const change = changeOf(from, to);
      if (change) expect(legalOnResponse(from)).toContain(change);
    }));
  });
  test("from any level one step after the other leads down to none, in as many steps as the level is grave", () => {
    fc.assert(fc.property(level, (from) => {
      let [at, steps]: [Standing, number] = [from, 0];
      for (; at !== null; at = oneDown(at), steps++) expect(changeOf(at, oneDown(at))).toBe("response.lower");
      expect(steps).toBe(5 - from);
    }));
  });
  test("two persons are needed for exactly what touches I or II, and the same for the way back", () => {
    fc.assert(fc.property(standing, standing, (from, to) => {
      expect(needsSecond(from, to)).toBe([from, to].some((one) => one === 1 || one === 2));
      expect(needsSecond(to, from)).toBe(needsSecond(from, to));
    }));
  });
  test("the duty chief changes IV and nothing above", () => {
    fc.assert(fc.property(standing, standing, (from, to) => {
      expect(rightToChange(from, to)).toBe([from, to].every((one) => one === null || one === 4) ? "respond" : "respondAny");
    }));
  });
  test("the gravest stands first, whatever the order in which they came", () => {
    const one = fc.record({ id: fc.uuid(), level, levelSince: fc.constantFrom("2026-01-01", "2026-01-02") });
    fc.assert(fc.property(fc.uniqueArray(one, { selector: ({ id }) => id }), (list) => {
      const sorted = byGravity(list);
      expect(sorted).toEqual(byGravity([...list].reverse()));
      sorted.slice(1).forEach(({ level: next }, i) => expect(next).toBeGreaterThanOrEqual(sorted[i]!.level));
    }));
  });
});
