import { stillHolds } from "../../../model/alert.ts";
import { freshness, STATES, worstState, type Freshness } from "../../../model/freshness.ts";
import { asOf } from "../../../model/moments.ts";
import { FAULT_WORDS, faultOf, packOf } from "../../../model/pack-fact.ts";
import { phrases, wordsIn } from "../../../model/phrases.ts";
import type { AlertRecord } from "../../../model/records.ts";
import { levelOf, type Level } from "../../../model/region.ts";
import type { Cell, Coverage } from "../../../model/sample.ts";
import { coverageText, STATE_WORDS } from "../../../model/wording.ts";
import { parseTime } from "../../../model/time.ts";
import type { Words } from "../../../model/words.ts";
import { sentence, type TrustData, type TrustSource } from "../trust.ts";
import { countOf } from "./figures.ts";
import { PROVINCE, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";
import { FIX_EVERY_MS, stormOf } from "./storm-view.ts";

/** Sources are those of the house: they do not follow where a wall looks. */
export interface TrustConfig extends Looks {
  /** What is watched: an indicator over the whole region, or the storm's track. */
  readonly sources: readonly WatchedSource[];
}
export interface WatchedSource {
  readonly title?: Words;
  readonly indicator?: string;
  readonly place?: string;
  readonly level?: Level | "site";
  readonly hazard?: "storm";
}
/** What has come of one source. */
interface Heard {
  readonly source: WatchedSource;
  readonly at: number | null;
  readonly cell: Cell | undefined;
  readonly tick: number;
  readonly lost: boolean;
  readonly isAwaited: boolean;
}
interface Standing {
  readonly title: string;
  readonly state: Freshness;
  readonly observedAt: number | null;
  readonly everyMs: number;
  readonly coverage: Coverage | undefined;
}
const say = phrases({
  数据可信: "Data trust", "{n} 路": "{n} sources", "正在取数 {n} 路": "fetching {n}", 台风定位: "storm fixes", "另 {n} 路": "{n} more", "全部按时　最旧 {what} {at}": "all on time; oldest: {what} {at}",
});
const ALWAYS_TOLD: ReadonlySet<Freshness> = new Set(["fresh", "ageing", "stale", "down"]);
const WORST_FIRST: readonly Freshness[] = ["down", "never", "withheld", "stale", "ageing", "fresh"];
type From = Pick<Standpoint, "lang" | "here" | "words" | "names">;
type Seen = ReturnType<typeof read>;

export const read = (reader: Reader, { region = PROVINCE, sources }: TrustConfig) => ({
  ended: [...reader.alerts(region).records.values()].filter((alert) => packOf(alert.indicator) !== null && stillHolds(alert)),
  heard: heardOf(reader, region, sources),
});
const heardOf = (reader: Reader, region: string, sources: TrustConfig["sources"]): Heard[] =>
  sources.map((source) => {
    if (source.hazard) {
      const { records, tick, status } = reader.hazards();
      const storm = stormOf(records.values());
      return { source, at: storm?.fixes.at(-1)?.at ?? null, cell: undefined, tick, lost: status === "refused", isAwaited: !storm && status === "loading" };
    }
    const view = reader.cells(source.indicator!, source.level === "site" ? region : (source.place ?? region), source.level ?? levelOf(source.place ?? region));
    const cell = view.cells.get(source.place ?? region);
    return { source, at: cell?.observedAt ?? null, cell, tick: view.tick, lost: view.status === "refused", isAwaited: !cell && view.status === "loading" };
  });

export function data({ ended, heard: all }: Seen, config: TrustConfig, from: From): TrustData {
  const { lang, here, names } = from;
  const { region: place = PROVINCE } = config;
  const t = say(lang);
  // What has not come to this page is not said never to have been reported.
  const standings = all.filter((s) => !s.isAwaited).map((s) => standing(s, from)).sort((a, b) => WORST_FIRST.indexOf(a.state) - WORST_FIRST.indexOf(b.state));
  const tick = Math.max(0, ...all.map((s) => s.tick));
  const counts = STATES.map((state) => ({ state, word: STATE_WORDS[state][lang], count: standings.filter((s) => s.state === state).length }));
  const whenOf = ({ observedAt, state, everyMs }: Standing) => (observedAt === null ? STATE_WORDS[state][lang] : asOf(observedAt, here.simNow, everyMs, lang));
  const oldest = standings.toSorted((a, b) => (a.observedAt ?? 0) - (b.observedAt ?? 0))[0];
  return {
    title: titled(t("数据可信"), place, config, names), note: t("{n} 路", { n: all.length }), awaited: standings.length < all.length ? t("正在取数 {n} 路", { n: all.length - standings.length }) : "",
    states: counts
      .filter(({ state, count }) => count > 0 || ALWAYS_TOLD.has(state))
      .map((each) => ({ ...each, figure: countOf({ id: `trust.${each.state}`, place, value: each.count, observedAt: here.simNow, tick, have: standings.length, of: all.length }, here) })),
    ended: ended.map((alert) => endedPack(alert, from)),
    sources: standings.map((each) => ({ id: each.title, title: each.title, state: each.state, coverage: each.coverage ? coverageText(each.coverage, lang) : "", when: whenOf(each) })),
    allOnTime: oldest ? t("全部按时　最旧 {what} {at}", { what: oldest.title, at: whenOf(oldest) }) : "",
    more: (n) => t("另 {n} 路", { n }),
  };
}
export const spoken = (seen: Seen, config: TrustConfig, from: From): string => sentence(data(seen, config, from));
export const briefly = (seen: Seen, config: TrustConfig, from: From): string => sentence(data(seen, config, from), 0);

/** 水利 专题代码超时已停用, since when. */
function endedPack(alert: AlertRecord, { lang, here, words }: From): TrustSource {
  const fault = faultOf(alert);
  const topic = packOf(alert.indicator)!;
  const at = parseTime(alert.raisedAt);
  return { id: alert.indicator, title: fault ? `${wordsIn(words.topic(topic)?.title ?? { zh: topic, en: topic }, lang)} ${wordsIn(FAULT_WORDS[fault], lang)}` : alert.indicatorTitle, state: "down", coverage: "", when: at === null ? "" : asOf(at, here.simNow, 0, lang) };
}

function standing({ source, at, cell, lost }: Heard, { lang, here, words }: From): Standing {
  const indicator = source.indicator === undefined ? undefined : words.indicator(source.indicator);
  const everyMs = source.hazard ? FIX_EVERY_MS : (here.info?.cadences?.[source.indicator ?? ""] ?? indicator?.cadence ?? 0);
  let state = lost ? "down" : source.hazard ? freshness(at, here.simNow, everyMs) : (cell?.state ?? "never");
  if (source.hazard && !here.linked) state = worstState(state, "stale");
  const title = source.title ? wordsIn(source.title, lang) : source.hazard ? say(lang)("台风定位") : indicator ? wordsIn(indicator.title, lang) : (source.indicator ?? "");
  return { title, state, observedAt: at, everyMs, coverage: cell?.coverage };
}
