import { holdingBelow, standsIn } from "../../../model/holding-below.ts";
import { isStood, type LevelFound, type LevelRecord, type LevelStood } from "../../../model/level-record.ts";
import type { AlertRecord } from "../../../model/records.ts";
import { phrases } from "../../../model/phrases.ts";
import { levelOf, type Level, type RegionCode } from "../../../model/region.ts";
import type { Lang } from "../../../model/numerals.ts";
import type { Records } from "../../../model/view.ts";
import { foundName, shortName } from "./place-names.ts";
import type { Reader } from "./reader.ts";

/**
 * The regions around a place whose own findings hold for it, the nearest first. Standards are met by counties, cities and the
 * province; a place that lies in one is not calm.
 */
export const regionsAround = (region: RegionCode): RegionCode[] => [9, 6, 4, 2].filter((digits) => digits < region.length).map((digits) => region.slice(0, digits));
/** Found of a region around the place, or at a site of which no more is known than that it lies there; not in the place. */
export const isAround = (alert: Pick<AlertRecord, "place" | "within">, region: RegionCode): boolean => regionsAround(region).includes(standsIn(alert));

/** What holds for a place, and which regions around it did not let themselves be heard: a seat may not, or the list was lost. */
export interface FindingsFor extends Records<AlertRecord> {
  readonly unheard?: readonly RegionCode[];
}
/** All findings that hold for a place: those in it, and those of the regions around it. It has come when all have. */
export function findingsFor(reader: Reader, region: RegionCode): FindingsFor {
  const own = reader.findings(region);
  const around = regionsAround(region).map((code) => ({ code, seen: reader.findings(code) }));
  if (around.length === 0) return own;
  const isAwaited = own.status === "ready" && around.some(({ seen }) => seen.status === "loading");
  const above = around.flatMap(({ code, seen }) => holdingBelow(seen.records.values(), code));
  const unheard = around.filter(({ seen }) => seen.status === "refused").map(({ code }) => code);
  return { ...own, ...(isAwaited && { status: "loading" as const }), ...(unheard.length > 0 && { unheard }), records: new Map([...above.map((alert) => [alert.id, alert] as const), ...own.records]) };
}

const say = phrases({ "不含所在{levels}告警": "without those of its {levels}" });
const LEVEL_WORDS: Readonly<Record<Level, readonly [zh: string, en: string]>> = { province: ["省", "province"], city: ["市", "city"], county: ["县", "county"], town: ["镇街", "town"], village: ["村", "village"] };
/** 不含所在市、省告警: of which regions around the place the findings are not among those told; empty while all are. */
export function unheardSaid({ unheard = [], status }: Pick<FindingsFor, "unheard" | "status">, lang: Lang): string {
  if (unheard.length === 0 || status !== "ready") return "";
  const levels = unheard.map((code) => LEVEL_WORDS[levelOf(code)][lang === "zh" ? 0 : 1]).join(lang === "zh" ? "、" : ", ");
  return say(lang)("不含所在{levels}告警", { levels });
}
/** 所在雷州; of the province by its full name, so that it is not taken for what lies in it. */
export const aroundName = (place: RegionCode, name: string): string => `所在${place.length <= 2 ? PROVINCE_NAME : name}`;
const PROVINCE_NAME = "广东省";
/** 所在雷州; of a site that lies in it 所在雷州的雷州市自动站. */
export function aroundFound(alert: Pick<AlertRecord, "place" | "within" | "placeName" | "areaName">): string {
  const name = foundName(alert.placeName);
  if (isRegion(alert)) return aroundName(alert.place, name);
  return `${areaAround(alert)}的${name}`;
}
/** Where the site of such a finding lies: 所在雷州. */
export const areaAround = ({ within, areaName }: Pick<AlertRecord, "within" | "areaName">): string => aroundName(areaName === "" ? (within[0] ?? "") : (within.at(-1) ?? ""), shortName(areaName.split(" ").at(-1) ?? ""));
/** A region's own finding, and not one of a site in it. */
export const isRegion = (alert: Pick<AlertRecord, "place" | "within">): boolean => standsIn(alert) === alert.place;

/** A level that a region around the place came to. */
export type AroundFound = LevelFound & { readonly around?: RegionCode };
/** When the standards stood that hold for a place: in it, and at the regions around it. */
export function levelsFor(reader: Reader, region: RegionCode): { readonly levels: (LevelStood | AroundFound)[]; readonly isAwaited: boolean } {
  const own = reader.levels(region);
  const around = regionsAround(region).map((code) => ({ code, levels: reader.levels(code), open: reader.findings(code) }));
  return {
    levels: [...own.records.values(), ...around.flatMap(({ code, levels, open }) => levelsOf(code, [...levels.records.values()], holdingBelow(open.records.values(), code).filter(isRegion)))],
    isAwaited: [own, ...around.flatMap(({ levels, open }) => [levels, open])].some(({ status }) => status === "loading"),
  };
}
/** Of all that came to a level within a region what the region itself came to: a rule is judged at one level, so that its stretches are the region's where one of its findings is. */
function levelsOf(code: RegionCode, levels: readonly LevelRecord[], open: readonly AlertRecord[]): (LevelStood | AroundFound)[] {
  const key = ({ rule, severity }: Pick<LevelRecord, "rule" | "severity">): string => `${rule}|${severity}`;
  const found = levels.flatMap((level): LevelFound[] => (!isStood(level) && level.places.includes(code) ? [level] : []));
  const own = new Set([...found, ...open].map(key));
  return levels.flatMap((level): (LevelStood | AroundFound)[] => {
    if (isStood(level)) return own.has(key(level)) ? [level] : [];
    return found.includes(level) ? [{ ...level, id: `${code}|${level.id}`, places: [code], around: code }] : [];
  });
}
