import type { KpiStripData } from "./kpi-strip.ts";
import { bandsOf } from "./specimen-bands.ts";
import { TILES } from "./specimen-tiles.ts";
import { headingOf, type BandFacts } from "./title-band.ts";

export const specimen: KpiStripData = { tiles: TILES.slice(0, 5) };
/** As few as there may be; nothing has come yet. */
export const variants: readonly KpiStripData[] = [{ tiles: TILES.slice(4, 6) }, { tiles: TILES.slice(0, 3).map(({ id, label }) => ({ id, label, figure: { text: "··", isNumber: false } })) }];
export const band = ({ title }: Readonly<Record<string, unknown>>): BandFacts[] => bandsOf({ heading: headingOf(title) ?? "电力供应" });
