import { stillHolds } from "../../../model/alert.ts";
import { worstState } from "../../../model/freshness.ts";
import { asOf } from "../../../model/moments.ts";
import { phrases, wordsIn } from "../../../model/phrases.ts";
import type { Cell } from "../../../model/sample.ts";
import { levelOf, type RegionCode } from "../../../model/region.ts";
import { unitOf } from "../../../model/units.ts";
import type { Focus } from "../../../model/wall.ts";
import { parseTime } from "../../../model/time.ts";
import { shown, STATE_WORDS } from "../../../model/wording.ts";
import { TYPE_U } from "../../../themes/scale.ts";
import { CAMERAS, type CameraName } from "../camera.ts";
import type { Breaks } from "../choropleth.ts";
import { levelOf as levelOfSet, type MapData } from "../map-data.ts";
import { sentence, stormTitle } from "../map.ts";
import type { Run } from "../mark.ts";
import { standing, worstOf } from "./card.ts";
import { isComputed } from "./computed.ts";
import { figureOf } from "./figures.ts";
import { isAround, regionsAround } from "./findings-around.ts";
import { onlyOf, topicsSaid, type FindingsOf } from "./findings-of.ts";
import { pointsOver, readOver, type LaidOver } from "./laid-over.ts";
import { foundLevels } from "./found-levels.ts";
import { placeInTitle } from "./looked-at.ts";
import { shownRegion, type MapBase } from "./map-sets.ts";
import type { Reader } from "./reader.ts";
import type { Measured, Standpoint } from "./standpoint.ts";
import { arrivesAt } from "./storm-view.ts";
import { moment } from "./time-words.ts";

type Shown = Pick<MapConfig, "fill" | "figures">;
export interface MapConfig extends FindingsOf, LaidOver {
  readonly region?: string;
  /** What fills the counties: a rate or an intensity, never a count. */
  readonly fill?: { readonly indicator: string; readonly breaks: Breaks };
  /** What stands under the cities' names. */
  readonly figures?: string;
  /** What is shown in place of either where of it nothing has ever come, and of this something has: an ordinary time has no shelters to fill. */
  readonly instead?: Shown;
  /** Absent = the storm's while there is one, else the whole province; the storm's is a nearer one where the picture is low. */
  readonly camera?: CameraName;
  /** Where glass ends inside the map; given by the room. */
  readonly seams?: MapData["seams"];
  /** Where other words stand on the map; given by the room. */
  readonly tags?: MapData["tags"];
  /** What the wall is looking at, and which wall it is; given by the page. */
  readonly focus?: Focus;
  readonly wall?: string;
}
const say = phrases({
  未取到: "not fetched", 正在取数: "fetching", 县级: "by county", 镇街级: "by town", "{title}：此级没有此数": "{title}: none at this level", "所在{place}": "around it: {place}", "城市名下数字：{title} {unit}": "under names: {title}, {unit}", 城市名下数字: "under names", "城市名下时刻：7级风圈到达（外推）": "under names: force 7 arrives (extrap.)",
  "{title}：{n} 处中 {m} 处有数": "{title}: {m} of {n} known", "{title}按 {standing} 外推": "{title}, extrapolated at {standing}", "{where}（{at} 核）": "{where} (checked {at})", "，最高 {place} {value}": "; highest {place} {value}", "（{at}）": " ({at})", "{title}：{none}": "{title}: {none}",
});
const PROVINCE = "44";
type From = Pick<Standpoint, "lang" | "here" | "words" | "names" | "sites">;
type Seen = ReturnType<typeof read>;

