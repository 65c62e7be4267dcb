import type { Grade } from "../../model/words.ts";
import type { RegionView } from "../kit/reads.ts";
import type { Session } from "../kit/session.ts";

/** Grades that these rights may give, gravest first. */
export function gradesOf(rights: readonly string[]): readonly Grade[] {
  if (rights.includes("gradeAny")) return [1, 2, 3, 4];
  if (rights.includes("grade3")) return [3, 4];
  return rights.includes("grade4") ? [4] : [];
}

/**
 * Regions whose units this seat may order to an incident, nearest to the incident first: its own, with dispatchNext the
 * next level on the way down, with dispatchAny every level on the way down.
 */
export function regionsToOrder(session: Pick<Session, "region" | "rights">, incident: Pick<RegionView, "code" | "path">): readonly string[] {
  const way = [...incident.path, incident.code];
  const from = way.indexOf(session.region);
  const below = from < 0 ? [] : way.slice(from + 1);
  const { rights } = session;
  const reach = rights.includes("dispatchAny") ? below : rights.includes("dispatchNext") ? below.slice(0, 1) : [];
  return [...[...reach].reverse(), ...(rights.includes("dispatchOwn") ? [session.region] : [])];
}

/** Regions between the seat and the unit's: they get a copy. */
export function skipped(session: Pick<Session, "region">, incident: Pick<RegionView, "code" | "path">, unitRegion: string): readonly string[] {
  const way = [...incident.path, incident.code];
  return way.slice(way.indexOf(session.region) + 1, Math.max(0, way.indexOf(unitRegion)));
}
