import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atPrecision, fromScaled } from "../../model/decimal.ts";
import { ROLLUPS, type Indicator } from "../../model/indicator.ts";
import { QUALITIES, qualityRank } from "../../model/quality.ts";
import { LEVELS, type Level } from "../../model/region.ts";
import { NOTHING, foldBoth, foldLeaf, foldValue, type Folded, type Leaf } from "../../model/rollup.ts";
import type { Reading } from "../../model/sample.ts";
import { indicator, littleRows, littleSites, littleTree } from "../../tests/fixtures/little-province.ts";
import { createSeries } from "../series/index.ts";
import { createRollup } from "./index.ts";

/** A region as the plain roll-up sees it. */
interface FoldNode {
  /** A sample about the region itself stands for everything in it. */
  readonly own?: Leaf;
  readonly sites: readonly Leaf[];
  readonly children: readonly FoldNode[];
}

/** The plain roll-up by which the columns are judged: everything below, from scratch. */
function foldNode(indicator: Parameters<typeof foldLeaf>[0], node: FoldNode): Folded {
  if (node.own) return foldLeaf(indicator, node.own);
  const parts = [...node.sites.map((leaf) => foldLeaf(indicator, leaf)), ...node.children.map((child) => foldNode(indicator, child))];
  return parts.reduce((x, y) => foldBoth(indicator, x, y), NOTHING);
}

function house(...indicators: Indicator[]) {
  const series = createSeries({ regions: littleTree, sites: littleSites, indicators });
  const rollup = createRollup({ regions: littleTree, sites: littleSites, indicator: (id) => indicators.find((i) => i.id === id), series });
  return { series, rollup };
}
const reading = (id: string, place: string, value: number, more: Partial<Reading> = {}): Reading => ({
  indicator: id, place, value, observedAt: 1_000, receivedAt: 2_000, quality: "good", ...more,
});