export function read(reader: Reader, { region = PROVINCE, fill, figures, instead, focus, findingsOf, over }: MapConfig) {
  const filled = filledIn(focus?.region ?? region, region);
  const filling = (of: MapConfig["fill"]) => of && filled && reader.cells(of.indicator, filled.region, filled.level);
  const naming = (of: string | undefined) => (of === undefined ? undefined : reader.cells(of, region, "city"));
  const [ground, names] = [eitherOf(fill, instead?.fill, filling), eitherOf(figures, instead?.figures, naming)];
  const shown: Shown = { ...(ground.of && { fill: ground.of }), ...(names.of !== undefined && { figures: names.of }) };
  return {
    shown,
    hazard: reader.hazard(),
    over: readOver(reader, { over }, region),
    alerts: onlyOf(reader.findings(region), { findingsOf }),
    filled,
    fill: ground.slice,
    figures: names.slice,
  };
}
type Slice = ReturnType<Reader["cells"]>;
const hasReported = ({ state }: Cell): boolean => state !== "never";
/** What is wanted, or what stands in its place where of the wanted nothing has ever come; only then the other is listened to. */
function eitherOf<T>(wanted: T | undefined, instead: T | undefined, read: (of: T | undefined) => Slice | undefined): { readonly of: T | undefined; readonly slice: Slice | undefined } {
  const hasCome = ({ cells }: Slice): boolean => [...cells.values()].some(hasReported);
  const slice = read(wanted);
  if (instead === undefined || !slice || slice.status !== "ready" || hasCome(slice)) return { of: wanted, slice };
  const other = read(instead);
  return other && hasCome(other) ? { of: instead, slice: other } : { of: wanted, slice };
}
/** As its scene tells it, with what is shown of it now. */
const shownIn = ({ shown }: Seen, { fill: _fill, figures: _figures, ...config }: MapConfig): MapConfig => ({ ...config, ...shown });
/** What the fill covers: counties of the whole and of a city, towns of a county. Of a town only its villages are shown, points without land; then there is nothing to fill. */
function filledIn(looked: RegionCode, whole: RegionCode): { readonly region: RegionCode; readonly level: "county" | "town" } | undefined {
  const level = levelOf(looked);
  if (level === "province") return { region: whole, level: "county" };
  return level === "city" || level === "county" ? { region: looked, level: level === "city" ? "county" : "town" } : undefined;
}
/** Where the camera looks: a region's own shape, or a named view. */
export const viewOf = ({ hazard }: Seen, { camera }: MapConfig, { focus }: Pick<MapBase, "focus">): CameraName | { readonly region: string } =>
  focus ? { region: shownRegion(focus) } : (camera ?? (hazard?.kind === "storm" ? "storm" : "province"));

