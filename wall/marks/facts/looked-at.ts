import type { Lang } from "../../../model/numerals.ts";
import { below, LEVELS, levelOf, type Level, type RegionCode } from "../../../model/region.ts";
import { countedIn } from "../map-speech.ts";
import { ownName, villageName } from "../place-name.ts";
import type { PlaceNaming } from "./standpoint.ts";

export const PROVINCE: RegionCode = "44";
/** What a scene and a wall tell a panel of its place. */
export interface Looks {
  /** The scene's own word; absent = where the wall looks. */
  readonly region?: string;
  /** What the wall looks at; given by the page. */
  readonly focus?: { readonly region: string; /** RFC 3339. */ readonly at?: string };
}

/**
 * Of which place a panel tells: of the one that its scene names, else of the one that the wall looks at.
 * @param finest what the panel tells is known down to this level; of a finer place it tells the whole province, and says so
 */
export function lookedAt({ region, focus }: Looks, finest: Level = "village"): RegionCode {
  if (region !== undefined) return region;
  const at = focus?.region ?? PROVINCE;
  return LEVELS.indexOf(levelOf(at)) <= LEVELS.indexOf(finest) ? at : PROVINCE;
}

/** The wind is computed for towns, no finer. */
export const FINEST_WIND: Level = "town";
/** The places by which the wind's coming is told of a place: counties of the province and of a city, towns of a county, a town itself; none of a village. */
export function windPlaces(region: RegionCode): Level | undefined {
  const level = levelOf(region);
  return level === "village" ? undefined : level === "county" || level === "town" ? "town" : "county";
}
/** 县, 镇街: what those places are counted in. */
export const countedUnder = (level: Level | undefined, lang: Lang = "zh"): string => countedIn(level ?? "village", lang);
/** The next level down that has the wind. */
export const orderedPlaces = (region: RegionCode): Level => below(levelOf(region)) ?? "town";

/** A title keeps its place whole in so many characters; a longer name goes by itself, then loses its middle. */
export const LONGEST_PLACE = 6;
/** 湛江雷州, 海宴镇: a place in a title. */
export function placeInTitle(code: RegionCode, names: Pick<PlaceNaming, "of">): string {
  const said = names.of(code);
  const whole = said.replace(" ", "");
  if (whole.length <= LONGEST_PLACE) return whole;
  const own = villageName(ownName(said));
  return own.length <= LONGEST_PLACE ? own : `${own.slice(0, LONGEST_PLACE - 3)}…${own.slice(-2)}`;
}
/** True unless the wall looks at the province and the panel tells of it: then nobody takes one for the other. */
export const isNamed = (place: RegionCode, { focus }: Looks): boolean => place !== PROVINCE || (focus?.region ?? PROVINCE) !== PROVINCE;
/** 告警 · 湛江雷州; of what does not follow 各市停电用户 · 全省. */
export function titled(heading: string, place: RegionCode, looks: Looks, names: Pick<PlaceNaming, "of">): string {
  if (!isNamed(place, looks)) return heading;
  const name = placeInTitle(place, names);
  return heading.includes(name) ? heading : `${heading} · ${name}`;
}
