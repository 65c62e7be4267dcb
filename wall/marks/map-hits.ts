import type { MapData } from "./map-data.ts";
import { mapGround } from "./map-ground.ts";
import type { HitMark, Size } from "./mark.ts";
import { apply, type Transform } from "./plane.ts";

/** 12 mm on a 27″ console. */
const TOUCH_PX = 52;
const LEAST_PX = 24;

/** One button per drillable region, at its name; as large as a finger wants while its neighbours keep theirs. */
export function mapHits(data: MapData, goal: Transform, size: Size): HitMark[] {
  const { drillable, lang, sets } = data;
  if (!drillable) return [];
  const allowed = drillable === true ? null : new Set(drillable);
  const villages = sets.villages ? mapGround(sets.villages).ground.regions : [];
  const regions = [...mapGround(sets.main).ground.regions, ...villages].filter(({ code }) => !allowed || allowed.has(code));
  const places = regions.map((region) => ({ region, at: apply(goal, region.labelAt) }));
  return places.map(({ region, at: [x, y] }): HitMark => {
    const nearest = places.reduce((least, other) => (other.region === region ? least : Math.min(least, Math.max(Math.abs(other.at[0] - x), Math.abs(other.at[1] - y)))), Infinity);
    const side = Math.max(LEAST_PX, Math.min(TOUCH_PX, nearest));
    const inside = (value: number, limit: number): number => Math.max(0, Math.min(limit - side, value - side / 2));
    return { kind: "hit", x: inside(x, size.width), y: inside(y, size.height), width: side, height: side, label: lang === "en" && region.nameEn ? region.nameEn : region.name, hit: { kind: "region", code: region.code } };
  });
}
