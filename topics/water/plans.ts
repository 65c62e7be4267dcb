import type { Plan } from "../../model/plan.ts";

/** The steps are those of the catalogue; which unit takes which, and the minutes, are ours. */
const SOURCE = "operational default after the catalogue's steps and units";

/** Run cards of 水利: people first, then the water. */
export const plans: readonly Plan[] = [
  {
    id: "water.plan.river", title: { zh: "江河超警行动卡", en: "River above warning stage" }, types: ["water.river.warning"], source: SOURCE,
    orders: [
      { unitKind: "water", level: "county", text: "核对站点水位与上游来水，每小时报一次水情", minutes: 30, success: "水位与趋势已报" },
      { unitKind: "flood", level: "town", text: "叫应沿岸村（居），堤防巡查加密到每两小时一次", minutes: 30, success: "沿岸各村均已应答" },
      { unitKind: "team", level: "town", text: "险工险段备料、人员就位，听令转移低洼处人员", minutes: 60, success: "队伍已就位" },
      { unitKind: "flood", level: "village", text: "清点低洼处人员，准备转移", minutes: 30, success: "名单已清点" },
    ],
  },
  {
    id: "water.plan.dam", title: { zh: "水库险情行动卡", en: "Dam in danger" }, types: ["water.dam.danger"], source: SOURCE,
    orders: [
      { unitKind: "flood", level: "town", text: "立即组织坝下人员转移，名单到户", minutes: 60, success: "坝下人员全部撤离并清点" },
      { unitKind: "water", level: "county", text: "开闸降低库水位，专家到坝上查险", minutes: 60, success: "水位回落，险情有结论" },
      { unitKind: "fire", level: "county", text: "带抢险装备到坝区集结待命", minutes: 60 },
      { unitKind: "power", level: "county", text: "保证启闭机备用电源", minutes: 60, success: "备用电源可用" },
      { unitKind: "flood", level: "county", text: "逐时报告险情与转移人数", minutes: 60 },
    ],
  },
  {
    id: "water.plan.flash", title: { zh: "山洪转移行动卡", en: "Flash-flood evacuation" }, types: ["water.flash.flood"], source: SOURCE,
    orders: [
      { unitKind: "flood", level: "village", text: "叫应到户，立即转移危险区人员到安置点", minutes: 20, success: "危险区人员清点无遗漏" },
      { unitKind: "flood", level: "town", text: "包片干部到村督转，报转移人数", minutes: 20, success: "转移人数已报" },
      { unitKind: "team", level: "town", text: "封控沟口、漫水桥，接应转移人员", minutes: 20 },
      { unitKind: "health", level: "town", text: "安置点医疗待命", minutes: 60 },
    ],
  },
  {
    id: "water.plan.dyke", title: { zh: "堤防管涌渗漏行动卡", en: "Dyke piping" }, types: ["water.dyke.breach"], source: SOURCE,
    orders: [
      { unitKind: "water", level: "county", text: "到场判定险情类型，定导渗压盖方案", minutes: 60, success: "险情类型与方案已定" },
      { unitKind: "team", level: "town", text: "导渗压盖，料物到位，专人看守", minutes: 60, success: "渗水变清、流量不增" },
      { unitKind: "flood", level: "town", text: "堤后低处人员先撤", minutes: 60, success: "人员已撤离" },
      { unitKind: "flood", level: "county", text: "协调民兵与抢险物资", minutes: 60 },
    ],
  },
  {
    id: "water.plan.salt", title: { zh: "压咸保供行动卡", en: "Salt tide" }, types: ["water.salt.tide"], source: SOURCE,
    orders: [
      { unitKind: "water", level: "city", text: "会商盐度预报，抢淡蓄水，调度压咸补淡", minutes: 120, success: "取水口盐度低于限值" },
      { unitKind: "emergency", level: "city", text: "核对受影响供水范围与应急水源", minutes: 120 },
    ],
  },
];
