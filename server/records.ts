import { isOpenAlert, type Alert } from "../model/alert.ts";
import { darkWords, displayOf } from "../model/display.ts";
import type { HazardRecord } from "../model/hazard.ts";
import { isHouseFact } from "../model/house-fact.ts";
import { isIncidentOver, type Incident } from "../model/incident.ts";
import { LEVELS_BACK_MS } from "../model/level-record.ts";
import { FAULT_WORDS, faultOf, packOf } from "../model/pack-fact.ts";
import type { AlertRecord, IncidentRecord, TaskRecord } from "../model/records.ts";
import type { ResponseRecord } from "../model/response.ts";
import type { Stretch } from "../model/stretch.ts";
import type { Task } from "../model/task.ts";
import type { Band } from "../model/usual.ts";
import type { Channel } from "../model/wire/channel.ts";
import type { FrameRecord } from "../model/wire/frame.ts";
import { findingWords } from "../model/finding-words.ts";
import type { Alerts } from "./alerts/index.ts";
import type { Catalog } from "./catalog/index.ts";
import { levelRecords } from "./level-records.ts";

/** A display in a public room gets nothing sensitive. */
export type Viewer = "person" | "display";
/** Who hears a stream. A unit hears of its own orders alone, whatever else happens in its region. */
export interface Audience {
  readonly viewer: Viewer;
  readonly unit: string | undefined;
}

/** What record channels read from. */
export interface Shelves {
  readonly catalog: Catalog;
  readonly alerts: Pick<Alerts, "all" | "levels">;
  readonly incidents: { incidents(): Iterable<Incident>; tasks(): Iterable<Task>; incident(id: string): Incident | undefined; task(id: string): Task | undefined };
  isWithin(code: string, ancestor: string): boolean;
  regionOf(place: string): string | undefined;
  wall(id: string): unknown;
  simNow(): number;
  /** What of its time the situation's rules have judged. */
  judged(): readonly Stretch[];
  hazards(): readonly HazardRecord[];
  usual(indicator: string, place: string): readonly Band[];
  responses(region: string): readonly ResponseRecord[];
}

/** Of what is over, the newest are kept on the screens; all of it is in the journal and behind the HTTP reads. What is open is never left out. */
const MOST_OVER = 500;

/** Everything that a record channel shows now to this kind of viewer. */
export function recordsOf(channel: Channel, { viewer, unit }: Audience, shelves: Shelves): FrameRecord[] {
  switch (channel.kind) {
    case "alerts":
      return [...shelves.alerts.all()].filter((a) => isOpenAlert(a.state) && seesAlert(a, channel.region, viewer, shelves)).sort(lately((a) => a.raisedAt)).map((a) => ({ id: a.id, record: namedAlert(a, shelves) }));
    case "levels":
      return levelRecords([...shelves.alerts.levels(shelves.simNow() - LEVELS_BACK_MS)].filter(({ alert }) => !isHouseFact(alert.indicator) && seesAlert(alert, channel.region, viewer, shelves)), shelves.judged(), (alert) => placeNames(alert, shelves)).map((record) => ({ id: record.id, record }));
    case "incidents":
      return shown([...shelves.incidents.incidents()].filter((i) => seesIncident(i, channel.region, viewer, shelves)), (i) => isIncidentOver(i.state), (i) => i.reportedAt).map((i) => ({ id: i.id, record: namedIncident(unit === undefined ? i : { ...i, tasks: i.tasks.filter((id) => isOwn(shelves.incidents.task(id), unit)) }, shelves) }));
    case "tasks":
      return shown([...shelves.incidents.tasks()].filter((t) => (unit === undefined || isOwn(t, unit)) && seesTask(t, channel.region, viewer, shelves)), (t) => t.state === "closed" || t.state === "withdrawn", (t) => t.dispatchedAt).map((t) => ({ id: t.id, record: namedTask(t, shelves) }));
    case "wall": {
      const state = shelves.wall(channel.wall);
      return state === undefined ? [] : [{ id: channel.wall, record: state }];
    }
    case "responses":
      // What is only asked for is for those who may decide on it.
      return shelves.responses(channel.region).filter(({ state }) => state === "inForce" || (viewer === "person" && unit === undefined)).map((response) => ({ id: response.id, record: response }));
    case "hazard":
      return shelves.hazards().map((hazard) => ({ id: hazard.id, record: hazard }));
    case "usual":
      return shelves.usual(channel.indicator, channel.place).map((band) => ({ id: String(band.from), record: band }));
    default:
      // No authority's signals are connected yet: none are in force that we know of.
      return [];
  }
}

