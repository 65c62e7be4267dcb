import type { EpidemicRecord, StormRecord } from "../../../model/hazard.ts";
import { hourText } from "../../../model/moments.ts";
import { grouped, windForce } from "../../../model/numerals.ts";
import { gradeZh } from "../../../model/storm-words.ts";
import { chinaTime, daysApart, HOUR } from "../../../model/time.ts";
import type { Status } from "../../../model/view.ts";
import type { Clause } from "../headline.ts";
import { decisive, isWithoutCircles, type Arrival } from "./storm-view.ts";

/** What decides next, in one line (VISUAL §9): the wind's next arrival with its place and hour, else who is inside. */
export function stormHeadline(
  record: StormRecord,
  wind: { readonly r7: readonly Arrival[]; readonly r10: readonly Arrival[] },
  now: number,
  nameOf: (place: string) => string,
  came: Status = "ready",
  isPassThrough: (place: string) => boolean = () => false,
  unit = "县",
  /** The place that the headline begins with: it is not named again. */
  named = "",
): Clause[] {
  if (record.now === null) return [[{ text: `台风“${record.nameZh}”暂无定位` }]];
  if (!record.hasRadii) return [[{ text: `台风“${record.nameZh}”` }], [{ text: "该记录不含风圈半径，不推算到达" }]];
  if (isWithoutCircles(record)) return [[{ text: "最近定位未载风圈" }], [{ text: "不推算到达" }]];
  // That nobody is reached is a statement; that nothing has come yet is none.
  if (came !== "ready") return [[{ text: `台风“${record.nameZh}”` }], [{ text: came === "refused" ? "风圈到达未取到" : AWAITED }]];
  // 东莞 and 中山 have no county: what stands in for one is named where it is alone, and counted nowhere on the wall.
  const within = (circle: 7 | 10, all: readonly Arrival[]): string => {
    const inside = all.filter((a) => a.at === null).map(({ place }) => place);
    const counties = inside.filter((place) => !isPassThrough(place)).length;
    if (named !== "" && inside.length === 1 && inside[0] === named) return `已在${circle}级风圈内`;
    return inside.length === 0 ? "" : `${circle}级风圈内 ${counties > 0 ? `${counties} ${unit}` : inside.map(nameOf).join("、")}`;
  };
  const next = decisive(wind.r7, wind.r10, now);
  const inside = within(10, wind.r10) || within(7, wind.r7);
  if (!next) return inside ? [[{ text: inside }]] : [[{ text: `48 小时内无${unit}进入风圈` }, { text: "外推", notActual: true }]];
  const ahead: Clause = [{ text: hourWords(next.to.at, now), givesWay: true }, { text: "外推", notActual: true }, { text: `${next.circle}级风${next.to.place === named ? "到达" : `到${nameOf(next.to.place).replace(" ", "")}`}` }];
  return inside ? [[{ text: inside }], ahead] : [ahead];
}

/** 一小时内, 今日约 15 时, 明日约 2 时: an extrapolated hour is never told to the minute on a headline. */
export function hourWords(at: number, now: number): string {
  if (at - now < HOUR) return "一小时内";
  const t = chinaTime(at);
  const days = daysApart(now, at);
  const hour = t.minute >= 30 ? t.hour + 1 : t.hour;
  return `${days === 0 ? "今日" : days === 1 ? "明日" : `${t.day}日`}约 ${hour} 时`;
}

/**
 * Who it is and how near, under the headline; the last gives way first.
 * @param named the place that the headline begins with
 */
export function stormFacts(record: StormRecord, near: { readonly place: string; readonly km: number } | null, nameOf: (place: string) => string, named = ""): string[] {
  const now = record.now;
  const facts = [`${now ? gradeZh(now.grade) : "台风"}“${record.nameZh}”（${record.id.slice(2)}）`];
  const fix = record.fixes.at(-1);
  if (now?.windMs != null) facts.push(`${fix ? `${hourText(fix.at, record.at)} ` : ""}${windForce(now.windMs)}级 ${Math.round(now.windMs)} m/s`);
  if (near) facts.push(`${near.place === named ? "中心距此" : `距${nameOf(near.place).replace(" ", "")}`} ${Math.round(near.km)} km`);
  return facts;
}

/** The last published day, then what it brought; before the first report that there is none. */
export function epidemicHeadline({ day }: EpidemicRecord, facts: Clause): Clause[] {
  if (day === null) return [[{ text: "尚无疫情通报" }]];
  const [, month, date] = day.split("-").map(Number);
  const told = [{ text: `${month}月${date}日` }, ...facts.slice(0, 2)];
  return [told, ...(facts.length > 2 ? [facts.slice(2)] : [])];
}
/** What the sum of the cities leaves out: the province's own figure, cases of no city, and what the record does not explain. */
export function epidemicFacts({ cities, provinceConfirmed, unassignedConfirmed, unexplained }: EpidemicRecord): string[] {
  const count = (n: number): string => grouped(n, 0);
  return [
    ...(cities.have === 0 ? [] : [`${cities.have}/${cities.of} 市有通报　`]),
    ...(provinceConfirmed === null ? [] : [`全省公布 ${count(provinceConfirmed)} 例　`]),
    ...(unassignedConfirmed === null ? [] : [`未分到市 ${count(unassignedConfirmed)} 例　`]),
    ...(unexplained ? [`仍差 ${count(unexplained)} 例，原始记录如此　`] : []),
  ];
}

/** Said of what has been asked for and has not come. */
export const AWAITED = "正在取数";

/** The numbers that a wall shows: how many there are, have a value, and have not come yet. */
export interface Watched {
  readonly of: number;
  readonly reporting: number;
  readonly awaited: number;
}
/** Of a scene that names no number: that nobody found anything says nothing of what nobody looks at. */
const UNWATCHED = "未列指标，平稳与否不明";
/** The state of a province in peace: the gravest that holds with its place, how much is open, and how much of what this wall shows is known. Silence of the sources is never called calm: what is not known stands first, for on narrow glass the last clause goes. */
export function calmHeadline(open: { readonly alerts: number; readonly unacknowledged: number; /** None when all that is open has returned to normal. */ readonly gravest?: string | undefined }, watched: Watched): Clause[] {
  const { of, reporting, awaited } = watched;
  const data = of === 0 ? (open.alerts === 0 ? UNWATCHED : "") : reporting === of ? "" : awaited > 0 ? AWAITED : reporting === 0 ? `所列 ${of} 项指标均无数据` : `所列 ${of} 项指标中 ${reporting} 项有数据`;
  if (open.alerts === 0) return data === "" ? [[{ text: "总体平稳" }], [{ text: "无未消告警" }]] : [[{ text: data }], [{ text: "无未消告警" }]];
  const alerts = open.gravest === undefined ? [`${open.alerts} 项告警已回落待确认`] : [open.gravest, open.unacknowledged > 0 ? `共 ${open.unacknowledged} 项未确认` : "无未确认告警"];
  return [...alerts, ...(data ? [data] : [])].map((text) => [{ text }]);
}
