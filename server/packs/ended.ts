import type { Alert } from "../../model/alert.ts";
import type { Finding } from "../../model/finding.ts";
import { packFact, packOf, packRule, type PackFault } from "../../model/pack-fact.ts";
import { CALL_MS, READINGS_A_CALL } from "../../model/pack-feed.ts";
import type { Stop } from "../../model/ports.ts";
import type { RegionCode } from "../../model/region.ts";
import type { Rule } from "../../model/rule.ts";
import { SECOND } from "../../model/time.ts";
import type { Watch } from "../../model/watched.ts";
import type { PackState } from "./standing.ts";

const LOOKED_AT_MS = SECOND;
const SOURCE = `平台设定：专题代码单次运行最多 ${CALL_MS} 毫秒、${READINGS_A_CALL} 个读数`;

export interface EndedNeeds {
  states(): readonly PackState[];
  /** The region of the whole house. */
  readonly root: RegionCode;
  /** Alerts of live. */
  readonly alerts: { all(): Iterable<Alert> };
  readonly watch: Watch;
}

/** Raises an alert of live for each pack whose code was ended or is throttled, and returns it when it runs again or is no longer there. */
export function watchPacks({ states, root, alerts, watch }: EndedNeeds): Stop {
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
  return watch({ everyMs: LOOKED_AT_MS, findings, unwritten: "That a pack's code was ended, or runs again, could not be written yet" });
}

function finding({ topic, state, fault, endings }: Pick<PackState, "topic" | "state" | "fault" | "endings">, place: string): Finding {
  const indicator = packFact(topic);
  const rule = (of: PackFault, limit: number): Rule => ({ id: packRule(of), indicator, level: of === "flood" ? 4 : 3, when: { op: ">=", value: limit }, holdMs: 0, deadband: 0, source: SOURCE });
  if (fault === null) return { kind: "clear", indicator, place, rule: rule("overrun", 1), value: 0, limit: 1 };
  if (state === "ended") return { kind: "exceed", indicator, place, rule: rule(fault, 1), value: endings, limit: 1 };
  return { kind: "exceed", indicator, place, rule: rule(fault, READINGS_A_CALL), value: READINGS_A_CALL, limit: READINGS_A_CALL };
}
