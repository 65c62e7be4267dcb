import type { PackFeed } from "../../model/pack-feed.ts";
import { DAY, HOUR, MINUTE } from "../../model/time.ts";
import type { LonLat } from "../../model/geodesy.ts";
import { hourOfDay, shareOfYear } from "../../model/world/calendar.ts";
import { bell, chanceOf, wave } from "../../model/world/noise.ts";
import { figureOf, keyOf, lastDayTold, telling } from "../../model/world/telling.ts";
import type { World } from "../../model/world/world.ts";

/** Load of the province at night in mild weather and on a working afternoon, 万kW. */
const [LEAST_LOAD, BUSY_MORE] = [6_400, 4_300];
/** Each degree above 24 °C asks for so much more of it (cooling). */
const A_DEGREE = 0.024;
const COOL_C = 24;
/** How much of today's being too warm or too cool is expected to last until tomorrow. */
const ANOMALY_KEPT = 0.5;
/** Where the load's weather is taken: the delta, the east, the west, the north. */
const CENTRES: readonly LonLat[] = [[113.3, 23.1], [113.95, 22.6], [116.6, 23.4], [110.6, 21.4], [113.6, 24.7]];
/** Each city's share of the load, about, and where it lies: shares out a simulated total, nothing else. By the end of its node's id. */
const CITIES: Readonly<Record<string, readonly [share: number, lon: number, lat: number]>> = {
  "4401": [0.144, 113.3, 23.1], "4402": [0.023, 113.6, 24.8], "4403": [0.133, 114.0, 22.6], "4404": [0.03, 113.4, 22.2], "4405": [0.033, 116.7, 23.35],
  "4406": [0.1, 113.1, 23.0], "4407": [0.045, 112.9, 22.4], "4408": [0.035, 110.35, 21.25], "4409": [0.023, 110.9, 21.75], "4412": [0.035, 112.5, 23.1],
  "4413": [0.064, 114.5, 23.0], "4414": [0.017, 116.1, 24.3], "4415": [0.014, 115.4, 22.8], "4416": [0.017, 114.7, 23.75], "4417": [0.022, 111.95, 21.9],
  "4418": [0.037, 113.05, 23.7], "4419": [0.12, 113.75, 23.0], "4420": [0.049, 113.4, 22.5], "4451": [0.014, 116.6, 23.65], "4452": [0.028, 116.3, 23.5], "4453": [0.017, 112.05, 22.9],
};
const POINTS = Object.entries(CITIES).map(([city, [share, lon, lat]]) => ({ city, share, point: [lon, lat] as LonLat }));
/** People to a customer of the grid. */
const TO_A_CUSTOMER = 2.6;
/** Hours in which a fallen line is up again, most of them. */
const REPAIRED_H = 14;

