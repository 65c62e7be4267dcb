import type { Alert } from "../../model/alert.ts";
import type { Finding } from "../../model/finding.ts";
import type { Draft } from "../../model/journal.ts";
import { FAULT_WORDS, packFact, packOf } from "../../model/pack-fact.ts";
import { CALL_MS, READINGS_A_CALL } from "../../model/pack-feed.ts";
import type { Clock, Log, Stop } from "../../model/ports.ts";
import type { RegionCode } from "../../model/region.ts";
import type { Rule } from "../../model/rule.ts";
import { SECOND } from "../../model/time.ts";
import type { PackState } from "./standing.ts";

const LOOKED_AT_MS = SECOND;
export const ENDED_RULE = "pack.ended";
export const FLOOD_RULE = "pack.flood";

export interface EndedNeeds {
  states(): readonly PackState[];
  /** The region of the whole house. */
  readonly root: RegionCode;
  /** Alerts of live. */
  readonly alerts: { consider(findings: readonly Finding[]): Draft[]; all(): Iterable<Alert> };
  record(drafts: readonly Draft[]): Promise<unknown>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Raises an alert of live for each pack whose code was ended or is throttled, and returns it when it runs again or is no longer there. */
export function watchPacks({ states, root, alerts, record, clock, log }: EndedNeeds): Stop {
  let isWriting = false;
  function findings(): Finding[] {
    const all = states();
    const out = all.flatMap((state): Finding[] => (state.state === "starting" ? [] : [finding(state, root)]));
    const there = new Set(all.map(({ topic }) => topic));
    for (const { indicator, place } of alerts.all()) {
      const topic = packOf(indicator);
      if (topic !== null && !there.has(topic)) out.push(finding({ topic, state: "running", fault: null, endings: 0 }, place));
    }
    return out;
  }
  return clock.every(LOOKED_AT_MS, () => {
    if (isWriting) return;
    const drafts = alerts.consider(findings());
    if (drafts.length === 0) return;
    isWriting = true;
    // What could not be written is found again at the next look.
    void record(drafts)
      .catch((error: unknown) => log.error("That a pack's code was ended, or runs again, could not be written yet", { error: String(error) }))
      .finally(() => (isWriting = false));
  });
}

const ended = (indicator: string, source: string): Rule => ({ id: ENDED_RULE, indicator, level: 3, when: { op: ">=", value: 1 }, holdMs: 0, deadband: 0, source });
function finding({ topic, state, fault, endings }: Pick<PackState, "topic" | "state" | "fault" | "endings">, place: string): Finding {
  const indicator = packFact(topic);
  if (fault === null) return { kind: "clear", indicator, place, rule: ended(indicator, ""), value: 0, limit: 1 };
  if (state === "ended") return { kind: "exceed", indicator, place, rule: ended(indicator, `平台设定：${FAULT_WORDS[fault]}（单次 ${CALL_MS} 毫秒）`), value: endings, limit: 1 };
  const rule: Rule = { id: FLOOD_RULE, indicator, level: 4, when: { op: ">=", value: READINGS_A_CALL }, holdMs: 0, deadband: 0, source: `平台设定：${FAULT_WORDS[fault]}（单次最多 ${READINGS_A_CALL} 个读数）` };
  return { kind: "exceed", indicator, place, rule, value: READINGS_A_CALL, limit: READINGS_A_CALL };
}
