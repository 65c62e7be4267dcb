import type { IncidentType } from "../../model/topic.ts";

const LIMITS = "operational default unless a statute is named in sop";

/** What kinds of incident 水利 handles, with the catalogue's steps and time limits. */
export const incidentTypes: readonly IncidentType[] = [
  {
    id: "water.river.warning", title: { zh: "江河超警", en: "River above warning stage" }, severity: 2, class: "open",
    sop: ["核对水位", "发布水情预警", "叫应沿岸镇村", "堤防巡查加密", "人员转移", "退水"],
    units: "市/县水利局(三防)",
    limits: { verifyMin: 10, acceptMin: 10, arriveMin: 60, reportMin: 30, closeH: 72, source: LIMITS },
  },
  {
    id: "water.dam.danger", title: { zh: "水库险情", en: "Dam in danger" }, severity: 1, class: "internal",
    sop: ["降低水位", "坝下撤人", "专家抢护", "备用电源", "逐时报"],
    units: "县政府+水库管理单位",
    limits: { verifyMin: 5, acceptMin: 3, arriveMin: 60, reportMin: 20, closeH: 72, source: LIMITS },
  },
  {
    id: "water.flash.flood", title: { zh: "山洪灾害预警", en: "Flash-flood alert" }, severity: 1, class: "open",
    sop: ["雨量触发", "叫应到户", "立即转移", "清点", "滞后期保持"],
    units: "镇(街)/村防汛责任人",
    limits: { verifyMin: 3, acceptMin: 3, arriveMin: 20, reportMin: 15, closeH: 24, source: LIMITS },
    happens: { aDay: 0.1, rain: { from: 45, full: 120, aMillion: 0.15 }, lastsMin: [120, 360] },
  },
  {
    id: "water.dyke.breach", title: { zh: "堤防管涌渗漏", en: "Dyke piping" }, severity: 1, class: "internal",
    sop: ["识别类型", "导渗压盖", "料物人员", "险工看守", "复核"],
    units: "县水利局+民兵",
    limits: { verifyMin: 5, acceptMin: 3, arriveMin: 60, reportMin: 30, closeH: 72, source: LIMITS },
    happens: { aDay: 0.05, rain: { from: 70, full: 150, aMillion: 0.04 }, lastsMin: [240, 480] },
  },
  {
    id: "water.salt.tide", title: { zh: "咸潮上溯影响取水", en: "Salt-tide intrusion" }, severity: 2, class: "internal",
    sop: ["盐度预报", "抢淡蓄水", "水库调水压咸", "联网互补"],
    units: "珠江口地市水务局",
    limits: { verifyMin: 60, acceptMin: 60, reportMin: 120, closeH: 240, source: LIMITS },
  },
  {
    id: "water.illegal.sand", title: { zh: "非法采砂", en: "Illegal sand mining" }, severity: 3, class: "internal",
    sop: ["视频取证", "水上执法", "查扣", "移送"],
    units: "县水政执法",
    limits: { verifyMin: 30, acceptMin: 30, arriveMin: 120, reportMin: 120, closeH: 168, source: LIMITS },
    happens: { aDay: 3, lastsMin: [120, 360] },
  },
];
