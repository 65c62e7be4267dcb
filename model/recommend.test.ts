import fc from "fast-check";
import { expect, test } from "vitest";
import type { LonLat } from "./geodesy.ts";
import { recommend, type RecommendFrom } from "./recommend.ts";
import { MINUTE } from "./time.ts";
import type { Unit } from "./unit.ts";
import type { UnitPosition } from "./unit-position.ts";

const NOW = Date.UTC(2026, 10, 30);
const HERE: LonLat = [110, 21];
const unit = (id: string, kind = "fire", level: Unit["level"] = "county"): Unit => ({ id, kind, name: id, region: "440882", level });
const at = (id: string, lon: number, ageMin = 1): [string, UnitPosition] => [id, { unit: id, point: [lon, 21], observedAt: NOW - ageMin * MINUTE, receivedAt: NOW, quality: "good" }];
const from = (positions: [string, UnitPosition][], more: Partial<RecommendFrom> = {}): RecommendFrom => ({ orders: [], point: HERE, now: NOW, load: new Map(), positions: new Map(positions), ...more });

test("a position sixteen minutes old is listed and never recommended; fifteen minutes old it is", () => {
  const [near, old] = recommend([unit("old"), unit("near")], from([at("old", 110, 16), at("near", 110.5, 15)]));
  expect([near!.unit, near!.recommended]).toEqual(["near", true]);
  expect([old!.unit, old!.recommended, old!.minutes, old!.why.zh]).toEqual(["old", false, null, "位置是 16 分钟前的（超过 15 分钟），不推荐"]);
});
test("where nobody's position is known nobody is recommended, and it says why; neither where nothing is known of the incident's place", () => {
  expect(recommend([unit("a"), unit("b")], from([])).map(({ recommended, why }) => [recommended, why.zh])).toEqual([[false, "未报位置，不推荐"], [false, "未报位置，不推荐"]]);
  expect(recommend([unit("a")], from([at("a", 110)], { point: null }))[0]).toMatchObject({ recommended: false, minutes: null, why: { zh: "事件位置不详（只到市），无法估算到场时间" } });
});
test("the plan's units come first in the order of its orders, then minutes, level and load; equal ones by id", () => {
  const orders = [{ unitKind: "health", level: "county", text: "救治", minutes: 30 }, { unitKind: "fire", level: "county", text: "救援", minutes: 20 }] as const;
  const units = [unit("power", "power"), unit("fire-2"), unit("fire-1"), unit("far-fire"), unit("health", "health"), unit("town", "team", "town"), unit("busy", "team", "town"), unit("city", "team", "city")];
  const found = recommend(units, from([at("power", 110), at("fire-2", 110.1), at("fire-1", 110.1), at("far-fire", 110.6), at("health", 110.9), at("town", 110.2), at("busy", 110.2), at("city", 110.2)], { orders, load: new Map([["busy", 2]]) }));
  expect(found.map((one) => one.unit)).toEqual(["health", "fire-1", "fire-2", "far-fire", "power", "town", "busy", "city"]);
  expect(found.map(({ recommended }) => recommended)).toEqual([true, true, true, true, false, false, false, false]);
  expect(found[0]!.order!.text).toBe("救治");
  expect([found[4]!.why.zh, found[6]!.why.zh]).toEqual([expect.stringMatching(/^约 1 分钟到场，无在办，预案未列$/), expect.stringMatching(/在办 2 项，预案未列$/)]);
});
test("whatever is known, each unit is told once, ranks are whole, and nobody without a fresh position is recommended", () => {
  const one = fc.record({ kind: fc.constantFrom("fire", "health"), level: fc.constantFrom("city" as const, "county" as const, "town" as const), lon: fc.option(fc.double({ min: 109, max: 111, noNaN: true })), ageMin: fc.integer({ min: 0, max: 40 }), held: fc.nat(4) });
  fc.assert(fc.property(fc.array(one, { maxLength: 12 }), fc.boolean(), (all, hasPlan) => {
    const units = all.map(({ kind, level }, i) => unit(`u${i}`, kind, level));
    const positions = all.flatMap(({ lon, ageMin }, i) => (lon === null ? [] : [at(`u${i}`, lon, ageMin)]));
    const found = recommend(units, from(positions, { load: new Map(all.map(({ held }, i) => [`u${i}`, held])), orders: hasPlan ? [{ unitKind: "fire", level: "county", text: "去", minutes: 10 }] : [] }));
    expect(found.map((each) => each.rank)).toEqual(units.map((_, i) => i + 1));
    expect(new Set(found.map((each) => each.unit)).size).toBe(units.length);
    for (const { unit: id, recommended, minutes } of found) {
      const { lon, ageMin } = all[Number(id.slice(1))]!;
      expect(recommended && (lon === null || ageMin > 15)).toBe(false);
      expect(minutes === null).toBe(lon === null || ageMin > 15);
    }
  }));
});
