import type { ShareBarData, SharePart } from "./share-bar.ts";
import { bandsOf } from "./specimen-bands.ts";
import { told } from "./specimen-figures.ts";
import { headingOf, type BandFacts } from "./title-band.ts";

const part = (name: string, value: number | null, share: string | null, how: Parameters<typeof told>[2] = {}): SharePart => ({ id: name, name, value, figure: value === null ? told("从未上报", "", { state: "never" }) : told(value.toLocaleString("en-US"), "MW", how), ...(share !== null && { share: told(share, "%", how) }) });
/** Six parts, the least a hair, one computed. */
export const specimen: ShareBarData = {
  parts: [part("煤电", 61_200, "41.3"), part("气电", 30_400, "20.5"), part("西电东送", 28_100, "19.0", { state: "stale" }), part("核电", 16_100, "10.9"), part("风光", 11_900, "8.0", { quality: "extrapolated" }), part("抽水蓄能", 420, "0.3")],
  total: told("14.81", "万MW"), totalTitle: "合计", missing: "",
};
const partial: ShareBarData = { parts: [part("煤电", 61_200, null), part("气电", null, null), part("西电东送", 28_100, null, { state: "stale" }), part("核电", 16_100, null)], total: told("10.54", "万MW", { prefix: "≥" }), totalTitle: "合计", missing: "缺 1 项，不算占比" };
const silent: ShareBarData = { ...partial, parts: partial.parts.map(({ name }) => part(name, null, null)), total: told("—", "", { state: "never" }), missing: "缺 4 项，不算占比" };
export const variants: readonly ShareBarData[] = [partial, silent, { ...specimen, parts: specimen.parts.slice(0, 2) }];
export const band = ({ title }: Readonly<Record<string, unknown>>): BandFacts[] => bandsOf({ heading: headingOf(title) ?? "电源构成", note: "MW", standing: "14:30", state: "stale" }).slice(1);
