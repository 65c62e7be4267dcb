import type { LonLat } from "../../model/geodesy.ts";
import { stormWind } from "../../model/world/storm-wind.ts";
import type { World } from "../../model/world/world.ts";

type Sky = Pick<World, "rainMm" | "storm">;
/** Rain of one and of three hours, mm, at which a village in a valley makes ready to leave, and leaves at once: usual figures of the hills, not a village's own. */
const READY_MM = { hour: 35, threeHours: 55 };
const GO_MM = { hour: 55, threeHours: 80 };
/** Rain of a day, mm, and wind, m/s, from which dykes are watched by many. */
const WATCHED_MM = 50;
const WATCHED_MS = 10.8;
/** People who walk a village's dyke, on an ordinary day and then. */
const [FEW, MANY] = [2, 8] as const;

/** A village's flash-flood alarm (山洪): `go` only where it is `ready` as well. */
export function flashAt(at: number, point: LonLat, world: Sky): { readonly ready: boolean; readonly go: boolean } {
  const [hour, threeHours] = [world.rainMm(at, point, 1), world.rainMm(at, point, 3)];
  const beyond = (limits: typeof READY_MM): boolean => hour >= limits.hour || threeHours >= limits.threeHours;
  return { ready: beyond(READY_MM), go: beyond(GO_MM) };
}
/** How many are to watch a village's dyke. */
export function watchersAt(at: number, point: LonLat, world: Sky): number {
  const storm = world.storm(at);
  return (storm && stormWind(storm, point) >= WATCHED_MS) || world.rainMm(at, point, 24) >= WATCHED_MM ? MANY : FEW;
}
