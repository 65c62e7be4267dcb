import { CLOCK_FACT, CLOCK_RULE } from "../model/clock-fact.ts";
import type { Finding } from "../model/finding.ts";
import type { Clock, Stop } from "../model/ports.ts";
import type { RegionCode } from "../model/region.ts";
import type { Rule } from "../model/rule.ts";
import { MINUTE, SECOND } from "../model/time.ts";
import { STEP_MS, type SteadyTime } from "../model/timer.ts";
import type { Watch } from "../model/watched.ts";

const LOOKED_AT_MS = SECOND;
/** A clock that has run evenly for so long is trusted again. */
export const EVEN_MS = 10 * MINUTE;

export interface ClockAlertNeeds {
  readonly steadyTime: Pick<SteadyTime, "onStep">;
  /** The region of the whole house. */
  readonly root: RegionCode;
  readonly watch: Watch;
  readonly clock: Pick<Clock, "monotonic">;
}

const LIMIT_S = STEP_MS / SECOND;
const RULE: Rule = { id: CLOCK_RULE, indicator: CLOCK_FACT, level: 2, when: { op: ">=", value: LIMIT_S }, holdMs: 0, deadband: 0, source: `平台设定：服务器时钟一次跳变超过 ${LIMIT_S} 秒` };

/** Raises an alert of live when the machine's clock is set (时钟异常), and returns it when it has run evenly since. */
export function watchSteps({ steadyTime, root, watch, clock }: ClockAlertNeeds): Stop {
  let last: { readonly byS: number; readonly at: number } | undefined;
  const stopListening = steadyTime.onStep((byMs) => (last = { byS: Math.round(Math.abs(byMs) / SECOND), at: clock.monotonic() }));
  const isOdd = (): boolean => last !== undefined && clock.monotonic() - last.at < EVEN_MS;
  const findings = (): Finding[] => [{ kind: isOdd() ? "exceed" : "clear", indicator: CLOCK_FACT, place: root, rule: RULE, value: isOdd() ? last!.byS : 0, limit: LIMIT_S }];
  const stopWatching = watch({ everyMs: LOOKED_AT_MS, findings, unwritten: "That the machine's clock was set could not be written yet" });
  return () => {
    stopListening();
    stopWatching();
  };
}
