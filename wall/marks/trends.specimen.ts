import { DAY } from "../../model/time.ts";
import { NOW, told } from "./specimen-figures.ts";
import type { Plot } from "./trends.ts";
import { bandsOf, LONGEST_TOWN } from "./specimen-bands.ts";
import { headingOf, type BandFacts } from "./title-band.ts";

const DAYS = 150;
const from = NOW - DAYS * DAY;
const over = { from, to: NOW + 3 * DAY, now: NOW, unit: "例", decimals: 0 };
const day = (i: number): number => from + i * DAY;
/** Five months of an epidemic that rises, falls, is corrected once and is not told of for a week. */
const fresh = (i: number): number | null => (i > 60 && i < 68 ? null : i === 90 ? -3 : Math.round(124 * Math.exp(-(((i - 30) / 14) ** 2))));
export const specimen: readonly Plot[] = [
  { label: "当日新增", figures: [{ figure: told("1,124", "例", { prefix: "≥" }), large: true }], picture: { bars: { ...over, bars: Array.from({ length: DAYS }, (_, i) => ({ at: day(i), value: fresh(i) })), intervalMs: DAY } } },
  { label: "累计确诊", figures: [{ figure: told("12.35", "万例", { quality: "preliminary" }), large: true }], picture: { trend: { ...over, observed: Array.from({ length: DAYS }, (_, i) => [day(i), i > 60 && i < 68 ? null : 800 * i] as const), gapMs: 1.5 * DAY } } },
];
/** Before the first report. */
export const variants: readonly (readonly Plot[])[] = [
  [
    { label: "当日新增", figures: [{ figure: told("从未上报", "", { state: "never" }), large: true }], picture: { bars: { ...over, bars: [], intervalMs: DAY } } },
    { label: "累计确诊", figures: [{ figure: told("—", "", { state: "down" }), large: true }], picture: { trend: { ...over, observed: [], gapMs: DAY } } },
  ],
];
export const band = ({ title, place }: Readonly<Record<string, unknown>>): BandFacts[] => bandsOf({ heading: headingOf(title) ?? "全省确诊", standing: "9月14日　到达 18/21 市", state: "stale" }, place === PROVINCE ? "全省" : LONGEST_TOWN);
/** A scene that names the province as the place of its lines never shows them of another one. */
const PROVINCE = "44";
