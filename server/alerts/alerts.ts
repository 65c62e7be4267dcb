import { may, type Actor } from "../../model/account.ts";
import { isOpenAlert, moveAlert, type Alert } from "../../model/alert.ts";
import type { CommandData } from "../../model/command.ts";
import type { Decision, Fold } from "../../model/decision.ts";
import { causeOf, type Finding } from "../../model/finding.ts";
import type { Draft, Entry } from "../../model/journal.ts";
import type { Ids } from "../../model/ports.ts";
import { Problem } from "../../model/problem.ts";
import type { Rule } from "../../model/rule.ts";
import { parseTime } from "../../model/time.ts";
import { nextLevels, until, type LevelSpan } from "./levels.ts";
import { nextAlert, type AlertBody } from "./next.ts";

export interface AlertsNeeds {
  rule(id: string): Rule | undefined;
  topicOf(indicator: string): string | undefined;
  /** The region of a place: itself, or the region of a site. */
  regionOf(place: string): string | undefined;
  /** The city above a region (the region itself when it is a city or the province): the area of a group. */
  cityOf(region: string): string;
  isWithin(region: string, ancestor: string): boolean;
  readonly ids: Ids;
  /** The clock of the situation, epoch ms. */
  simNow(): number;
  /** An alert is shown again without an entry that says so. */
  cameBack?(): void;
}

/** All alerts of one situation, as a fold of its journal. */
export interface Alerts extends Fold {
  /** What findings ask to be written; nothing for what stands already. */
  consider(findings: readonly Finding[]): Draft[];
  decide(actor: Actor, kind: "alert.acknowledge", data: CommandData<"alert.acknowledge">): Decision;
  /** Those that have been found by now. */
  all(): Iterable<Alert>;
  /**
   * At which levels each has stood and when, also those that are closed, of those that stood at all since then (epoch ms on the
   * situation's clock); of one that has not been found by now, as far as the clock had come when it was set.
   */
  levels(since: number): Iterable<{ readonly alert: Alert; readonly levels: readonly LevelSpan[] }>;
  /** Any, also one that a clock that was set has not reached yet: what people did about it stands. */
  get(id: string): Alert | undefined;
  /**
   * The clock of a played world begins here, wherever it stood: what was found later than now has not happened until it is
   * found again. Nothing is written, for nothing was decided.
   */
  begin(): void;
  /** Open alerts by rule and place that have been found by now, for the rules to take up. */
  open(): { readonly rule: string; readonly place: string; readonly sourceDown: boolean }[];
}

export function createAlerts(needs: AlertsNeeds): Alerts {
  const byId = new Map<string, Alert>();
  /** The open alert of each cause: one at a time, whatever its severity. */
  const openByCause = new Map<string, string>();

  const levelsById = new Map<string, readonly LevelSpan[]>();

  /** Found in a future that the clock was set back from, and not found again. */
  const ahead = new Set<string>();
  let begunAt = Number.NEGATIVE_INFINITY;
  const isAhead = ({ simAt }: Alert): boolean => (parseTime(simAt) ?? Number.NEGATIVE_INFINITY) > needs.simNow();

  function raised(finding: Finding): Draft {
    const { rule, place, value, limit } = finding;
    const region = needs.regionOf(place) ?? "";
    const topic = needs.topicOf(rule.indicator) ?? "";
    const alert = needs.ids.next("al");
    const group = `${rule.indicator}|${needs.cityOf(region)}|${topic}`;
    return {
      kind: "alert.raised",
      actor: `rule:${rule.id}`,
      region,
      body: { alert, rule: rule.id, indicator: rule.indicator, place, topic, severity: rule.level, value, limit, source: rule.source, group },
    };
  }

  function changed(kind: string, finding: Finding, alert: Alert, body: Record<string, unknown>): Draft {
    return { kind, actor: `rule:${finding.rule.id}`, region: needs.regionOf(finding.place) ?? "", body: { alert: alert.id, ...body } };
  }

  function draftOf(finding: Finding): Draft | null {
    const { kind, rule, place, value, limit } = finding;
    const alert = byId.get(openByCause.get(causeOf(rule, place)) ?? "");
    const number = Number.isFinite(value) ? value : (alert?.value ?? 0);
    switch (kind) {
      case "exceed":
        if (!alert) return raised(finding);
        if (alert.rule === rule.id && alert.state !== "returned" && !(ahead.has(alert.id) && isAhead(alert))) {
          // Found again by the same rule and no earlier than before: the journal says so already.
          if (ahead.delete(alert.id)) needs.cameBack?.();
          return null;
        }
        return changed("alert.exceeded", finding, alert, { rule: rule.id, severity: rule.level, value: number, limit, source: rule.source });
      case "clear":
        return alert && alert.state !== "returned" ? changed("alert.cleared", finding, alert, { value: number }) : null;
      default: {
        const down = kind === "sourceDown";
        return alert && alert.sourceDown !== down ? changed("alert.sourceDown", finding, alert, { down }) : null;
      }
    }
  }

  return {
    consider: (findings) => findings.map(draftOf).filter((draft) => draft !== null),

    decide(actor, _kind, data) {
      const alert = byId.get(data.alert);
      const region = alert && needs.regionOf(alert.place);
      if (!alert || region === undefined || !needs.isWithin(region, actor.region))
        throw new Problem("not_found", `There is no alert "${data.alert}" in your area.`);
      if (!may(actor, "acknowledge")) throw new Problem("no_right", `A ${actor.role} may not acknowledge alerts; a duty officer may.`);
      if (!moveAlert(alert.state, "acknowledge"))
        throw new Problem("illegal_transition", `Alert "${alert.id}" is ${alert.state} and cannot be acknowledged.`, { state: alert.state, legal: [] });
      const body = { alert: alert.id, ...(data.comment !== undefined && { comment: data.comment }) };
      return { drafts: [{ kind: "alert.acknowledged", actor: actor.account, region, body }], result: { alert: alert.id } };
    },

    apply(entry: Entry) {
      if (!entry.kind.startsWith("alert.") || entry.body === undefined) return;
      const body = entry.body as AlertBody;
      const before = byId.get(body.alert);
      const after = nextAlert(before, entry, body);
      if (!after) return;
      byId.set(after.id, after);
      levelsById.set(after.id, nextLevels(levelsById.get(after.id) ?? [], entry, body));
      if (entry.kind === "alert.raised" || entry.kind === "alert.exceeded") ahead.delete(after.id);
      const rule = needs.rule(after.rule);
      const cause = rule ? causeOf(rule, after.place) : `${after.indicator}@${after.place}`;
      if (isOpenAlert(after.state)) openByCause.set(cause, after.id);
      else if (openByCause.get(cause) === after.id) openByCause.delete(cause);
    },

    all: () => [...byId.values()].filter(({ id }) => !ahead.has(id)),
    *levels(since) {
      for (const [id, levels] of levelsById) {
        const { to = Infinity } = levels.at(-1) ?? { to: -Infinity };
        if (to < since) continue;
        yield { alert: byId.get(id)!, levels: ahead.has(id) ? until(levels, begunAt) : levels };
      }
    },
    get: (id) => byId.get(id),
    begin() {
      begunAt = needs.simNow();
      ahead.clear();
      for (const alert of byId.values()) if (isAhead(alert)) ahead.add(alert.id);
    },
    open: () =>
      [...openByCause.values()].map((id) => byId.get(id)!).filter((a) => a.state !== "returned" && !ahead.has(a.id)).map(({ rule, place, sourceDown }) => ({ rule, place, sourceDown })),
  };
}
