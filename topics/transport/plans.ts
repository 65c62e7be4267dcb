import type { Plan } from "../../model/plan.ts";

/** The steps are those of the catalogue; which unit takes which, and the minutes, are ours. */
const SOURCE = "operational default after the catalogue's steps and units";

/** Run cards of 交通运输. */
export const plans: readonly Plan[] = [
  {
    id: "tra.plan.crash", title: { zh: "较大道路事故行动卡", en: "Major crash" }, types: ["tra.crash.major"], source: SOURCE,
    orders: [
      { unitKind: "fire", level: "county", text: "破拆救援，防次生事故", minutes: 15, success: "被困人员救出" },
      { unitKind: "health", level: "county", text: "检伤分类与转运", minutes: 15 },
      { unitKind: "transport", level: "county", text: "双向分流、清障，恢复通行", minutes: 60, success: "恢复通行" },
    ],
  },
  {
    id: "tra.plan.hazmat", title: { zh: "危货运输泄漏行动卡", en: "Hazmat leak" }, types: ["tra.hazmat.leak"], source: SOURCE,
    orders: [
      { unitKind: "fire", level: "county", text: "识别 UN 号，堵漏输转", minutes: 20, success: "泄漏止住" },
      { unitKind: "transport", level: "county", text: "上下游封闭，绕行发布", minutes: 20, success: "两端已封闭" },
      { unitKind: "water", level: "county", text: "下游取水口拦截与停取", minutes: 30, success: "取水口已处置" },
      { unitKind: "emergency", level: "county", text: "协调专家与监测，十五分钟一报", minutes: 30 },
    ],
  },
  {
    id: "tra.plan.bridge", title: { zh: "封桥行动卡", en: "Bridge closure" }, types: ["tra.bridge.close"], source: SOURCE,
    orders: [
      { unitKind: "transport", level: "county", text: "核对风速，分级限行、封桥，提前发布绕行", minutes: 20, success: "限行已执行并发布" },
      { unitKind: "transport", level: "city", text: "路网分流，通知相邻市", minutes: 30 },
      { unitKind: "weather", level: "county", text: "逐十分钟报桥面风速", minutes: 20 },
    ],
  },
  {
    id: "tra.plan.strait", title: { zh: "琼州海峡滞留行动卡", en: "Strait stranding" }, types: ["tra.strait.jam"], source: SOURCE,
    orders: [
      { unitKind: "transport", level: "city", text: "高速远端截流，港区预约过海", minutes: 60, success: "港区外滞留不再增长" },
      { unitKind: "governance", level: "town", text: "滞留人员食宿、饮水、厕所保障", minutes: 60 },
      { unitKind: "health", level: "county", text: "港区医疗点", minutes: 60 },
      { unitKind: "weather", level: "city", text: "海况与开航窗口逐时报", minutes: 60 },
    ],
  },
  {
    id: "tra.plan.metro", title: { zh: "城轨大面积晚点行动卡", en: "Metro disruption" }, types: ["tra.metro.fail"], source: SOURCE,
    orders: [
      { unitKind: "transport", level: "city", text: "交路调整、公交接驳，客流控制", minutes: 10, success: "接驳公交已上线" },
      { unitKind: "emergency", level: "city", text: "站外客流疏导与信息发布", minutes: 20 },
    ],
  },
];
