import { difference, grouped } from "../../../model/numerals.ts";
import { phrases, wordsIn } from "../../../model/phrases.ts";
import type { Cell, SeriesPoint, Site } from "../../../model/sample.ts";
import { chinaTime, DAY, HOUR, MINUTE } from "../../../model/time.ts";
import type { Severity, Words } from "../../../model/words.ts";
import type { Figure } from "../panel-text.ts";
import { brief, sentence, type ProfileData, type ProfileReservoir, type ProfileRiver, type ProfileStation } from "../profile.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { figureOf } from "./figures.ts";
import { foundAt } from "./found-at.ts";
import { isNamed, PROVINCE, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import { siteName, stated } from "./site-name.ts";
import type { Standpoint } from "./standpoint.ts";

export const RIVERS = ["西江", "北江", "东江", "韩江"] as const;
export interface ProfileConfig extends Pick<Looks, "focus"> {
  readonly title?: Words;
  /** Absent = all four main rivers. */
  readonly river?: (typeof RIVERS)[number];
  /** Of all four the one that stands in its fall, above the others; absent = none. */
  readonly lead?: (typeof RIVERS)[number];
  /** Gauges of which the highest of this day is told, too. */
  readonly peaks?: readonly string[];
}
const LEVEL = "water.river.level";
const FLOW = "water.river.flow";
const RESERVOIR = "water.reservoir.level";
const say = phrases({
  "{river}干流纵剖面": "Profile of the {river}", 四江水位对警戒: "Four rivers against their warning stages", "示意里程 · 灰线=警戒 · 双线=保证": "approximate km · line = warning · double line = guaranteed",
 
  距警戒: "to warning", 超警: "above warning", 距汛限: "to flood limit", 超汛限: "above limit", 今日峰: "peak", 警戒: "warning", 保证: "guaranteed", 汛限: "limit", 枯水: "low", "不低于{name}": "no lower than {name}", "{n} 站": "{n} gauges", 尚无上报: "nothing reported yet",
});
type From = Pick<Standpoint, "lang" | "here" | "words" | "names" | "sites">;
type Seen = ReturnType<typeof read>;

/** Rivers run through many cities: whatever the wall looks at, the whole river is told. */
export function read(reader: Reader, { river, lead, peaks = [] }: ProfileConfig) {
  const levels = reader.cells(LEVEL, PROVINCE, "site");
  return {
    levels, flows: river === undefined && lead === undefined ? undefined : reader.cells(FLOW, PROVINCE, "site").cells, reservoirs: reader.cells(RESERVOIR, PROVINCE, "site").cells, findings: [...reader.findings(PROVINCE).records.values()],
    days: new Map(peaks.map((site) => [site, reader.series(LEVEL, site, DAY).points])),
  };
}
const ofRiver = (sites: readonly Site[] | undefined, river: string): Site[] => (sites ?? []).filter(({ attributes }) => attributes.river === river && stated({ attributes }, "riverKm") !== null).sort((a, b) => stated(a, "riverKm")! - stated(b, "riverKm")!);

export function data(seen: Seen, { river, lead }: ProfileConfig, from: From): ProfileData {
  const t = say(from.lang);
  const rivers = river !== undefined ? [river] : lead === undefined ? RIVERS : [lead, ...RIVERS.filter((name) => name !== lead)];
  return {
    ...(lead !== undefined && river === undefined && { leads: true }),
    rivers: rivers.map((name): ProfileRiver => ({
      name,
      stations: ofRiver(from.sites.ofKind("river-gauge"), name).flatMap((site) => stationOf(site, seen, from)),
      reservoirs: ofRiver(from.sites.ofKind("reservoir"), name).flatMap((site) => reservoirOf(site, seen, from)),
    })).filter(({ stations }) => stations.length > 0),
    words: { below: t("距警戒"), above: t("超警"), belowLimit: t("距汛限"), aboveLimit: t("超汛限"), peak: t("今日峰"), warning: t("警戒"), guaranteed: t("保证"), limit: t("汛限"), low: t("枯水"), noLower: (name) => t("不低于{name}", { name }) },
  };
}
/** +0.38, −0.90: what the number is from its datum. */
function overOf(cell: Cell | undefined, indicator: string, from: From): Figure {
  const measured = from.words.indicator(indicator);
  const figure = figureOf(cell, measured, from);
  return figure.isNumber !== false && cell?.value != null ? { ...figure, text: difference(cell.value, measured?.decimals ?? 2, from.lang) } : figure;
}
/** The stage itself is the gauge's own warning stage and what was told from it; its truth says so. */
function stageOf(over: Figure, cell: Cell | undefined, warningM: number): Figure {
  if (over.isNumber === false || cell?.value == null || !over.truth) return over;
  const value = Math.round((warningM + cell.value) * 100) / 100;
  return { ...over, text: grouped(value, 2), truth: { ...over.truth, indicator: `${LEVEL}+warningStageM`, value } };
}
function stationOf(site: Site, { levels, flows, findings, days }: Seen, from: From): ProfileStation[] {
  const warningM = stated(site, "warningStageM");
  if (warningM === null) return [];
  const cell = levels.cells.get(site.id);
  const over = overOf(cell, LEVEL, from);
  const isKnown = over.isNumber !== false && cell?.value != null;
  const flow = flows?.get(site.id);
  const peak = isKnown ? peakOf(days.get(site.id) ?? [], cell!.value!, from) : undefined;
  const found = levelFound(findings, LEVEL, site.id);
  return [{
    id: site.id, name: siteName(site, from.lang), km: stated(site, "riverKm")!, warningM, guaranteedM: stated(site, "guaranteedStageM"), lowM: stated(site, "lowStageM"), stageM: isKnown ? warningM + cell!.value! : null,
    stage: stageOf(over, cell, warningM), over, ...(flow && { flow: figureOf(flow, from.words.indicator(FLOW), from) }), ...(peak && { peakM: warningM + peak.value, peak: { text: difference(peak.value, 2, from.lang), truth: { ...over.truth!, value: peak.value, observedAt: peak.at } } }),
    ...(found && { found }),
  }];
}
function reservoirOf(site: Site, { reservoirs, findings }: Seen, from: From): ProfileReservoir[] {
  const limitM = stated(site, "floodLimitM");
  if (limitM === null) return [];
  const cell = reservoirs.get(site.id);
  const over = overOf(cell, RESERVOIR, from);
  const { tributary } = site.attributes;
  const found = levelFound(findings, RESERVOIR, site.id);
  return [{ id: site.id, name: siteName(site, from.lang), km: stated(site, "riverKm")!, ...(typeof tributary === "string" && { tributary }), limitM, levelM: over.isNumber !== false && cell?.value != null ? limitM + cell.value : null, over, ...(found && { found }) }];
}
const levelFound = (findings: Seen["findings"], indicator: string, site: string): Severity | undefined => foundAt(findings, indicator).get(site);

/** Less than this above what stands now is no peak that has passed. */
const PEAK_M = 0.05;
function peakOf(points: readonly SeriesPoint[], now: number, { here: { simNow } }: From): { readonly at: number; readonly value: number } | undefined {
  const { hour, minute } = chinaTime(simNow);
  const began = simNow - hour * HOUR - minute * MINUTE;
  const best = points.reduce<{ at: number; value: number } | undefined>((high, [at, value]) => (value !== null && at >= began && (!high || value > high.value) ? { at, value } : high), undefined);
  return best && best.value > now + PEAK_M ? best : undefined;
}
export function card({ levels: { status, code, cells } }: Seen, config: ProfileConfig, from: From): CardFacts {
  const { lang, names, words, sites } = from;
  const t = say(lang);
  const { river, title } = config;
  const own = (river === undefined ? RIVERS : [river]).flatMap((name) => ofRiver(sites.ofKind("river-gauge"), name)).map(({ id }) => cells.get(id)).filter((cell) => cell !== undefined);
  // Who never told is counted; the time and the state are of those who did.
  const worst = worstOf(own.filter(({ state }) => state !== "never"));
  const have = own.filter(({ value, state }) => value !== null && state !== "never").length;
  const heading = title ? wordsIn(title, lang) : river === undefined ? t("四江水位对警戒") : t("{river}干流纵剖面", { river });
  return {
    heading: isNamed(PROVINCE, config) ? titled(heading, PROVINCE, config, names) : heading, note: `m · ${t("示意里程 · 灰线=警戒 · 双线=保证")}`, status: status === "ready" && !sites.ofKind("river-gauge") ? "loading" : status, code,
    observedAt: own.length > 0 ? worst.observedAt : undefined, cadenceMs: words.indicator(LEVEL)?.cadence ?? 0, state: worst.state, ...(own.length > 0 && { coverage: { have, of: own.length, level: "site" as const } }),
    empty: status === "ready" && own.length > 0 && own.every(({ state }) => state === "never") ? t("尚无上报") : "",
  };
}
export const spoken = (seen: Seen, config: ProfileConfig, from: From): string => sentence(data(seen, config, from));
export const briefly = (seen: Seen, config: ProfileConfig, from: From): string => brief(data(seen, config, from));
