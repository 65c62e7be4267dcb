import type { Rule } from "../../model/rule.ts";
import { MINUTE } from "../../model/time.ts";

const DEFAULT = "operational default";
const INDEX = "GB/T 33171-2016 城市交通运行状况评价规范 0-2畅通/2-4基本畅通/4-6轻度/6-8中度/8-10严重";
const VISIBILITY = "道路交通安全法实施条例第81条 高速公路能见度 200/100/50 m 限速 60/40/20";
const HAZMAT = "危险货物道路运输安全管理办法 高速≤80 km/h";
const FATIGUE = "道路交通安全法实施条例第62条 连续驾驶超过4小时未休息20分钟";

/** The catalogue's thresholds; those in words are judged on the number that the words speak of. */
export const rules: readonly Rule[] = [
  { id: "tra.expressway.flow#3", indicator: "tra.expressway.flow", level: 3, at: "province", when: { op: ">=", value: 850 }, holdMs: MINUTE, deadband: 5, source: DEFAULT },
  { id: "tra.expressway.flow#2", indicator: "tra.expressway.flow", level: 2, at: "province", when: { op: ">=", value: 950 }, holdMs: MINUTE, deadband: 5, source: DEFAULT },
  { id: "tra.tpi#3", indicator: "tra.tpi", level: 3, when: { op: ">=", value: 4 }, holdMs: 5 * MINUTE, deadband: 0.3, source: INDEX, says: { zh: "达到轻度拥堵", en: "reaches light congestion" } },
  { id: "tra.tpi#2", indicator: "tra.tpi", level: 2, when: { op: ">=", value: 6 }, holdMs: 5 * MINUTE, deadband: 0.3, source: INDEX, says: { zh: "达到中度拥堵", en: "reaches medium congestion" } },
  { id: "tra.tpi#1", indicator: "tra.tpi", level: 1, when: { op: ">=", value: 8 }, holdMs: 5 * MINUTE, deadband: 0.3, source: INDEX, says: { zh: "达到严重拥堵", en: "reaches heavy congestion" } },
  { id: "tra.seg.speed#3", indicator: "tra.seg.speed", level: 3, when: { op: "<", value: 50 }, holdMs: 3 * MINUTE, deadband: 5, source: DEFAULT },
  { id: "tra.seg.speed#2", indicator: "tra.seg.speed", level: 2, when: { op: "<", value: 30 }, holdMs: 3 * MINUTE, deadband: 5, source: DEFAULT },
  { id: "tra.seg.speed#1", indicator: "tra.seg.speed", level: 1, when: { op: "<", value: 15 }, holdMs: 3 * MINUTE, deadband: 3, source: DEFAULT },
  { id: "tra.visibility#3", indicator: "tra.visibility", level: 3, when: { op: "<", value: 200 }, holdMs: MINUTE, deadband: 20, source: VISIBILITY, says: { zh: "能见度低于200米，须限速", en: "visibility below 200 m, a speed limit applies" } },
  { id: "tra.visibility#2", indicator: "tra.visibility", level: 2, when: { op: "<", value: 100 }, holdMs: MINUTE, deadband: 10, source: VISIBILITY, says: { zh: "能见度低于100米，须限速", en: "visibility below 100 m, a speed limit applies" } },
  { id: "tra.visibility#1", indicator: "tra.visibility", level: 1, when: { op: "<", value: 50 }, holdMs: MINUTE, deadband: 5, source: VISIBILITY, says: { zh: "能见度低于50米，须驶离高速", en: "visibility below 50 m, vehicles must leave the expressway" } },
  { id: "tra.toll.queue#3", indicator: "tra.toll.queue", level: 3, when: { op: ">=", value: 300 }, holdMs: 3 * MINUTE, deadband: 50, source: DEFAULT },
  { id: "tra.toll.queue#2", indicator: "tra.toll.queue", level: 2, when: { op: ">=", value: 800 }, holdMs: 3 * MINUTE, deadband: 100, source: DEFAULT },
  { id: "tra.hazmat.online#3", indicator: "tra.hazmat.online", level: 3, when: { op: "<", value: 98 }, holdMs: 5 * MINUTE, deadband: 0.3, source: DEFAULT },
  { id: "tra.hazmat.topspeed#2", indicator: "tra.hazmat.topspeed", level: 2, when: { op: ">", value: 80, of: "min", over: 3 * MINUTE }, holdMs: 0, deadband: 2, source: HAZMAT, says: { zh: "危货车高速超速80公里/小时持续3分钟", en: "a hazmat vehicle above 80 km/h for 3 min" } },
  { id: "tra.driver.hours#1", indicator: "tra.driver.hours", level: 1, when: { op: ">", value: 4 }, holdMs: 0, deadband: 0, source: FATIGUE, says: { zh: "连续驾驶超过4小时未休息20分钟", en: "more than 4 h at the wheel without 20 min of rest" } },
  { id: "tra.metro.load#3", indicator: "tra.metro.load", level: 3, when: { op: ">=", value: 100 }, holdMs: 0, deadband: 3, source: DEFAULT },
  { id: "tra.metro.load#2", indicator: "tra.metro.load", level: 2, when: { op: ">=", value: 120 }, holdMs: 0, deadband: 3, source: DEFAULT },
  { id: "tra.bridge.wind#3", indicator: "tra.bridge.wind", level: 3, when: { op: ">=", value: 17.2 }, holdMs: MINUTE, deadband: 1, source: DEFAULT },
  { id: "tra.bridge.wind#2", indicator: "tra.bridge.wind", level: 2, when: { op: ">=", value: 20.8 }, holdMs: MINUTE, deadband: 1, source: DEFAULT },
  { id: "tra.bridge.wind#1", indicator: "tra.bridge.wind", level: 1, when: { op: ">=", value: 24.5 }, holdMs: MINUTE, deadband: 1, source: DEFAULT },
  { id: "tra.ferry.stop#2", indicator: "tra.ferry.stop", level: 2, at: "province", when: { op: ">=", value: 10 }, holdMs: 0, deadband: 1, source: DEFAULT },
];
