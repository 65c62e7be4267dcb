import type { AlarmLoad } from "../../model/alarm-load.ts";
import type { Alert } from "../../model/alert.ts";
import type { AlertGroup } from "../../model/alert-group.ts";
import type { Gateway } from "../../model/gateway-fact.ts";
import type { HazardRecord } from "../../model/hazard.ts";
import type { Incident } from "../../model/incident.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { LevelSpan } from "../../model/level-record.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import type { Quality } from "../../model/quality.ts";
import type { AlertWaits, IncidentWaits } from "../../model/records.ts";
import type { ResponseRecord } from "../../model/response.ts";
import type { Rule } from "../../model/rule.ts";
import type { Site } from "../../model/sample.ts";
import type { Stretch } from "../../model/stretch.ts";
import type { Task } from "../../model/task.ts";
import type { IncidentType, Topic } from "../../model/topic.ts";
import type { Unit } from "../../model/unit.ts";
import type { Band } from "../../model/usual.ts";
import type { FrameRecord } from "../../model/wire/frame.ts";
import type { Wall } from "../../model/wall.ts";

/** A display in a public room gets nothing sensitive. */
export type Viewer = "person" | "display";
/** Who hears a stream. A unit hears of its own orders alone, whatever else happens in its region. */
export interface Audience {
  readonly viewer: Viewer;
  readonly unit: string | undefined;
}

/** How things are called, and what of them is sensitive. */
export interface Names {
  readonly regions: RegionTree;
  readonly walls: readonly Pick<Wall, "id" | "title">[];
  indicator(id: string): Indicator | undefined;
  rule(id: string): Rule | undefined;
  topic(id: string): Pick<Topic, "title"> | undefined;
  incidentType(id: string): Pick<IncidentType, "title" | "class"> | undefined;
  unit(id: string): Pick<Unit, "name" | "region"> | undefined;
  site(id: string): Pick<Site, "name"> | undefined;
  gateway(id: string): Pick<Gateway, "name"> | undefined;
}
/** At which levels an alert has stood, and when. */
export interface AlertLevels {
  readonly alert: Alert;
  readonly levels: readonly LevelSpan[];
}

/** What has changed since a mark, and the mark of now; null when all may have. */
export interface Since {
  readonly mark: number;
  readonly ids: ReadonlySet<string> | null;
}

/** What has become of the records of a channel since a mark; null at an id: it is not shown (any more). `news` null: all may have changed. */
export interface RecordNews {
  readonly mark: number;
  readonly news: readonly FrameRecord[] | null;
}

/** What record channels read from. */
export interface Shelves {
  readonly catalog: Names;
  readonly alerts: {
    openIn(region: string): Iterable<Alert>;
    found(id: string): Alert | undefined;
    members(group: string): ReadonlySet<string>;
    since(mark: number): Since;
    groups(region: string): readonly AlertGroup[];
    group(id: string): AlertGroup | undefined;
    groupsSince(mark: number): Since;
    load(region: string, now: number): AlarmLoad;
    levels(since: number): Iterable<AlertLevels>;
  };
  readonly incidents: { incidents(): Iterable<Incident>; tasks(): Iterable<Task>; incident(id: string): Incident | undefined; task(id: string): Task | undefined };
  isWithin(code: string, ancestor: string): boolean;
  regionOf(place: string): string | undefined;
  /** The city above a region; itself, when it is one or the province. */
  cityOf(region: string): string;
  /** Of the number that stands there; undefined while none does. */
  quality(indicator: string, place: string): Quality | undefined;
  wall(id: string): unknown;
  simNow(): number;
  /** By people's clock, epoch ms; in a replay that of the past. */
  peopleNow(): number;
  /** What of its time the situation's rules have judged. */
  judged(): readonly Stretch[];
  hazards(): readonly HazardRecord[];
  usual(indicator: string, place: string): readonly Band[];
  responses(region: string): readonly ResponseRecord[];
  /** What was asked about alerts and waits for a second person, by alert. */
  alertWaits(): ReadonlyMap<string, AlertWaits>;
  /** The same about incidents. */
  incidentWaits(): ReadonlyMap<string, IncidentWaits>;
}
