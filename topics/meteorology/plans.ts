import type { Plan } from "../../model/plan.ts";

/** The steps are those of the catalogue; which unit takes which, and the minutes, are ours. */
const SOURCE = "operational default after the catalogue's steps and units";

/** Run cards of 气象服务: the warning reaches people before the weather does. */
export const plans: readonly Plan[] = [
  {
    id: "met.plan.rain", title: { zh: "暴雨红色行动卡", en: "Red rainstorm signal" }, types: ["met.rainstorm.red"], source: SOURCE,
    orders: [
      { unitKind: "weather", level: "county", text: "发布暴雨红色信号并电话叫应县、镇值班", minutes: 15, success: "叫应有回执" },
      { unitKind: "flood", level: "town", text: "停课停工提示到位，易涝点、地灾点派人盯守", minutes: 30, success: "各点均有人值守" },
      { unitKind: "flood", level: "village", text: "危险区人员提前转移", minutes: 60, success: "转移人数已报" },
      { unitKind: "transport", level: "county", text: "易涝路段、下穿隧道封控", minutes: 30 },
    ],
  },
  {
    id: "met.plan.typhoon", title: { zh: "台风防御行动卡", en: "Typhoon" }, types: ["met.typhoon.track"], source: SOURCE,
    orders: [
      { unitKind: "flood", level: "city", text: "会商定级，按分级响应布置，逐时报", minutes: 60, success: "会商结论已报" },
      { unitKind: "flood", level: "county", text: "渔船回港、海上人员上岸核查", minutes: 120, success: "应回港船只全部回港" },
      { unitKind: "flood", level: "town", text: "危房、低洼、工棚人员转移", minutes: 120, success: "应转移人员全部转移" },
      { unitKind: "power", level: "county", text: "抢修队伍前置，重要用户备电", minutes: 120 },
      { unitKind: "transport", level: "county", text: "沿海桥隧与客运航线分级管控", minutes: 120 },
    ],
  },
  {
    id: "met.plan.convective", title: { zh: "强对流行动卡", en: "Severe convection" }, types: ["met.convective"], source: SOURCE,
    orders: [
      { unitKind: "weather", level: "county", text: "雷达外推靶向短信，滚动发布", minutes: 10, success: "短信已发" },
      { unitKind: "team", level: "town", text: "户外作业、景区、工地停止作业并撤人", minutes: 20 },
    ],
  },
];
