import type { HazardRecord } from "../../../model/hazard.ts";
import type { LevelRecord } from "../../../model/level-record.ts";
import type { AlertRecord, IncidentRecord, TaskRecord } from "../../../model/records.ts";
import type { StormFix } from "../../../model/storm.ts";
import { ahead, stormAt } from "../../../model/storm-track.ts";
import type { ResponseRecord } from "../../../model/response.ts";
import { HOUR, MINUTE, formatTime, parseTime } from "../../../model/time.ts";

/** The instant at which the gallery stands still, on the drill's clock. */
export const SAMPLE_NOW = parseTime("2015-10-04T02:40:00+08:00")!;

const circle = (km: number) => ({ direction: "ALL", longKm: km, shortKm: km }) as const;
const fix = (hours: number, lat: number, lon: number, grade: string, windMs: number, pressureHpa: number, r50: number | null, r30: number): StormFix => ({
  at: parseTime("2015-10-02T02:00:00+08:00")! + hours * HOUR, lat, lon, grade, windMs, pressureHpa, r50: r50 === null ? null : circle(r50), r30: circle(r30),
});
/** Typhoon Mujigae, JMA RSMC Tokyo best track; radii rounded to circles. */
const FIXES = [
  fix(0, 15.8, 121.3, "TS", 20.6, 998, null, 167), fix(6, 16.4, 120.1, "TS", 20.6, 998, null, 167), fix(12, 16.5, 118.9, "TS", 23.1, 996, null, 222),
  fix(18, 16.9, 117.8, "STS", 25.7, 990, null, 240), fix(24, 17.7, 116.6, "STS", 28.3, 985, 74, 240), fix(30, 18.5, 115.5, "STS", 28.3, 985, 74, 278),
  fix(36, 18.9, 114.4, "STS", 28.3, 985, 74, 296), fix(42, 19.5, 113.4, "TY", 33.4, 975, 93, 315), fix(48, 19.7, 112.2, "TY", 38.6, 965, 93, 352),
];
const storm = { id: "201522", name: "Mujigae", nameZh: "彩虹", source: "JMA-RSMC", fixes: FIXES };

export function sampleHazard(): HazardRecord {
  const now = stormAt(storm, SAMPLE_NOW, SAMPLE_NOW)!;
  const path = [6, 12, 18, 24].map((hours) => ({ hours, at: ahead(now, hours) }));
  return { kind: "storm", ...storm, at: SAMPLE_NOW, now, hasRadii: true, sentence: "示例", ahead: path.map(({ hours, at: [lon, lat] }) => ({ at: SAMPLE_NOW + hours * HOUR, lon, lat })) };
}

/** Hours until the 7级 and the 10级 circle arrive; 0 = inside, null = not within 48 h. */
export const SAMPLE_ARRIVALS: Readonly<Record<string, readonly [r7: number | null, r10: number | null]>> = {
  4404: [0, null], 4406: [1.2, null], 4407: [0, null], 4408: [0, 4.4], 4409: [0, 6.9], 4412: [2.1, null], 4417: [0, null], 4418: [14.8, null],
  440402: [0, null], 440404: [0, null], 440781: [0, null], 440785: [0, null], 440802: [0, 6.1], 440803: [0, 5.9], 440825: [0, 4.4], 440881: [0.6, 8.2], 440882: [0, 5.2],
  440883: [0, 5.5], 440902: [0.2, 7.4], 440904: [0, 6.9], 440981: [1.1, 9.6], 440982: [0.8, 8.8], 441702: [0, null], 441721: [0, null],
};

