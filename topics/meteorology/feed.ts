import type { PackFeed } from "../../model/pack-feed.ts";
import { HOUR, MINUTE } from "../../model/time.ts";
import { hourOfDay } from "../../model/world/calendar.ts";
import { telling } from "../../model/world/telling.ts";

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
  ],
  feed(at, random, place, world) {
    const tell = telling(place);
    // A radar sends ten volumes an hour; now and then one is lost.
    if (tell.isAsked("met.radar.obs")) tell.share("met.radar.obs", random() < 0.03 ? 9 : 10, 10);
    const { point } = place;
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
