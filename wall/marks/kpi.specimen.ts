import type { KpiData } from "./kpi.ts";
import { bandsOf } from "./specimen-bands.ts";
import { TILES } from "./specimen-tiles.ts";
import { headingOf, type BandFacts } from "./title-band.ts";

const states = TILES.map(({ label: _said, ...tile }): KpiData => tile);
export const specimen: KpiData = states[0]!;
/** Late, old, lost, never told, and without what is usual. */
export const variants: readonly KpiData[] = states.slice(1);
export const band = ({ title }: Readonly<Record<string, unknown>>): BandFacts[] => bandsOf({ heading: headingOf(title) ?? "负荷" });
