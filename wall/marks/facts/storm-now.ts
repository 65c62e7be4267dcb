import type { StormRecord } from "../../../model/hazard.ts";
import { compass, windForce } from "../../../model/numerals.ts";
import { phrases } from "../../../model/phrases.ts";
import { levelOf } from "../../../model/region.ts";
import { QUALITY_TAG } from "../../../model/quality.ts";
import type { Cell } from "../../../model/sample.ts";
import type { StormNow } from "../../../model/storm.ts";
import { gradeZh } from "../../../model/storm-words.ts";
import type { Figure } from "../panel-text.ts";
import { sentence, type Said, type StormFactRow, type StormNowData } from "../storm-now.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { figureOf } from "./figures.ts";
import { countedUnder, FINEST_WIND, lookedAt, titled, windPlaces, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";
import { arrivals, decisive, isWithoutCircles, nearest, stormCell, stormOf, type Arrival, type StormFact } from "./storm-view.ts";
import { hoursMinutes, moment } from "./time-words.ts";

export type StormNowConfig = Looks;
const say = phrases({
  台风实况与到达: "Storm now and arrival", 此情景没有台风记录: "no storm in this situation", "暂无定位，最近定位已过 6 小时": "no position: the last fix is over 6 h old",
  "{c}级风到 {p}": "force {c} reaches {p}", "（外推）": " (extrap.)", "{c}级风圈已覆盖": "inside force {c}", "48 小时内无{u}进入风圈（外推）": "no {u} reached within 48 h (extrap.)",
  该记录不含风圈半径: "this record states no radii", 最近定位未载风圈半径: "the last fix states no radii", "{c}级风圈内 {n} {u}：{p}": "inside force {c}, {n} {u}: {p}", 时: "h", 分: "min", 等: " …", "约 {at} 到达": "about {at}", "10级 {at} {p}": "F10 {at} {p}", 最近: "nearest",
  "{name} {id} · 10分钟平均风": "{name} {id} · 10-min mean wind", 强度: "Grade", 风力: "Wind", 气压: "Pressure", 移动: "Motion", "7级圈": "F7", "10级": "F10", 位置: "Position",
});
type From = Pick<Standpoint, "lang" | "here" | "words" | "names">;
type Seen = ReturnType<typeof read>;

export function read(reader: Reader, config: StormNowConfig) {
  const region = lookedAt(config, FINEST_WIND);
  const places = windPlaces(region) ?? FINEST_WIND;
  const [r7, r10] = [reader.cells("met.storm.arrival.r7", region, places), reader.cells("met.storm.arrival.r10", region, places)];
  const { status, code, tick, records } = reader.hazards();
  return {
    status, code, tick,
    storm: stormOf(records.values()),
    places, r7: arrivals(r7.cells.values()), r10: arrivals(r10.cells.values()),
    // That nothing comes is a statement of both circles; that one has not come to the page is not.
    told: r10.status === "ready" && [...r7.cells.values()].some((c) => c.state !== "never"),
    circle: reader.cells("met.storm.circle", region, levelOf(region)).cells.get(region),
    near: nearest(reader.cells("met.storm.distance", region, places).cells.values()),
  };
}
export const data = (seen: Seen, _: StormNowConfig, from: From): StormNowData =>
  seen.storm?.now ? { ...countdown(seen, seen.storm, from), facts: facts(seen, seen.storm, seen.storm.now, from) } : { lead: { text: "" }, under: [], facts: [] };

export function card({ storm, status, code, tick }: Seen, config: StormNowConfig, { lang, here, names }: From): CardFacts {
  const t = say(lang);
  const worst = worstOf(storm ? (["wind", "lat"] as const).map((name) => stormCell(storm, name, here.simNow, here.linked, tick).cell) : []);
  return {
    heading: titled(t("台风实况与到达"), lookedAt(config, FINEST_WIND), config, names), note: storm ? t("{name} {id} · 10分钟平均风", { name: storm.nameZh, id: storm.id.slice(2) }) : "", status, code,
    observedAt: storm ? (storm.fixes.at(-1)?.at ?? null) : undefined, state: worst.state,
    empty: status !== "ready" ? "" : !storm ? t("此情景没有台风记录") : storm.now === null ? t("暂无定位，最近定位已过 6 小时") : "",
  };
}
export const spoken = (seen: Seen, config: StormNowConfig, from: From): string => (seen.storm?.now ? sentence(data(seen, config, from)) : "");

function countdown(seen: Seen, storm: StormRecord, from: From): Omit<StormNowData, "facts"> {
  const { lang, here, names } = from;
  const t = say(lang);
  const now = here.simNow;
  if (!storm.hasRadii) return { lead: { text: t("该记录不含风圈半径") }, under: [nearestPlace(seen, from)] };
  if (isWithoutCircles(storm)) return { lead: { text: t("最近定位未载风圈半径") }, under: [nearestPlace(seen, from)] };
  const { r7, r10, circle: inside, told } = seen;
  const u = countedUnder(seen.places, lang);
  const next = decisive(r7, r10, now);
  const covered = inside?.value === 10 ? { circle: 10, all: r10 } : { circle: 7, all: r7 };
  const within = covered.all.filter((a) => a.at === null && !names.isPassThrough(a.place));
  const old = !here.linked;
  if (!next && inside && within.length > 0)
    return {
      lead: { text: t("{c}级风圈已覆盖", { c: covered.circle }) }, hero: { parts: [[String(within.length), u]], old, ...truthOf(inside, "met.storm.circle", from) },
      under: [[{ text: some(within, from), tone: old ? "old" : "strong" }], nearestPlace(seen, from)],
    };
  if (!next) return { lead: told ? { text: t("48 小时内无{u}进入风圈（外推）", { u }), tone: "notActual" } : { text: "··" }, under: [nearestPlace(seen, from)] };
  const left = hoursMinutes(next.to.at - now);
  const minutes: [string, string] = [String(left.minutes).padStart(left.hours > 0 ? 2 : 1, "0"), t("分")];
  return {
    lead: { text: `${t("{c}级风到 {p}", { c: next.circle, p: names.of(next.to.place) })}${t("（外推）")}`, tone: "notActual" },
    hero: { parts: left.hours > 0 ? [[String(left.hours), t("时")], minutes] : [minutes], old, ...truthOf({ ...next.to.cell, quality: "extrapolated" }, `met.storm.arrival.r${next.circle}`, from) },
    under: [
      [{ text: t("约 {at} 到达", { at: moment(next.to.at, now) }), again: true }],
      ...(next.circle === 7 ? tenToo(seen, from) : []),
      ...(within.length > 0 ? [[{ text: t("{c}级风圈内 {n} {u}：{p}", { c: covered.circle, n: within.length, u, p: some(within, from) }), again: true, tone: old ? ("old" as const) : ("strong" as const) }]] : []),
      nearestPlace(seen, from),
    ],
  };
}
function truthOf(cell: Cell, indicator: string, from: From) {
  const { truth } = figureOf(cell, from.words.indicator(indicator), from);
  return truth ? { truth } : {};
}
/** 徐闻、雷州 or 徐闻等: the names without their city, as many as stand in half a line. */
function some(inside: readonly Arrival[], { lang, names }: From): string {
  const known = inside.map((a) => names.of(a.place).split(" ").at(-1)!);
  return known.length > 2 ? `${known[0]!}${say(lang)("等")}` : known.join("、");
}
function tenToo({ r10 }: Seen, { lang, here, names }: From): Said[][] {
  const first = r10.find((a) => a.at !== null);
  return first ? [[{ text: say(lang)("10级 {at} {p}", { at: moment(first.at!, here.simNow), p: names.of(first.place) }), tone: "notActual" }]] : [];
}
function nearestPlace({ near }: Seen, from: From): Said[] {
  return near ? [{ text: `${say(from.lang)("最近")} ${from.names.of(near.place)} ` }, { text: `${Math.round(near.value!)} km`, tone: "strong", ...truthOf(near, "met.storm.distance", from) }] : [];
}

function facts({ tick }: Seen, storm: StormRecord, now: StormNow, from: From): StormFactRow[] {
  const { lang, here } = from;
  const t = say(lang);
  const stated = (name: StormFact) => stormCell(storm, name, here.simNow, here.linked, tick);
  const figure = (name: StormFact): Figure => {
    const { measured, cell } = stated(name);
    return figureOf(cell, measured, from);
  };
  const word = (text: string): Figure => ({ text, unit: "" });
  const degrees = (name: "lat" | "lon"): Figure => {
    const { measured, cell } = stated(name);
    return { ...figure(name), text: `${Math.abs(cell.value ?? 0).toFixed(1)}${measured.unit}`, unit: "", tag: "" };
  };
  const tag = QUALITY_TAG[now.quality][lang];
  return [
    { id: "grade", label: t("强度"), main: [word(gradeZh(now.grade))] },
    { id: "wind", label: t("风力"), main: [now.windMs === null ? word("—") : { ...figure("wind"), text: String(windForce(now.windMs)), unit: "级" }], right: [figure("wind")] },
    { id: "pressure", label: t("气压"), main: [figure("pressure")] },
    { id: "motion", label: t("移动"), main: [word(now.heading === null ? "—" : compass(now.heading))], right: [figure("speed")] },
    { id: "reach", label: t("7级圈"), main: [reach(now.r30, figure("r30"))], right: [{ text: t("10级") }, figure("r50")] },
    { id: "place", label: t("位置"), main: [degrees("lat"), degrees("lon")], ...(tag && { tag }) },
  ];
}
/** JMA states a long and a short side; both are told. */
const reach = (radii: StormNow["r30"], figure: Figure): Figure => (radii && radii.longKm !== radii.shortKm ? { ...figure, text: `${radii.shortKm}—${radii.longKm}`, unit: "km" } : figure);
