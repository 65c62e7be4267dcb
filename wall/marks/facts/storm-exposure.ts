import { grouped } from "../../../model/numerals.ts";
import { phrases, wordsIn } from "../../../model/phrases.ts";
import { QUALITY_TAG } from "../../../model/quality.ts";
import { levelOf } from "../../../model/region.ts";
import { DAY, HOUR } from "../../../model/time.ts";
import type { Figure } from "../panel-text.ts";
import { ownName } from "../place-name.ts";
import { brief, sentence, type Arrives, type StormExposureData } from "../storm-exposure.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { countOf, figureOf } from "./figures.ts";
import { countedUnder, lookedAt, orderedPlaces, PROVINCE, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";
import { arrivals, inside, inTurn, isStated, isWithoutCircles, stormOf } from "./storm-view.ts";
import { moment } from "./time-words.ts";

export type StormExposureConfig = Looks;
/** Residents are counted by county. */
const placeOf = (config: StormExposureConfig): string => lookedAt(config, "county");
const say = phrases({
  风圈与到达次序: "Inside the wind, and who is next", "10分钟平均": "10-min mean", "7级风圈内常住人口": "Residents inside force 7", 其中10级: "of them F10",
  人口: "residents of", 县: "counties", 镇街: "towns", "7级": "F7", "10级": "F10", "7级到达": "force 7", "10级到达": "force 10",
  圈内: "inside", 外推: "extrap.", "48 小时内无{u}进入风圈（外推）": "no {u} reached within 48 h (extrap.)", 尚无推算: "not computed yet", 正在取数: "fetching", 该记录不含风圈半径: "this record states no radii", 此情景没有台风记录: "no storm in this situation", "最近定位（{at}）未载风圈半径": "the last fix ({at}) states no radii", "此后 {n} 时": "next {n} h", 距中心: "to centre", "{n}/{m} {u}": "{n} of {m}", 未载: "not stated", "10级未载": "F10 not stated",
});
/** Cities named when the panel is read aloud. */
const NAMED_ALOUD = 5;
type From = Pick<Standpoint, "lang" | "here" | "words" | "names">;
type Seen = ReturnType<typeof read>;

export function read(reader: Reader, config: StormExposureConfig) {
  const region = placeOf(config);
  const places = orderedPlaces(region);
  const whole = (indicator: string) => reader.cells(indicator, region, levelOf(region)).cells.get(region);
  const [first7, first10] = [reader.cells("met.storm.arrival.r7", region, places), reader.cells("met.storm.arrival.r10", region, places)];
  const hazards = reader.hazards();
  return {
    region, places, hazardsCame: hazards.status,
    storm: stormOf(hazards.records.values()),
    counties: reader.cells("met.storm.circle", region, "county"),
    towns: reader.cells("met.storm.circle", region, "town"),
    r7: arrivals(first7.cells.values()),
    // That nothing comes is a statement; that nothing was said is not.
    told: [...first7.cells.values()].some((c) => c.state !== "never"),
    isAwaited: [first7, first10].some(({ status }) => status === "loading"),
    r10: new Map(arrivals(first10.cells.values()).map((a) => [a.place, a])),
    distances: reader.cells("met.storm.distance", region, places),
    circle: whole("met.storm.circle"),
    exposed7: whole("met.storm.exposed.r7"),
    exposed10: whole("met.storm.exposed.r10"),
  };
}
/** @param rows how many cities have room */
export function data(seen: Seen, _: StormExposureConfig, from: From, rows: number): StormExposureData {
  const { lang, here, words } = from;
  const t = say(lang);
  const { exposed7, exposed10 } = seen;
  const [measured7, measured10] = [words.indicator("met.storm.exposed.r7"), words.indicator("met.storm.exposed.r10")];
  return {
    people: {
      label: t("7级风圈内常住人口"), inside: figureOf(exposed7, measured7, from),
      strongLabel: t("其中10级"), strong: figureOf(exposed10, measured10, from),
      source: measured7?.basis ? wordsIn(measured7.basis, lang) : "", tag: exposed7 ? QUALITY_TAG[exposed7.quality][lang] : "",
    },
    counts: { headings: [t("县"), t("镇街")], rows: [counts(seen, 7, t("7级"), from), counts(seen, 10, t("10级"), from)] },
    order: order(seen, rows, from), old: !here.linked,
  };
}
export function card({ storm, hazardsCame, counties, exposed7 }: Seen, config: StormExposureConfig, { lang, here, names }: From): CardFacts {
  const t = say(lang);
  const worst = worstOf(exposed7 ? [exposed7] : []);
  return {
    heading: titled(t("风圈与到达次序"), placeOf(config), config, names), note: t("10分钟平均"), status: counties.status, code: counties.code, observedAt: exposed7 ? worst.observedAt : undefined, state: worst.state, coverage: exposed7?.coverage, coverageOf: t("人口"),
    ...(hazardsCame === "ready" && !storm && { isToldBeside: true }),
    empty: hazardsCame === "ready" && !storm ? t("此情景没有台风记录") : storm?.hasRadii === false ? t("该记录不含风圈半径")
      : storm && isWithoutCircles(storm) ? t("最近定位（{at}）未载风圈半径", { at: moment(storm.fixes.at(-1)?.at ?? storm.at, here.simNow) }) : "",
  };
}
export const spoken = (seen: Seen, config: StormExposureConfig, from: From): string => sentence(data(seen, config, from, NAMED_ALOUD));
export const briefly = (seen: Seen, config: StormExposureConfig, from: From): string => brief(data(seen, config, from, NAMED_ALOUD));

function counts({ region, counties, towns, storm }: Seen, circle: 7 | 10, label: string, { lang, here, names }: From) {
  // A circle that the record does not state is no circle of 0 km.
  const isUnstated = storm !== undefined && !isStated(storm, circle);
  const count = (view: typeof counties, level: "county" | "town"): { figure: Figure; of: string } => {
    const { count: value, have, of } = inside([...view.cells.values()].filter((c) => !names.isPassThrough(c.place)), circle);
    const figure = countOf({ id: `met.storm.inside.r${circle}.${level}`, place: region, value, observedAt: view.simAt || null, tick: view.tick, have, of, level }, here);
    if (isUnstated) return { figure: { text: say(lang)("未载"), isNumber: false }, of: "" };
    return { figure: have === 0 ? figure : { ...figure, text: grouped(value, 0) }, of: view.status === "loading" ? "··" : grouped(of, 0) };
  };
  const [county, town] = [count(counties, "county"), count(towns, "town")];
  return { label, county: county.figure, ofCounties: county.of, town: town.figure, ofTowns: town.of };
}
function order({ region, places, r7, r10, distances, told, isAwaited, storm }: Seen, rows: number, from: From): StormExposureData["order"] {
  const { lang, here, names, words } = from;
  const t = say(lang);
  const u = countedUnder(places, lang);
  // Under the name of their city or county, which the title says.
  const nameOf = (place: string): string => (region === PROVINCE ? names.of(place) : ownName(names.of(place)));
  const now = here.simNow;
  // Once nothing is to come any more, what tells those inside apart is how near the centre is.
  const isOver = r7.length > 0 && ![...r7, ...r10.values()].some(({ at }) => at !== null);
  const kmTo = (place: string): number => distances.cells.get(place)?.value ?? Infinity;
  const shown = (isOver ? [...r7].sort((a, b) => kmTo(a.place) - kmTo(b.place) || (a.place < b.place ? -1 : 1)) : inTurn(r7, r10)).slice(0, rows);
  const last = Math.max(6 * HOUR, ...shown.flatMap((a) => [a.at ?? now, r10.get(a.place)?.at ?? now])) - now;
  const spanMs = Math.min(2 * DAY, Math.max(6 * HOUR, last));
  const arrives = (at: number | null | undefined): Arrives => (at == null ? at : { inMs: at - now, words: moment(at, now) });
  return {
    headings: [shown.length < r7.length ? t("{n}/{m} {u}", { n: shown.length, m: r7.length, u }) : u, isOver ? t("距中心") : t("此后 {n} 时", { n: Math.round(spanMs / HOUR) }), t("7级到达"), t(storm && !isStated(storm, 10) ? "10级未载" : "10级到达")],
    rows: shown.map(({ place, at }) => ({ place, name: nameOf(place), seven: arrives(at), ten: arrives(r10.get(place)?.at), ...(isOver && { toCentre: figureOf(distances.cells.get(place), words.indicator("met.storm.distance"), from) }) })),
    inside: r7.filter(({ at }) => at === null).length, unit: u,
    none: isAwaited ? t("正在取数") : told ? t("48 小时内无{u}进入风圈（外推）", { u }) : t("尚无推算"), insideWord: t("圈内"), spanMs,
  };
}
