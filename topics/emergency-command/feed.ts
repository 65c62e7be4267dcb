import type { PackFeed } from "../../model/pack-feed.ts";
import { HOUR, MINUTE } from "../../model/time.ts";
import { distanceKm, type LonLat } from "../../model/geodesy.ts";
import { isMajorAt } from "../../model/world/incidents.ts";
import { chanceOf, countOf } from "../../model/world/noise.ts";
import { keyOf, telling } from "../../model/world/telling.ts";
import type { World } from "../../model/world/world.ts";
import { movedOf, orderedAt, shelteredOf, threatAt } from "./moved.ts";

/** Boats are called back while the storm is still so far, and are home by so far. */
const [CALLED_BACK_KM, HOME_KM] = [900, 600];
/** A storm that has moved away over so long no longer calls boats back: they are home and wait. */
const RECEDES_MS = 6 * HOUR;
/** People in one shelter when it is full. */
const IN_A_SHELTER = 280;
/** Share of towns that are short of somebody for a quarter of an hour: of those just called, and later. */
const [LATE_AT_FIRST, LATE_LATER] = [0.03, 0.001];

/** Simulated numbers of 应急指挥: who is moved, which shelters are open, who answers; what has happened and is not over; nothing of the dead, of whom only signed reports speak. */
const feed: PackFeed = {
  everyMs: 15 * MINUTE,
  tells: [
    { indicator: "emg.event.active", level: "town" },
    { indicator: "emg.event.major", level: "town" },
    { indicator: "emg.call.answer", level: "town" },
    { indicator: "emg.people.moved", level: "village" },
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
      tell.value("emg.hazsource.alarm", chanceOf(key, Math.floor(at / (40 * MINUTE))) < 0.004 ? 1 : 0);
      tell.value("emg.hazsource.hihi", 0);
      tell.value("emg.gas.lel", Math.round((1.5 + 3 * random()) * 10) / 10);
      return tell.said;
    }
    if (!point) return tell.said;
    if (level === "county") {
      const boats = 20 + Math.round(260 * chanceOf(key, 1));
      const home = boatsHome(at, point, world);
      if (home !== null) tell.share("emg.boat.return", boats * home, boats);
      tell.value("emg.team.ready", 12 + Math.round(14 * chanceOf(key, 2)) - countOf(0.8, chanceOf(key, hour, 3), 0));
      return tell.said;
    }
    // Where nobody had to leave, that is told as well (零报告).
    if (level === "village") {
      tell.value("emg.people.moved", movedOf(id, point, orderedAt(at, point, world)), hour * HOUR);
      return tell.said;
    }
    // The very incidents that 事件 lists.
    if (residents !== null) {
      const underWay = world.underWay(at, { id, point, residents });
      tell.value("emg.event.active", underWay.length);
      tell.value("emg.event.major", underWay.filter((one) => isMajorAt(one, at)).length);
    }
    const threat = threatAt(at, point, world);
    const asked = 6 + Math.round(14 * chanceOf(key, 4));
    tell.share("emg.duty.check", asked - (chanceOf(key, hour, 5) < 0.0002 ? 1 : 0), asked, hour * HOUR);
    // Nearly all answer at once; who is late has answered a quarter of an hour later.
    if (threat > 0) tell.share("emg.call.answer", asked - (isLate(at, key, point, world) && !isLate(at - QUARTER, key, point, world) ? 1 : 0), asked);
    // Orders are given, and counted, by the hour. As many shelters are opened as those in danger need, and a few have too little room all the same.
    const order = orderedAt(at, point, world);
    const fullest = chanceOf(key, 8) < 0.006 ? 0.9 : 0.45 + 0.27 * chanceOf(key, 9);
    const open = order > 0 ? Math.ceil(shelteredOf(id, point, 1) / (IN_A_SHELTER * fullest)) : 0;
    tell.value("emg.shelter.open", open, hour * HOUR);
    tell.share("emg.shelter.load", shelteredOf(id, point, order), open * IN_A_SHELTER, hour * HOUR);
    return tell.said;
  },
};
export default feed;

const QUARTER = 15 * MINUTE;
/** Whether somebody in a town has not answered yet in the quarter of an hour: more often when it has just been called. */
const isLate = (at: number, key: number, point: LonLat, world: World): boolean =>
  chanceOf(key, Math.floor(at / QUARTER), 7) < (threatAt(at - QUARTER, point, world) > 0 ? LATE_LATER : LATE_AT_FIRST);
/** Share of a county's boats that are home; null where no storm calls them. */
function boatsHome(at: number, point: LonLat, world: World): number | null {
  const [storm, before] = [world.storm(at), world.storm(at - RECEDES_MS)];
  if (!storm) return null;
  const km = distanceKm([storm.lon, storm.lat], point);
  if (km > CALLED_BACK_KM) return null;
  const recedes = before !== null && distanceKm([before.lon, before.lat], point) < km;
  return recedes || km <= HOME_KM ? 1 : 0.35 + (0.65 * (CALLED_BACK_KM - km)) / (CALLED_BACK_KM - HOME_KM);
}
