import type { ConsequenceTableName } from "../../model/consequence.ts";
import type { Incident } from "../../model/incident.ts";
import type { Ids } from "../../model/ports.ts";
import type { RegionCode, RegionRow } from "../../model/region.ts";
import type { Limits } from "../../model/topic.ts";
import type { Unit } from "../../model/unit.ts";
import type { Severity } from "../../model/words.ts";

/** What the room must be told of the rest of the house. */
export interface IncidentsNeeds {
  readonly situation: string;
  incidentType(id: string): { readonly topic: string; readonly gradedBy?: ConsequenceTableName; readonly limits: Limits; readonly severity: Severity } | undefined;
  unit(id: string): Pick<Unit, "id" | "region"> | undefined;
  region(code: RegionCode): Pick<RegionRow, "code" | "parent" | "kind"> | undefined;
  /** True when `code` is `ancestor` or lies below it. */
  isWithin(code: RegionCode, ancestor: RegionCode): boolean;
  /** An alert of the same situation: the region its place lies in, and the incident it has already become. */
  alert(id: string): { readonly region: RegionCode; readonly incident?: string | undefined } | undefined;
  /** Those that have become this incident. */
  alertsOf(incident: string): readonly string[];
  /** True when such a file was uploaded. Left out = taken at its word. */
  file?(id: string): boolean;
  /** How far a point lies from a region, km; 0 inside, null when nobody can tell. Left out = nobody can. */
  away?(region: RegionCode, point: readonly [number, number]): number | null;
  /** Incidents that a simulated world has and the journal has not: each is written with the first that somebody does about it. */
  readonly unwritten?: { all(): Iterable<Incident>; get(id: string): Incident | undefined };
  /** Whether a response is in force over a region: nobody then waits for office hours. Left out = none ever is. */
  isEmergency?(region: RegionCode): boolean;
  /** What is reported here has happened: nothing may be titled as simulated. */
  readonly isReal?: boolean;
  readonly ids: Pick<Ids, "next">;
}
