import type { PackFeed, PackPlace } from "../../model/pack-feed.ts";
import { HOUR, MINUTE } from "../../model/time.ts";
import { shareOfYear } from "../../model/world/calendar.ts";
import { stageOver } from "../../model/world/river.ts";
import { figureOf, keyOf, lastDayTold, telling } from "../../model/world/telling.ts";
import { chanceOf, wave } from "../../model/world/noise.ts";
import type { World } from "../../model/world/world.ts";
import { flashAt, watchersAt } from "./villages.ts";

/** A reservoir holds back what came in over so many hours. */
const HELD_H = 72;
/** Water that is drawn in a day for each resident, farms and works included, m³; in summer so much more or less than that. */
const DRAWN_M3 = 1.1;
const DRAWN_MORE = 0.12;
/** Of a dyke's watchers one is missing in so many hours. */
const MISSING = 0.0004;

/** Simulated numbers of 水利: what rained in the world above each gauge arrives there. */
const feed: PackFeed = {
  everyMs: 5 * MINUTE,
  tells: [
    { indicator: "water.river.level", level: "site" },
    { indicator: "water.river.flow", level: "site" },
    { indicator: "water.reservoir.level", level: "site" },
    { indicator: "water.reservoir.storage", level: "site" },
    { indicator: "water.reservoir.outflow", level: "site" },
    { indicator: "water.rain.hour", level: "site" },
    { indicator: "water.dam.seepage", level: "site" },
    { indicator: "water.eco.flow", level: "site" },
    { indicator: "water.flash.alarm", level: "village" },
    { indicator: "water.flash.go", level: "village" },
    { indicator: "water.dyke.patrol", level: "village" },
    { indicator: "water.river.chief", level: "village" },
    { indicator: "water.water.use", level: "county" },
  ],
  feed(at, random, place, world) {
    const tell = telling(place);
    const { point, attributes, id, level, residents } = place;
    if (level === "village" || level === "county") {
      const [key, { day, observedAt }] = [keyOf(id), lastDayTold(at)];
      // They are many, and the rain is that of whole hours: one number an hour.
      const hour = Math.floor(at / HOUR) * HOUR;
      if (residents !== null) tell.value("water.water.use", Math.round(((residents * DRAWN_M3) / 1e4) * (1 - DRAWN_MORE * Math.cos(2 * Math.PI * (shareOfYear(observedAt) - 0.04))) * (0.96 + 0.08 * chanceOf(key, day, 2)) * 10) / 10, observedAt);
      if (point && tell.isAsked("water.flash.alarm")) {
        const { ready, go } = flashAt(hour, point, world);
        tell.value("water.flash.alarm", ready ? 1 : 0, hour);
        tell.value("water.flash.go", go ? 1 : 0, hour);
      }
      if (point && tell.isAsked("water.dyke.patrol")) {
        const watchers = watchersAt(hour, point, world);
        tell.share("water.dyke.patrol", watchers - (chanceOf(key, hour / HOUR, 3) < MISSING ? 1 : 0), watchers, hour);
      }
      const found = 12 + Math.round(18 * chanceOf(key, Math.floor(day / 30), 4));
      const left = chanceOf(key, day, 5);
      tell.share("water.river.chief", found - (left < 0.01 ? 3 : left < 0.4 ? 1 : 0), found, observedAt);
      return tell.said;
    }
    if (point && tell.isAsked("water.rain.hour")) tell.value("water.rain.hour", world.weather(at, point).rainMmH);
    const flow = world.flowM3s(at, id);
    if (flow === null) return tell.said;
    tell.value("water.river.flow", Math.round(flow));
    const [warningFlow, warning, low] = [figureOf(attributes, "warningFlowM3s"), figureOf(attributes, "warningStageM"), figureOf(attributes, "lowStageM")];
    if (warningFlow !== null && warning !== null && low !== null) {
      tell.value("water.river.level", stageOver(flow, warningFlow, warning - low) + (random() - 0.5) * 0.02);
      tell.share("water.eco.flow", flow > warningFlow * 0.03 ? 1 : 0, 1);
    }
    const reservoir = reservoirAt(at, place, world);
    if (!reservoir) return tell.said;
    tell.value("water.reservoir.level", reservoir.overLimitM);
    tell.value("water.reservoir.storage", reservoir.storageE8M3);
    tell.value("water.reservoir.outflow", reservoir.outflowM3s);
    // A dam seeps more the higher the water stands, and always: a third less at its lowest, as much more at its design flood.
    tell.value("water.dam.seepage", (4 + 3 * chanceOf(keyOf(id), 1)) * (1 + 0.35 * reservoir.share) + 0.4 * random());
    return tell.said;
  },
};
export default feed;

/** How a reservoir stands: about its limit by the season, higher by what the last days brought; what comes in is let out slowly. */
function reservoirAt(at: number, { id, attributes }: PackPlace, world: World): { overLimitM: number; share: number; storageE8M3: number; outflowM3s: number } | null {
  const [limit, design, storage] = [figureOf(attributes, "floodLimitM"), figureOf(attributes, "designFloodM"), figureOf(attributes, "storageE8M3")];
  if (limit === null || design === null || storage === null) return null;
  const past = Array.from({ length: HELD_H / 6 }, (_, i) => world.flowM3s(at - i * 6 * HOUR, id) ?? 0);
  const inflow = past.reduce((sum, flow) => sum + flow, 0) / past.length;
  const usual = past.length > 0 ? Math.max(1, Math.min(...past)) : 1;
  const room = design - limit;
  const calm = -0.25 * room - 0.6 * room * wave(keyOf(id), at / (20 * 24 * HOUR));
  const rise = 1.1 * room * (1 - Math.exp(-Math.max(0, inflow / usual - 1) / 6));
  const overLimitM = Math.round((calm + rise) * 100) / 100;
  return { overLimitM, share: overLimitM / room, storageE8M3: Math.round(storage * Math.min(1, 0.72 + 0.2 * (overLimitM / room)) * 100) / 100, outflowM3s: Math.round(Math.max(0.5 * inflow, overLimitM > 0 ? 0.9 * inflow : 0)) };
}

