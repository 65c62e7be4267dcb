import type { Severity } from "../../model/words.ts";
import type { Figure } from "./panel-text.ts";

/** A gauge: everything in m above the same zero, `null` = not known. */
export interface ProfileStation {
  readonly id: string;
  readonly name: string;
  /** Way along the river, downstream. */
  readonly km: number;
  readonly warningM: number;
  readonly guaranteedM: number | null;
  readonly lowM: number | null;
  readonly stageM: number | null;
  /** The stage itself, and what it is from the warning stage. */
  readonly stage: Figure;
  readonly over: Figure;
  readonly flow?: Figure;
  /** Highest of this day, where it was higher than now. */
  readonly peakM?: number;
  readonly peak?: Figure;
  /** A standard that was met, as found by machine. */
  readonly found?: Severity;
}
/** A reservoir, or the mouth of a tributary that one stands on. */
export interface ProfileReservoir {
  readonly id: string;
  readonly name: string;
  readonly km: number;
  /** Set when it stands on a tributary that joins here: 武江. */
  readonly tributary?: string;
  readonly limitM: number;
  readonly levelM: number | null;
  readonly over: Figure;
  readonly found?: Severity;
}
export interface ProfileRiver {
  readonly name: string;
  readonly stations: readonly ProfileStation[];
  readonly reservoirs: readonly ProfileReservoir[];
}
export interface ProfileData {
  /** One river: in its fall. Several: each by how far it is from its warning stages. */
  readonly rivers: readonly ProfileRiver[];
  /** Where there is room the first of several stands in its fall above the others. */
  readonly leads?: boolean;
  readonly words: {
    /** 距警戒, 超警, 距汛限, 超汛限. */
    readonly below: string; readonly above: string; readonly belowLimit: string; readonly aboveLimit: string;
    /** 今日峰. */
    readonly peak: string;
    /** Names of lines: 警戒, 保证, 汛限. */
    readonly warning: string; readonly guaranteed: string; readonly limit: string;
    /** 枯水 at the lower edge of the water. */
    readonly low: string;
    /** 不低于清远: what is said of water that nobody measures. */
    noLower(name: string): string;
  };
}
