import { causeOf, type Finding } from "../../model/finding.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { Level } from "../../model/region.ts";
import type { Rule } from "../../model/rule.ts";
import type { Cell, Site } from "../../model/sample.ts";
import { heldAgainst, isBeyond, limitOf, mayBeMore, type Held, type Usual } from "./condition.ts";
import { SampleWindow } from "./window.ts";

export interface RulesNeeds {
  readonly rules: readonly Rule[];
  indicator(id: string): Indicator | undefined;
  /** The level of a region, `site` for a site, undefined for neither. */
  levelOf(place: string): Level | "site" | undefined;
  site(id: string): Site | undefined;
  /** The number as it stands now, not rounded to be shown. */
  cell(indicator: string, place: string, simNow: number): Cell | undefined;
  /** What is usual there at that weekday and hour; null while too little is known. */
  usual?(indicator: string, place: string, at: number): Usual | null;
}

export interface Rules {
  /**
   * What the changed cells and the passing of time have brought about, in parts: of one indicator each, at last what time alone
   * has. Each is judged when it is asked for, since all of them together take longer than others should wait; take them all.
   * `simNow` in epoch ms on the situation's clock.
   */
  evaluate(changed: readonly { readonly indicator: string; readonly places: readonly string[] }[], simNow: number): Iterable<readonly Finding[]>;
  /** True when a sample crosses a limit of severity 1 that is not announced yet: it does not wait for the tick. */
  isUrgent(readings: readonly { readonly indicator: string; readonly place: string; readonly value: number }[]): boolean;
  /** Takes up causes that an earlier run has announced, so that they can still return. */
  resume(open: readonly { readonly rule: string; readonly place: string; readonly sourceDown: boolean }[]): void;
  /**
   * Another time is another world: whatever was found on the way there is forgotten. `standing` is what stands there by the
   * journal; it stays if it is found again, is cleared if it is not, and waits where nothing is known.
   */
  restart(standing: Parameters<Rules["resume"]>[0]): void;
}

/** What is remembered of one cause: delays that run, and what was announced. */
interface Cause {
  readonly indicator: string;
  readonly place: string;
  /** Since when (simAt) each rule's condition has held without a break. */
  readonly since: Map<string, number>;
  /** Of rules that look over a window. */
  readonly windows: Map<string, SampleWindow>;
  announced: Rule | null;
  /** What the announced rule was held against last. */
  limit: number;
  /** Announced in another world and not judged in this one: it gives no dead-band. */
  unproven: boolean;
  down: boolean;
}

/** How often, on the situation's clock, silence is looked for. */
const SWEEP_MS = 1_000;

