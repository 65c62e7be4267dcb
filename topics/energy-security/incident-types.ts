import type { IncidentType } from "../../model/topic.ts";

const LIMITS = "operational default unless a statute is named in sop";

/** What kinds of incident 能源保障 handles, with the catalogue's steps and time limits. */
export const incidentTypes: readonly IncidentType[] = [
  {
    id: "ener.blackout", title: { zh: "大面积停电", en: "Large-scale blackout" }, severity: 1, class: "internal", gradedBy: "grid",
    sop: ["核定减供负荷", "黑启动与分区送电", "重要用户发电", "公众信息", "评估"],
    units: "省能源局+广东电网/南网",
    limits: { verifyMin: 5, acceptMin: 5, arriveMin: 30, reportMin: 30, closeH: 72, source: LIMITS },
  },
  {
    id: "ener.gap.order", title: { zh: "有序用电", en: "Orderly power use" }, severity: 2, class: "internal",
    sop: ["缺口预警", "需求响应", "执行轮停", "核查", "复电"],
    units: "市能源主管+供电局",
    limits: { verifyMin: 15, acceptMin: 30, reportMin: 60, closeH: 48, source: LIMITS },
  },
  {
    id: "ener.gas.short", title: { zh: "天然气供应紧张", en: "Gas shortage" }, severity: 2, class: "internal",
    sop: ["压非居民", "调LNG", "跨市互济", "恢复"],
    units: "市能源局+城燃企业",
    limits: { verifyMin: 30, acceptMin: 30, reportMin: 120, closeH: 72, source: LIMITS },
  },
  {
    id: "ener.offshore.wind", title: { zh: "海上风电台风避险", en: "Offshore wind typhoon safety" }, severity: 2, class: "internal",
    sop: ["平台人员100%撤离", "机组偏航避风", "电缆检查", "复电"],
    units: "风电业主+海事",
    limits: { verifyMin: 30, acceptMin: 30, reportMin: 60, closeH: 96, source: LIMITS },
  },
  {
    id: "ener.tower.down", title: { zh: "输电倒塔", en: "Transmission tower collapse" }, severity: 2, class: "internal",
    sop: ["无人机定位", "绕网供电", "抢修", "复核"],
    units: "属地供电局",
    limits: { verifyMin: 10, acceptMin: 15, arriveMin: 120, reportMin: 30, closeH: 96, source: LIMITS },
    happens: { aDay: 0.1, wind: { from: 26, full: 40, aMillion: 0.2 }, lastsMin: [240, 480] },
  },
];