const ago = (minutes: number): string => formatTime(SAMPLE_NOW - minutes * MINUTE);
const alert = (n: number, place: string, area: string, name: string, severity: AlertRecord["severity"], state: AlertRecord["state"], value: number): AlertRecord => ({
  id: `sample-alert-${n}`, rule: `met.storm.arrival.r10#${severity}`, indicator: "met.storm.arrival.r10", place, topic: "meteorology", severity, state, value, limit: severity === 2 ? 12 : 24,
  source: "广东省气象灾害预警信号", sourceDown: false, raisedAt: ago(40 - n), simAt: ago(40 - n), group: "sample", placeName: name, areaName: `${area} ${name}`, within: ["44", place.slice(0, 4), place],
  indicatorTitle: "10级风圈到达", unit: "h", decimals: 1, says: severity === 2 ? "达到台风橙色预警标准" : "达到台风黄色预警标准",
});
export const SAMPLE_ALERTS: readonly AlertRecord[] = [
  alert(1, "440825", "湛江市", "徐闻县", 2, "unacknowledged", 4.4), alert(2, "440882", "湛江市", "雷州市", 2, "acknowledged", 5.2), alert(3, "440802", "湛江市", "赤坎区", 2, "unacknowledged", 6.1),
  alert(4, "440904", "茂名市", "电白区", 2, "unacknowledged", 6.9), alert(5, "440981", "茂名市", "高州市", 3, "unacknowledged", 9.6), alert(6, "440881", "湛江市", "廉江市", 3, "returned", 8.2),
];
/** The yellow of an hour before, and what stands of it now. */
export const SAMPLE_LEVELS: readonly LevelRecord[] = ([3, 2] as const).flatMap((severity): LevelRecord[] => {
  const own = SAMPLE_ALERTS.filter((one) => severity === 3 || one.severity === 2);
  const from = SAMPLE_NOW - (severity === 3 ? 100 : 40) * MINUTE;
  const of = { rule: `met.storm.arrival.r10#${severity}`, severity };
  const { placeName, areaName } = own[0]!;
  return [{ ...of, id: `stood-${severity}`, stood: [{ from }] }, { ...of, id: `found-${severity}`, at: from, places: own.map(({ place }) => place), placeName, areaName }];
});

export const SAMPLE_RESPONSES: readonly ResponseRecord[] = [
  { id: "sample-response", state: "inForce", region: "44", kind: "typhoon", level: 2, since: ago(600), levelSince: ago(150), by: "commander@44", confirmedBy: "chief@44", reason: "示例", regionName: "广东省", regionLevel: "province", holdsHere: true },
];

const step = (seq: number, kind: string, minutes: number) => ({ seq, kind, at: ago(minutes), actor: "值班员", text: "" });
const task = (n: number, state: TaskRecord["state"], unitName: string, text: string, dueMin: number, log: TaskRecord["log"]): TaskRecord => ({
  id: `sample-task-${n}`, incident: `sample-incident-${n}`, unit: "440882:flood", text, deadline: formatTime(SAMPLE_NOW + dueMin * MINUTE), state, dispatchedBy: "officer@44", dispatchedFrom: "44",
  dispatchedAt: ago(30), copied: [], log, unitName, incidentTitle: "【模拟】海堤渗漏", regionName: "雷州市",
});
export const SAMPLE_TASKS: readonly TaskRecord[] = [
  task(1, "dispatched", "茂南区三防办", "封控低洼涵洞，设置警示，通知公交改线", -3, []),
  task(2, "onScene", "雷州市三防办", "派冲锋舟 2 艘，协助临堤两村撤至镇中心小学", 22, [step(1, "task.accept", 26), step(2, "task.arrive", 9)]),
  task(3, "closed", "吴川市供电局", "调发电车 2 台，优先保障排涝泵站", 60, [step(1, "task.accept", 28), step(2, "task.arrive", 20), step(3, "task.finish", 8), step(4, "task.check", 4)]),
];
const incident = (n: number, state: IncidentRecord["state"], grade: IncidentRecord["grade"], area: string, name: string, title: string): IncidentRecord => ({
  id: `sample-incident-${n}`, type: "water.dyke.breach", topic: "water", region: "440882", title, state, ...(grade && { grade }), reportedBy: "officer@44", reportedAt: ago(35 - n), escalated: false,
  tasks: [`sample-task-${n}`], log: [], regionName: name, areaName: `${area} ${name}`, typeTitle: "堤防管涌渗漏",
});
export const SAMPLE_INCIDENTS: readonly IncidentRecord[] = [
  incident(1, "handling", 4, "茂名市", "茂南区", "【模拟】低洼路段积水，公交改道"), incident(2, "handling", 2, "湛江市", "雷州市", "【模拟】海堤渗漏，临堤两村待撤"),
  incident(3, "closed", 3, "湛江市", "吴川市", "【模拟】供电中断，养殖户求助"), incident(4, "pending", undefined, "江门市", "台山市", "【模拟】渔船失联待核"),
];
