import type { Plan } from "../../model/plan.ts";

/** The steps are those of the catalogue; which unit takes which, and the minutes, are ours. */
const SOURCE = "operational default after the catalogue's steps and units";

/** Run cards of 能源安全. */
export const plans: readonly Plan[] = [
  {
    id: "ener.plan.blackout", title: { zh: "大面积停电行动卡", en: "Large blackout" }, types: ["ener.blackout"], source: SOURCE,
    orders: [
      { unitKind: "power", level: "city", text: "核定减供负荷，分区送电，重要用户先复", minutes: 60, success: "重要用户全部复电" },
      { unitKind: "power", level: "county", text: "医院、水厂、泵站应急发电到位", minutes: 60, success: "应急发电已接入" },
      { unitKind: "health", level: "county", text: "生命支持设备用户排查转移", minutes: 60 },
      { unitKind: "governance", level: "town", text: "电梯困人、独居老人排查", minutes: 60 },
      { unitKind: "emergency", level: "city", text: "公众信息每小时一发", minutes: 60 },
    ],
  },
  {
    id: "ener.plan.gap", title: { zh: "有序用电行动卡", en: "Orderly use of power" }, types: ["ener.gap.order"], source: SOURCE,
    orders: [
      { unitKind: "power", level: "city", text: "启动需求响应，按方案轮停并核查", minutes: 60, success: "缺口归零" },
      { unitKind: "emergency", level: "city", text: "民生与重要用户保电名单核对", minutes: 60 },
    ],
  },
  {
    id: "ener.plan.tower", title: { zh: "倒塔抢修行动卡", en: "Tower collapse" }, types: ["ener.tower.down"], source: SOURCE,
    orders: [
      { unitKind: "power", level: "county", text: "无人机定位，绕网供电，抢修", minutes: 120, success: "绕网恢复供电" },
      { unitKind: "transport", level: "county", text: "抢修便道与设备运输保障", minutes: 120 },
      { unitKind: "team", level: "town", text: "现场看护，防触电", minutes: 60 },
    ],
  },
  {
    id: "ener.plan.offshore", title: { zh: "海上风电避险行动卡", en: "Offshore wind" }, types: ["ener.offshore.wind"], source: SOURCE,
    orders: [
      { unitKind: "power", level: "city", text: "机组避风、平台人员全部撤离", minutes: 120, success: "平台人员为零" },
      { unitKind: "emergency", level: "city", text: "核对海上作业人员上岸名单", minutes: 120, success: "名单闭合" },
    ],
  },
  {
    id: "ener.plan.gas", title: { zh: "天然气保供行动卡", en: "Gas shortage" }, types: ["ener.gas.short"], source: SOURCE,
    orders: [
      { unitKind: "emergency", level: "city", text: "压非居民用气，核对民生用户", minutes: 120, success: "居民用气压力正常" },
      { unitKind: "power", level: "city", text: "气电机组转备用，协调 LNG 接卸", minutes: 120 },
    ],
  },
];
