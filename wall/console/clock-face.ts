import type { SituationInfo } from "../../model/situation.ts";
import { chinaTime, clockText } from "../../model/time.ts";
import type { Here } from "../panels/here.ts";
import { kindWord } from "./situation-words.ts";
import { t } from "./words.ts";

/** What the console's large clock shows. */
export interface ClockFace {
  readonly as: "live" | "notActual" | "stopped" | "cut";
  /** Hour and minute on the situation's clock. */
  readonly time: string;
  /** Empty where they would be a blur that says nothing. */
  readonly seconds: string;
  /** 演练; empty in live. */
  readonly world: string;
  /** 现实时间 09:03:36 beside a clock that is not people's; empty in live. */
  readonly real: string;
}
type Seen = Pick<Here, "simNow" | "serverNow" | "stoodAt" | "isLive" | "linked"> & { readonly info: Pick<SituationInfo, "kind" | "clock"> | undefined };
const secondsOf = (at: number): string => String(chinaTime(at).second).padStart(2, "0");
/** Above this speed seconds are a blur. */
const FASTEST_WITH_SECONDS = 10;

/** `ended` is the word for a situation that does not run (已停止). */
export function clockFace({ info, simNow, serverNow, stoodAt, isLive, linked }: Seen, ended?: string): ClockFace {
  const at = ended === undefined ? simNow : stoodAt;
  const slow = isLive || (info !== undefined && info.clock.speed <= FASTEST_WITH_SECONDS);
  return {
    as: !linked ? "cut" : ended !== undefined ? "stopped" : isLive ? "live" : "notActual",
    time: at === null ? "--:--" : clockText(at),
    seconds: at !== null && ended === undefined && slow ? secondsOf(at) : "",
    world: ended ?? (isLive ? "" : kindWord(info?.kind ?? "drill")),
    real: isLive && ended === undefined ? "" : t("现实时间 {at}", { at: `${clockText(serverNow)}:${secondsOf(serverNow)}` }),
  };
}
