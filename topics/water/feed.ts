import type { PackFeed, PackReading } from "../../model/pack-feed.ts";
import { MINUTE } from "../../model/time.ts";
import { stageOver } from "../../model/world/river.ts";

/** Each site's own figures; a site that lacks one says nothing that needs it. */
const figure = (attributes: Readonly<Record<string, number | string>>, name: string): number | null => (typeof attributes[name] === "number" ? attributes[name] : null);

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
  ],
  feed(at, random, { id, indicators, point, attributes }, world) {
    const out: PackReading[] = [];
    const tell = (indicator: string, value: number | null): void => {
      if (value !== null && indicators.includes(indicator)) out.push({ indicator, value });
    };
    if (point) tell("water.rain.hour", world.weather(at, point).rainMmH);
    const flow = world.flowM3s(at, id);
    if (flow === null) return out;
    tell("water.river.flow", Math.round(flow));
    const [warningFlow, warning, low] = [figure(attributes, "warningFlowM3s"), figure(attributes, "warningStageM"), figure(attributes, "lowStageM")];
    if (warningFlow !== null && warning !== null && low !== null) tell("water.river.level", stageOver(flow, warningFlow, warning - low) + (random() - 0.5) * 0.02);
    return out;
  },
};
export default feed;
