import type { LonLat } from "../geodesy.ts";
import { HOUR } from "../time.ts";
import { stormWind } from "./storm-wind.ts";
import type { World } from "./world.ts";

/** Kinds of warning signal (预警信号) that a world's weather calls for. */
export const SIGNAL_KINDS = ["typhoon", "rainstorm", "heat", "cold", "fog"] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];
/** 1 red, 2 orange, 3 yellow, 4 blue. */
export interface Signal {
  readonly kind: SignalKind;
  readonly level: 1 | 2 | 3 | 4;
}

/** Limits of red, orange, yellow and blue by Guangdong's rules of 2019; null where they know no such colour. Rain's yellow is a forecast there; here half of orange stands for it. */
const TYPHOON_MS = [32.7, 24.5, 17.2, 10.8];
const RAIN_3H_MM = [100, 50, 25, null];
const HEAT_C = [39, 37, 35, null];
const COLD_C = [0, 5, null, null];
const FOG_M = [50, 200, 500, null];
/** Fog's signal stands until it has been gone for so many whole hours. */
const FOG_STANDS_H = 2;

const levelOf = (limits: readonly (number | null)[], reaches: (limit: number) => boolean): Signal["level"] | null => {
  const i = limits.findIndex((limit) => limit !== null && reaches(limit));
  return i < 0 ? null : ((i + 1) as Signal["level"]);
};

/**
 * The signals in force at a place as its weather calls for them: the storm's wind about it, the rain of three hours, heat, cold and fog. A pure function of the
 * world, so that what is counted as in force and who is called because of it agree.
 * @param at epoch ms
 */
export function signalsAt(at: number, place: LonLat, world: Pick<World, "storm" | "weather" | "rainMm">): Signal[] {
  const storm = world.storm(at);
  const wind = storm ? stormWind(storm, place) : 0;
  const rain = world.rainMm(at, place, 3);
  const hours = Array.from({ length: FOG_STANDS_H + 1 }, (_, ago) => world.weather(Math.floor(at / HOUR) * HOUR - ago * HOUR, place));
  const { tempC } = hours[0]!;
  const visibilityM = Math.min(...hours.map((hour) => hour.visibilityM));
  const levels: Readonly<Record<SignalKind, Signal["level"] | null>> = {
    typhoon: levelOf(TYPHOON_MS, (limit) => wind >= limit),
    rainstorm: levelOf(RAIN_3H_MM, (limit) => rain >= limit),
    heat: levelOf(HEAT_C, (limit) => tempC >= limit),
    cold: levelOf(COLD_C, (limit) => tempC <= limit),
    // Rain hides the far as well; its signal is rain's.
    fog: rain > 0 ? null : levelOf(FOG_M, (limit) => visibilityM < limit),
  };
  return SIGNAL_KINDS.flatMap((kind) => {
    const level = levels[kind];
    return level === null ? [] : [{ kind, level }];
  });
}
