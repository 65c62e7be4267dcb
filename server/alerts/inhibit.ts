import { isCovered, isOpenAlert, stillHolds, type Alert } from "../../model/alert.ts";
import type { Finding } from "../../model/finding.ts";
import { explains, INHIBITIONS, type Explicable, type Inhibition, type Lies } from "../../model/inhibition.ts";
import type { Draft } from "../../model/journal.ts";
import type { Rule } from "../../model/rule.ts";

export interface InhibitNeeds extends Lies {
  open(): Iterable<Alert>;
  isAbsence(alert: Alert): boolean;
  readonly inhibitions?: readonly Inhibition[];
}

/** What one alert explains of others: they are suppressed while it holds (抑制), with it as their cause. */
export interface Inhibit {
  /** One alert has changed. */
  moved(alert: Alert): void;
  /** All alerts are gone. */
  clear(): void;
  /** The cover under which a finding is raised, when something that holds explains it. */
  coverOf(finding: Finding): { readonly by: string; readonly cause: string } | null;
  /** Entries that follow one finding: what its alert explains is suppressed, or released once it no longer holds. @param alert its id, found or just to be raised */
  following(finding: Finding, alert: string): Draft[];
}

export const isAbsenceRule = ({ when }: Pick<Rule, "when">): boolean => "of" in when && when.of === "absence";

export function createInhibit({ open, isAbsence, inhibitions = INHIBITIONS, ...lies }: InhibitNeeds): Inhibit {
  const asExplicable = (alert: Alert): Explicable => ({ indicator: alert.indicator, place: alert.place, severity: alert.severity, isAbsence: isAbsence(alert) });
  const inFinding = ({ rule, place }: Finding): Explicable => ({ indicator: rule.indicator, place, severity: rule.level, isAbsence: isAbsenceRule(rule) });
  /** Only a few kinds of alerts explain others at all: of each finding it is asked whether its own does. */
  const mayExplain = (by: Explicable): boolean => inhibitions.some((each) => ("fact" in each.by ? by.indicator.startsWith(`${each.by.fact}:`) : each.by.indicator === by.indicator));
  const mayBeExplained = (of: Explicable): boolean => inhibitions.some((each) => (each.of.absence !== true || of.isAbsence) && (each.of.indicator === undefined || each.of.indicator === of.indicator));
  const draft = (kind: string, actor: string, alert: Alert, more: object): Draft => ({ kind, actor, region: lies.regionOf(alert.place) ?? "", body: { alert: alert.id, ...more } });

  /** Open alerts that may explain others: a few gateways, of thousands. */
  const explaining = new Map<string, Alert>();

  return {
    moved(alert) {
      if (isOpenAlert(alert.state) && mayExplain(asExplicable(alert))) explaining.set(alert.id, alert);
      else explaining.delete(alert.id);
    },
    clear: () => explaining.clear(),
    coverOf(finding) {
      const of = inFinding(finding);
      if (!mayBeExplained(of)) return null;
      for (const by of explaining.values()) {
        if (!stillHolds(by)) continue;
        const explicable = asExplicable(by);
        const found = inhibitions.find((each) => explains(each, explicable, of, lies));
        if (found) return { by: `rule:${found.id}`, cause: by.id };
      }
      return null;
    },
    following(finding, alert) {
      const by = inFinding(finding);
      if (!mayExplain(by)) return [];
      if (finding.kind === "clear") return [...open()].filter(({ cover }) => cover?.why === "suppressed" && cover.cause === alert).map((of) => draft("alert.released", "system", of, {}));
      if (finding.kind !== "exceed") return [];
      return [...open()].flatMap((of) => {
        if (of.id === alert || !isOpenAlert(of.state) || isCovered(of.state)) return [];
        const found = inhibitions.find((each) => explains(each, by, asExplicable(of), lies));
        return found ? [draft("alert.suppressed", `rule:${found.id}`, of, { cause: alert })] : [];
      });
    },
  };
}
