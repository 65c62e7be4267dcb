import { stillHolds } from "../../../model/alert.ts";
import type { StormRecord } from "../../../model/hazard.ts";
import { countStages } from "../../../model/incident-stages.ts";
import { wordsIn } from "../../../model/phrases.ts";
import type { AlertRecord, TaskRecord } from "../../../model/records.ts";
import { levelOf, type RegionCode } from "../../../model/region.ts";
import { isDefaultThreshold } from "../../../model/rule.ts";
import { clockText, parseTime } from "../../../model/time.ts";
import type { Status } from "../../../model/view.ts";
import { SEVERITY_WORDS, type Words } from "../../../model/words.ts";
import { basisOf, basisWords } from "../basis.ts";
import { sentence, type Clause, type HeadlineData } from "../headline.ts";
import { ownName } from "../place-name.ts";
import { alertGroups, cityOf } from "./alert-groups.ts";
import { inOrder } from "../../../model/alert-order.ts";
import { figureOf } from "./figures.ts";
import { AWAITED, calmHeadline, epidemicFacts, epidemicHeadline, stormFacts, stormHeadline } from "./headline-words.ts";
import { byUrgency, isAwaited } from "./order-steps.ts";
import { foundName, shortName } from "./place-names.ts";
import { countedUnder, isNamed, lookedAt, placeInTitle, PROVINCE, windPlaces, type Looks } from "./looked-at.ts";
import { areaAround, aroundFound, findingsFor, isAround, isRegion, unheardSaid } from "./findings-around.ts";
import { onlyOf, type FindingsOf } from "./findings-of.ts";
import { milderOfSame } from "./milder-of-same.ts";
import { modeWord } from "./mode-word.ts";
import { momentSaid } from "./moment.ts";
import { incidentSaid, topicSaid } from "./sent-to.ts";
import { headOf, inForce, kindsInShort, kindsOf, unknownSaid } from "./responses.ts";
import type { Reader } from "./reader.ts";
import type { HereNow, Standpoint } from "./standpoint.ts";
import { standsAt } from "./stands.ts";
import { arrivals, nearest, stormOf } from "./storm-view.ts";
import { simulatedWord, worldWord } from "./world-word.ts";

export interface HeadlineConfig extends Looks, FindingsOf {
  /** The indicators that this wall shows in peace, beside `facts`: how many of them have a number is said. */
  readonly topics?: readonly string[];
  readonly align?: "start" | "middle";
  /** Says the response level too: on glass that may have no room for a banner. */
  readonly response?: boolean;
  /** Numbers of the region that the sentence begins with, the one that decides first. */
  readonly facts?: readonly { readonly indicator: string; readonly title: Words }[];
}
type Second = NonNullable<HeadlineData["second"]>;
type From = Pick<Standpoint, "lang" | "here" | "words" | "names" | "ended" | "mode">;
type Seen = ReturnType<typeof read>;

/** Of several lists: not there, or not yet there, as soon as one is. */
const worstStatus = (...all: readonly Status[]): Status => (all.includes("refused") ? "refused" : all.includes("loading") ? "loading" : "ready");

