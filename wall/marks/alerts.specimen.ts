import type { AlertState } from "../../model/alert.ts";
import { SEVERITY_WORDS, type Severity } from "../../model/words.ts";
import type { Standard } from "./alert-lines.ts";
import type { AlertsData } from "./alerts.ts";
import { told } from "./specimen-figures.ts";
import { bandsOf } from "./specimen-bands.ts";
import type { BandFacts } from "./title-band.ts";

const NAMES = ["湛江经济技术开发区", "徐闻", "雷州", "坡头", "麻章", "乳源瑶族自治县", "吴川", "廉江", "遂溪"];
const met = (severity: Severity, n: number, over: Partial<Standard> = {}): Standard => ({
  id: `s${severity}`, severity, says: `台风${SEVERITY_WORDS[severity].zh}标准`, tag: "默认阈值", holds: true, count: `${3 * n} 处 3 市`, standing: { text: "未确认 114", tone: "strong" },
  cities: ["湛江", "茂名", "阳江"].map((name) => ({ name, places: Array.from({ length: n }, (_, i) => ({ alert: `${severity}${name}${i}`, state: (i % 3 === 0 ? "acknowledged" : "unacknowledged") as AlertState, name: NAMES[i % NAMES.length]! })) })),
  ...over,
});
const one = (id: string, over: Partial<Standard>): Standard => met(2, 1, { id, count: "1 处", cities: [{ name: "湛江", places: [{ alert: id, state: "unacknowledged", name: "湛江" }] }], ...over });

/** Four levels, one of them thousands, standards over time, met in one place, over, without their source. */
export const specimen: AlertsData = {
  levels: ([[1, "18"], [2, "1,204"], [3, "0"], [4, "122"]] as const).map(([severity, text]) => ({ severity, count: Number.parseInt(text, 10), figure: told(text, "", { state: severity === 4 ? "stale" : "fresh" }) })),
  standards: [
    met(1, 4, { standing: { text: "超 114 分", tone: "pressing" } }),
    met(2, 9),
    one("blood", { says: "医疗用血库存天数", one: { place: "湛江 湛江经济技术开发区", value: "12.1", unit: "μg/m³" }, standing: { text: "源中断", tone: "strong" } }),
    one("gust", { severity: 3, says: "大风黄色标准", one: { place: "湛江 湛江经济技术开发区", value: "22.5", unit: "m/s", tag: "模" }, standing: { text: "未确认 1", tone: "strong" } }),
    one("rain", { severity: 3, cities: [{ name: "广州", places: [{ alert: "rain", state: "unacknowledged", name: "广州气象站" }] }], says: "24 小时雨量", tag: "", one: { place: "广州气象站", value: "346.5", unit: "mm" }, standing: { text: "余 12 分", tone: "strong" } }),
    met(4, 11, { tag: "" }),
    met(3, 5, { id: "over", holds: false, standing: { text: "已回落", tone: "quiet" } }),
  ],
  none: "无未消告警（14:10 核）", more: (n) => `另 ${n} 条`,
};
/** In peace, and with so many standards that the last find no line. */
export const variants: readonly AlertsData[] = [
  { ...specimen, levels: specimen.levels.map((level) => ({ ...level, count: 0, figure: told("0") })), standards: [] },
  { ...specimen, standards: Array.from({ length: 40 }, (_, i) => met(2, 7, { id: `n${i}` })) },
];
export const band = (): BandFacts[] => bandsOf({ heading: "告警", note: "系统研判，未发布 · 不含敏感类 · 另 114 条已回落待确认", standing: "14:10", state: "stale" });