/** @param u px of the wall unit: what stands under names comes as runs of words */
export function data(seen: Seen, told: MapConfig, from: From, { sets, focus }: MapBase, u: number): MapData {
  const config = shownIn(seen, told);
  const { hazard, alerts, fill } = seen;
  const measured = config.fill && !stormAlone(seen) ? from.words.indicator(config.fill.indicator) : undefined;
  // Where the shapes of the level have not come yet, what stands in for them has no values.
  const isShown = seen.filled !== undefined && levelOfSet(sets.main.level) === seen.filled.level;
  const storm = hazard?.kind === "storm" && hazard.now ? { storm: { id: hazard.id, name: hazard.name, nameZh: hazard.nameZh }, now: hazard.now, fixes: hazard.fixes } : undefined;
  // Near by the places of the level below are named, and their cities are not.
  const under = focus ? new Map<string, readonly Run[]>() : underNames(seen, config, from, u);
  const legend = legendOf(seen, config, from, isShown || !seen.filled ? measured : undefined, under.size);
  const unjudged = unjudgedIn(seen, focus !== undefined);
  const alertsAt = latestFinding(seen, from);
  return {
    sets,
    lang: from.lang,
    ...(!from.here.linked && { old: true }),
    ...(storm && { storm }),
    ...pointsOver(seen.over, config, from, focus && from.names.of(config.region ?? PROVINCE)),
    ...(focus && { focus: shownRegion(focus), ...(focus.level === "village" && { selected: focus.code }) }),
    ...(fill && measured && isShown && { fill: { values: valuesOf(fill.cells), breaks: config.fill!.breaks } }),
    ...(alerts.status === "ready" ? { alerts: foundLevels(alerts.records.values(), sets) } : { unheard: alerts.status === "refused" ? ("refused" as const) : ("awaited" as const) }),
    ...(fill && seen.filled && !isShown && { unshaped: seen.filled.level }),
    ...(unjudged && { unjudged }),
    figures: under,
    ...(legend && { legend }),
    ...(alertsAt !== "" && { alertsAt }),
    ...(config.findingsOf && { alertsOf: topicsSaid(config, from) }),
    ...(config.seams && { seams: config.seams }),
    ...(config.tags && { tags: config.tags }),
    ...(focus && { countedOver: from.names.of(config.region ?? PROVINCE) }),
  };
}
/** When the newest of the findings whose levels are drawn came to be what it is; empty where none is. */
export function latestFinding({ alerts }: Pick<Seen, "alerts">, { here }: Pick<From, "here">): string {
  const times = [...alerts.records.values()].filter(stillHolds).flatMap(({ simAt }) => parseTime(simAt) ?? []);
  return times.length === 0 ? "" : moment(times.reduce((newest, at) => Math.max(newest, at)), here.simNow);
}
/** When the numbers of a layer were true, by the worst of them, and how many of their places have told: 08:00，到达 119/122 县. Empty where none has a number. */
function layerStanding(cells: ReadonlyMap<string, Cell> | undefined, cadenceMs: number, { lang, here }: Pick<From, "lang" | "here">): string {
  const all = [...(cells?.values() ?? [])];
  const drawn = all.filter(({ value, state }) => value !== null && state !== "down");
  const [first] = all;
  if (!first || drawn.length === 0) return "";
  const coverage = { have: all.reduce((sum, one) => sum + one.coverage.have, 0), of: all.reduce((sum, one) => sum + one.coverage.of, 0), level: first.coverage.level };
  return standing({ heading: "", ...worstOf(here.linked ? drawn : drawn.map((one) => ({ ...one, state: worstState(one.state, "stale") }))), cadenceMs, coverage }, here.simNow, lang);
}
/** Without a storm, where most of the places that are shown have no number, nobody can say that all is well there; undefined where most have one. */
function unjudgedIn({ hazard, fill, figures }: Seen, isNear: boolean): MapData["unjudged"] {
  // Near by no number stands under the cities' names: they are those of other places.
  const own = isNear && fill ? [fill] : [fill, figures].filter((slice) => slice !== undefined);
  if (hazard !== undefined || own.length === 0) return undefined;
  if (own.some(({ status }) => status === "refused")) return "refused";
  if (own.some(({ status }) => status === "loading")) return "awaited";
  const cells = own.flatMap((slice) => [...slice.cells.values()]);
  if (!cells.some(hasReported)) return "all";
  // One town that reported gives its county no number yet.
  const known = cells.filter(({ value }) => value !== null);
  if (2 * known.length >= cells.length) return undefined;
  // A town without numbers of its own counts no cities.
  if (known.length === 0 || (isNear && !fill)) return "most";
  const places = new Set(known.map(({ place }) => place)).size;
  return { known: places, unknown: new Set(cells.map(({ place }) => place)).size - places };
}
/** What stands on the map in words: the levels by name, and of each number how much is known and where it is highest. */
export function spoken(seen: Seen, told: MapConfig, from: From, base: MapBase): string {
  const config = shownIn(seen, told);
  const { focus } = base;
  // The numbers are of what the fill covers.
  const all = focus && seen.filled ? placeInTitle(seen.filled.region, from.names) : "";
  const numbers = [
    ...(config.fill && !stormAlone(seen) ? [seen.filled ? highest(config.fill.indicator, seen.fill?.cells, from, all) : noneHere(config.fill.indicator, from)] : []),
    // When the wind comes is told by name where it is counted; of hours the highest says nothing.
    ...(config.figures !== undefined && !focus ? [arrives(config.figures) ? known(config.figures, seen.figures?.cells, from) : highest(config.figures, seen.figures?.cells, from, "")] : []),
  ];
  return `${briefly(seen, config, from, base)}${numbers.join("")}`;
}
/** The levels alone. */
export function briefly(seen: Seen, config: MapConfig, from: From, base: MapBase): string {
  const view = viewOf(seen, config, base);
  const { focus } = base;
  const place = typeof view === "string" ? wordsIn(CAMERAS[view].title, from.lang) : focus ? placeInTitle(focus.code, from.names) : from.names.of(view.region);
  const where = seen.alerts.status === "ready" ? say(from.lang)("{where}（{at} 核）", { where: place, at: asOf(from.here.checkedAt(seen.alerts), from.here.simNow, 0, from.lang) }) : place;
  // Of a place what stands in it, though the picture shows what lies around as well.
  const within = focus && { ...seen, alerts: { ...seen.alerts, records: new Map([...seen.alerts.records].filter(([, alert]) => alert.within.includes(focus.code) || isAround(alert, focus.code))) } };
  const own = focus && new Set([...within!.alerts.records.values()].filter(({ within: of }) => of.includes(focus.code)).map(({ severity }) => severity));
  return sentence(data(within ?? seen, config, from, base, 1), where, (code, name, severity) => {
    if (!focus || !regionsAround(focus.code).includes(code)) return name;
    // A village is drawn as a point of its town, and bears its own level under its own name.
    return code === shownRegion(focus) && own!.has(severity) ? place : say(from.lang)("所在{place}", { place: name });
  });
}

