import type { Severity } from "../../model/words.ts";
import type { CallMatrixData, CallRow } from "./call-matrix.ts";
import type { CallState } from "./call-state.ts";
import { mostPressing } from "./call-state.ts";
import { told } from "./specimen-figures.ts";
import { bandsOf } from "./specimen-bands.ts";
import type { BandFacts } from "./title-band.ts";

/** As many counties as each city has, with the longest names that there are. */
const CITIES: readonly (readonly [name: string, counties: string, level: Severity | undefined])[] = [
  ["江门", "蓬江 江海 新会 台山 开平 鹤山 恩平", 1], ["阳江", "江城 阳东 阳西 阳春", 1], ["珠海", "香洲 斗门 金湾", 1], ["云浮", "云城 云安 新兴 郁南 罗定", 1], ["中山", "直管 23 镇街", 1],
  ["深圳", "罗湖 福田 南山 宝安 龙岗 盐田 龙华 坪山 光明", 2], ["广州", "荔湾 越秀 海珠 天河 白云 黄埔 番禺 花都 南沙 从化 增城", 2], ["肇庆", "端州 鼎湖 高要 广宁 怀集 封开 德庆 四会", 2], ["湛江", "赤坎 霞山 坡头 麻章 遂溪 徐闻 廉江 雷州 吴川", 2], ["东莞", "直管 36 镇街", 2],
  ["惠州", "惠城 惠阳 博罗 惠东 龙门", 3], ["清远", "清城 清新 佛冈 阳山 连山 连南 英德 连州", 3], ["汕尾", "城区 海丰 陆河 陆丰", 3],
  ["韶关", "武江 浈江 曲江 始兴 仁化 翁源 乳源 新丰 乐昌 南雄", 4], ["汕头", "龙湖 金平 濠江 潮阳 潮南 澄海 南澳", 4],
  ["茂名", "茂南 电白 高州 化州 信宜", undefined], ["佛山", "禅城 南海 顺德 三水 高明", undefined], ["河源", "源城 紫金 龙川 连平 和平 东源", undefined], ["梅州", "梅江 梅县 大埔 丰顺 五华 平远 蕉岭 兴宁", undefined], ["揭阳", "榕城 揭东 揭西 惠来 普宁", undefined], ["潮州", "湘桥 潮安 饶平", undefined],
];
type StateAt = (city: number, county: number) => CallState;
const END: Readonly<Partial<Record<CallState, CallRow["end"]>>> = { overdue: { long: "超时 12 镇 +128 分", short: "+128 分" }, cut: { long: "断线 2", short: "断线 2" }, unreported: { long: "未上报 11", short: "未上报 11" }, waiting: { long: "余 10 分", short: "余 10 分" } };
function data(stateAt: StateAt): CallMatrixData {
  const rows = CITIES.map(([name, counties, level], c): CallRow => {
    const cells = counties.split(/ (?!\d|镇)/).map((county, i) => {
      const state = level === undefined ? ("calm" as const) : stateAt(c, i);
      return { id: `${c}-${i}`, name: county, state, ...(state === "overdue" && { time: "+128" }), ...(state === "waiting" && { time: "余 10" }) };
    });
    const state = mostPressing(cells.map((cell) => cell.state));
    const end = END[state];
    return { id: `${c}`, name, state, late: state === "overdue" ? 128 : 0, ...(level !== undefined && { level }), cells, towns: level === undefined ? { have: "", of: "" } : { have: "160", of: "178" }, ...(end && { end }) };
  });
  return {
    totals: rows.every(({ level }) => level === undefined) ? [] : [["cities", "市", "14", "21"], ["counties", "县", "114", "122"], ["towns", "镇街", "1,749", "1,757"]].map(([id, word, have, of]) => ({ id: id!, word: word!, figure: told(have!), of: of! })),
    tag: "模",
    none: "无县达到级别，无须叫应（14:10 核）",
    key: [["answered", "已应"], ["waiting", "待应"], ["overdue", "超时"], ["cut", "断线"], ["unreported", "未上报"]].map(([state, word]) => ({ state: state as CallState, word: word! })),
    rows, rest: (n) => `另 ${n}`, folded: (kind, all) => `${kind === "overdue" ? `另 ${all.length} 市超时 63 县，最长 +128 分` : kind === "open" ? `另 ${all.length} 市未全应` : `另 ${all.length} 市已应或无级别`}：${all.map(({ name }) => name).join("、")}`,
  };
}
const MANY: readonly CallState[] = ["answered", "answered", "overdue", "waiting", "answered", "cut", "unreported", "answered"];
/** At its worst: every state at once, long delays, the largest cities among them. */
export const specimen: CallMatrixData = data((c, i) => MANY[(c * 3 + i) % MANY.length]!);
const calm = data(() => "calm");
export const variants: readonly CallMatrixData[] = [
  data((c, i) => (c === 1 && i === 1 ? "overdue" : c === 7 && i === 6 ? "waiting" : "answered")),
  data(() => "unreported"), data(() => "overdue"), data(() => "cut"),
  { ...calm, totals: [], rows: calm.rows.map(({ id, name, state, late, cells }) => ({ id, name, state, late, cells, towns: { have: "", of: "" } })) },
];
export const band = (): BandFacts[] => bandsOf({ heading: "叫应矩阵", note: "限时 红 5 橙 10 黄 15 蓝 30 分 · 按研判级别", standing: "14:10　到达 1,749/1,757 镇街", state: "stale" }, "湛江");