/** Simulated numbers of 能源: heat and the day draw the load, wind takes lines down. */
const feed: PackFeed = {
  everyMs: 5 * MINUTE,
  tells: [
    { indicator: "ener.load.total", level: "site" },
    { indicator: "ener.load.ahead", level: "site" },
    { indicator: "ener.load.reserve", level: "province" },
    { indicator: "ener.freq", level: "province" },
    { indicator: "ener.outage.users", level: "town" },
    { indicator: "ener.outage.ratio", level: "province" },
    { indicator: "ener.renew.share", level: "province" },
    { indicator: "ener.nuclear.out", level: "site" },
    { indicator: "ener.coal.days", level: "site" },
    { indicator: "ener.lng.tank", level: "site" },
    { indicator: "ener.gas.storage", level: "city" },
    { indicator: "ener.oil.days", level: "county" },
    { indicator: "ener.gap.ratio", level: "county" },
  ],
  feed(at, random, place, world) {
    const tell = telling(place);
    const { point, attributes, id, level, residents } = place;
    const key = keyOf(id);
    if (level === "town") {
      // Of what fell about it, more here and less there: as its lines are.
      if (point && residents !== null) tell.value("ener.outage.users", Math.round((residents / TO_A_CUSTOMER) * Math.min(1, lostAt(at, point, world) * (0.7 + 0.6 * chanceOf(key, 3))) + (chanceOf(key, Math.floor(at / (2 * HOUR))) < 0.02 ? 30 + (key & 63) : 0)));
      return tell.said;
    }
    if (level === "province") {
      const load = loadAt(at, world);
      const lost = POINTS.reduce((sum, city) => sum + city.share * lostAt(at, city.point, world), 0);
      const sun = Math.max(0, Math.sin((((at / HOUR + 8) % 24) - 6.5) / 12.5 * Math.PI));
      tell.share("ener.load.reserve", load * (0.085 + 0.03 * wave(key, at / (6 * HOUR))), load);
      tell.value("ener.freq", Math.round((50 + 0.012 * bell(key, Math.floor(at / (5 * MINUTE)))) * 1_000) / 1_000);
      tell.share("ener.outage.ratio", load * lost, load);
      tell.share("ener.renew.share", load * (0.05 + 0.14 * sun + 0.06 * wave(key + 1, at / (5 * HOUR))), load);
      return tell.said;
    }
    const { day, observedAt } = lastDayTold(at);
    const city = POINTS.find((each) => id.endsWith(`-${each.city}`));
    if (city) {
      // Who has no power draws none; nobody had forecast that.
      tell.value("ener.load.total", Math.round((loadAt(at, world) * city.share * (1 - lostAt(at, city.point, world)) + 2 * random()) * 10) / 10);
      if (tell.isAsked("ener.load.ahead")) tell.value("ener.load.ahead", Math.round(loadAhead(at, world) * city.share * 10) / 10);
    }
    if (attributes.fuel === "核") tell.value("ener.nuclear.out", Math.round((figureOf(attributes, "capacityMW")! / 10) * (0.97 + 0.02 * random()) * 10) / 10);
    if (attributes.fuel === "煤") tell.value("ener.coal.days", Math.round((18 + 7 * wave(key, day / 6) + 2 * chanceOf(key, 2)) * 10) / 10, observedAt);
    tell.value("ener.lng.tank", Math.round((35 + 50 * wave(key, at / (40 * HOUR))) * 10) / 10);
    tell.value("ener.gas.storage", Math.round((3.4 + 3 * chanceOf(key, 3) + 0.6 * wave(key, day / 4)) * 10) / 10, observedAt);
    tell.value("ener.oil.days", Math.round((11 + 9 * wave(key, day / 7)) * 10) / 10, observedAt);
    if (tell.isAsked("ener.gap.ratio") && residents !== null) tell.share("ener.gap.ratio", 0, Math.max(1, residents / 900));
    return tell.said;
  },
};
export default feed;

/** Load of the province, 万kW. */
const loadAt = (at: number, world: World): number => loadOf(at, warmthAt(at, world), world);
/** What is expected of a day later, 万kW: of that day the calendar is known, of its warmth what is usual then and half of how far it is off now. */
function loadAhead(at: number, world: World): number {
  return loadOf(at + DAY, usualWarmth(at + DAY) + ANOMALY_KEPT * (warmthAt(at, world) - usualWarmth(at)), world);
}
function loadOf(at: number, warmth: number, world: World): number {
  const rest = world.dayKind(at) === "workday" ? 1 : 0.82;
  return (LEAST_LOAD + BUSY_MORE * world.busy(at) * rest) * (1 + A_DEGREE * Math.max(0, warmth - COOL_C));
}
const warmthAt = (at: number, world: World): number => CENTRES.reduce((sum, centre) => sum + world.weather(at, centre).tempC, 0) / CENTRES.length;
/** °C of an ordinary year at that hour: 13 in January, 29 in July, warmest in the afternoon. */
function usualWarmth(at: number): number {
  const season = (1 - Math.cos(2 * Math.PI * (shareOfYear(at) - 0.04))) / 2;
  return 13 + 16 * season + 3.5 * Math.sin(((hourOfDay(at) - 9) / 24) * 2 * Math.PI);
}

/** Share of customers without power about a place: what the strongest gusts took down, less what was mended since. */
function lostAt(at: number, point: LonLat, world: World): number {
  let lost = 0;
  for (let ago = 0; ago < 24; ago++) {
    const gust = world.gustNearMs(at - ago * HOUR, point);
    if (gust > 17) lost = Math.max(lost, Math.min(0.85, ((gust - 17) / 30) ** 2) * Math.exp(-ago / REPAIRED_H));
  }
  return lost;
}
