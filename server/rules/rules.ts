import { causeOf, type Finding } from "../../model/finding.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { Pace } from "../../model/ports.ts";
import type { Level } from "../../model/region.ts";
import type { Rule } from "../../model/rule.ts";
import type { AsideRule } from "../../model/rule-fact.ts";
import type { Cell, Site } from "../../model/sample.ts";
import { createAside } from "./aside.ts";
import { heldAgainst, isBeyond, limitOf, mayBeMore, type Held, type Usual } from "./condition.ts";
import { clearMsOf, looksBack, remembered, windowMs, type PastSample } from "./remembered.ts";
import { MOST_SPAN, SampleWindow } from "./window.ts";

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
  /** What came in of one series between two instants (epoch ms), and what stood at the first of them. */
  past?(indicator: string, place: string, from: number, to: number): Promise<readonly PastSample[]>;
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
   * Another world is judged: whatever is remembered of the former is forgotten. `standing` is what stands there by the
   * journal; it stays if it is found again, is cleared if it is not, and waits where nothing is known.
   * @param isSought its clock was set there: what stands was found on another way, and gives no dead-band
   */
  restart(standing: Parameters<Rules["resume"]>[0], isSought: boolean): void;
  /** Rules that failed three times where they were judged, and are judged no more. */
  aside(): readonly AsideRule[];
  /**
   * Fills windows and delays from what was, before anything is judged: the same samples give the same findings, whether the program
   * ended in between or not. Where history is shorter than a window or a delay, the rule can say nothing there yet: what stands waits.
   * @param changed all that is known
   */
  recall(changed: readonly { readonly indicator: string; readonly places: readonly string[] }[], simNow: number, pace: Pace): Promise<void>;
}

/** What is remembered of one cause: delays that run, and what was announced. */
interface Cause {
  readonly indicator: string;
  readonly place: string;
  /** Since when each rule's condition has held without a break, by the observation that first met it: the same whenever it is judged. */
  readonly since: Map<string, number>;
  /** Of rules that look over a window. */
  readonly windows: Map<string, SampleWindow>;
  announced: Rule | null;
  /** Since when what was announced has been back without a break, by the observation that first told so; null while it is not. */
  backSince: number | null;
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
  const aside = createAside();
  let sweptAt = Number.NEGATIVE_INFINITY;

  const judgedAt = (rule: Rule): Level | "site" | undefined => rule.at ?? needs.indicator(rule.indicator)?.leaf;

  function causeFor(rule: Rule, place: string): Cause {
    const key = causeOf(rule, place);
    let cause = causes.get(key);
    if (!cause) {
      causes.set(key, (cause = { indicator: rule.indicator, place, since: new Map(), windows: new Map(), announced: null, backSince: null, limit: 0, unproven: false, down: false }));
      if (isAbsence(rule)) absences.add(cause);
    }
    return cause;
  }

