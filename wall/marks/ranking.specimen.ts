import type { RankingData, RankingRow } from "./ranking.ts";
import { told } from "./specimen-figures.ts";
import { bandsOf } from "./specimen-bands.ts";
import { headingOf, type BandFacts } from "./title-band.ts";

const CITIES = ["广州", "深圳", "珠海", "汕头", "佛山", "韶关", "湛江", "肇庆", "江门", "茂名", "惠州", "梅州", "汕尾", "河源", "阳江", "清远", "东莞", "中山", "潮州", "揭阳", "云浮"];
const row = (name: string, i: number, also: boolean): RankingRow =>
  i % 7 === 6
    ? { id: name, name, value: null, figure: told("从未上报", "", { state: "never" }), ...(also && { also: told("—", "", { state: "never" }) }) }
    : { id: name, name, value: 12_349 - 600 * i, figure: { ...told((1.23 - 0.05 * i).toFixed(2), "万例", { prefix: "≥", ...(i === 2 && { state: "stale" }) }), order: "万" }, ...(also && { also: told("1,024", "例") }) };
const data = (also: boolean): RankingData => ({ rows: CITIES.map((name, i) => row(name, i, also)), headings: also ? ["市", "累计", "新增"] : ["市", "累计"], more: (n) => `另 ${n} 市` });
/** All cities, some unknown, one old, each with a second number. */
export const specimen: RankingData = data(true);
const computed = (text: string) => ({ ...told(text, "万人", { prefix: "≥", quality: "extrapolated" }), order: "万" });
/** Millions of each city, computed and not counted. */
const inside: RankingData = { ...data(true), rows: data(true).rows.map((each, i) => ({ ...each, figure: computed(i === 0 ? "1,184" : "822.0"), also: computed("676.7") })) };
export const variants: readonly RankingData[] = [data(false), inside];
export const band = ({ title }: Readonly<Record<string, unknown>>): BandFacts[] => bandsOf({ heading: headingOf(title) ?? "累计确诊", note: "例", standing: "9月14日　到达 18/21 市", state: "stale" }).slice(1);
