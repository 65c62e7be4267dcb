import { dictionary } from "../kit/language.ts";
import type { Rollup } from "../../model/indicator.ts";

/** Words of the sheet that takes a number apart. */
export const t = dictionary({
  "一指拆数 · {what}": "Lineage · {what}", 返回上一个数: "Back to the number before", 再取一次: "Fetch again", "拆于 {at}": "taken apart at {at}", "到达 {have}/{of} {level}": "{have} of {of} {level} arrived",
  定义: "Definition", 算法: "Formula", 来源: "Source", 归口: "Owner", 组成: "Parts", "{n} 项": "{n}",
  "由 {n} 项相加": "{n} parts added up", "由 {n} 项加权平均": "mean of {n} parts, weighted", "由 {n} 项合成分子、分母再相除": "{n} parts: all numerators over all denominators",
  "{n} 项中的最大值：{name}": "largest of {n} parts: {name}", "{n} 项中的最小值：{name}": "smallest of {n} parts: {name}", "{n} 项中最近一次：{name}": "latest of {n} parts: {name}",
  "得 {v}，与所示一致": "comes to {v}, as shown", "得 {v}，与所示 {shown} 不一致，请报数据管理员": "comes to {v}, not to {shown} as shown; tell the data administrator",
  "其中 {n} 项不公开，但计入合计，本页不能复算": "{n} parts are not published but are in the total, so this page cannot add it up",
  直接上报: "Reported as a whole", "本处的数直接上报，不由下级汇总": "This number was reported for the place itself; nothing below adds up to it", "点位的数直接上报，没有下级": "A site reports for itself; there is nothing below it",
  "从未上报：应由 {of} 个{level}上报，还没有一个到达": "Never reported: {of} {level} should report, and none has", "此处没有该指标的填报单位": "Nobody reports this indicator here",
  "覆盖不足八成，平均数和比率暂不给出；下列为已到达的各项": "Less than 80% has arrived, so no mean or ratio is given; the parts that have arrived are below", "人数少于 5，镇以下不公开": "Fewer than 5 people; not published below town level",
  "来源声明此刻没有这个数": "The source states that there is no such number now", "来源中断，末值仍列在下面": "The source is lost; the last value stands below",
  "未取到：{what}": "Failed: {what}", 没有得到答复: "no answer",
});
const LEAF: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  province: { zh: "省", en: "province" }, city: { zh: "市", en: "cities" }, county: { zh: "县", en: "counties" }, town: { zh: "镇街", en: "towns" }, village: { zh: "村", en: "villages" }, site: { zh: "点位", en: "sites" },
};
export const leafWords = (level: string) => LEAF[level] ?? { zh: level, en: level };
const FORMULA: Readonly<Record<Rollup, string>> = {
  sum: "sum of what lies below, Σx", mean: "mean of the samples below, Σx/n", wmean: "weighted mean of what lies below, Σwx/Σw", ratio: "all numerators over all denominators, Σnum/Σden",
  max: "largest of what lies below, max", min: "smallest of what lies below, min", last: "latest observation", count: "number of places with a value, n",
};
/** How a number is made, in English; the answer itself says it in Chinese. */
export const formulaWords = (rollup: Rollup): string => FORMULA[rollup];
const HOW: Readonly<Partial<Record<Rollup, Parameters<typeof t>[0]>>> = {
  sum: "由 {n} 项相加", count: "由 {n} 项相加", mean: "由 {n} 项加权平均", wmean: "由 {n} 项加权平均", ratio: "由 {n} 项合成分子、分母再相除", max: "{n} 项中的最大值：{name}", min: "{n} 项中的最小值：{name}", last: "{n} 项中最近一次：{name}",
};
export const howWords = (rollup: Rollup, n: number, name: string): string => t(HOW[rollup]!, { n, name });
