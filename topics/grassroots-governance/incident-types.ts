import type { IncidentType } from "../../model/topic.ts";

const LIMITS = "operational default unless a statute is named in sop";

/** What kinds of incident 基层社会治理 handles, with the catalogue's steps and time limits. */
export const incidentTypes: readonly IncidentType[] = [
  {
    id: "grid.dispute.acute", title: { zh: "易激化矛盾纠纷", en: "Escalating dispute" }, severity: 2, class: "internal",
    sop: ["网格员稳控", "镇综治中心会商", "调解队到场", "日报", "化解销号"],
    units: "镇(街)综治中心",
    limits: { verifyMin: 30, acceptMin: 15, arriveMin: 60, reportMin: 60, closeH: 168, source: LIMITS },
  },
  {
    id: "grid.group.gather", title: { zh: "群体聚集苗头", en: "Gathering in formation" }, severity: 1, class: "sensitive",
    sop: ["核实人数诉求", "领导到场", "公安维序", "诉求对接", "续报"],
    units: "县委政法委/县公安局",
    limits: { verifyMin: 10, acceptMin: 5, arriveMin: 20, reportMin: 30, closeH: 48, source: LIMITS },
  },
  {
    id: "grid.keyperson.lost", title: { zh: "重点人员失联失控", en: "Key person out of contact" }, severity: 2, class: "sensitive",
    sop: ["家属核实", "轨迹协查", "联合查找", "管控措施更新"],
    units: "镇(街)/派出所",
    limits: { verifyMin: 15, acceptMin: 10, arriveMin: 60, reportMin: 60, closeH: 72, source: LIMITS },
  },
  {
    id: "grid.hazard.street", title: { zh: "公共安全隐患", en: "Public-safety hazard" }, severity: 3, class: "internal",
    sop: ["拍照上报", "分拨部门", "整改", "网格员复核"],
    units: "镇(街)综合治理委员会",
    limits: { verifyMin: 30, acceptMin: 30, arriveMin: 240, reportMin: 240, closeH: 72, source: LIMITS },
  },
  {
    id: "grid.psych.crisis", title: { zh: "心理危机干预", en: "Psychological crisis" }, severity: 2, class: "sensitive",
    sop: ["稳定情绪", "警医联动", "送医评估", "跟踪回访"],
    units: "镇(街)+卫健+派出所",
    limits: { verifyMin: 5, acceptMin: 5, arriveMin: 20, reportMin: 30, closeH: 72, source: LIMITS },
  },
];
