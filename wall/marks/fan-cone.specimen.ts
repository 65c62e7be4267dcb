import { HOUR } from "../../model/time.ts";
import type { FanConeData } from "./fan-cone.ts";
import { after, before, NOW, told } from "./specimen-figures.ts";
import { bandsOf, LONGEST_TOWN } from "./specimen-bands.ts";
import { headingOf, type BandFacts } from "./title-band.ts";

const level = (h: number): number => 9.2 + 1.4 * Math.sin(h / 9) + h / 40;
const modelled = { quality: "modelled" } as const;
/** A crest to come, less sure the further it lies; an hour of it was not told. */
export const specimen: FanConeData = {
  facts: [
    { caption: "石角水位", figure: told("9.20", "m", { quality: "preliminary" }) }, { caption: "预测", at: "5日 14:10", figure: told("11.24", "m", modelled) },
    { caption: "低值", figure: told("10.61", "m", modelled) }, { caption: "高值", figure: told("12.03", "m", modelled), joined: true },
  ],
  trend: {
    from: before(24), to: after(24), now: NOW, unit: "m", decimals: 2, gapMs: 1.5 * HOUR, isWhole: true,
    observed: Array.from({ length: 25 }, (_, i) => [before(24 - i), i > 8 && i < 11 ? null : level(i - 24)] as const),
    ahead: Array.from({ length: 25 }, (_, i) => [after(i), i === 15 ? null : level(i)] as const), aheadLabel: "预测",
    cone: Array.from({ length: 25 }, (_, i) => [after(i), i === 15 ? null : level(i) - 0.04 * i, level(i) + 0.06 * i] as const),
  },
};
/** The forecast alone; a forecast of yesterday; nothing was ever told. */
export const variants: readonly FanConeData[] = [
  { facts: [specimen.facts[1]!, ...specimen.facts.slice(2)], trend: { ...specimen.trend, observed: [] } },
  { facts: [{ caption: "石角水位", figure: told("9.20", "m", { state: "stale" }) }, ...specimen.facts.slice(1)], trend: { ...specimen.trend, stands: ["画面停在 13:20", "13:20"] } },
  { facts: [{ caption: "预测", figure: told("从未上报", "", { state: "never" }) }], trend: { ...specimen.trend, observed: [], ahead: [], cone: [] } },
];
export const band = ({ title, place }: Readonly<Record<string, unknown>>): BandFacts[] => bandsOf({ heading: headingOf(title) ?? "水位预测", standing: "9月14日 14:00", state: "stale" }, place === "44" ? "全省" : LONGEST_TOWN);
