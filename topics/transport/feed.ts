import type { PackFeed } from "../../model/pack-feed.ts";
import { HOUR, MINUTE } from "../../model/time.ts";
import { dayBegins, dayNumber, hourOfDay } from "../../model/world/calendar.ts";
import { isByTheSea } from "../../model/world/coast.ts";
import { bell, chanceOf, countOf } from "../../model/world/noise.ts";
import { figureOf, keyOf, telling } from "../../model/world/telling.ts";
import type { World } from "../../model/world/world.ts";

/** Vehicles of a workday in the whole province, 万车次, and how many more of a holiday (免费通行). */
const DAY_TRIPS = 720;
const HOLIDAY_MORE = 1.22;
/** Weights of all toll stations together (data/sites/transport.json). */
const ALL_WEIGHTS = 145;
const FREE_KMH = 96;
/** Share of the counties by the sea that have ferries. */
const FERRY_COUNTIES = 0.5;

/** Simulated numbers of 交通运输: people's day, and what the weather leaves of it. */
const feed: PackFeed = {
  everyMs: 5 * MINUTE,
  tells: [
    { indicator: "tra.expressway.flow", level: "site" },
    { indicator: "tra.tpi", level: "city" },
    { indicator: "tra.seg.speed", level: "site" },
    { indicator: "tra.visibility", level: "site" },
    { indicator: "tra.toll.queue", level: "site" },
    { indicator: "tra.hazmat.online", level: "site" },
    { indicator: "tra.hazmat.speed", level: "site" },
    { indicator: "tra.hazmat.topspeed", level: "site" },
    { indicator: "tra.fatigue.alarm", level: "site" },
    { indicator: "tra.driver.hours", level: "site" },
    { indicator: "tra.metro.load", level: "site" },
    { indicator: "tra.port.teu", level: "site" },
    { indicator: "tra.bridge.wind", level: "site" },
    { indicator: "tra.ferry.stop", level: "county" },
  ],
  feed(at, random, place, world) {
    const tell = telling(place);
    const { point, attributes, id, level } = place;
    const key = keyOf(id);
    const sky = point ? world.weather(at, point) : null;
    // A road that is closed for the wind is empty; rain slows what is on it.
    const open = sky ? Math.max(0, 1 - Math.max(0, sky.gustMs - 20) / 12) : 1;
    const slowed = sky ? 1 - Math.min(0.35, sky.rainMmH / 90) : 1;
    const busy = world.busy(at);
    if (level === "city") {
      const index = 1 + 5.2 * busy ** 1.5 * (0.38 + 0.42 * chanceOf(key, 1)) * (world.dayKind(at) === "workday" ? 1 : 0.7) * (2 - slowed) * open + 0.3 * bell(key, Math.floor(at / (15 * MINUTE)));
      if (tell.isAsked("tra.tpi")) tell.said.push({ indicator: "tra.tpi", value: Math.round(Math.min(9.5, Math.max(0.5, index)) * 10) / 10, weight: Math.max(1, Math.round(1_000 * busy * (0.3 + chanceOf(key, 2)))) });
      return tell.said;
    }
    if (level === "county") {
      // Ferries to islands and over straits run by the sea; they stop at 7级 gusts. Where none runs, none is stopped: the province's sum is whole.
      if (point && sky) tell.value("tra.ferry.stop", isByTheSea(point) && chanceOf(key, 3) < FERRY_COUNTIES && sky.gustMs >= 13.9 ? 1 + (key & 3) : 0);
      return tell.said;
    }
    if (tell.isAsked("tra.expressway.flow")) {
      const weight = figureOf(attributes, "weight") ?? 1;
      tell.value("tra.expressway.flow", Math.round(dayTrips(at, world) * (weight / ALL_WEIGHTS) * (0.9 + 0.2 * chanceOf(key, dayNumber(at))) * 100) / 100);
      const holiday = world.dayKind(at) === "holiday" ? 1.6 : 1;
      tell.value("tra.toll.queue", Math.round(Math.max(0, 420 * (busy * holiday - 0.78) * (0.5 + chanceOf(key, 4)) * open + 60 * bell(key, Math.floor(at / (10 * MINUTE))))));
    }
    if (tell.isAsked("tra.seg.speed") && sky) {
      const jam = world.dayKind(at) === "holiday" ? 0.45 : 0.22;
      tell.value("tra.seg.speed", open < 0.3 ? null : Math.round(Math.max(8, FREE_KMH * slowed * (1 - jam * busy ** 3 * (0.4 + chanceOf(key, dayNumber(at)))) + 3 * bell(key, Math.floor(at / MINUTE)))));
      tell.value("tra.visibility", sky.visibilityM);
    }
    if (tell.isAsked("tra.bridge.wind") && sky) tell.value("tra.bridge.wind", Math.round(sky.gustMs * 1.15 * 10) / 10);
    if (tell.isAsked("tra.metro.load")) tell.value("tra.metro.load", Math.round(Math.max(5, (25 + 78 * busy ** 1.6 * (0.75 + 0.35 * chanceOf(key, 5))) * (world.dayKind(at) === "workday" ? 1 : 0.8) + 2 * bell(key, Math.floor(at / (5 * MINUTE))))));
    if (tell.isAsked("tra.port.teu")) {
      const hour = Math.floor(at / HOUR) * HOUR;
      const worked = sky && point ? Array.from({ length: Math.floor(hourOfDay(hour)) }, (_, ago) => (world.weather(hour - ago * HOUR, point).gustMs > 15 ? 0 : 1)).reduce<number>((sum, one) => sum + one, 0) : 0;
      tell.value("tra.port.teu", Math.round(((figureOf(attributes, "teuPerDay") ?? 0) * 10 * worked) / 24), hour);
    }
    if (tell.isAsked("tra.hazmat.online")) {
      const fleet = figureOf(attributes, "vehicles") ?? 0;
      tell.share("tra.hazmat.online", fleet * (0.995 - 0.012 * chanceOf(key, Math.floor(at / HOUR))), fleet);
      const hour = Math.floor(at / HOUR);
      tell.value("tra.hazmat.speed", countOf(6.5 * busy, chanceOf(key, hour, 6), bell(key, hour, 6)));
      tell.value("tra.fatigue.alarm", countOf(12 * (1.1 - busy), chanceOf(key, hour, 7), bell(key, hour, 7)));
      tell.value("tra.hazmat.topspeed", Math.round(74 + 4 * random()));
      tell.value("tra.driver.hours", Math.round((2.4 + 1.2 * chanceOf(key, Math.floor(at / (30 * MINUTE)), 8)) * 100) / 100);
    }
    return tell.said;
  },
};
export default feed;

/** 万车次 since midnight. */
function dayTrips(at: number, world: World): number {
  const begins = dayBegins(dayNumber(at));
  const step = HOUR / 2;
  let [gone, whole] = [0, 0];
  for (let t = begins; t < begins + 24 * HOUR; t += step) {
    const busy = world.busy(t);
    whole += busy;
    if (t + step <= at) gone += busy;
    else if (t < at) gone += busy * ((at - t) / step);
  }
  return ((DAY_TRIPS * gone) / whole) * (world.dayKind(at) === "holiday" ? HOLIDAY_MORE : 1);
}
