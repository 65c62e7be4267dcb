import type { IncidentType } from "../../model/topic.ts";

const LIMITS = "operational default unless a statute is named in sop";

/** What kinds of incident 风险防控与应急指挥 handles, with the catalogue's steps and time limits. */
export const incidentTypes: readonly IncidentType[] = [
  {
    id: "emg.hazchem.fire", title: { zh: "危险化学品火灾爆炸", en: "Hazardous-chemical fire" }, severity: 1, class: "sensitive", gradedBy: "safety",
    sop: ["核实物质与下风向", "划警戒区疏散", "专业队与消防到场", "环境监测", "1h内报告", "逐时续报"],
    units: "县应急管理局+消防救援大队",
    limits: { verifyMin: 5, acceptMin: 3, arriveMin: 20, reportMin: 30, closeH: 72, source: LIMITS },
  },
  {
    id: "emg.evacuate.order", title: { zh: "人员转移指令", en: "Evacuation order" }, severity: 2, class: "open",
    sop: ["名单到户", "包干人叫应", "转移登记", "安置点接收", "返回许可"],
    units: "镇(街)三防/村(居)",
    limits: { verifyMin: 10, acceptMin: 10, arriveMin: 60, reportMin: 60, closeH: 48, source: LIMITS },
  },
  {
    id: "emg.flood.trap", title: { zh: "人员受困", en: "People trapped by flood" }, severity: 1, class: "internal",
    sop: ["定位", "就近队伍与冲锋舟", "医疗待命", "清点回报"],
    units: "县三防指挥部",
    limits: { verifyMin: 5, acceptMin: 3, arriveMin: 30, reportMin: 20, closeH: 12, source: LIMITS },
    happens: { aDay: 0.3, rain: { from: 40, full: 110, aMillion: 0.3 }, lastsMin: [60, 240] },
  },
  {
    id: "emg.duty.miss", title: { zh: "值班失联", en: "Duty post unreachable" }, severity: 3, class: "internal",
    sop: ["二次呼叫", "找带班领导", "通报", "整改"],
    units: "上一级值班室",
    limits: { verifyMin: 5, acceptMin: 5, reportMin: 30, closeH: 24, source: LIMITS },
    happens: { aDay: 2, lastsMin: [15, 45] },
  },
  {
    id: "emg.report.late", title: { zh: "信息迟报漏报", en: "Late or missed report" }, severity: 3, class: "internal",
    sop: ["调取首报时间", "说明", "通报问责"],
    units: "市应急管理局",
    limits: { verifyMin: 60, acceptMin: 60, reportMin: 240, closeH: 120, source: LIMITS },
    happens: { aDay: 1.5, lastsMin: [60, 240] },
  },
  {
    id: "emg.collapse", title: { zh: "建(构)筑物坍塌", en: "Structure collapse" }, severity: 1, class: "internal", gradedBy: "safety",
    sop: ["警戒", "生命探测", "搜救轮换", "医疗转运", "调查"],
    units: "县应急+消防+住建",
    limits: { verifyMin: 5, acceptMin: 3, arriveMin: 15, reportMin: 30, closeH: 72, source: LIMITS },
    happens: { aDay: 0.3, wind: { from: 28, full: 42, aMillion: 0.12 }, rain: { from: 60, full: 140, aMillion: 0.05 }, lastsMin: [180, 480] },
  },
];