  function heldOf(rule: Rule, cause: Cause, cell: Cell, simNow: number): Held | null {
    const window = windowOf(rule, cause);
    window?.push(cell.observedAt!, cell.value!);
    if (mayBeMore(rule, needs.indicator(rule.indicator), cell)) return null;
    return heldHere(rule, cause.place, { value: isAbsence(rule) ? simNow - cell.observedAt! : cell.value!, at: cell.observedAt! }, window);
  }
  const heldHere = (rule: Rule, place: string, { value, at }: { readonly value: number; readonly at: number }, window: SampleWindow | undefined): Held | null =>
    heldAgainst(rule, {
      value,
      site: needs.site(place),
      window: (of) => window?.tell(of) ?? null,
      usual: () => needs.usual?.(rule.indicator, place, at) ?? null,
      countsPeople: countsPeople(needs.indicator(rule.indicator)),
    });
  /** True when the rule holds and has held for long enough. */
  function speaks(rule: Rule, cause: Cause, held: Held | null, metAt: number, simNow: number): boolean {
    // What cannot be judged now stays as it was found: unknown is not normal.
    if (!held) return cause.announced === rule;
    // A cause that is announced at this rule or a graver one returns through this rule's dead-band as well.
    const isHeld = cause.announced !== null && !cause.unproven && cause.announced.level <= rule.level;
    if (!isBeyond(rule.deadband, held, isHeld)) {
      cause.since.delete(rule.id);
      return cause.announced === rule && isNotBackYet(rule, cause, backAt(rule, metAt, simNow), simNow);
    }
    if (cause.announced === rule) cause.backSince = null;
    const since = cause.since.get(rule.id) ?? metAt;
    cause.since.set(rule.id, since);
    return isHeld || simNow - since >= rule.holdMs;
  }
  /** While an off-delay runs, what was announced still speaks. */
  function isNotBackYet(rule: Rule, cause: Cause, at: number, simNow: number): boolean {
    if (cause.unproven) return false;
    cause.backSince ??= at;
    return simNow - cause.backSince < clearMsOf(rule);
  }
  /** A silence ends when a sample comes, however long it had lasted. */
  const backAt = (rule: Rule, metAt: number, simNow: number): number => (isAbsence(rule) ? simNow : metAt);
  function windowOf(rule: Rule, cause: Cause): SampleWindow | undefined {
    const overMs = windowMs(rule);
    if (overMs === null) return undefined;
    const window = cause.windows.get(rule.id) ?? new SampleWindow(overMs);
    cause.windows.set(rule.id, window);
    return window;
  }

  /** When a condition was met that this number is the first to meet. A sum bears the time of its oldest part, and says nothing of when it came to be. */
  function metAt(rule: Rule, cell: Cell, simNow: number): number {
    if (!isOfLeaf(rule)) return simNow;
    const after = "of" in rule.when && rule.when.of === "absence" ? rule.when.over : 0;
    return Math.min(cell.observedAt! + after, simNow);
  }
  const isOfLeaf = (rule: Rule): boolean => rule.at === undefined || rule.at === needs.indicator(rule.indicator)?.leaf;

