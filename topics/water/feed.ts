import type { PackFeed, PackPlace } from "../../model/pack-feed.ts";
import { HOUR, MINUTE } from "../../model/time.ts";
import { stageOver } from "../../model/world/river.ts";
import { figureOf, keyOf, telling } from "../../model/world/telling.ts";
import { chanceOf, wave } from "../../model/world/noise.ts";
import type { World } from "../../model/world/world.ts";

/** A reservoir holds back what came in over so many hours. */
const HELD_H = 72;

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
  ],
  feed(at, random, place, world) {
    const tell = telling(place);
    const { point, attributes, id } = place;
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

