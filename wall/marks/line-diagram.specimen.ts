import type { EdgeState, LineDiagramData, LineEdge, LineRow } from "./line-diagram.ts";
import type { Severity } from "../../model/words.ts";
import { bandsOf } from "./specimen-bands.ts";
import { told } from "./specimen-figures.ts";
import { headingOf, type BandFacts } from "./title-band.ts";

type How = Parameters<typeof told>[2];
const WORDS: Readonly<Record<EdgeState, string>> = { free: "畅通", slow: "缓行", jam: "拥堵", stuck: "严重拥堵", closed: "封闭", unknown: "无数" };
const edge = (id: string, state: EdgeState, value: number | null, found?: Severity, how: How = {}): LineEdge => ({ id, state, word: WORDS[state], figure: value === null ? told("—", "", { state: "never" }) : told(String(value), "km/h", how), ...(found && { found }) });
const nodes = (...names: string[]) => names.map((name) => ({ id: name, name }));
const north = (how: How = {}): LineRow => ({
  id: "G4", code: "G4", name: "京港澳高速", nodes: nodes("乐昌", "韶关", "英德", "清远", "广州", "东莞", "深圳"),
  edges: [edge("a", "free", 102, undefined, how), edge("b", "slow", 46, 3, how), edge("c", "jam", 24, 2, how), edge("d", "stuck", 8, 1, how), edge("e", "closed", null), edge("f", "unknown", null)],
  asides: [{ label: "排队最长 粤北", figure: told("1,240", "m", how), found: 2 }, { label: "能见度 乐昌—韶关", figure: told("80", "m", how), found: 2 }],
});
const coast: LineRow = {
  id: "G15", code: "G15", name: "沈海高速", nodes: nodes("饶平", "汕头", "普宁", "陆丰", "海丰", "惠东", "深圳", "广州", "佛山", "鹤山", "开平", "恩平", "阳江", "阳西", "茂名", "湛江", "徐闻"),
  edges: [edge("a", "free", 101), edge("b", "free", 98), null, edge("c", "slow", 44, 3), edge("d", "free", 96), edge("e", "free", 95), null, edge("f", "jam", 28, 2), null, edge("g", "free", 100), null, edge("h", "free", 99), null, edge("i", "free", 97), edge("j", "free", 104), edge("k", "free", 103)],
  asides: [{ label: "排队最长 汾水关", figure: told("60", "m") }],
};
const bridges: LineRow = { id: "bridges", code: "桥", name: "阵风 m/s", nodes: [["港珠澳", 18.2, 3], ["南沙", 12.1], ["虎门", 21.4, 2], ["深中", 25.1, 1], ["黄茅海", 16.4], ["南澳", 9.8], ["海湾", 11.2], ["湛江", 14.6]].map(([name, gust, found]) => ({ id: String(name), name: String(name), figure: told(Number(gust).toFixed(1), "m/s"), ...(found !== undefined && { found: found as Severity }) })), edges: [], asides: [] };
const more = (n: number): string => `另 ${n} 条`;
/** Every state of a stretch, on a short road and on the longest, and a bridge at each of its limits. */
export const specimen: LineDiagramData = { lines: [north(), coast, bridges], more };
const silent: LineRow = { ...north(), edges: "abcdef".split("").map((id) => edge(id, "unknown", null)), asides: [{ label: "排队最长", figure: told("从未上报", "", { state: "never" }) }] };
export const variants: readonly LineDiagramData[] = [{ lines: [coast, north({ state: "stale" }), silent], more }, { lines: [{ ...silent, asides: [] }], more }, { lines: [bridges], more }];
export const band = ({ title }: Readonly<Record<string, unknown>>): BandFacts[] => bandsOf({ heading: headingOf(title) ?? "高速通行", note: "km/h", standing: "昨日 14:30　到达 30/32 站", state: "stale" }).slice(1);