/** What is drawn of a town is its villages, points without land: no number fills them. */
function noneHere(id: string, { lang, words }: From): string {
  const measured = words.indicator(id);
  return measured ? `${say(lang)("{title}：此级没有此数", { title: wordsIn(measured.title, lang) })}${lang === "zh" ? "。" : "."}` : "";
}
/** What stands under the names where no highest of it can be said: when it was known, and of how many. */
function known(id: string, cells: ReadonlyMap<string, Cell> | undefined, from: From): string {
  const measured = from.words.indicator(id);
  const told = measured && layerStanding(cells, measured.cadence, from);
  return told ? `${say(from.lang)("{title}按 {standing} 外推", { title: wordsIn(measured.title, from.lang), standing: told })}${from.lang === "zh" ? "。" : "."}` : "";
}
function highest(id: string, cells: ReadonlyMap<string, Cell> | undefined, from: From, where: string): string {
  const { lang, here, words, names } = from;
  const t = say(lang);
  const measured = words.indicator(id);
  if (!cells || !measured) return "";
  const end = lang === "zh" ? "。" : ".";
  const title = `${where}${wordsIn(measured.title, lang)}`;
  const all = [...cells.values()];
  const known = all.filter(({ value, state }) => value !== null && state !== "down");
  const top = known.reduce<Cell | undefined>((best, cell) => (best === undefined || cell.value! > best.value! ? cell : best), undefined);
  if (!top) return `${t("{title}：{none}", { title, none: all.every(({ state }) => state === "never") ? STATE_WORDS.never[lang] : "—" })}${end}`;
  const { prefix = "", text, unit = "" } = figureOf(top, measured, from);
  const at = top.observedAt === null ? "" : t("（{at}）", { at: asOf(top.observedAt, here.simNow, measured.cadence, lang) });
  return `${t("{title}：{n} 处中 {m} 处有数", { title, n: all.length, m: known.length })}${t("，最高 {place} {value}", { place: names.of(top.place), value: `${prefix}${text} ${unit}`.trim() })}${at}${end}`;
}
const arrives = (indicator: string): boolean => indicator.startsWith("met.storm.arrival.");

/** A storm over an indicator that has told nothing: the map is the storm's, and what is empty neither hatches it nor names it. */
const stormAlone = ({ hazard, fill }: Seen): boolean => hazard?.kind === "storm" && fill !== undefined && [...fill.cells.values()].every(({ value }) => value === null);

