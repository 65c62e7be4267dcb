import type { IncidentType } from "../../model/topic.ts";

const LIMITS = "operational default unless a statute is named in sop";

/** What kinds of incident 卫生健康 handles, with the catalogue's steps and time limits. */
export const incidentTypes: readonly IncidentType[] = [
  {
    id: "hlth.cluster.disease", title: { zh: "聚集性疫情", en: "Disease cluster" }, severity: 2, class: "internal",
    sop: ["网络直报", "流调采样", "隔离管理", "密接追踪", "解除评估"],
    units: "县疾控/属地镇街",
    limits: { verifyMin: 60, acceptMin: 30, arriveMin: 120, reportMin: 120, closeH: 336, source: LIMITS },
    happens: { aDay: 3, byDay: true, lastsMin: [240, 480] },
  },
  {
    id: "hlth.phe.major", title: { zh: "突发公共卫生事件", en: "Public-health emergency" }, severity: 1, class: "internal",
    sop: ["2h内报告", "启动响应", "定点收治", "物资调配", "日报发布"],
    units: "省/市卫生健康委",
    limits: { verifyMin: 30, acceptMin: 15, arriveMin: 60, reportMin: 60, closeH: 720, source: LIMITS },
  },
  {
    id: "hlth.chemical.poison", title: { zh: "群体化学中毒", en: "Mass chemical poisoning" }, severity: 1, class: "internal",
    sop: ["洗消救治", "毒物识别", "解毒药调集", "环境监测", "溯源"],
    units: "市应急医院/生态环境局",
    limits: { verifyMin: 10, acceptMin: 5, arriveMin: 20, reportMin: 60, closeH: 72, source: LIMITS },
    happens: { aDay: 0.1, lastsMin: [180, 360] },
  },
  {
    id: "hlth.mass.casualty", title: { zh: "批量伤员", en: "Mass casualty" }, severity: 1, class: "internal",
    sop: ["检伤分类", "床位统筹", "专家转运", "血液保障", "心理支持"],
    units: "120指挥中心",
    limits: { verifyMin: 3, acceptMin: 3, arriveMin: 12, reportMin: 20, closeH: 24, source: LIMITS },
    happens: { aDay: 0.1, wind: { from: 30, full: 45, aMillion: 0.04 }, lastsMin: [120, 300] },
  },
  {
    id: "hlth.vaccine.aefi", title: { zh: "疑似预防接种异常反应", en: "Suspected AEFI" }, severity: 3, class: "internal",
    sop: ["救治", "暂停批次", "专家诊断", "告知家属"],
    units: "县疾控/接种单位",
    limits: { verifyMin: 120, acceptMin: 60, reportMin: 240, closeH: 720, source: LIMITS },
    happens: { aDay: 2, byDay: true, lastsMin: [120, 360] },
  },
];