describe("a roll-up", () => {
  test("adds up exactly where doubles would drift", () => {
    const { series, rollup } = house(indicator("x", "sum", "village"));
    const villages = littleRows.filter((r) => r.level === "village");
    for (let round = 0; round < 1000; round++) {
      series.append(villages.map((v, i) => reading("x", v.code, ((i * 7 + round) % 10) / 10, { observedAt: 1_000 + round })));
      rollup.settle(round);
    }
    const children = rollup.contributions("x", "44", 2_000).map((c) => c.value!);
    expect(rollup.cell("x", "44", 2_000).value).toBe(children.reduce((a, b) => Math.round((a + b) * 10) / 10, 0));
    expect(rollup.cell("x", "44", 2_000).value).toBe(villages.map((_, i) => (i * 7 + 999) % 10).reduce((a, b) => a + b) / 10);
  });
  test("a ratio is the sum of numerators over the sum of denominators, never the mean of ratios", () => {
    const { series, rollup } = house(indicator("r", "ratio", "town"));
    series.append([
      reading("r", "440103001", 50, { num: 1, den: 2 }),
      reading("r", "440103002", 90, { num: 90, den: 100 }),
    ]);
    rollup.settle(1);
    expect(rollup.cell("r", "440103", 2_000).value).toBe(89.2);
    expect(rollup.contributions("r", "440103", 2_000).map((c) => [c.num, c.den])).toEqual([[1, 2], [90, 100]]);
  });
  test("where there is nothing to measure nobody has failed to report; who tells of it all the same is one more", () => {
    const { series, rollup } = house({ ...indicator("b", "sum", "town"), where: ["440103001"] });
    const towns = () => rollup.slice("b", "44", "town", 2_000).map(({ place, value, coverage: { have, of } }) => `${place} ${value} ${have}/${of}`);
    expect([towns(), rollup.cell("b", "44", 2_000).coverage.of]).toEqual([["440103001 null 0/1"], 1]);
    series.append([reading("b", "440103001", 3)]);
    rollup.settle(1);
    expect(rollup.cell("b", "44", 2_000)).toMatchObject({ value: 3, coverage: { have: 1, of: 1 } });
    series.append([reading("b", "440103002", 4)]);
    rollup.settle(2);
    expect(towns()).toEqual(["440103001 3 1/1", "440103002 4 1/1"]);
    expect(rollup.cell("b", "44", 2_000)).toMatchObject({ value: 7, coverage: { have: 2, of: 2 } });
  });
  test("what is held against a limit is not rounded, but for the noise of fractions: 97.95 is shown as 98.0 and is below 98", () => {
    const { series, rollup } = house(indicator("r", "ratio", "town"));
    series.append([reading("r", "440103001", 97.95, { num: 1959, den: 2000 }), reading("r", "440103002", (100 * 7) / 100, { num: 7, den: 100 })]);
    rollup.settle(1);
    const both = (place: string) => [rollup.cell("r", place, 2_000).value, rollup.unrounded("r", place, 2_000).value];
    expect(both("440103001")).toEqual([98, 97.95]);
    expect(both("440103002")).toEqual([7, 7]);
    expect(both("440103")).toEqual([93.6, 93.6190476]);
  });
  test("the shares of a mean or a ratio add up to it also where they are withheld themselves", () => {
    const { series, rollup } = house(indicator("r", "ratio", "village"), indicator("m", "mean", "village"), indicator("w", "wmean", "village"));
    series.append(["440103001001", "440103001002", "440103002001"].flatMap((place, i) => [
      reading("r", place, 50, { num: i + 1, den: 2 * i + 2 }), reading("m", place, 3 * i), reading("w", place, 3 * i, { weight: i + 1 }),
    ]));
    rollup.settle(1);
    const parts = (id: string, place: string) => rollup.contributions(id, place, 2_000).reduce((sum, c) => [sum[0]! + (c.num ?? 0), sum[1]! + (c.den ?? c.weight ?? 0)], [0, 0]);
    expect(rollup.cell("r", "4401", 2_000).state).toBe("withheld");
    for (const place of ["44", "4401", "440103"]) expect(["r", "m", "w"].map((id) => parts(id, place))).toEqual([[6, 12], [9, 3], [24, 6]]);
  });
  test("pass-through counties are drawn with the value of their towns and never counted; special units are", () => {
    const { series, rollup } = house(indicator("c", "sum", "county"), indicator("t", "sum", "town"));
    series.append([reading("c", "441900", 7), reading("t", "441900003", 2), reading("t", "440104400", 3)]);
    rollup.settle(1);
    expect(rollup.cell("c", "44", 2_000).coverage).toEqual({ have: 0, of: 2, level: "county" });
    expect(rollup.cell("c", "4419", 2_000)).toMatchObject({ value: 7, coverage: { have: 0, of: 0 } });
    expect(rollup.cell("t", "441900", 2_000)).toMatchObject({ value: 2, coverage: { have: 1, of: 2 } });
    expect(rollup.cell("t", "440104", 2_000)).toMatchObject({ value: 3, coverage: { have: 1, of: 2 } });
  });
  test("a leaf that only a site speaks for is told as one leaf, and counts in all above it", () => {
    const { series, rollup } = house(indicator("c", "max", "county"), indicator("t", "mean", "town"));
    series.append([reading("c", "gauge-a", 4), reading("c", "gauge-b", 9), reading("t", "gauge-a", 3)]);
    rollup.settle(1);
    for (const place of ["440103", "4401", "44"]) expect([place, rollup.cell("c", place, 2_000)]).toMatchObject([place, { value: 9, coverage: { have: 1 } }]);
    expect(rollup.cell("c", "440103", 2_000).coverage).toEqual({ have: 1, of: 1, level: "county" });
    expect(rollup.cell("c", "440104", 2_000).coverage).toEqual({ have: 0, of: 1, level: "county" });
    expect(rollup.cell("t", "440103001", 2_000)).toMatchObject({ value: 3, coverage: { have: 1, of: 1 } });
    expect(rollup.cell("t", "440103", 2_000).coverage).toEqual({ have: 1, of: 2, level: "town" });
  });
  test("a region folds its own sites, and coverage counts the sites that the pack expects", () => {
    const { series, rollup } = house(indicator("s", "max", "site", { siteKind: "gauge" }));
    series.append([reading("s", "gauge-a", 4), reading("s", "gauge-b", 9)]);
    expect(rollup.settle(3)[0]!.places).toEqual(expect.arrayContaining(["gauge-a", "gauge-b", "440103001", "440103", "4401", "44"]));
    expect(rollup.cell("s", "440103001", 2_000)).toMatchObject({ value: 4, coverage: { have: 1, of: 1, level: "site" }, tick: 3 });
    expect(rollup.cell("s", "440103", 2_000)).toMatchObject({ value: 9, coverage: { have: 2, of: 2 } });
    expect(rollup.cell("s", "44", 2_000)).toMatchObject({ value: 9, coverage: { have: 2, of: 3 } });
    expect(rollup.slice("s", "44", "site", 2_000).map((c) => [c.place, c.value, c.state])).toEqual([["gauge-b", 9, "fresh"], ["gauge-a", 4, "fresh"], ["gauge-c", null, "never"]]);
    expect(rollup.slice("s", "440103001", "site", 2_000).map((c) => c.place)).toEqual(["gauge-a"]);
  });
  test("a mean over too few leaves is withheld, a sum is shown with its coverage", () => {
    const { series, rollup } = house(indicator("m", "mean", "village"), indicator("x", "sum", "village"));
    series.append([reading("m", "440103001001", 4), reading("x", "440103001001", 4)]);
    rollup.settle(1);
    expect(rollup.cell("m", "440103001", 2_000)).toMatchObject({ value: null, state: "withheld", coverage: { have: 1, of: 2 } });
    expect(rollup.cell("x", "440103001", 2_000)).toMatchObject({ value: 4, state: "fresh", coverage: { have: 1, of: 2 } });
    series.append([reading("m", "440103001002", 6)]);
    rollup.settle(2);
    expect(rollup.cell("m", "440103001", 2_000)).toMatchObject({ value: 5, state: "fresh" });
  });
  test("of a region below the level that reports nothing was ever said; where one reports all the same it adds up", () => {
    const { series, rollup } = house(indicator("x", "sum", "town"));
    series.append([reading("x", "440103001", 5)]);
    rollup.settle(1);
    expect(rollup.cell("x", "440103001001", 2_000)).toEqual({ place: "440103001001", value: null, observedAt: null, state: "never", quality: "good", coverage: { have: 0, of: 0, level: "town" }, tick: 0 });
    expect([rollup.contributions("x", "440103001001", 2_000), rollup.newest("x", "440103001001")]).toEqual([[], null]);
    const town = littleRows.find((r) => r.level === "town" && r.code !== "440103001" && littleRows.some((v) => v.parent === r.code))!;
    const village = littleRows.find((r) => r.parent === town.code)!;
    series.append([reading("x", village.code, 7)]);
    rollup.settle(2);
    expect(rollup.cell("x", village.code, 2_000)).toMatchObject({ value: 7, tick: 2 });
    expect([town.code, "44"].map((place) => rollup.cell("x", place, 2_000).value)).toEqual([7, 12]);
  });
  test("counts of fewer than five people are withheld below town, and still add up", () => {
    const { series, rollup } = house(indicator("p", "sum", "village", { people: true, decimals: 0 }));
    series.append([reading("p", "440103001001", 4), reading("p", "440103001002", 5)]);
    rollup.settle(1);
    expect(rollup.cell("p", "440103001001", 2_000)).toMatchObject({ value: null, state: "withheld" });
    expect(rollup.cell("p", "440103001002", 2_000).value).toBe(5);
    expect(rollup.cell("p", "440103001", 2_000).value).toBe(9);
    expect(rollup.contributions("p", "440103001", 2_000).map((c) => c.value)).toEqual([null, 5]);
  });
  test("what a few people make of a mean is not told by its parts either", () => {
    const { series, rollup } = house(indicator("p", "mean", "village", { people: true, decimals: 0 }));
    series.append([reading("p", "440103001001", 4), reading("p", "440103001002", 5)]);
    rollup.settle(1);
    expect(rollup.contributions("p", "440103001", 2_000).map((c) => [c.value, c.num])).toEqual([[null, undefined], [5, 5]]);
  });
  test("a region with a child that is not fresh never looks plain fresh, and takes the worst quality", () => {
    const { series, rollup } = house(indicator("x", "sum", "village"));
    series.append([reading("x", "440103001001", 1), reading("x", "440103001002", 1, { quality: "estimated" })]);
    rollup.settle(1);
    expect(rollup.cell("x", "440103001", 1_000)).toMatchObject({ state: "fresh", quality: "estimated" });
    series.setDown("x", "440103001001", true);
    rollup.settle(2);
    expect(rollup.cell("x", "440103001001", 1_000)).toMatchObject({ state: "down", value: 1 });
    expect(rollup.cell("x", "440103001", 1_000)).toMatchObject({ state: "ageing", value: 2 });
    series.setDown("x", "440103001002", true);
    rollup.settle(3);
    expect(rollup.cell("x", "440103001", 1_000).state).toBe("down");
    series.setDown("x", "440103001001", false);
    series.append([reading("x", "440103001001", 1, { observedAt: 500_000 })]);
    rollup.settle(4);
    expect(rollup.cell("x", "440103001", 500_000).state).toBe("stale");
  });
  test("a child that never reported is missing coverage and makes nothing late; an overdue one does", () => {
    const { series, rollup } = house(indicator("x", "sum", "village"));
    series.append([reading("x", "440103001001", 4)]);
    rollup.settle(1);
    const told = (now: number) => rollup.cell("x", "440103001", now);
    expect(told(2_000)).toMatchObject({ state: "fresh", coverage: { have: 1, of: 2 } });
    series.append([reading("x", "440103001002", 1, { observedAt: 100_000 })]);
    rollup.settle(2);
    expect(told(100_000)).toMatchObject({ state: "ageing", coverage: { have: 2, of: 2 } });
  });
  test("nothing said is never, not zero", () => {
    const { rollup } = house(indicator("x", "sum", "village"));
    expect(rollup.settle(1)).toEqual([]);
    expect(rollup.cell("x", "4401", 0)).toEqual({ place: "4401", value: null, observedAt: null, state: "never", quality: "good", coverage: { have: 0, of: 6, level: "village" }, tick: 0 });
  });
  test("where the source states that there is none, the former number is gone: reported, on time, and null", () => {
    const { series, rollup } = house(indicator("x", "min", "village"));
    const none = (place: string, observedAt: number) => reading("x", place, Number.NaN, { none: true, observedAt });
    series.append([reading("x", "440103001001", 7), reading("x", "440103001002", 9)]);
    rollup.settle(1);
    series.append([none("440103001001", 2_000)]);
    expect(rollup.settle(2)[0]!.places).toContain("44");
    expect(rollup.cell("x", "440103001001", 2_000)).toMatchObject({ value: null, state: "fresh", observedAt: 2_000, coverage: { have: 1, of: 1 } });
    expect(rollup.cell("x", "440103001", 2_000)).toMatchObject({ value: 9, state: "fresh", coverage: { have: 2, of: 2 } });
    series.append([none("440103001002", 2_000)]);
    rollup.settle(3);
    expect(rollup.cell("x", "440103001", 2_000)).toMatchObject({ value: null, state: "fresh", coverage: { have: 2, of: 2 } });
    expect(rollup.contributions("x", "440103001", 2_000).map((c) => c.value)).toEqual([null, null]);
    expect(rollup.cell("x", "440103001", 9_000_000)).toMatchObject({ value: null, state: "stale" });
    series.append([reading("x", "440103001002", 3, { observedAt: 3_000 })]);
    rollup.settle(4);
    expect(rollup.cell("x", "440103001", 3_000).value).toBe(3);
  });
  test("a zero is a number", () => {
    const { series, rollup } = house(indicator("x", "sum", "village"));
    series.append([reading("x", "440103001001", 0)]);
    rollup.settle(1);
    expect(rollup.cell("x", "44", 1_000)).toMatchObject({ value: 0, coverage: { have: 1 } });
  });
  test("only the path above a change is settled again", () => {
    const { series, rollup } = house(indicator("x", "sum", "village"));
    series.append([reading("x", "440103001001", 1), reading("x", "441900003001", 1)]);
    rollup.settle(1);
    series.append([reading("x", "441900003001", 2, { observedAt: 1_001 })]);
    expect(rollup.settle(2)).toEqual([{ indicator: "x", places: ["441900003001", "441900003", "441900", "4419", "44"] }]);
    expect(rollup.cell("x", "4401", 1_000).tick).toBe(1);
    expect(rollup.settle(3)).toEqual([]);
  });
  test("a sample about a region stands for all that lies in it", () => {
    const { series, rollup } = house(indicator("x", "sum", "town"));
    series.append([reading("x", "gauge-a", 5), reading("x", "440103001", 8)]);
    rollup.settle(1);
    expect(rollup.cell("x", "440103", 1_000).value).toBe(8);
    expect(rollup.contributions("x", "440103001", 1_000).map((c) => [c.place, c.value])).toEqual([["440103001", 8]]);
  });
  test("what does not exist is named", () => {
    const { rollup } = house(indicator("x", "sum", "town"));
    expect(() => rollup.cell("y", "44", 0)).toThrow(/"y" is not in the catalogue/);
    expect(() => rollup.cell("x", "nowhere", 0)).toThrow(/"nowhere" is neither/);
    expect(() => rollup.slice("x", "99", "town", 0)).toThrow(/"99" does not exist/);
  });
});

