import { isGraveToShelve, processOf, stillHolds, type Alert } from "../../model/alert.ts";
import { causeOf, type Finding } from "../../model/finding.ts";
import type { Draft } from "../../model/journal.ts";
import type { Ids } from "../../model/ports.ts";
import { CHATTER_TIMES, type Chatter } from "./chatter.ts";
import type { Inhibit } from "./inhibit.ts";

export interface ConsiderNeeds {
  topicOf(indicator: string): string | undefined;
  regionOf(place: string): string | undefined;
  cityOf(region: string): string;
  readonly ids: Ids;
  simNow(): number;
  /** The open alert of a cause. */
  alertOf(cause: string): Alert | undefined;
  /** Found by the journal in an hour that the clock has not come to. */
  isAhead(alert: Alert): boolean;
  /** It stands again without an entry. */
  stands(alert: Alert): void;
  readonly chatter: Chatter;
  readonly inhibit: Inhibit;
}

/** What findings ask to be written; nothing for what stands already, and for one more of what chatters. */
export function createConsider(needs: ConsiderNeeds): (findings: readonly Finding[]) => Draft[] {
  const { regionOf, chatter, inhibit } = needs;

  function raised(finding: Finding): Draft {
    const { rule, place, value, limit } = finding;
    const region = regionOf(place) ?? "";
    const topic = needs.topicOf(rule.indicator) ?? "";
    const group = `${rule.indicator}|${needs.cityOf(region)}|${topic}`;
    // What is explained when it is found has never asked anybody.
    const cover = inhibit.coverOf(finding);
    const body = { alert: needs.ids.next("al"), rule: rule.id, indicator: rule.indicator, place, topic, severity: rule.level, value, limit, source: rule.source, group, ...(cover && { suppressedBy: cover.by, cause: cover.cause }) };
    return { kind: "alert.raised", actor: `rule:${rule.id}`, region, body };
  }
  const changed = (kind: string, finding: Finding, alert: string, body: Record<string, unknown>): Draft => ({ kind, actor: `rule:${finding.rule.id}`, region: regionOf(finding.place) ?? "", body: { alert, ...body } });
  /** One person alone took it out of service while it was neither red nor orange: that decides nothing of one that has become so, and it is put back. */
  function putBack(finding: Finding, { id, severity, cover }: Alert): Draft[] {
    const { level } = finding.rule;
    const isOfOne = cover?.why === "outOfService" && cover.confirmedBy === undefined;
    return isOfOne && level < severity && isGraveToShelve(level) ? [changed("alert.putBack", finding, id, {})] : [];
  }
  /** Once too often: from now on it is said to chatter, and is counted beside the chain. */
  function chattering(finding: Finding, alert: string, known: Alert | undefined): Draft[] {
    const times = chatter.timesIfFound(causeOf(finding.rule, finding.place), needs.simNow());
    return times < CHATTER_TIMES || known?.chatter ? [] : [changed("alert.chattering", finding, alert, { times })];
  }

  /** @param isLast nothing else is found of its cause */
  function draftsOf(finding: Finding, isLast: boolean): Draft[] {
    const { kind, rule, place, value, limit } = finding;
    const alert = needs.alertOf(causeOf(rule, place));
    const number = Number.isFinite(value) ? value : (alert?.value ?? 0);
    if (kind === "exceed") {
      if (!alert) {
        const draft = raised(finding);
        const { alert: id } = draft.body as { readonly alert: string };
        return [draft, ...chattering(finding, id, undefined), ...inhibit.following(finding, id)];
      }
      if (alert.rule === rule.id && stillHolds(alert) && !needs.isAhead(alert)) {
        // Found again by the same rule and no earlier than before: the journal says so already.
        needs.stands(alert);
        chatter.keepsBack(finding, alert, needs.simNow());
        return [];
      }
      if (chatter.keepsBack(finding, alert, needs.simNow())) return [];
      const isAnew = rule.level < alert.severity || ["returned", "closed"].includes(processOf(alert));
      return [
        changed("alert.exceeded", finding, alert.id, { rule: rule.id, severity: rule.level, value: number, limit, source: rule.source }),
        ...putBack(finding, alert),
        ...(isAnew ? chattering(finding, alert.id, alert) : []), ...inhibit.following(finding, alert.id),
      ];
    }
    if (kind === "clear") {
      if (!alert || !stillHolds(alert) || chatter.keepsBack(finding, alert, needs.simNow())) return [];
      return [changed("alert.cleared", finding, alert.id, { value: number }), ...inhibit.following(finding, alert.id)];
    }
    const down = kind === "sourceDown";
    // Closed by hand while nothing was measured: its source is back, and by its rule it holds.
    if (!alert && !down && isLast) return draftsOf({ ...finding, kind: "exceed" }, true);
    return alert && alert.sourceDown !== down ? [changed("alert.sourceDown", finding, alert.id, { down })] : [];
  }
  const isOf = (cause: string) => (one: Finding): boolean => causeOf(one.rule, one.place) === cause;
  return (findings) => findings.flatMap((finding, i) => draftsOf(finding, finding.kind !== "sourceBack" || !findings.slice(i + 1).some(isOf(causeOf(finding.rule, finding.place)))));
}
