import type { ScatterData, ScatterPoint } from "./scatter.ts";
import { bandsOf } from "./specimen-bands.ts";
import { headingOf, type BandFacts } from "./title-band.ts";

const CITIES = ["广州", "深圳", "佛山", "东莞", "惠州", "湛江", "茂名", "韶关", "汕头", "珠海", "江门", "肇庆", "梅州", "汕尾", "河源", "阳江", "清远", "中山"];
const points = CITIES.map((name, i): ScatterPoint => ({ id: name, name, x: 74 + ((i * 13) % 29), y: 52 + ((i * 17) % 47), ...(i === 4 && { look: "old" as const }), ...(i === 7 && { look: "notActual" as const }), ...(i === 5 && { looked: true }) }));
/** Some beyond both limits, one old, one computed, three without a number. */
export const specimen: ScatterData = { points, x: { title: "床位使用率 %", decimals: 1, limit: 93 }, y: { title: "ICU 使用率 %", decimals: 1, limit: 80 }, missing: "缺数 3：潮州、揭阳、云浮" };
const crowd: ScatterData = { ...specimen, points: points.map((point, i) => ({ ...point, x: 94 + (i % 4) * 0.3, y: 82 + Math.floor(i / 4) * 0.4 })), missing: "" };
export const variants: readonly ScatterData[] = [crowd, { ...specimen, points: points.slice(0, 1), x: { title: "床位使用率 %", decimals: 1 }, y: { title: "ICU 使用率 %", decimals: 1 } }, { ...specimen, points: [], missing: "缺数 21：广州、深圳、珠海、汕头、佛山、韶关、湛江、肇庆、江门、茂名" }];
export const band = ({ title }: Readonly<Record<string, unknown>>): BandFacts[] => bandsOf({ heading: headingOf(title) ?? "床位与重症", note: "", standing: "14:30　到达 18/21 市", state: "stale" }).slice(1);
