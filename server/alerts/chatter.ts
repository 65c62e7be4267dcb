import { isOpenAlert, type Alert } from "../../model/alert.ts";
import type { KeptRecord, Keeping } from "../../model/decision.ts";
import type { Finding } from "../../model/finding.ts";
import type { Draft, Entry } from "../../model/journal.ts";
import { MINUTE } from "../../model/time.ts";

/** So often found anew within so long, and it chatters (抖动): ISA-18.2 counts three. On the situation's clock. */
export const CHATTER_TIMES = 3;
export const CHATTER_WITHIN_MS = 10 * MINUTE;
/** It has settled once it stood as it is for so long. */
export const SETTLES_MS = 5 * MINUTE;

/** What a number that trembles does between two entries of the chain: counted, and kept out of it. */
interface Trembling {
  last: Finding["kind"];
  rule: string;
  finding: Finding | null;
  at: number;
  times: number;
  /** As the chain tells it: what is counted beside the chain is counted anew after a restart. */
  told: { readonly rule: string; readonly at: number; readonly times: number };
}

/**
 * Alerts that open and close again and again. From the third time on it is one alert that says so; what follows is counted beside the chain, which is told how it
 * ended. What gets graver is never kept back.
 */
export interface Chatter {
  /** True when a finding is only one more of what is known to chatter. */
  keepsBack(finding: Finding, alert: Alert | undefined, now: number): boolean;
  /** How often a cause has been found anew by now, if it is found anew once more; enough of it, and it chatters. */
  timesIfFound(cause: string, now: number): number;
  /** Those that have settled. */
  settled(now: number, get: (id: string) => Alert | undefined, regionOf: (place: string) => string | undefined): Draft[];
  hasSettled(now: number): boolean;
  /** One entry: `foundAnew` when it tells that the cause was found anew. */
  apply(entry: Entry, alert: Alert, cause: string, foundAnew: boolean, simAt: number): void;
  /** The clock was set: what was counted was of another hour. */
  forget(): void;
  /** What the chain tells of it. */
  readonly kept: Pick<Keeping, "keep" | "restore">;
}
type KeptChatter = readonly [of: "found", cause: string, times: readonly number[]] | readonly [of: "restless", alert: string, told: Trembling["told"]];

export function createChatter(): Chatter {
  /** Of each cause, when it was found anew: as many as it takes. */
  const found = new Map<string, number[]>();
  const restless = new Map<string, Trembling>();

  const recent = (cause: string, now: number): number[] => (found.get(cause) ?? []).filter((at) => at > now - CHATTER_WITHIN_MS && at <= now);
  /** Since when it stands as it is; a clock that was set back begins anew. */
  const isStill = (one: Trembling, now: number): boolean => {
    if (one.at > now) one.at = now;
    return now - one.at >= SETTLES_MS;
  };

  return {
    keepsBack(finding, alert, now) {
      const { kind, rule } = finding;
      if (!alert?.chatter || (kind !== "exceed" && kind !== "clear")) return false;
      if (kind === "exceed" && rule.level < alert.severity) return false;
      const one = restless.get(alert.id);
      if (!one) return false;
      if (one.last !== kind || one.rule !== rule.id) {
        if (kind === "exceed" && one.last === "clear") one.times++;
        Object.assign(one, { last: kind, rule: rule.id, at: now });
      }
      one.finding = finding;
      return true;
    },
    timesIfFound: (cause, now) => recent(cause, now).length + 1,
    settled(now, get, regionOf) {
      const drafts: Draft[] = [];
      for (const [id, one] of restless) {
        const alert = get(id);
        if (!alert || !isStill(one, now)) continue;
        const { last, times, finding } = one;
        const isBack = last === "clear";
        const value = finding && Number.isFinite(finding.value) ? finding.value : alert.value;
        const other = !isBack && finding && finding.rule.id !== alert.rule ? { rule: finding.rule.id, severity: finding.rule.level, limit: finding.limit, source: finding.rule.source } : {};
        drafts.push({ kind: "alert.settled", actor: `rule:${alert.rule}`, region: regionOf(alert.place) ?? "", body: { alert: id, times, state: isBack ? "returned" : "holds", value, ...other } });
      }
      return drafts;
    },
    hasSettled(now) {
      for (const one of restless.values()) if (isStill(one, now)) return true;
      return false;
    },
    apply(entry, alert, cause, foundAnew, simAt) {
      if (foundAnew) found.set(cause, [...recent(cause, simAt), simAt].slice(-CHATTER_TIMES));
      if (!alert.chatter || !isOpenAlert(alert.state)) restless.delete(alert.id);
      else if (!restless.has(alert.id)) restless.set(alert.id, asTold({ rule: alert.rule, at: simAt, times: alert.chatter.times }));
      else if (entry.kind === "alert.exceeded") {
        const one = restless.get(alert.id)!;
        Object.assign(one, asTold({ ...one.told, rule: alert.rule, at: simAt }), { times: one.times });
      }
    },
    kept: {
      keep: () => [...[...found].map(([cause, times]) => ["found", cause, times] as const), ...[...restless].map(([alert, { told }]) => ["restless", alert, told] as const)].map((record): KeptRecord => ({ record })),
      restore(records) {
        found.clear();
        restless.clear();
        for (const { record } of records) {
          const [of, id, said] = record as KeptChatter;
          if (of === "found") found.set(id, said as readonly number[] as number[]);
          else restless.set(id, asTold(said as Trembling["told"]));
        }
      },
    },
    forget() {
      found.clear();
    },
  };
}

const asTold = (told: Trembling["told"]): Trembling => ({ last: "exceed", finding: null, ...told, told });
