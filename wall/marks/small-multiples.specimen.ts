import { HOUR } from "../../model/time.ts";
import { before, NOW, told } from "./specimen-figures.ts";
import type { SmallMultiplesData } from "./small-multiples.ts";
import { bandsOf } from "./specimen-bands.ts";
import { headingOf, type BandFacts } from "./title-band.ts";

const CITIES = ["广州", "深圳", "珠海", "汕头", "佛山", "韶关", "湛江", "肇庆", "江门", "茂名", "惠州", "梅州", "汕尾", "河源", "阳江", "清远", "东莞", "中山", "潮州", "揭阳", "云浮"];
/** Rain that passes from west to east; one city has a hole, one is silent. */
const tile = (label: string, i: number): SmallMultiplesData["tiles"][number] =>
  i % 8 === 7
    ? { id: label, label, figure: told("从未上报", "", { state: "never" }) }
    : {
        id: label, label, figure: told((88.4 - 3.7 * i).toFixed(1), "mm", { prefix: i % 5 === 1 ? "≥" : "", ...(i === 2 && { state: "stale" }), ...(i === 4 && { quality: "interpolated" }) }),
        trace: { points: Array.from({ length: 49 }, (_, h) => [before(24 - h / 2), i === 3 && h > 20 && h < 28 ? null : Math.max(0, (100 - 4 * i) * Math.exp(-(((h - 14 - i) / 9) ** 2))), false] as const), from: before(24), to: NOW, gapMs: HOUR },
      };
export const specimen: SmallMultiplesData = { tiles: CITIES.map(tile), range: [0, 100], scale: "同一标尺 0.0—100.0 mm，近 24 小时", more: (n) => `另 ${n} 市` };
/** Counties with long names, few of them; none has come. */
export const variants: readonly SmallMultiplesData[] = [
  { ...specimen, tiles: ["连山壮族瑶族自治县", "乳源", "连南", "阳山"].map(tile) },
  { ...specimen, tiles: CITIES.map((label) => ({ id: label, label, figure: told("—", "", { state: "down" }) })), scale: "近 24 小时" },
];
export const band = ({ title }: Readonly<Record<string, unknown>>): BandFacts[] => bandsOf({ heading: headingOf(title) ?? "雨量", standing: "9月14日　到达 18/21 市", state: "stale" });
