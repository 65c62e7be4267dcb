import { dateText, dayText } from "../model/moments.ts";
import type { Words } from "../model/words.ts";
import { clockText, daysApart } from "../model/time.ts";
import type { History } from "./history/index.ts";
import type { Played } from "./played.ts";

/** A situation that keeps its history and its chain, as a replay reads it. */
export interface Past {
  /** Whose past it is. */
  readonly situation: string;
  readonly history: History;
}

/** So many readings are taken up at once. */
const PART = 4_000;
/** As fast as a drill's record: an hour in a minute. */
const REPLAY_SPEED = 60;

/** A stretch of the past as something to be played: each reading comes when it came, corrections too. */
export function playPast({ situation, history }: Past, from: number, to: number): Played {
  const title = stretch(from, to);
  return {
    id: `past:${situation}`, title: { zh: `实况 ${title.zh}`, en: `Live, ${title.en}` }, banner: `实况 ${title.zh}`,
    span: { from, to }, start: from, speed: REPLAY_SPEED, cadences: {},
    readings: (after, until) => history.arrivals(after, until),
    async *backfill(_after, until) {
      const known = await history.known(until);
      for (let at = 0; at < known.length; at += PART) yield known.slice(at, at + PART);
    },
    extras: () => [],
  };
}

/** 2026年3月1日 08:00 – 10:00. */
function stretch(from: number, to: number): Words {
  const end = (lang: "zh" | "en"): string => (daysApart(from, to) === 0 ? clockText(to) : `${dayText(to, lang)} ${clockText(to)}`);
  const day = (lang: "zh" | "en"): string => dateText(from, lang).replace(/ 星期.$/, "").replace(/^\w{3} /, "");
  return { zh: `${day("zh")} ${clockText(from)} – ${end("zh")}`, en: `${day("en")} ${clockText(from)} – ${end("en")}` };
}

/** The past's history for readers who stand at `simNow`: they learn nothing that came later, and add nothing. */
export const historyUntil = (past: History, simNow: () => number): History => ({
  note() {},
  noteChanged() {},
  notePast() {},
  flush: async () => {},
  unwritten: () => 0,
  start: () => () => {},
  restore: async () => [],
  forget: async () => {},
  knownFrom: () => past.knownFrom(),
  arrivals: (from, to) => past.arrivals(from, Math.min(to, simNow())),
  known: (asOf) => past.known(Math.min(asOf, simNow())),
  series: (indicator, place, from, to, points, asOf = Number.POSITIVE_INFINITY) =>
    past.series(indicator, place, from, Math.min(to, simNow()), points, Math.min(asOf, simNow())),
  samples: async (indicator, place, from, to) => (await past.samples(indicator, place, from, Math.min(to, simNow()))).filter(({ knownAt }) => knownAt <= simNow()),
  isKnown: (indicator, asOf) => past.isKnown(indicator, Math.min(asOf, simNow())),
  asKnown: (indicator, asOf) => past.asKnown(indicator, Math.min(asOf, simNow())),
});
