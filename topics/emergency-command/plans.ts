import type { Plan } from "../../model/plan.ts";

/** The steps are those of the catalogue; which unit takes which, and the minutes, are ours. */
const SOURCE = "operational default after the catalogue's steps and units";

/** Run cards of 应急指挥. */
export const plans: readonly Plan[] = [
  {
    id: "emg.plan.hazchem", title: { zh: "危化品火灾爆炸行动卡", en: "Hazardous-chemical fire" }, types: ["emg.hazchem.fire"], source: SOURCE,
    orders: [
      { unitKind: "fire", level: "county", text: "专业队到场，查明物质与下风向，划警戒区", minutes: 20, success: "物质、下风向、警戒范围已报" },
      { unitKind: "emergency", level: "county", text: "核实企业储量与人员，一小时内书面报告", minutes: 60, success: "首报已报出" },
      { unitKind: "health", level: "county", text: "烧伤与中毒救治床位待命，救护车到场", minutes: 20 },
      { unitKind: "governance", level: "town", text: "下风向人员疏散清点", minutes: 30, success: "疏散人数已清点" },
      { unitKind: "water", level: "county", text: "消防废水去向与下游取水口预警", minutes: 30 },
    ],
  },
  {
    id: "emg.plan.evacuate", title: { zh: "人员转移行动卡", en: "Evacuation" }, types: ["emg.evacuate.order"], source: SOURCE,
    orders: [
      { unitKind: "flood", level: "town", text: "名单到户，包干人叫应并组织转移", minutes: 60, success: "应转尽转，清点无遗漏" },
      { unitKind: "flood", level: "village", text: "逐户叫应，护送老弱病残", minutes: 60, success: "户户有应答" },
      { unitKind: "health", level: "town", text: "安置点医疗与防疫", minutes: 60 },
      { unitKind: "flood", level: "county", text: "安置点开放与物资调配", minutes: 60, success: "安置点已开放" },
    ],
  },
  {
    id: "emg.plan.trapped", title: { zh: "人员受困行动卡", en: "People trapped" }, types: ["emg.flood.trap"], source: SOURCE,
    orders: [
      { unitKind: "fire", level: "town", text: "就近出动冲锋舟、救生装备营救", minutes: 30, success: "被困人员全部脱险" },
      { unitKind: "team", level: "town", text: "向导与外围警戒，清点人数", minutes: 30, success: "人数已清点" },
      { unitKind: "health", level: "town", text: "医疗待命，转运伤员", minutes: 30 },
      { unitKind: "fire", level: "county", text: "增援力量集结待命", minutes: 30 },
    ],
  },
  {
    id: "emg.plan.collapse", title: { zh: "建筑坍塌行动卡", en: "Structure collapse" }, types: ["emg.collapse"], source: SOURCE,
    orders: [
      { unitKind: "fire", level: "county", text: "生命探测与搜救，两小时一轮换", minutes: 15, success: "被埋人数核实、搜救结束" },
      { unitKind: "team", level: "town", text: "外围警戒，疏散毗邻建筑人员", minutes: 15, success: "警戒区已划定" },
      { unitKind: "health", level: "county", text: "检伤分类、转运、血液保障", minutes: 15 },
      { unitKind: "power", level: "county", text: "切断现场水电气隐患", minutes: 30 },
      { unitKind: "emergency", level: "county", text: "核实失联名单，逐时续报", minutes: 30 },
    ],
  },
];
