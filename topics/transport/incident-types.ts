import type { IncidentType } from "../../model/topic.ts";

const LIMITS = "operational default unless a statute is named in sop";

/** What kinds of incident 交通运输 handles, with the catalogue's steps and time limits. */
export const incidentTypes: readonly IncidentType[] = [
  {
    id: "tra.crash.major", title: { zh: "较大道路事故", en: "Major crash" }, severity: 2, class: "open", gradedBy: "safety",
    sop: ["就近警医救", "双向分流", "清障", "舆情", "复盘"],
    units: "高速大队+路段公司",
    limits: { verifyMin: 3, acceptMin: 3, arriveMin: 15, reportMin: 30, closeH: 12, source: LIMITS },
    happens: { aDay: 7, byDay: true, rain: { from: 30, full: 120, aMillion: 0.05 }, lastsMin: [60, 180] },
  },
  {
    id: "tra.hazmat.leak", title: { zh: "危货运输泄漏", en: "Hazmat transport leak" }, severity: 1, class: "internal", gradedBy: "safety",
    sop: ["识别UN号", "上下游封闭", "堵漏输转", "水源拦截", "监测"],
    units: "消防+生态环境+高速大队",
    limits: { verifyMin: 3, acceptMin: 2, arriveMin: 20, reportMin: 15, closeH: 24, source: LIMITS },
    happens: { aDay: 0.3, lastsMin: [120, 300] },
  },
  {
    id: "tra.bridge.close", title: { zh: "恶劣天气封桥", en: "Bridge closure" }, severity: 2, class: "open",
    sop: ["风速阈值确认", "分级限行", "提前绕行发布", "复通巡查"],
    units: "路段公司/省厅路网中心",
    limits: { verifyMin: 3, acceptMin: 3, arriveMin: 20, reportMin: 15, closeH: 24, source: LIMITS },
  },
  {
    id: "tra.strait.jam", title: { zh: "琼州海峡港口滞留", en: "Qiongzhou Strait stranding" }, severity: 2, class: "open",
    sop: ["气象海况判定", "高速远端截流", "食宿保障", "优先生鲜", "清滞"],
    units: "湛江市政府+省交通运输厅",
    limits: { verifyMin: 15, acceptMin: 15, arriveMin: 60, reportMin: 30, closeH: 72, source: LIMITS },
  },
  {
    id: "tra.metro.fail", title: { zh: "城轨大面积晚点", en: "Metro disruption" }, severity: 2, class: "open",
    sop: ["交路调整", "公交接驳", "客流控制", "致歉公告"],
    units: "城轨运营公司/市交通局",
    limits: { verifyMin: 2, acceptMin: 2, arriveMin: 10, reportMin: 10, closeH: 8, source: LIMITS },
  },
];
