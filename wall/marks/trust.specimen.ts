import { STATE_WORDS } from "../../model/wording.ts";
import { STATES } from "../../model/freshness.ts";
import { told } from "./specimen-figures.ts";
import type { TrustData } from "./trust.ts";

/** More sources than have room, in every state that there is. */
export const specimen: TrustData = {
  title: "数据可信", note: "326 路", awaited: "", allOnTime: "全部按时　最旧 河道水位 14:00", more: (n) => `另 ${n} 路`,
  states: STATES.map((state, i) => ({ state, word: STATE_WORDS[state].zh, count: i === 3 ? 0 : 18, figure: told(i === 3 ? "0" : i === 0 ? "318" : "2") })),
  ended: [{ id: "pack:emergency-command", title: "应急指挥 专题代码返回无效数据已停用", state: "down", coverage: "", when: "昨日 14:31" }],
  sources: [
    { id: "a", title: "风圈推算", state: "down", coverage: "", when: "中断" },
    { id: "b", title: "广州 小时雨量", state: "stale", coverage: "到达 118/122 县", when: "昨日 14:00" },
    { id: "c", title: "湛江经济技术开发区 平均风", state: "ageing", coverage: "", when: "13:40" },
    ...Array.from({ length: 9 }, (_, i) => ({ id: `n${i}`, title: "河道水位", state: "stale" as const, coverage: "", when: "12:00" })),
  ],
};
export const variants: readonly TrustData[] = [{ ...specimen, states: specimen.states.slice(0, 4), ended: [], sources: [] }, { ...specimen, ended: [], awaited: "正在取数 3 路" }, { ...specimen, sources: [], awaited: "正在取数 5 路" }];
