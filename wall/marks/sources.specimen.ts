import type { SourcesData } from "./sources.ts";
import { specimen as trust, variants as others } from "./trust.specimen.ts";
import { bandsOf } from "./specimen-bands.ts";
import type { BandFacts } from "./title-band.ts";

const words = { never: "从未上报：", inAll: (n: number) => `等 ${n} 路` };
const silent = ["综合网格事件上报量(日)", "转移避险人数", "发热门诊人次(日)", "停电用户数", "避护场所占用率", "湛江经济技术开发区 平均风"].map((title) => ({ id: title, title, state: "never" as const, coverage: "", when: "从未上报" }));
/** More sources than have room, in every state that there is. */
export const specimen: SourcesData = { ...trust, ...words, sources: [...trust.sources, ...silent] };
/** Few, none yet, and none that ever reported. */
export const variants: readonly SourcesData[] = [...others, { ...trust, sources: silent }, { ...trust, sources: trust.sources.slice(0, 3) }].map((each) => ({ ...each, ...words }));
export const band = (): BandFacts[] => bandsOf({ heading: "数据可信", note: "326 路", standing: "14:10", state: "fresh" }).slice(1);
