import type { PlanProgressData, ProgressRow } from "./plan-progress.ts";
import { told } from "./specimen-figures.ts";
import { bandsOf } from "./specimen-bands.ts";
import { headingOf, type BandFacts } from "./title-band.ts";

const CITIES = ["江门", "阳江", "珠海", "茂名", "中山", "湛江", "广州", "深圳", "汕头", "佛山", "韶关", "肇庆", "惠州", "梅州", "汕尾", "河源", "清远", "东莞", "潮州", "揭阳", "云浮"];
const row = (name: string, i: number): ProgressRow => (i > 18 ? { id: name, name, share: null, done: told("从未上报", "", { state: "never" }), plan: "" } : { id: name, name, share: Math.min(1, 0.42 + i * 0.04), done: { ...told((1.29 + i).toFixed(2), "万人", { prefix: "≥", ...(i === 3 && { state: "stale" as const }) }), order: "万" }, plan: "/12.80" });
/** People who are moved, with a plan and a deadline. */
export const specimen: PlanProgressData = {
  total: { id: "44", name: "全省", share: 0.835, done: told("38.61", "万人", { prefix: "≥" }), plan: "/46.20" }, due: "须于 5日 12:00 前完成", pace: 0.78, paceWord: "按时应达", behindWord: "落后", rows: CITIES.map(row), more: (n) => `另 ${n} 市`,
};
const { pace: _, ...noPace } = specimen;
/** A share without a deadline. */
const shares: PlanProgressData = { ...noPace, total: { ...specimen.total, done: told("87.4", "%"), plan: "" }, due: "", rows: specimen.rows.map((each) => (each.share === null ? each : { ...each, plan: "", done: told((100 * each.share).toFixed(1), "%", { quality: "modelled" }) })) };
const never = { ...told("从未上报", "", { state: "never" }) };
export const variants: readonly PlanProgressData[] = [shares, { ...shares, total: { ...shares.total, share: null, done: never }, rows: shares.rows.map((each) => ({ ...each, share: null, done: never })) }, { ...specimen, rows: specimen.rows.slice(0, 3) }];
export const band = ({ title }: Readonly<Record<string, unknown>>): BandFacts[] => bandsOf({ heading: headingOf(title) ?? "渔船回港", note: "万人", standing: "昨日 14:00　到达 118/122 县", state: "stale" }, "湛江雷州").slice(1);
