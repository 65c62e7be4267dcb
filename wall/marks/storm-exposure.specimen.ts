import { HOUR } from "../../model/time.ts";
import { told } from "./specimen-figures.ts";
import type { Arrives, StormExposureData } from "./storm-exposure.ts";
import { LONGEST_COUNTY } from "./specimen-bands.ts";
import type { BandFacts } from "./title-band.ts";

const arrives = (hours: number): Arrives => ({ inMs: hours * HOUR, words: hours < 9 ? `${14 + hours}:24` : "5日 10:24" });
const city = (name: string, seven: Arrives, ten: Arrives) => ({ place: name, name, seven, ten });
const rows = [
  city("湛江", null, null), city("茂名", null, arrives(2)), city("阳江", arrives(1), arrives(12)), city("云浮", arrives(3), undefined), city("江门", arrives(5), undefined), city("清远", arrives(26), arrives(28)),
  ...Array.from({ length: 15 }, (_, i) => city(`肇庆${i}`.slice(0, 2), arrives(2 + i), arrives(20))).map((row, i) => ({ ...row, place: `n${i}` })),
];
export const specimen: StormExposureData = {
  people: { label: "7级风圈内常住人口", inside: told("10,431", "万人", { prefix: "≥", quality: "estimated" }), strongLabel: "其中10级", strong: told("1,018.6", "万人", { prefix: "≥", quality: "estimated" }), source: "2010 普查", tag: "估" },
  counts: { headings: ["县", "镇街"], rows: [{ label: "7级", county: told("122"), ofCounties: "122", town: told("1,757"), ofTowns: "1,757" }, { label: "10级", county: told("104", "", { state: "stale" }), ofCounties: "122", town: told("—", "", { state: "down" }), ofTowns: "1,757" }] },
  order: { headings: ["14/21 市", "此后 48 时", "7级到达", "10级到达"], rows, inside: 1, unit: "市", none: "48 小时内无市进入风圈（外推）", insideWord: "圈内", spanMs: 48 * HOUR }, old: false,
};
export const variants: readonly StormExposureData[] = [
  { ...specimen, old: true }, { ...specimen, order: { ...specimen.order, rows: [] } },
  { ...specimen, order: { ...specimen.order, headings: ["14/21 市", "距中心", "7级到达", "10级到达"], rows: rows.map((row, i) => ({ ...row, seven: null, ten: i < 3 ? null : undefined, toCentre: told(`${19 + 87 * i}`, "km", { quality: "extrapolated" }) })) } },
];
/** Of a county, of a city and of the province: so much of each can be missing. */
export const band = (): BandFacts[] =>
  [[LONGEST_COUNTY, "人口 0/1 县"], ["湛江", "人口 9/10 县"], ["全省", "人口 118/122 县"]].map(([place, coverage]) => ({ heading: `风圈与到达次序 · ${place}`, note: "10分钟平均", standing: `昨日 14:00　${coverage}`, state: "stale" }));