export function createRules(needs: RulesNeeds): Rules {
  const byIndicator = new Map<string, Rule[]>();
  const byId = new Map<string, Rule>();
  for (const rule of needs.rules) {
    byId.set(rule.id, rule);
    const list = byIndicator.get(rule.indicator);
    if (list) list.push(rule);
    else byIndicator.set(rule.indicator, [rule]);
  }
  // Gravest first, so that the first that holds is the one that speaks.
  for (const list of byIndicator.values()) list.sort((a, b) => a.level - b.level);
  const causes = new Map<string, Cause>();
  /** Causes with a delay running or something announced: time alone can change them. */
  const awake = new Set<Cause>();
  /** Causes that are judged by silence. */
  const absences = new Set<Cause>();
  let sweptAt = Number.NEGATIVE_INFINITY;

  const judgedAt = (rule: Rule): Level | "site" | undefined => rule.at ?? needs.indicator(rule.indicator)?.leaf;

  function causeFor(rule: Rule, place: string): Cause {
    const key = causeOf(rule, place);
    let cause = causes.get(key);
    if (!cause) {
      causes.set(key, (cause = { indicator: rule.indicator, place, since: new Map(), windows: new Map(), announced: null, limit: 0, unproven: false, down: false }));
      if (isAbsence(rule)) absences.add(cause);
    }
    return cause;
  }

  function heldOf(rule: Rule, cause: Cause, cell: Cell, simNow: number): Held | null {
    const { when } = rule;
    const window = windowOf(rule, cause);
    window?.push(cell.observedAt!, cell.value!);
    if (mayBeMore(rule, needs.indicator(rule.indicator), cell)) return null;
    return heldAgainst(rule, {
      value: "of" in when && when.of === "absence" ? simNow - cell.observedAt! : cell.value!,
      site: needs.site(cause.place),
      window: (of) => window?.tell(of) ?? null,
      usual: () => needs.usual?.(rule.indicator, cause.place, cell.observedAt!) ?? null,
      countsPeople: countsPeople(needs.indicator(rule.indicator)),
    });
  }
  /** True when the rule holds and has held for long enough. */
  function speaks(rule: Rule, cause: Cause, held: Held | null, simNow: number): boolean {
    // What cannot be judged now stays as it was found: unknown is not normal.
    if (!held) return cause.announced === rule;
    // A cause that is announced at this rule or a graver one returns through this rule's dead-band as well.
    const isHeld = cause.announced !== null && !cause.unproven && cause.announced.level <= rule.level;
    if (!isBeyond(rule.deadband, held, isHeld)) {
      cause.since.delete(rule.id);
      return false;
    }
    const since = cause.since.get(rule.id) ?? simNow;
    cause.since.set(rule.id, since);
    return isHeld || simNow - since >= rule.holdMs;
  }
  function windowOf(rule: Rule, cause: Cause): SampleWindow | undefined {
    const { when } = rule;
    if (!("of" in when) || !("over" in when) || when.over === undefined || when.of === "absence") return undefined;
    const window = cause.windows.get(rule.id) ?? new SampleWindow(when.over);
    cause.windows.set(rule.id, window);
    return window;
  }

  function judge(rules: readonly Rule[], place: string, simNow: number, into: Finding[]): void {
    const first = rules[0]!;
    const cell = needs.cell(first.indicator, place, simNow);
    // A number that is not there neither raises nor clears: unknown is not normal. A source that says "none" clears.
    if (!cell || cell.observedAt === null || cell.state === "down" || cell.state === "never") return;
    if (cell.value === null && cell.state === "withheld" && cell.coverage.have > 0) return;
    const cause = causeFor(first, place);
    const held = new Map<Rule, Held | null>();
    let speaker: Rule | null = null;
    if (cell.value !== null)
      for (const rule of rules) {
        held.set(rule, heldOf(rule, cause, cell, simNow));
        if (speaks(rule, cause, held.get(rule)!, simNow)) speaker ??= rule;
      }
    const was = cause.announced;
    if (was) cause.limit = held.get(was)?.limit ?? limitHere(was, cause);
    cause.unproven = false;
    if (cause.down) {
      cause.down = false;
      if (was) into.push(finding("sourceBack", was, place, cell.value ?? 0, cause.limit));
    }
    if (speaker !== was) {
      if (was && !speaker) into.push(finding("clear", was, place, held.get(was)?.value ?? cell.value ?? Number.NaN, cause.limit));
      if (speaker) {
        const { value, limit } = held.get(speaker)!;
        cause.limit = limit;
        into.push(finding("exceed", speaker, place, value, limit));
      }
      cause.announced = speaker;
    }
    if (cause.announced || cause.since.size > 0) awake.add(cause);
    else awake.delete(cause);
  }

  function sweep(simNow: number, into: Finding[]): void {
    for (const cause of Array.from(awake)) {
      const rules = rulesOf(cause);
      const cell = needs.cell(cause.indicator, cause.place, simNow);
      if (cause.announced && !cause.down && (cell?.state === "down" || cell?.state === "stale")) {
        cause.down = true;
        into.push(finding("sourceDown", cause.announced, cause.place, cell.value ?? Number.NaN, limitHere(cause.announced, cause)));
      }
      if (!cause.down && cause.since.size > 0) judge(rules, cause.place, simNow, into);
    }
  }

  const limitHere = (rule: Rule, cause: Cause): number => limitOf(rule, needs.site(cause.place)) ?? cause.limit;
  /** The rules that share the cause's key: limits together, absences together. */
  function rulesOf(cause: Cause): readonly Rule[] {
    const level = needs.levelOf(cause.place);
    const key = cause.announced ? causeOf(cause.announced, cause.place) : null;
    return (byIndicator.get(cause.indicator) ?? []).filter((rule) => judgedAt(rule) === level && (key === null || causeOf(rule, cause.place) === key));
  }

  function resume(open: Parameters<Rules["resume"]>[0], unproven = false): void {
    for (const { rule: id, place, sourceDown } of open) {
      const rule = byId.get(id);
      if (!rule) continue;
      const cause = causeFor(rule, place);
      Object.assign(cause, { announced: rule, unproven, down: sourceDown });
      awake.add(cause);
    }
  }

  return {
    *evaluate(changed, simNow) {
      for (const { indicator, places } of changed) {
        const rules = byIndicator.get(indicator);
        if (!rules) continue;
        const findings: Finding[] = [];
        for (const place of places) {
          const level = needs.levelOf(place);
          const here = rules.filter((rule) => judgedAt(rule) === level);
          const limits = here.filter((rule) => !isAbsence(rule));
          const absences = here.filter(isAbsence);
          if (limits.length > 0) judge(limits, place, simNow, findings);
          if (absences.length > 0) {
            // An absence is judged by time alone once its place is known.
            awake.add(causeFor(absences[0]!, place));
            judge(absences, place, simNow, findings);
          }
        }
        yield findings;
      }
      const findings: Finding[] = [];
      if (simNow - sweptAt >= SWEEP_MS || simNow < sweptAt) {
        sweptAt = simNow;
        sweep(simNow, findings);
        for (const cause of absences) judge((byIndicator.get(cause.indicator) ?? []).filter(isAbsence), cause.place, simNow, findings);
      }
      yield findings;
    },
    isUrgent: (readings) =>
      readings.some(({ indicator, place, value }) => {
        const rule = byIndicator.get(indicator)?.[0];
        if (rule?.level !== 1 || !("op" in rule.when) || "of" in rule.when || rule.holdMs > 0 || judgedAt(rule) !== needs.levelOf(place)) return false;
        const limit = limitOf(rule, needs.site(place));
        return limit !== null && isBeyond(rule.deadband, { value, limit, op: rule.when.op }, false) && causes.get(causeOf(rule, place))?.announced !== rule;
      }),
    resume: (open) => resume(open),
    restart(standing) {
      for (const known of [causes, awake, absences]) known.clear();
      sweptAt = Number.NEGATIVE_INFINITY;
      resume(standing, true);
    },
  };
}

const countsPeople = (indicator: Indicator | undefined): boolean => indicator?.people === true && indicator.rollup === "sum";
const isAbsence = (rule: Rule): boolean => "of" in rule.when && rule.when.of === "absence";

const finding = (kind: Finding["kind"], rule: Rule, place: string, value: number, limit: number): Finding => ({
  kind,
  indicator: rule.indicator,
  place,
  rule,
  value,
  limit,
});