export function read(reader: Reader, config: HeadlineConfig) {
  const { topics = [], facts = [], response = false, focus } = config;
  const region = lookedAt(config);
  const [level, places] = [levelOf(region), windPlaces(region)];
  const found = findingsFor(reader, region);
  const hazard = reader.hazard();
  const storm = stormOf(reader.hazards().records.values());
  const each = (indicator: string) => (storm && places ? reader.cells(indicator, region, places).cells.values() : []);
  const isLoading = ({ status }: { readonly status: Status }): boolean => status === "loading";
  const watched = [...new Set([...topics, ...facts.map(({ indicator }) => indicator)])].map((id) => reader.cells(id, region, level));
  return {
    region, places, storm,
    alerts: inOrder(found.records.values()),
    // Named are those of the hazard; counted are all, so that none is thought to be taken.
    named: inOrder(onlyOf(found, config).records.values()),
    tasks: byUrgency(reader.tasks(region).records.values()),
    incidents: countStages(reader.incidents(region).records.values()),
    incident: focus?.incident === undefined ? undefined : [...reader.incidents(region).records.values()].find(({ id }) => id === focus.incident),
    r7: arrivals(each("met.storm.arrival.r7")),
    r10: arrivals(each("met.storm.arrival.r10")),
    near: nearest(each("met.storm.distance")),
    watched: { of: watched.length, reporting: watched.filter(({ cells }) => cells.get(region)?.value != null).length, awaited: watched.filter(isLoading).length },
    windCame: storm !== undefined && places !== undefined ? worstStatus(...["met.storm.arrival.r7", "met.storm.arrival.r10"].map((id) => reader.cells(id, region, places).status)) : "ready",
    alertsCame: found.status, unheard: found.unheard,
    workCame: worstStatus(reader.incidents(region).status, reader.tasks(region).status),
    facts: facts.map(({ indicator, title }) => ({ indicator, title, cell: reader.cells(indicator, region, level).cells.get(region) })),
    epidemic: hazard?.kind === "epidemic" ? hazard : undefined,
    hazardAwaited: isLoading(reader.hazards()),
    responsesCame: response ? reader.responses(focus?.region ?? region).status : ("ready" as const),
    responses: response ? inForce(reader.responses(focus?.region ?? region).records.values()).here : [],
  };
}

export const data = (seen: Seen, config: HeadlineConfig, from: From): HeadlineData => framed(sentenceOf(seen, config, from), seen, config, from);
/** With the response, the place and the moment that all it says is of. */
function framed(said: HeadlineData, seen: Seen, config: HeadlineConfig, from: From): HeadlineData {
  const [gravest] = seen.responses;
  const simulated = simulatedWord(from);
  const told = sentTo(ofPlace(said, seen.region, config, from), seen, config, from);
  if (from.ended) return told;
  // No banner says the mode there either, nor that numbers are computed: without a block both stand first on the line below.
  if (!gravest) return config.response ? { ...told, second: [...(simulated ? [{ text: `${simulated}　`, strong: true, notActual: true }] : []), { text: `${[unknownSaid(seen.responsesCame, from.lang).unknown, modeWord(from)].filter(Boolean).join("　")}　`, strong: true }, ...(told.second ?? [])] } : told;
  return { ...told, response: { level: gravest.level, head: headOf(gravest.level, from.lang), name: kindsOf(seen.responses, from.lang), briefs: kindsInShort(seen.responses, from.lang), mode: modeWord(from, true), ...(!from.here.isLive && { exercise: worldWord(from), ...(simulated && { simulated }) }) } };
}
/** The headline names what the camera shows (VISUAL §8), before all that it says of it. */
function ofPlace(told: HeadlineData, region: RegionCode, config: HeadlineConfig, { names, ended }: From): HeadlineData {
  const [first = [], ...others] = told.clauses;
  return ended || !isNamed(region, config) ? told : { ...told, clauses: [[{ text: placeInTitle(region, names) }, ...first], ...others] };
}
/** Of a wall that was sent to a moment, an incident or a topic the line below says so before all else. */
function sentTo(told: HeadlineData, seen: Seen, config: HeadlineConfig, from: From): HeadlineData {
  // Who may not hear of what lies around is told so beside what is told.
  const unheard = from.ended ? "" : unheardSaid({ ...(seen.unheard && { unheard: seen.unheard }), status: seen.alertsCame }, from.lang);
  const second = unheard === "" ? told.second : [...(told.second ?? []), { text: `　${unheard}` }];
  const said = from.ended ? [] : [momentSaid(config, from), incidentSaid(seen.incident, from), topicSaid(config, from)].filter(Boolean);
  return said.length === 0 ? { ...told, ...(second && { second }) } : { ...told, second: [...said.map((text) => ({ text: `${text}　`, strong: true })), ...(second ?? [])] };
}
function sentenceOf(seen: Seen, { align = "start" }: HeadlineConfig, from: From): HeadlineData {
  const { lang, here, names, ended } = from;
  const { storm, epidemic, alerts, alertsCame, watched, hazardAwaited, region } = seen;
  // Under the name of their city or county, which is said first.
  const nameOf = (place: string): string => (region === PROVINCE ? names.of(place) : ownName(names.of(place)));
  if (ended) return { align, clauses: [[{ text: ended.what }]], second: [{ text: ended.advice }] };
  const old = here.standsSince;
  const stands = old === null ? {} : { stands: standsAt(clockText(old), lang) };
  if (storm) {
    const known = stormFacts(storm, near(seen), nameOf, region).map((fact, i) => ({ text: `${fact}　`, givesWay: true, counts: i > 0 }));
    return { align, ...stands, clauses: wind(storm, seen, nameOf, from), second: [...known, ...urgent(seen, here)] };
  }
  if (hazardAwaited || alertsCame !== "ready") return { align, ...stands, clauses: [[{ text: alertsCame === "refused" ? "告警未取到" : AWAITED }]] };
  const clauses = calmHeadline({ alerts: alerts.length, unacknowledged: unacknowledged(alerts).length, gravest: gravest(alerts, region) }, watched);
  if (epidemic) return { align, ...stands, clauses: [...epidemicHeadline(epidemic, told(seen, from)), ...(alerts.length > 0 ? clauses : [])], second: [...epidemicFacts(epidemic).map((text) => ({ text })), ...work(seen, here)] };
  return { align, ...stands, clauses, second: work(seen, here) };
}
/** What the wind does next there. It is computed for towns: of a village it is not said, and of a town itself there is nothing to count. */
function wind(storm: StormRecord, seen: Seen, nameOf: (place: string) => string, { here, names }: From): Clause[] {
  const { region, places, windCame } = seen;
  if (!places) return [[{ text: `台风“${storm.nameZh}”` }], [{ text: "到村一级不推算到达" }]];
  return stormHeadline(storm, seen, here.simNow, nameOf, windCame, (place) => place === region || names.isPassThrough(place), countedUnder(places), region);
}
export const spoken = (seen: Seen, config: HeadlineConfig, from: From): string => sentence(data(seen, config, from));
/** Without the line below: alerts, orders and incidents tell that themselves. */
export const briefly = (seen: Seen, config: HeadlineConfig, from: From): string => sentence(framed({ ...sentenceOf(seen, config, from), second: [] }, seen, config, from));

