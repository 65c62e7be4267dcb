import { READINGS_A_CALL } from "../../model/pack-feed.ts";
import type { World } from "../../model/world/world.ts";

/**
 * What the source of a place brings at an instant: what its pack says, as late, silent, stuck or incomplete as the world has that source now. It judges
 * nothing: what is no list of objects, or floods, passes as it is.
 * @param say what the pack says of the place at an instant, epoch ms
 */
export function brought(at: number, world: Pick<World, "fault" | "toldAtFirst">, { id, level }: { readonly id: string; readonly level: string }, say: (at: number) => unknown): unknown {
  // Stations fail; what people report of a region is late or corrected, and does not get stuck.
  const fault = level === "site" ? world.fault(at, id) : null;
  if (fault?.kind === "silent") return [];
  const of = fault?.kind === "late" ? at - fault.byMs : fault?.kind === "stuck" ? Math.min(at, fault.since) : at;
  const said = say(of);
  if (!Array.isArray(said) || said.length > READINGS_A_CALL) return said;
  return said.flatMap((item: unknown) => {
    if (typeof item !== "object" || item === null) return [item];
    const own = (item as { observedAt?: unknown }).observedAt;
    // It repeats what it measures, as if it were of now; the figure of a day is nobody's measurement.
    if (fault?.kind === "stuck") return own === undefined && of < at ? [{ ...item, quality: "suspect" }] : own === undefined ? [item] : [];
    const first = typeof own === "number" ? toldAtFirst(at, world, id, item, own) : item;
    return [own === undefined && of < at ? { ...first, observedAt: of } : first];
  });
}

type Parts = { readonly indicator?: unknown; readonly value?: unknown; readonly num?: unknown };
function toldAtFirst(at: number, world: Pick<World, "toldAtFirst">, place: string, item: object, observedAt: number): object {
  const { indicator, value, num } = item as Parts;
  const share = world.toldAtFirst(at, place, String(indicator), observedAt);
  if (share === null) return item;
  const part = (of: unknown): unknown => (typeof of === "number" ? roundedAs(of, of * share) : of);
  return { ...item, ...(value !== undefined && { value: part(value) }), ...(num !== undefined && { num: part(num) }) };
}
/** Whole where the other is whole, else in hundredths. */
const roundedAs = (like: number, value: number): number => (Number.isInteger(like) ? Math.round(value) : Math.round(value * 100) / 100);
