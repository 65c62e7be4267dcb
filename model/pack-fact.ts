import { clockText } from "./time.ts";

/** Why a pack's code was ended, or a step of it lost. */
export const PACK_FAULTS = ["overrun", "throw", "leak", "nonsense", "flood", "exit", "thread"] as const;
export type PackFault = (typeof PACK_FAULTS)[number];

/** In few words, to stand behind the topic's name: 水利 专题代码超时已停用. */
export const FAULT_WORDS: Readonly<Record<PackFault, string>> = {
  overrun: "专题代码超时已停用",
  throw: "专题代码出错已停用",
  leak: "专题代码占用内存过多已停用",
  nonsense: "专题代码返回无效数据已停用",
  flood: "专题代码返回过多，已截断",
  exit: "专题代码异常退出已停用",
  thread: "专题代码未能运行",
};

/** 水利 专题代码超时已停用（14:31）, since when (epoch ms) it is so. */
export const packWords = (title: string, fault: PackFault, since: number): string => `${title} ${FAULT_WORDS[fault]}（${clockText(since)}）`;

/** What an alert speaks of that concerns the code of a pack, in the place of an indicator, and the source of what it tells: `pack:water`. */
export const packFact = (topic: string): string => `pack:${topic}`;
/** The topic whose code such an alert speaks of; null for an indicator. */
export const packOf = (indicator: string): string | null => (indicator.startsWith("pack:") ? indicator.slice("pack:".length) : null);
