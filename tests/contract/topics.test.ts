import { describe, expect, test } from "vitest";
import { ROLLUPS } from "../../model/indicator.ts";
import { LEVELS } from "../../model/region.ts";
import type { Rule } from "../../model/rule.ts";
import type { Topic } from "../../model/topic.ts";
import { unitOf } from "../../model/units.ts";
import { joinTopics } from "../../server/catalog/topics.ts";
import catalogue from "../fixtures/topic-catalogue.json" with { type: "json" };

const found = import.meta.glob<Topic>("../../topics/*/topic.ts", { eager: true, import: "default" });
const packs = Object.entries(found);
const { indicators, rules } = joinTopics(packs);
const SEVERITY: Readonly<Record<string, number>> = { red: 1, orange: 2, yellow: 3, blue: 4 };
const WRITTEN = /[\u4e00-\u9fff]/;
/** A limit that is a number; those in words are tested over HTTP, as all of them are (tests/contract/rule-pairs). */
const isPlain = ({ when }: Rule): boolean => "op" in when && "value" in when && !("of" in when);
const indicatorOf = (rule: Rule) => indicators.find(({ id }) => id === rule.indicator)!;

test("no two packs claim the same indicator, rule or incident type", () => {
  expect(() => joinTopics(packs)).not.toThrow();
  const [path, pack] = packs[0]!;
  expect(() => joinTopics([...packs, [path, { ...pack, rules: [], incidentTypes: [] }]])).toThrow(/ids are unique across packs/);
});

test("a pack whose folder bears another name stops the boot", () => {
  expect(() => joinTopics([["../../topics/elsewhere/topic.ts", packs[0]![1]]])).toThrow(/expected the name of its folder/);
});

test("nobody declares cumulated wind as if it were a wind speed", () => {
  expect(indicators.map(({ id }) => id).filter((id) => /cumulat/.test(id))).toEqual([]);
});

/** A number whose limit has a qualifier (≥1 较大以上), and the number of ours that has the qualifier in it. */
const JUDGED_BY: Readonly<Record<string, string>> = { "emg.event.active": "emg.event.major", "met.warn.active": "met.warn.red" };

describe.each(packs.map(([, topic]) => topic))("pack $id", (topic) => {
  test("speaks Chinese and English", () => {
    for (const { title } of [topic, ...topic.indicators, ...topic.incidentTypes]) {
      expect(title.zh).toMatch(/\S/);
      expect(title.en).toMatch(/^[\x20-\x7e]+$/);
    }
    for (const { id, definition } of topic.indicators) expect([id, WRITTEN.test(definition) && definition.endsWith("。")]).toEqual([id, true]);
  });

  test("says of every number what it is, whose it is and what it may be", () => {
    for (const indicator of topic.indicators) {
      expect([...LEVELS, "site"]).toContain(indicator.leaf);
      expect(ROLLUPS).toContain(indicator.rollup);
      expect(indicator.leaf === "site").toBe(indicator.siteKind !== undefined);
      expect(indicator.range[0]).toBeLessThan(indicator.range[1]);
      expect(indicator.cadenceMs).toBeGreaterThan(0);
      expect(Number.isInteger(indicator.decimals) && indicator.decimals >= 0 && indicator.decimals <= 6).toBe(true);
      expect(indicator.owner && indicator.source).toMatch(WRITTEN);
      if (indicator.rollup === "ratio") expect(indicator.numerator && indicator.denominator).toBeTruthy();
      if (indicator.rollup === "wmean") expect(indicator.weight).toBeTruthy();
      if (indicator.people) expect([indicator.id, indicator.decimals]).toEqual([indicator.id, 0]);
    }
  });

  test("names the source of every threshold and speaks of its own indicators only", () => {
    const own = new Set(topic.indicators.map(({ id }) => id));
    for (const rule of topic.rules) {
      expect(rule.source.length).toBeGreaterThan(5);
      expect(own).toContain(rule.indicator);
      expect(rule.id).toBe(`${rule.indicator}#${rule.level}`);
      if (rule.at) expect(LEVELS).toContain(rule.at);
    }
  });

  test("says of what is usual which of its numbers is beyond it: nobody guesses what a finding lacks", () => {
    for (const { when, says, indicator } of topic.rules) if (says && "of" in when && when.of === "baseline") expect(says.zh).toContain(topic.indicators.find(({ id }) => id === indicator)!.title.zh.slice(0, 4));
  });

  test("names every unit and every standard in English too", () => {
    for (const { id, ...indicator } of topic.indicators) expect([id, unitOf(indicator, "en")]).toEqual([id, expect.not.stringMatching(/\p{Script=Han}/u)]);
    for (const { id, says } of topic.rules) if (says) expect([id, says.en]).toEqual([id, expect.stringMatching(/^[^\p{Script=Han}]+$/u)]);
  });

  test("sets no limit that a possible value cannot reach, and none that it can never leave again", () => {
    for (const rule of topic.rules) {
      if (!("op" in rule.when) || !("value" in rule.when) || "of" in rule.when || rule.at) continue;
      const { op, value } = rule.when;
      const [low, high] = indicatorOf(rule).range;
      expect([rule.id, value >= low && value <= high]).toEqual([rule.id, true]);
      const calm = op === ">=" || op === ">" ? value - rule.deadband >= low : op === "==" || value + rule.deadband <= high;
      expect([rule.id, calm]).toEqual([rule.id, true]);
    }
  });

  test("grows graver in one direction", () => {
    for (const { id } of topic.indicators) {
      const steps = topic.rules.flatMap((rule) => (rule.indicator === id && "op" in rule.when && "value" in rule.when && !("of" in rule.when) && rule.when.op !== "==" ? [{ level: rule.level, ...rule.when }] : []));
      const upward = steps.every(({ op }) => op.startsWith(">"));
      const sorted = steps.toSorted((a, b) => b.level - a.level).map(({ value }) => value);
      expect([id, sorted]).toEqual([id, sorted.toSorted((a, b) => (upward ? a - b : b - a))]);
    }
  });

  test("no two levels of one indicator share one condition: the milder could never speak", () => {
    const conditions = topic.rules.map(({ indicator, when, at }) => JSON.stringify([indicator, when, at ?? null]));
    expect(conditions.filter((condition, i) => conditions.indexOf(condition) !== i)).toEqual([]);
  });

  test("gives each kind of incident its steps, its units and its time limits with their source", () => {
    for (const type of topic.incidentTypes) {
      expect(type.sop.length).toBeGreaterThan(1);
      expect(type.units).toMatch(WRITTEN);
      expect(type.limits.source).toBeTruthy();
      for (const limit of [type.limits.verifyMin, type.limits.acceptMin, type.limits.arriveMin ?? 1, type.limits.reportMin, type.limits.closeH]) expect(limit).toBeGreaterThan(0);
    }
  });
});

