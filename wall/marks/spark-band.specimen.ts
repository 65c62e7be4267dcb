import type { SparkBandData } from "./spark-band.ts";
import { bandsOf } from "./specimen-bands.ts";
import { TILES } from "./specimen-tiles.ts";
import { headingOf, type BandFacts } from "./title-band.ts";

const more = (n: number): string => `另 ${n} 项`;
export const specimen: SparkBandData = { rows: Array.from({ length: 12 }, (_, i) => ({ ...TILES[i % TILES.length]!, id: `r${i}` })), more };
/** Each state once; nothing has come yet. */
export const variants: readonly SparkBandData[] = [{ rows: TILES, more }, { rows: TILES.map(({ id, label }) => ({ id, label, figure: { text: "··", isNumber: false } })), more }];
export const band = ({ title }: Readonly<Record<string, unknown>>): BandFacts[] => bandsOf({ heading: headingOf(title) ?? "近一日" });
