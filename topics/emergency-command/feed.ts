import type { PackFeed } from "../../model/pack-feed.ts";
import { HOUR, MINUTE } from "../../model/time.ts";
import { distanceKm, type LonLat } from "../../model/geodesy.ts";
import { stormWind } from "../../model/world/storm-wind.ts";
import { chanceOf, countOf } from "../../model/world/noise.ts";
import { keyOf, telling } from "../../model/world/telling.ts";
import type { World } from "../../model/world/world.ts";

/** So strong a wind in reach, people are told to leave. */
const LEAVE_MS = 15;
/** Boats are called back while the storm is still so far. */
const CALLED_BACK_KM = 600;
/** Share of a town's residents who live where a storm is dangerous, by the sea; less inland. */
const IN_DANGER = 0.035;

/** Simulated numbers of 应急指挥: who is moved, which shelters are open, who answers; nothing of the dead, of whom only signed reports speak. */
const feed: PackFeed = {
  everyMs: 15 * MINUTE,
  tells: [
    { indicator: "emg.event.active", level: "town" },
    { indicator: "emg.call.answer", level: "town" },
    { indicator: "emg.shelter.open", level: "town" },
    { indicator: "emg.shelter.load", level: "town" },
    { indicator: "emg.duty.check", level: "town" },
    { indicator: "emg.boat.return", level: "county" },
    { indicator: "emg.team.ready", level: "county" },
    { indicator: "emg.hazsource.alarm", level: "site" },
    { indicator: "emg.hazsource.hihi", level: "site" },
    { indicator: "emg.gas.lel", level: "site" },
  ],
  feed(at, random, place, world) {
    const tell = telling(place);
    const { point, level, residents, id } = place;
    const key = keyOf(id);
    const hour = Math.floor(at / HOUR);
    if (level === "site") {
      tell.value("emg.hazsource.alarm", chanceOf(key, Math.floor(at / (40 * MINUTE))) < 0.02 ? 1 : 0);
      tell.value("emg.hazsource.hihi", 0);
      tell.value("emg.gas.lel", Math.round((1.5 + 3 * random()) * 10) / 10);
      return tell.said;
    }
    if (!point) return tell.said;
    if (level === "county") {
      const storm = world.storm(at);
      const km = storm ? distanceKm([storm.lon, storm.lat], point) : null;
      const boats = 20 + Math.round(260 * chanceOf(key, 1));
      // Boats are home where nothing threatens, and come home as it nears.
      if (isByTheSea(point)) tell.share("emg.boat.return", boats * (km === null || km > CALLED_BACK_KM ? 0 : Math.min(1, 0.35 + (CALLED_BACK_KM - km) / 380)), km === null || km > CALLED_BACK_KM ? 0 : boats);
      tell.value("emg.team.ready", 12 + Math.round(14 * chanceOf(key, 2)) - countOf(0.8, chanceOf(key, hour, 3), 0));
      return tell.said;
    }
    const threat = threatAt(at, point, world);
    const asked = 6 + Math.round(14 * chanceOf(key, 4));
    tell.share("emg.duty.check", asked - (chanceOf(key, hour, 5) < 0.02 ? 1 : 0), asked, hour * HOUR);
    tell.value("emg.event.active", countOf(threat > 0 ? 0.05 + 0.5 * threat : 0.004, chanceOf(key, Math.floor(at / (3 * HOUR)), 6), 0));
    if (threat <= 0) {
      tell.value("emg.shelter.open", 0);
      return tell.said;
    }
    // Who is called out when a storm is near answers, most of them within a quarter of an hour.
    tell.share("emg.call.answer", asked * (chanceOf(key, hour, 7) < 0.06 ? 0.8 : 1), asked);
    const open = 2 + Math.round(12 * chanceOf(key, 8));
    tell.value("emg.shelter.open", open);
    const inside = (residents ?? 0) * IN_DANGER * (isByTheSea(point) ? 1 : 0.3) * Math.min(1, threat);
    tell.share("emg.shelter.load", inside, Math.max(inside * 0.9, open * 280));
    return tell.said;
  },
};
export default feed;

/** How near a storm's wind is: 0 of none, 1 where people should be gone. */
function threatAt(at: number, point: LonLat, world: World): number {
  const storm = world.storm(at);
  return storm ? Math.max(0, (stormWind(storm, point) - LEAVE_MS + 6) / 12) : 0;
}
/** Near enough to the coast of 广东, which runs from 徐闻 to 饶平, for its boats and its sea to matter: by a line south of which there is water. */
const isByTheSea = ([lon, lat]: LonLat): boolean => lat < 20.6 + 0.36 * (lon - 109.7) + 0.55;