/** 新增确诊 18 例; a number that is not known is not spoken of here. */
function told({ facts }: Seen, from: From): Clause {
  return facts.flatMap(({ indicator, title, cell }) => {
    const { text, unit = "", prefix = "", isNumber, truth } = figureOf(cell, from.words.indicator(indicator), from);
    return isNumber ? [{ text: wordsIn(title, from.lang) }, { text: `${prefix}${text}\u2009${unit}`, follows: true, ...(truth && { truth }) }] : [];
  });
}
const near = ({ near: cell }: Seen) => (cell && cell.value !== null ? { place: cell.place, km: cell.value } : null);
const unacknowledged = (alerts: readonly AlertRecord[]): readonly AlertRecord[] => alerts.filter((a) => a.state === "unacknowledged");
const overdue = ({ tasks }: Seen, { peopleNow }: HereNow): readonly TaskRecord[] => tasks.filter((task) => isAwaited(task) && (parseTime(task.deadline) ?? Infinity) < peopleNow);

/** At most three, each naming a place and what it lacks. */
function urgent(seen: Seen, here: HereNow): Second {
  const missing = worstStatus(seen.alertsCame, seen.workCame);
  if (missing !== "ready") return [{ text: `告警与指令${missing === "loading" ? AWAITED : "未取到"}` }];
  const byUnit = new Map<string, number>();
  for (const { unitName } of overdue(seen, here)) byUnit.set(unitName, (byUnit.get(unitName) ?? 0) + 1);
  const late = [...byUnit].slice(0, 2).map(([unit, n]) => `${unit}${n > 1 ? ` ${n} 条` : ""}指令超时`);
  const found = alertGroups(seen.named).filter(({ holds }) => holds)
    .flatMap(({ says, cities }) => cities.flatMap(({ alerts: all }) => [all.filter((a) => !isAround(a, seen.region)), all.filter((a) => isAround(a, seen.region))].map((own) => ({ says, own, open: unacknowledged(own).length }))))
    .filter(({ open }) => open > 0).filter(({ own }, i, all) => !all.slice(0, i).some((graver) => milderOfSame(own, graver.own))).slice(0, Math.max(0, 2 - late.length));
  // All that holds there is counted, also what somebody has taken: an acknowledgement makes no place better.
  const alerts = found.map(({ says, own, open }) => `${whereOf(own, seen.region)}${metWords(says)}${open < own.length ? `（${open} 处未确认）` : ""}`);
  const [named, open] = [found.reduce((sum, city) => sum + city.open, 0), unacknowledged(seen.alerts).length];
  const items = [...late, ...alerts, ...(open > named ? [`共 ${open} 项未确认`] : [])].slice(0, 3);
  return items.length === 0 ? [{ text: "无未确认告警" }] : [{ text: "最要紧：" }, { text: items.join(" · "), strong: true }];
}
/** 广州 1 处达红色标准, 湛江等 3 处达台风橙色标准: the gravest level that holds, whoever has taken it, and where; none when all has returned to normal. */
function gravest(alerts: readonly AlertRecord[], region: RegionCode): string | undefined {
  const severity = alerts.filter(stillHolds).map((a) => a.severity).sort((a, b) => a - b)[0];
  if (severity === undefined) return undefined;
  const own = alerts.filter((a) => a.severity === severity && stillHolds(a));
  const level = SEVERITY_WORDS[severity].zh;
  const [said, ...others] = new Set(own.map(({ says }) => metWords(says)));
  return `${placesIn(own, region)}${others.length === 0 && said?.includes(level) ? said : `达${level}${basisWords(basisOf(own.map((a) => isDefaultThreshold(a))))}`}`;
}
/** 湛江 6 处, of one place its name; a place that bears its city's name (广州气象站) says it once. */
function whereOf(alerts: readonly AlertRecord[], region: RegionCode): string {
  if (alerts.length > 1 || isAround(alerts[0]!, region)) return placesIn(alerts, region);
  const place = foundName(alerts[0]!.placeName);
  if (region !== PROVINCE) return place;
  const city = shortName(cityOf(alerts[0]!));
  return place.startsWith(city) ? place : `${city}${place}`;
}
/** Where it was found; of what the regions around the place came to 所在雷州. */
function placesIn(alerts: readonly AlertRecord[], region: RegionCode): string {
  const outside = alerts.filter((a) => isAround(a, region));
  // Of one site its name, of several where they lie and how many they are.
  const sitesIn = (area: string): number => new Set(outside.filter((a) => !isRegion(a) && areaAround(a) === area).map(({ place }) => place)).size;
  const around = new Set(outside.map((a) => (isRegion(a) || sitesIn(areaAround(a)) < 2 ? aroundFound(a) : `${areaAround(a)} ${sitesIn(areaAround(a))} 处`)));
  const own = alerts.filter((a) => !isAround(a, region));
  return [...(own.length > 0 ? [countedAt(own, region)] : []), ...around].join("、");
}
/** 湛江 6 处, of several cities 湛江等 9 处; a place that two rules speak of is one. */
function countedAt(alerts: readonly AlertRecord[], region: RegionCode): string {
  // What holds for the whole province names no place among those that it holds at.
  const within = alerts.filter((a) => a.within.length > 1);
  const [city = "", ...others] = new Set((within.length > 0 ? within : alerts).map(partOf(region)));
  return `${foundName(city)}${others.length === 0 ? "" : "等"} ${new Set(alerts.map(({ place }) => place)).size} 处`;
}
/** The part of what the wall looks at in which it was found: a city of the province, a county of a city, the place itself below. */
const partOf = (region: RegionCode) => (alert: AlertRecord): string =>
  region === PROVINCE ? cityOf(alert) : ((levelOf(region) === "city" ? alert.areaName.split(" ")[1] : undefined) ?? alert.placeName);
const metWords = (says: string): string => says.replace(/^达到/, "达").replace("预警标准", "标准");
function work(seen: Seen, here: HereNow): Second {
  const { incidents, tasks, workCame } = seen;
  if (workCame !== "ready") return [{ text: `事件与指令${workCame === "loading" ? AWAITED : "未取到"}` }];
  const open = incidents.reported + incidents.verified + incidents.graded + incidents.handling + incidents.checking;
  const late = overdue(seen, here).length;
  return [{ text: `在办事件 ${open} 起　未办结指令 ${tasks.filter(isAwaited).length} 条` }, ...(late > 0 ? [{ text: `　超时 ${late} 条`, strong: true }] : [])];
}