const lately = <T>(at: (one: T) => string) => (a: T, b: T): number => (at(a) < at(b) ? 1 : -1);
/** All that is open, and the newest of what is over. */
function shown<T>(list: readonly T[], isOver: (one: T) => boolean, at: (one: T) => string): T[] {
  let over = 0;
  return [...list].sort(lately(at)).filter((one) => !isOver(one) || ++over <= MOST_OVER);
}

const isOwn = (task: Task | undefined, unit: string): boolean => task?.unit === unit;

function seesAlert(alert: Alert, region: string, viewer: Viewer, { catalog, regionOf, isWithin }: Shelves): boolean {
  // That a pack's code does not run is told where sources are told, on every wall.
  if (viewer === "display" && packOf(alert.indicator) === null && (catalog.indicator(alert.indicator)?.class ?? "sensitive") === "sensitive") return false;
  return isWithin(regionOf(alert.place) ?? "", region);
}
const isSensitive = (incident: Incident | undefined, { catalog }: Shelves): boolean => !incident || (catalog.incidentType(incident.type)?.class ?? "sensitive") === "sensitive";

function seesIncident(incident: Incident, region: string, viewer: Viewer, shelves: Shelves): boolean {
  return shelves.isWithin(incident.region, region) && !(viewer === "display" && isSensitive(incident, shelves));
}
/** A task is seen from where its incident is and from where its unit is. */
function seesTask(task: Task, region: string, viewer: Viewer, shelves: Shelves): boolean {
  const incident = shelves.incidents.incident(task.incident);
  if (viewer === "display" && isSensitive(incident, shelves)) return false;
  return shelves.isWithin(incident?.region ?? "", region) || shelves.isWithin(shelves.catalog.unit(task.unit)?.region ?? "", region);
}

/** 湛江 雷州: the city and county above or at a region. */
function areaName(code: string, { regions }: Catalog): string {
  const index = regions.indexOf(code);
  if (index < 0) return "";
  const names = (["city", "county"] as const).map((level) => regions.ancestor(index, level)).filter((i) => i >= 0 && !regions.isPassThrough(i)).map((i) => regions.row(i).name);
  return names.length > 0 ? names.join(" ") : regions.row(index).name;
}

function placeNames({ place }: Alert, { catalog, regionOf }: Shelves): Pick<AlertRecord, "placeName" | "areaName"> {
  const region = regionOf(place) ?? "";
  return { placeName: catalog.site(place)?.name ?? catalog.regions.find(region)?.name ?? place, areaName: areaName(region, catalog) };
}
// An alert that changes is another object: of two thousand that stand still none is named anew while one is acknowledged.
const named = new WeakMap<Alert, AlertRecord>();
function namedAlert(alert: Alert, shelves: Shelves): AlertRecord {
  let record = named.get(alert);
  if (!record) named.set(alert, (record = withNames(alert, shelves)));
  return record;
}
function withNames(alert: Alert, shelves: Shelves): AlertRecord {
  const { catalog, regionOf } = shelves;
  const region = regionOf(alert.place) ?? "";
  const index = catalog.regions.indexOf(region);
  const indicator = catalog.indicator(alert.indicator);
  const rule = catalog.rules.find(({ id }) => id === alert.rule);
  const glass = displayOf(alert.indicator);
  const pack = packOf(alert.indicator);
  const fault = faultOf(alert);
  const title = pack !== null && fault ? `${catalog.topic(pack)?.title.zh ?? pack} ${FAULT_WORDS[fault].zh}` : glass ? darkWords(catalog.walls.find(({ id }) => id === glass.wall)?.title.zh ?? glass.wall, glass.n) : indicator?.title.zh;
  return {
    ...alert,
    ...placeNames(alert, shelves),
    within: index < 0 ? [] : [...catalog.regions.path(index), region],
    indicatorTitle: title ?? alert.indicator,
    unit: indicator?.unit ?? (glass ? "s" : ""),
    decimals: indicator?.decimals ?? 0,
    says: rule && indicator ? findingWords(rule, indicator) : "",
  };
}
const namedIncident = (incident: Incident, { catalog }: Shelves): IncidentRecord => ({
  ...incident,
  regionName: catalog.regions.find(incident.region)?.name ?? incident.region,
  areaName: areaName(incident.region, catalog),
  typeTitle: catalog.incidentType(incident.type)?.title.zh ?? incident.type,
});
const namedTask = (task: Task, { catalog, incidents }: Shelves): TaskRecord => {
  const incident = incidents.incident(task.incident);
  return {
    ...task,
    unitName: catalog.unit(task.unit)?.name ?? task.unit,
    incidentTitle: incident?.title ?? "",
    regionName: catalog.regions.find(incident?.region ?? "")?.name ?? "",
  };
};
