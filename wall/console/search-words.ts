import { dictionary } from "../kit/language.ts";
import type { FoundView } from "../kit/reads.ts";

/** Words of the search, and of a site that was found. */
export const t = dictionary({
  查找: "Search", "名称、拼音或首字母": "Name, pinyin or first letters", 区域: "Region", 指标: "Indicator", 点位: "Site", 事件: "Incident", 场景: "Scene",
  正在查找: "Searching", "找到 {n} 项": "{n} found", "最相近的 {n} 项": "the {n} nearest", "未找到“{what}”": "Nothing found for “{what}”", "与平台断开，恢复后再查": "Cut off from the platform; the search runs when it is back",
  "未查到：{what}": "The search failed: {what}", 没有得到答复: "no answer", 再查一次: "Search again", "区域 · 指标 · 点位 · 事件 · 场景": "regions · indicators · sites · incidents · scenes", "区域 · 指标 · 点位 · 事件": "regions · indicators · sites · incidents",
  查找结果: "Results", "↓ 其后还有 {n} 项": "↓ {n} more below", "点位 · {what}": "Site · {what}", 最新值: "Latest values", 此类点位没有指标: "Nothing is measured at sites of this kind", 未取到此点位: "This site could not be fetched", 正在取点位: "Fetching the site", "此点位没有坐标，图上未标": "This site has no point; the map does not mark it", 一指拆数: "take apart", "此事件不在本席位辖区，看不到": "This incident lies outside your area",
});
const KIND: Readonly<Record<FoundView["kind"], Parameters<typeof t>[0]>> = { region: "区域", indicator: "指标", site: "点位", incident: "事件", scene: "场景" };
export const foundKind = (kind: FoundView["kind"]): string => t(KIND[kind]);