  function judge(rules: readonly Rule[], place: string, simNow: number, into: Finding[]): void {
    const first = rules[0]!;
    const cell = needs.cell(first.indicator, place, simNow);
    // A number that is not there neither raises nor clears: unknown is not normal. A source that says "none" clears.
    if (!cell || cell.observedAt === null || cell.state === "down" || cell.state === "never") return;
    if (cell.value === null && cell.state === "withheld" && cell.coverage.have > 0) return;
    const cause = causeFor(first, place);
    const held = new Map<Rule, Held | null>();
    if (cell.value === null) cause.since.clear();
    let speaker: Rule | null = null;
    if (cell.value !== null)
      for (const rule of rules) {
        const isSpeaking = aside.attempt(rule, simNow, () => {
          held.set(rule, heldOf(rule, cause, cell, simNow));
          return speaks(rule, cause, held.get(rule)!, metAt(rule, cell, simNow), simNow);
        }, cause.announced === rule);
        if (isSpeaking) speaker ??= rule;
      }
    // That there is none now is back, too, and is waited for as any number that is.
    else if (cause.announced && isNotBackYet(cause.announced, cause, metAt(cause.announced, cell, simNow), simNow)) speaker = cause.announced;
    const was = cause.announced;
    if (was) cause.limit = held.get(was)?.limit ?? limitHere(was, cause, simNow);
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
      cause.backSince = null;
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
        // Whether it stayed back while nothing was heard of it, nobody knows.
        cause.backSince = null;
        into.push(finding("sourceDown", cause.announced, cause.place, cell.value ?? Number.NaN, limitHere(cause.announced, cause, simNow)));
      }
      if (!cause.down && (cause.since.size > 0 || cause.backSince !== null)) judge(rules, cause.place, simNow, into);
    }
  }

  /** What `rules` remember of one place. */
  async function recallAt(rules: readonly Rule[], place: string, simNow: number): Promise<void> {
    const [first] = rules;
    const cell = first && needs.cell(first.indicator, place, simNow);
    if (!needs.past || !cell || cell.observedAt === null) return;
    const { value, observedAt } = cell;
    // A delay that does not run has nothing to remember.
    const isRunningOut = (rule: Rule): boolean => clearMsOf(rule) > 0 && causes.get(causeOf(rule, place))?.announced === rule;
    const wanted = rules.filter((rule) => windowMs(rule) !== null || isRunningOut(rule) || meets(rule, place, { value, observedAt }, undefined) === true);
    if (wanted.length === 0) return;
    const cadenceMs = needs.indicator(first.indicator)?.cadenceMs ?? 0;
    const backMs = Math.max(...wanted.map((rule) => Math.max((windowMs(rule) ?? 0) * MOST_SPAN, rule.holdMs, clearMsOf(rule)))) + 2 * cadenceMs;
    // What stands now is judged after this, and is the last of it.
    const past = (await needs.past(first.indicator, place, simNow - backMs, simNow)).filter((sample) => sample.observedAt <= observedAt);
    for (const rule of wanted) {
      const cause = causeFor(rule, place);
      const { window, since, isSinceEver } = remembered(past, rule, (sample, over) => meets(rule, place, sample, over ?? undefined));
      if (window) cause.windows.set(rule.id, window);
      if (isRunningOut(rule)) cause.backSince = remembered(past, rule, (sample, over) => isBack(rule, place, sample, over ?? undefined)).since;
      if (rule.holdMs === 0 || since === null) continue;
      // It stands by the journal and nothing known speaks against it: its delay has passed then.
      cause.since.set(rule.id, isSinceEver && cause.announced === rule ? Number.NEGATIVE_INFINITY : since);
      awake.add(cause);
    }
  }
  /** Whether a past number met a rule's condition; null where nobody can tell: a sum's coverage of then is not kept, nor what was usual. */
  function meets(rule: Rule, place: string, { value, observedAt }: { readonly value: number | null; readonly observedAt: number }, window: SampleWindow | undefined, isHeld = false): boolean | null {
    // A source that says that there is none is not beyond anything; a sum that is not there could not be told.
    if (value === null) return isOfLeaf(rule) ? false : null;
    if (!isOfLeaf(rule) && mayBeMore(rule, needs.indicator(rule.indicator), SOME)) return null;
    return aside.attempt(rule, observedAt, () => {
      const held = heldHere(rule, place, { value, at: observedAt }, window);
      return held && isBeyond(rule.deadband, held, isHeld);
    }, null);
  }

  /** Whether a past number was back through a rule's dead-band; null where nobody can tell. */
  function isBack(rule: Rule, place: string, sample: { readonly value: number | null; readonly observedAt: number }, window: SampleWindow | undefined): boolean | null {
    const met = meets(rule, place, sample, window, true);
    return met === null ? null : !met;
  }

  const limitHere = (rule: Rule, cause: Cause, now: number): number => aside.attempt(rule, now, () => limitOf(rule, needs.site(cause.place)), null) ?? cause.limit;
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
        const limit = aside.attempt(rule, 0, () => limitOf(rule, needs.site(place)), null);
        return limit !== null && isBeyond(rule.deadband, { value, limit, op: rule.when.op }, false) && causes.get(causeOf(rule, place))?.announced !== rule;
      }),
    aside: () => aside.all(),
    resume: (open) => resume(open),
    restart(standing, isSought) {
      for (const known of [causes, awake, absences]) known.clear();
      sweptAt = Number.NEGATIVE_INFINITY;
      resume(standing, isSought);
    },
    async recall(changed, simNow, pace) {
      for (const { indicator, places } of changed) {
        const rules = (byIndicator.get(indicator) ?? []).filter((rule) => windowMs(rule) !== null || (looksBack(rule) && !isAbsence(rule)));
        if (rules.length === 0) continue;
        for (const place of places) {
          const level = needs.levelOf(place);
          await recallAt(rules.filter((rule) => judgedAt(rule) === level), place, simNow);
          const others = pace();
          if (others) await others;
        }
      }
    },
  };
}

/** Of a sum of which nobody knows who had reported. */
const SOME: Pick<Cell, "coverage"> = { coverage: { have: 0, of: 1, level: "site" } };
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
