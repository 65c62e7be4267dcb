import { HOUR } from "../../model/time.ts";
import type { AsOf } from "./as-of.ts";
import { before, NOW, told } from "./specimen-figures.ts";
import type { Trace } from "./spark.ts";
import type { Tile } from "./tile.ts";

const BAND = Array.from({ length: 24 }, (_, i) => ({ from: before(24 - i), low: 8 + 5 * Math.sin((i * 2) / 7), high: 13 + 5 * Math.sin((i * 2) / 7) }));
/** A day with a hole in it, its last hours computed, over what is usual where that is known. */
export const trace = ({ band = true }: { readonly band?: boolean } = {}): Trace => ({
  points: Array.from({ length: 49 }, (_, i) => [before(24 - i / 2), i > 20 && i < 26 ? null : 10 + 6 * Math.sin(i / 7), i > 40] as const), from: before(24), to: NOW, gapMs: HOUR, ...(band && { band: BAND }),
});
const asOf = (more: Partial<AsOf> = {}): AsOf => ({ state: "fresh", at: "14:00", coverage: "", ...more });
/** In part and computed; late; old; lost, with what it was; never told; known, without what is usual. */
export const TILES: readonly (Tile & { readonly label: string })[] = [
  { id: "a", label: "全网统调负荷", figure: told("1.417", "亿kW", { quality: "extrapolated", prefix: "约" }), asOf: asOf({ coverage: "118/122 县" }), trace: trace() },
  { id: "b", label: "今日网格事件上报数（含转办、督办）", figure: told("213.48", "万件", { quality: "preliminary", state: "ageing", prefix: "≥" }), asOf: asOf({ state: "ageing", at: "昨日 14:00", coverage: "1,749/1,757 镇街" }), trace: trace() },
  { id: "c", label: "旋转备用率", figure: told("5.21", "%", { state: "stale" }), asOf: asOf({ state: "stale", at: "9月14日 12:00" }), trace: trace() },
  { id: "d", label: "停电用户数", figure: told("—", "", { state: "down" }), asOf: asOf({ state: "down", at: "12:00", last: "末值 92.1 万户（12:00）" }), trace: trace({ band: false }) },
  { id: "e", label: "新能源出力占比", figure: told("从未上报", "", { state: "never" }) },
  { id: "f", label: "电煤可用天数", figure: told("18.5", "天"), deviates: "偏低", asOf: asOf({ at: "昨日" }), trace: trace({ band: false }) },
];
