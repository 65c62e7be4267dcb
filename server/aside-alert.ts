import type { Alert } from "../model/alert.ts";
import type { Finding } from "../model/finding.ts";
import type { Stop } from "../model/ports.ts";
import type { RegionCode } from "../model/region.ts";
import type { Rule } from "../model/rule.ts";
import { ASIDE_RULE, ruleFact, ruleOf, type AsideRule } from "../model/rule-fact.ts";
import { SECOND } from "../model/time.ts";
import type { Watch } from "../model/watched.ts";

const LOOKED_AT_MS = 5 * SECOND;

export interface AsideAlertNeeds {
  aside(): readonly AsideRule[];
  /** The region of the whole house. */
  readonly root: RegionCode;
  /** Alerts of live. */
  readonly alerts: { all(): Iterable<Alert> };
  readonly watch: Watch;
}

const ruleFor = (rule: string): Rule => ({ id: ASIDE_RULE, indicator: ruleFact(rule), level: 3, when: { op: ">=", value: 3 }, holdMs: 0, deadband: 0, source: "平台设定：规则连续出错 3 次即停判，其余规则照常" });

/** Raises an alert of live for each rule that is judged no more, and returns it when it is judged again: what nobody looks for any more must be seen to be so (F19). */
export function watchAside({ aside, root, alerts, watch }: AsideAlertNeeds): Stop {
  const finding = (kind: "exceed" | "clear", id: string, place: string): Finding => {
    const rule = ruleFor(id);
    return { kind, indicator: rule.indicator, place, rule, value: kind === "exceed" ? 3 : 0, limit: 3 };
  };
  function findings(): Finding[] {
    const now = new Set(aside().map(({ rule }) => rule));
    const back = [...alerts.all()].flatMap(({ indicator, place }) => {
      const rule = ruleOf(indicator);
      return rule === null || now.has(rule) ? [] : [finding("clear", rule, place)];
    });
    return [...[...now].map((rule) => finding("exceed", rule, root)), ...back];
  }
  return watch({ everyMs: LOOKED_AT_MS, findings, unwritten: "That a rule is judged no more could not be written yet" });
}