function underNames({ figures }: Seen, config: MapConfig, from: From, u: number): ReadonlyMap<string, readonly Run[]> {
  const measured = config.figures === undefined ? undefined : from.words.indicator(config.figures);
  if (!figures || !measured) return new Map();
  return new Map([...figures.cells.values()].flatMap((cell) => {
    const runs = arrives(measured.id) ? arrivalRuns(cell, measured, from, u) : numberRuns(cell, measured, from, u);
    return runs ? [[cell.place, runs] as const] : [];
  }));
}
function arrivalRuns(cell: Cell, measured: Measured, { here }: From, u: number): Run[] | undefined {
  // Who is inside is seen by the circle; only what is still to come needs its hour.
  if (cell.value === null || cell.value === 0 || cell.observedAt === null) return undefined;
  return [{ text: moment(arrivesAt(cell.observedAt, cell.value), here.simNow), sizePx: TYPE_U.figure * u, weight: 500, ink: here.linked ? "w1" : "t3", family: "num", truth: { ...cell, indicator: measured.id, quality: "extrapolated", ...(!here.linked && { state: worstState(cell.state, "stale") }) } }];
}
/** A number under a name; what never reported stays unsaid there, the legend and the lists say it. */
function numberRuns(cell: Cell, measured: Measured, { lang, here }: From, u: number): Run[] | undefined {
  const told = here.linked ? cell : { ...cell, state: worstState(cell.state, "stale") };
  const { prefix, text, unit, isNumber } = shown(told, { ...measured, cadenceMs: measured.cadence }, here.simNow, { lang });
  if (!isNumber) return undefined;
  const old = told.state === "stale" || told.state === "down";
  // The unit stands once, in the legend; an order of magnitude (万) belongs to the number, and where it is part of the unit (亿kW) all of it.
  const own = unitOf(measured, lang);
  const order = unit.endsWith(own) ? unit.slice(0, unit.length - own.length).trimEnd() : unit;
  return [
    ...(prefix ? [{ text: prefix, sizePx: u, ink: "t2" as const }] : []),
    { text: `${text}${order}`, sizePx: TYPE_U.figure * u, weight: 600, ink: old ? "t3" : isComputed(told.quality, here) ? "w1" : "t1", family: "num", truth: { ...told, indicator: measured.id } },
  ];
}
/** Only what stands on the map is explained; an indicator that has told nothing yet says so instead of showing its classes. */
function legendOf({ fill, filled, figures, hazard }: Seen, config: MapConfig, from: From, measured: Measured | undefined, drawn: number): MapData["legend"] {
  const { lang, words } = from;
  const t = say(lang);
  if (config.fill && measured && !filled) return { title: t("{title}：此级没有此数", { title: wordsIn(measured.title, lang) }) };
  const under = config.figures === undefined ? undefined : words.indicator(config.figures);
  const hours = under !== undefined && arrives(under.id);
  const dated = (title: string, at: string): string => (at === "" ? title : `${title}${t("（{at}）", { at })}`);
  const underAt = under && drawn > 0 ? layerStanding(figures?.cells, under.cadence, from) : "";
  const named = under && drawn > 0 ? dated(hours ? t("城市名下时刻：7级风圈到达（外推）") : t("城市名下数字：{title} {unit}", { title: wordsIn(under.title, lang), unit: unitOf(under, lang) }), underAt) : "";
  const storm = hazard?.kind === "storm" ? hazard : undefined;
  if (!measured || !fill || !config.fill) {
    if (!under || !named) return undefined;
    return storm || hours ? { title: storm ? stormTitle(storm, lang) : wordsIn(under.title, lang), foot: named } : { title: wordsIn(under.title, lang), note: unitOf(under, lang), foot: dated(t("城市名下数字"), underAt) };
  }
  const cells = [...fill.cells.values()];
  // Of a list that has not come nothing is known: that is no gap in it.
  const unread = fill.status === "ready" ? "" : t(fill.status === "refused" ? "未取到" : "正在取数");
  const unknown = (cells.length > 0 || unread !== "") && cells.every(({ value }) => value === null);
  const level = t(filled?.level === "town" ? "镇街级" : "县级");
  const all = cells.length === 0 ? unread : unknown && cells.every(({ state }) => state === "never") ? STATE_WORDS.never[lang] : "";
  const filledAt = layerStanding(fill.cells, measured.cadence, from);
  const foot = [...(filledAt === "" ? [] : [`${level} ${filledAt}`]), ...(named ? [named] : [])];
  return {
    title: wordsIn(measured.title, lang), note: unknown ? level : `${unitOf(measured, lang)} ${level}`, ...(unknown ? {} : { breaks: config.fill.breaks }),
    // A gap that lies in the picture is explained; before anything has come all of it is one.
    ...((cells.length === 0 || cells.some(({ value, state }) => value === null || state === "down")) && { noData: true, ...(all && { noDataSaid: all }) }), ...(foot.length > 0 && { foot }),
  };
}
const valuesOf = (cells: ReadonlyMap<string, Cell>): ReadonlyMap<string, number | null> => new Map([...cells].map(([code, cell]) => [code, cell.state === "down" ? null : cell.value]));
