import type { IncidentType } from "../../model/topic.ts";

const LIMITS = "operational default unless a statute is named in sop";

/** What kinds of incident 气象服务 handles, with the catalogue's steps and time limits. */
export const incidentTypes: readonly IncidentType[] = [
  {
    id: "met.rainstorm.red", title: { zh: "暴雨红色", en: "Rainstorm red signal" }, severity: 1, class: "open",
    sop: ["信号发布", "停课停工建议", "叫应镇村", "易涝点与地灾盯守", "解除评估"],
    units: "县气象局→县三防",
    limits: { verifyMin: 3, acceptMin: 5, reportMin: 15, closeH: 24, source: LIMITS },
  },
  {
    id: "met.typhoon.track", title: { zh: "台风影响", en: "Typhoon impact" }, severity: 2, class: "open",
    sop: ["会商定级", "海上人员船只措施", "分级响应", "逐时发布", "灾情收集"],
    units: "省/市三防",
    limits: { verifyMin: 15, acceptMin: 15, reportMin: 60, closeH: 120, source: LIMITS },
  },
  {
    id: "met.convective", title: { zh: "强对流", en: "Severe convection" }, severity: 2, class: "open",
    sop: ["雷达外推", "靶向短信", "户外作业停止", "复盘"],
    units: "县气象局",
    limits: { verifyMin: 2, acceptMin: 5, reportMin: 15, closeH: 6, source: LIMITS },
  },
  {
    id: "met.heat.red", title: { zh: "高温红色", en: "Extreme heat" }, severity: 3, class: "open",
    sop: ["防暑降温指引", "户外作业调整", "电力保供联动", "医疗准备"],
    units: "市气象局/人社/卫健",
    limits: { verifyMin: 30, acceptMin: 30, reportMin: 60, closeH: 48, source: LIMITS },
  },
  {
    id: "met.data.break", title: { zh: "观测数据中断", en: "Observation outage" }, severity: 3, class: "internal",
    sop: ["切换备用链路", "补传", "设备检修"],
    units: "省气象探测中心",
    limits: { verifyMin: 10, acceptMin: 15, reportMin: 60, closeH: 24, source: LIMITS },
    happens: { aDay: 4, wind: { from: 25, full: 40, aMillion: 0.06 }, lastsMin: [30, 180] },
  },
];
