import type { Plan } from "../../model/plan.ts";

/** The steps are those of the catalogue; which unit takes which, and the minutes, are ours. */
const SOURCE = "operational default after the catalogue's steps and units";

/** Run cards of 卫生健康. No record of a person: beds, units, numbers. */
export const plans: readonly Plan[] = [
  {
    id: "hlth.plan.cluster", title: { zh: "聚集性疫情行动卡", en: "Disease cluster" }, types: ["hlth.cluster.disease"], source: SOURCE,
    orders: [
      { unitKind: "health", level: "county", text: "流调采样，两小时内网络直报", minutes: 120, success: "直报已完成" },
      { unitKind: "health", level: "town", text: "隔离管理与密接追踪", minutes: 120 },
      { unitKind: "governance", level: "town", text: "相关场所管理与告知", minutes: 120 },
    ],
  },
  {
    id: "hlth.plan.phe", title: { zh: "突发公共卫生事件行动卡", en: "Public-health emergency" }, types: ["hlth.phe.major"], source: SOURCE,
    orders: [
      { unitKind: "health", level: "city", text: "两小时内报告，启动响应，定点收治", minutes: 60, success: "定点医院已开放床位" },
      { unitKind: "emergency", level: "city", text: "物资调配与信息发布", minutes: 60 },
      { unitKind: "transport", level: "city", text: "样本与病人转运保障", minutes: 60 },
    ],
  },
  {
    id: "hlth.plan.poison", title: { zh: "群体化学中毒行动卡", en: "Mass poisoning" }, types: ["hlth.chemical.poison"], source: SOURCE,
    orders: [
      { unitKind: "fire", level: "county", text: "洗消，识别毒物，划警戒区", minutes: 20, success: "毒物已识别" },
      { unitKind: "health", level: "county", text: "救治分流，调集解毒药", minutes: 20, success: "解毒药到位" },
      { unitKind: "emergency", level: "county", text: "环境监测与溯源协调", minutes: 60 },
    ],
  },
  {
    id: "hlth.plan.casualty", title: { zh: "批量伤员行动卡", en: "Mass casualty" }, types: ["hlth.mass.casualty"], source: SOURCE,
    orders: [
      { unitKind: "health", level: "county", text: "检伤分类，床位统筹，就近转运", minutes: 15, success: "伤员全部离开现场" },
      { unitKind: "health", level: "city", text: "专家、血液与跨院转运", minutes: 30 },
      { unitKind: "transport", level: "county", text: "救护通道", minutes: 15 },
    ],
  },
];
