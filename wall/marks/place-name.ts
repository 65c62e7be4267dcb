import type { Level } from "../../model/region.ts";

const PEOPLES = /(?:[\u4e00-\u9fff]{1,3}族)+自治县$/;

/** The name as a map of many names writes it: 广州, 荔湾, 乳源; towns and villages stay whole. */
export function placeName(name: string, level: Level): string {
  if (level === "province") return name.replace(/省$/, "");
  if (level !== "city" && level !== "county") return name;
  const people = name.match(/^([\u4e00-\u9fff]{2}?)(?:壮|瑶|汉|回|苗|畲)/);
  if (people && PEOPLES.test(name)) return people[1]!;
  return name.length > 2 ? name.replace(/(?<!社)区$|[市县]$/, "") : name;
}

/** Of 湛江 徐闻 the place itself: its city goes before a name is cut. */
export const ownName = (name: string): string => name.slice(name.indexOf(" ") + 1);

/** A village by its own name, where the committee that speaks for it has no room: 明心路社区, 石牌村; what is left must still say that it is one. */
export const villageName = (name: string): string =>
  name.replace(/居民委员会$/, "居委会").replace(/(?<=社区)居委会$/, "").replace(/村?村(?:民委员|委)会$/, "村");
