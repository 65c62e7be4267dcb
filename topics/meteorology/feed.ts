import type { PackFeed } from "../../model/pack-feed.ts";
import { HOUR, MINUTE } from "../../model/time.ts";
import { hourOfDay } from "../../model/world/calendar.ts";
import { chanceOf } from "../../model/world/noise.ts";
import { signalsAt } from "../../model/world/signals.ts";
import { keyOf, telling } from "../../model/world/telling.ts";

/** Of those who are to be reached, in so many hours a town misses one. */
const MISSED = 0.002;
/** Called by telephone are those under an orange or red signal. */
const CALLED_AT = 2;

/** Simulated numbers of 气象: what the world's sky does at each station. */
const feed: PackFeed = {
  everyMs: 10 * MINUTE,
  tells: [
    { indicator: "met.rain.3h", level: "site" },
    { indicator: "met.rain.24h", level: "site" },
    { indicator: "met.gust.max", level: "site" },
    { indicator: "met.wind.mean", level: "site" },
    { indicator: "met.temp.max", level: "site" },
    { indicator: "met.temp.min", level: "site" },
    { indicator: "met.visibility", level: "site" },
    { indicator: "met.lightning", level: "site" },
    { indicator: "met.radar.obs", level: "site" },
    { indicator: "met.warn.active", level: "county" },
    { indicator: "met.warn.red", level: "county" },
    { indicator: "met.push.reach", level: "town" },
    { indicator: "met.callback", level: "town" },
  ],
  feed(at, random, place, world) {
    const tell = telling(place);
    // A radar sends ten volumes an hour; now and then one is lost.
    if (tell.isAsked("met.radar.obs")) tell.share("met.radar.obs", random() < 0.03 ? 9 : 10, 10);
    const { point, level, id, countyPoint } = place;
    // Signals are issued, and those who must hear of them counted, by the hour.
    const hour = Math.floor(at / HOUR) * HOUR;
    if (level === "county" && point) {
      const signals = signalsAt(hour, point, world);
      tell.value("met.warn.active", signals.length, hour);
      tell.value("met.warn.red", signals.filter((signal) => signal.level === 1).length, hour);
      return tell.said;
    }
    if (level === "town" && countyPoint) {
      const gravest = Math.min(...signalsAt(hour, countyPoint, world).map((signal) => signal.level));
      // Without a signal there is nobody to be reached.
      if (gravest === Number.POSITIVE_INFINITY) return tell.said;
      const key = keyOf(id);
      const owners = 24 + Math.round(30 * chanceOf(key, 1));
      tell.share("met.push.reach", owners - (chanceOf(key, hour / HOUR, 2) < MISSED ? 1 : 0), owners, hour);
      const called = 6 + Math.round(10 * chanceOf(key, 3));
      if (gravest <= CALLED_AT) tell.share("met.callback", called - (chanceOf(key, hour / HOUR, 4) < MISSED ? 1 : 0), called, hour);
      return tell.said;
    }
    if (!point || !tell.isAsked("met.wind.mean")) return tell.said;
    const now = world.weather(at, point);
    tell.value("met.wind.mean", now.windMs);
    tell.value("met.gust.max", now.gustMs);
    tell.value("met.visibility", now.visibilityM);
    tell.value("met.lightning", now.flashes);
    tell.value("met.rain.3h", world.rainMm(at, point, 3));
    tell.value("met.rain.24h", world.rainMm(at, point, 24));
    const hours = Array.from({ length: Math.floor(hourOfDay(at)) + 1 }, (_, ago) => world.weather(Math.floor(at / HOUR) * HOUR - ago * HOUR, point).tempC);
    tell.value("met.temp.max", Math.max(now.tempC, ...hours));
    tell.value("met.temp.min", Math.min(now.tempC, ...hours));
    return tell.said;
  },
};
export default feed;
