import { clockText } from "./time.ts";
import type { Words } from "./words.ts";

/** Why a pack's code was ended, or a step of it lost. */
export const PACK_FAULTS = ["overrun", "throw", "leak", "nonsense", "flood", "exit", "thread"] as const;
export type PackFault = (typeof PACK_FAULTS)[number];

/** In few words, to stand behind the topic's name: 水利 专题代码超时已停用. */
export const FAULT_WORDS: Readonly<Record<PackFault, Words>> = {
  overrun: { zh: "专题代码超时已停用", en: "code ended: out of time" },
  throw: { zh: "专题代码出错已停用", en: "code ended: it failed" },
  leak: { zh: "专题代码占用内存过多已停用", en: "code ended: out of memory" },
  nonsense: { zh: "专题代码返回无效数据已停用", en: "code ended: invalid data" },
  flood: { zh: "专题代码返回过多已截断", en: "code throttled: too much data" },
  exit: { zh: "专题代码异常退出已停用", en: "code ended: it quit" },
  thread: { zh: "专题代码未能运行", en: "code does not run" },
};
/** What such alerts have in common, where several of one pack stand as one. */
export const CODE_WORDS: Words = { zh: "专题代码", en: "code" };

/** 水利 专题代码超时已停用（14:31）, since when (epoch ms) it is so. */
export const packWords = (title: string, fault: PackFault, since: number): string => `${title} ${FAULT_WORDS[fault].zh}（${clockText(since)}）`;

/** What an alert speaks of that concerns the code of a pack, in the place of an indicator, and the source of what it tells: `pack:water`. */
export const packFact = (topic: string): string => `pack:${topic}`;
/** The topic whose code such an alert speaks of; null for an indicator. */
export const packOf = (indicator: string): string | null => (indicator.startsWith("pack:") ? indicator.slice("pack:".length) : null);
/** The rule by which such an alert is found: `pack.ended.overrun`; a pack that is throttled runs, and has one of its own. */
export const packRule = (fault: PackFault): string => `pack.${fault === "flood" ? "throttled" : "ended"}.${fault}`;
/** Why, of an alert that speaks of a pack's code. */
export const faultOf = ({ rule }: { readonly rule: string }): PackFault | undefined => PACK_FAULTS.find((fault) => rule === packRule(fault));
