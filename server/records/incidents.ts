import { isIncidentOver, type Incident } from "../../model/incident.ts";
import type { IncidentRecord } from "../../model/records.ts";
import type { FrameRecord } from "../../model/wire/frame.ts";
import { areaName } from "./area-name.ts";
import { shown } from "./newest.ts";
import { isOwn, seesIncident } from "./sees.ts";
import type { Audience, Shelves } from "./shelves.ts";

/** The incidents of a region, the latest first; a unit is told of its own orders alone. */
export function incidentRecords(region: string, { viewer, unit }: Audience, shelves: Shelves): FrameRecord[] {
  // No number of casualties stands on a glass before a signed report says it.
  const spoken = ({ consequence: _consequence, byTable: _byTable, ...rest }: Incident): Incident => rest;
  const told = (i: Incident): Incident => (unit !== undefined ? { ...i, tasks: i.tasks.filter((id) => isOwn(shelves.incidents.task(id), unit)) } : viewer === "display" ? spoken(i) : i);
  // What is only asked for is for those who may decide on it.
  const waits = viewer === "person" && unit === undefined ? shelves.incidentWaits() : undefined;
  const seen = [...shelves.incidents.incidents()].filter((i) => seesIncident(i, region, viewer, shelves));
  return shown(seen, (i) => isIncidentOver(i.state), (i) => i.reportedAt).map((i) => ({ id: i.id, record: { ...namedIncident(told(i), shelves), ...(waits?.has(i.id) && { waits: waits.get(i.id)! }) } }));
}

const namedIncident = (incident: Incident, { catalog }: Shelves): IncidentRecord => ({
  ...incident,
  regionName: catalog.regions.find(incident.region)?.name ?? incident.region,
  areaName: areaName(incident.region, catalog),
  typeTitle: catalog.incidentType(incident.type)?.title.zh ?? incident.type,
});
