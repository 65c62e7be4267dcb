import type { BumpData, BumpUnit } from "./bump.ts";
import { bandsOf } from "./specimen-bands.ts";
import { told } from "./specimen-figures.ts";
import { headingOf, type BandFacts } from "./title-band.ts";

const CITIES = ["广州", "深圳", "佛山", "东莞", "惠州", "湛江", "茂名", "韶关", "汕头", "珠海", "江门", "肇庆", "梅州", "汕尾", "河源", "阳江", "清远", "中山", "潮州", "揭阳", "云浮"];
/** Places change all the time; two cities are silent, one for a while, one now. */
const ranksOf = (i: number, at: number, periods: number): number | null => (i === 2 && at === 2 ? null : i === 20 && at === periods - 1 ? null : at === periods - 1 ? i + 1 : ((i * 5 + at * 3) % 21) + 1);
const units = (periods: number): BumpUnit[] => CITIES.map((name, i) => ({ id: name, name, ranks: Array.from({ length: periods }, (_, at) => ranksOf(i, at, periods)), figure: i === 20 ? told("从未上报", "", { state: "never" }) : told((320.5 - 12 * i).toFixed(1), "mm", i === 4 ? { state: "stale" } : i === 6 ? { quality: "extrapolated" } : {}), ...(i === 5 && { looked: true }) }));
const periods = ["29日", "30日", "1日", "2日", "3日", "4日"];
const more = (n: number): string => `另 ${n} 市`;
export const specimen: BumpData = { periods, units: units(6), more };
export const variants: readonly BumpData[] = [{ periods: periods.slice(-2), units: units(2).slice(0, 5), more }, { periods, units: units(6).map((unit) => ({ ...unit, ranks: unit.ranks.map(() => null) })), more }];
export const band = ({ title }: Readonly<Record<string, unknown>>): BandFacts[] => bandsOf({ heading: headingOf(title) ?? "雨量位次", note: "mm", standing: "14:30　到达 20/21 市", state: "stale" }).slice(1);