const rollupKind = fc.constantFrom(...ROLLUPS);
const leafLevel = fc.constantFrom<Level | "site">("site", "village", "town", "county", "city", "province");
const leafOf = (r: Reading, down: boolean): Leaf => ({
  value: r.value, observedAt: r.observedAt, quality: qualityRank(r.quality), down,
  ...(r.num === undefined ? {} : { num: r.num, den: r.den! }), ...(r.weight === undefined ? {} : { weight: r.weight }),
});

describe("the columns against the plain roll-up", () => {
  test("after any samples, revisions, late ones and lost sources, every region says what its leaves come to", () => {
    const step = fc.record({
      place: fc.nat(), site: fc.boolean(), at: fc.integer({ min: 1, max: 6 }), value: fc.integer({ min: -99_999, max: 99_999 }), den: fc.integer({ min: 1, max: 500 }),
      weight: fc.integer({ min: 1, max: 90 }), quality: fc.constantFrom(...QUALITIES), settle: fc.boolean(), none: fc.nat(3).map((n) => n === 0), down: fc.option(fc.boolean(), { nil: undefined, freq: 6 }),
    });
    fc.assert(
      fc.property(rollupKind, leafLevel, fc.array(step, { minLength: 1, maxLength: 40 }), (kind, leaf, steps) => {
        const x = indicator("x", kind, leaf, { decimals: 2 });
        const { series, rollup } = house(x);
        const regionsAt = leaf === "site" ? [] : littleRows.filter((r) => r.level === leaf).map((r) => r.code);
        const current = new Map<string, Reading>();
        const downs = new Set<string>();
        let before = snapshot();
        function snapshot() {
          return new Map(LEVELS.flatMap((level) => rollup.frameSlice("x", "44", level)).map((c) => [c.place, JSON.stringify(c)]));
        }
        steps.forEach((s, i) => {
          const places = s.site || regionsAt.length === 0 ? littleSites.map((site) => site.id) : regionsAt;
          const place = places[s.place % places.length]!;
          const value = fromScaled(s.value, 2);
          const r = reading("x", place, kind === "ratio" ? (100 * value) / s.den : value, {
            observedAt: s.at * 1_000, quality: s.quality,
            ...(kind === "ratio" ? { num: value, den: s.den } : {}), ...(kind === "wmean" ? { weight: s.weight } : {}),
            ...(s.none ? { value: Number.NaN, none: true } : {}),
          });
          const { changed, late, duplicates, unknown } = series.append([r]);
          expect(changed.length + late.length + duplicates + unknown).toBe(1);
          if (changed[0]) current.set(place, changed[0]);
          if (s.down !== undefined) {
            series.setDown("x", place, s.down);
            if (s.down) downs.add(place);
            else downs.delete(place);
          }
          if (!s.settle && i < steps.length - 1) return;
          const told = new Set(rollup.settle(i + 1).flatMap((c) => c.places));
          const now = snapshot();
          for (const [code, cell] of now) if (before.get(code) !== cell) expect(told.has(code)).toBe(true);
          before = now;
          const node = (code: string): FoldNode => ({
            ...(current.has(code) ? { own: leafOf(current.get(code)!, downs.has(code)) } : {}),
            sites: littleSites.filter((site) => site.region === code && current.has(site.id)).map((site) => leafOf(current.get(site.id)!, downs.has(site.id))),
            children: littleRows.filter((row) => row.parent === code).map((row) => node(row.code)),
          });
          for (const row of littleRows) {
            const plain = foldNode(x, node(row.code));
            const cell = rollup.frameCell("x", row.code);
            expect(cell.observedAt).toBe(plain.n === 0 ? null : plain.oldest);
            expect(rollup.newest("x", row.code)).toBe(plain.n === 0 ? null : plain.newest);
            if (plain.n === 0) expect(cell).toMatchObject({ value: null, state: "never", have: 0 });
            else {
              expect(cell.quality).toBe(QUALITIES[plain.quality]);
              if (plain.valued === 0) expect(cell.value).toBeNull();
              else if (cell.state === "withheld") expect(["mean", "wmean", "ratio"]).toContain(kind);
              else if (kind === "count" && current.has(row.code)) expect(cell.value).toBe(current.get(row.code)!.value);
              else if (current.has(row.code)) expect(Math.abs(cell.value! - foldValue(x, plain)!)).toBeLessThan(0.0051);
              else expect(cell.value).toBe(atPrecision(foldValue(x, plain)!, 2));
              if (cell.state !== "withheld") expect(cell.state).toBe(plain.downs === plain.n ? "down" : null);
            }
          }
        });
      }),
      { numRuns: 150, endOnFailure: true },
    );
  }, 60_000);
  test("folding in any order gives the same, to the last digit", () => {
    const leaf = fc.record({ value: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000) }, { weight: 1, arbitrary: fc.constant(Number.NaN) }), den: fc.integer({ min: 1, max: 99 }), weight: fc.integer({ min: 1, max: 99 }), observedAt: fc.integer({ min: 0, max: 9 }), quality: fc.nat({ max: 8 }), down: fc.boolean() });
    fc.assert(
      fc.property(rollupKind, fc.array(leaf, { maxLength: 20 }), fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (kind, leaves, order) => {
        const x = indicator("x", kind, "village");
        const folds = leaves.map((l) => foldLeaf(x, { ...l, num: l.value }));
        const shuffled = folds.map((f, i) => ({ f, key: order[i]! })).sort((p, q) => p.key - q.key).map(({ f }) => f);
        const half = Math.floor(shuffled.length / 2);
        const tree = foldBoth(x, shuffled.slice(0, half).reduce((p, q) => foldBoth(x, p, q), NOTHING), shuffled.slice(half).reduce((p, q) => foldBoth(x, p, q), NOTHING));
        expect(tree).toEqual(folds.reduce((p, q) => foldBoth(x, p, q), NOTHING));
      }),
      { endOnFailure: true },
    );
  });
});