describe.each(Object.entries(catalogue))("the catalogue's %s", (id, wanted) => {
  const topic = packs.find(([, pack]) => pack.id === id)![1];

  test("is a pack under its own number, names and lead", () => {
    expect({ no: topic.no, zh: topic.title.zh, en: topic.title.en, lead: topic.lead }).toEqual({ no: wanted.no, zh: wanted.zh, en: wanted.en, lead: wanted.lead });
  });

  test("keeps every indicator under its code, with its leaf, roll-up and cadence", () => {
    for (const { code, zh, en, unit, leaf, rollup, cadence } of wanted.indicators) {
      const indicator = topic.indicators.find((each) => each.id === code);
      expect(indicator).toMatchObject({ title: { zh, en }, leaf: leaf === "station" ? "site" : leaf, rollup, cadenceMs: cadence * 1000 });
      expect([indicator!.unit, indicator!.unitCode]).toContain(unit);
    }
  });

  test("has exactly the numeric thresholds that were published, each with its source word for word; of several with one condition the mildest", () => {
    for (const { code, thresholds } of wanted.indicators) {
      const judged = [code, JUDGED_BY[code]];
      const ours = topic.rules.filter((rule) => judged.includes(rule.indicator) && isPlain(rule)).map(({ level, when, source }) => ({ level, when, source }));
      const told = thresholds.filter(({ level, op, value }) => !thresholds.some((other) => other.op === op && other.value === value && SEVERITY[other.level]! > SEVERITY[level]!));
      expect(ours).toEqual(told.map(({ level, op, value, source }) => ({ level: SEVERITY[level], when: { op, value }, source })));
    }
  });

  test("keeps every incident type with its severity, steps and limits", () => {
    expect(topic.incidentTypes.map(({ id: code, title, severity, sop, units, limits }) => ({ code, ...title, severity, sop, units, limits }))).toEqual(
      wanted.incidentTypes.map((type) => ({ ...type, severity: SEVERITY[type.severity], limits: { ...type.limits, source: "operational default unless a statute is named in sop" } })),
    );
  });
});

test("every rule of every pack can be looked up by its indicator", () => {
  expect(rules.filter((rule) => !indicatorOf(rule))).toEqual([]);
});
