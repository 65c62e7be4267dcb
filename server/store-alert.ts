import type { Finding } from "../model/finding.ts";
import type { Clock, Stop } from "../model/ports.ts";
import type { RegionCode } from "../model/region.ts";
import type { Rule } from "../model/rule.ts";
import { STORE_FACT, STORE_RULE } from "../model/store-fact.ts";
import type { StoreState } from "../model/store-state.ts";
import { SECOND } from "../model/time.ts";
import type { Watch } from "../model/watched.ts";

const LOOKED_AT_MS = SECOND;
/** A moment without room is mended before anybody could be told. */
const LIMIT_S = 1;
const RULE: Rule = { id: STORE_RULE, indicator: STORE_FACT, level: 1, when: { op: ">=", value: LIMIT_S }, holdMs: 0, deadband: 0, source: `平台设定：存储 ${LIMIT_S} 秒写不进即为只读` };

export interface StoreAlertNeeds {
  state(): StoreState;
  /** The region of the whole house. */
  readonly root: RegionCode;
  readonly watch: Watch;
  readonly clock: Pick<Clock, "now">;
}

/** Raises an alert of live while the store takes nothing (存储只读); it stands in memory until it can be written. */
export function watchStoreState({ state, root, watch, clock }: StoreAlertNeeds): Stop {
  const forS = (): number => (state().store === "writes" ? 0 : Math.floor((clock.now() - state().since) / SECOND));
  const findings = (): Finding[] => [{ kind: forS() >= LIMIT_S ? "exceed" : "clear", indicator: STORE_FACT, place: root, rule: RULE, value: forS(), limit: LIMIT_S }];
  return watch({ everyMs: LOOKED_AT_MS, findings, unwritten: "That the store takes nothing could not be noted" });
}
