import type { HazardRecord } from "../../../model/hazard.ts";
import { isHouseFact } from "../../../model/house-fact.ts";
import type { Level, RegionCode } from "../../../model/region.ts";
import type { LevelRecord } from "../../../model/level-record.ts";
import type { AlarmLoad } from "../../../model/alarm-load.ts";
import type { AlertGroupRecord, AlertRecord, IncidentRecord, TaskRecord } from "../../../model/records.ts";
import type { Severity } from "../../../model/words.ts";
import type { ResponseRecord } from "../../../model/response.ts";
import type { Band } from "../../../model/usual.ts";
import { NO_RECORDS, NO_SERIES, NO_SLICE, type Records, type Series, type Slice } from "../../../model/view.ts";
import { strokesIn, type Stroke, type WallState } from "../../../model/wall.ts";
import { channelKey, type Channel } from "../../../model/wire/channel.ts";

/** Where the last true frame of each channel lies: a page's store, or what the server has just composed. */
export interface Shelf {
  slice(situation: string, channel: Extract<Channel, { kind: "slice" }>): Slice;
  records<T>(situation: string, channel: Exclude<Channel, { kind: "slice" | "series" }>): Records<T>;
  series(situation: string, channel: Extract<Channel, { kind: "series" }>): Series;
}

/** What a panel reads of one situation; every channel it reads is remembered, so that it can be listened to. */
export class Reader {
  readonly touched = new Map<string, Channel>();
  readonly situation: string;
  private readonly shelf: Shelf | undefined;

  constructor(shelf: Shelf | undefined, situation: string) {
    this.shelf = shelf;
    this.situation = situation;
  }

  /** One indicator over the places of a level within a region. */
  cells(indicator: string, region: RegionCode, level: Level | "site"): Slice {
    const channel = { kind: "slice", indicator, region, level } as const;
    this.touch(channel);
    return this.shelf?.slice(this.situation, channel) ?? NO_SLICE;
  }
  /** One indicator of one place over the latest `windowMs`. */
  series(indicator: string, place: string, windowMs: number): Series {
    const channel = { kind: "series", indicator, place, window: windowMs } as const;
    this.touch(channel);
    return this.shelf?.series(this.situation, channel) ?? NO_SERIES;
  }
  /** What is usual of it there: of each hour of the latest day and the next one, as far as it is known. */
  usual = (indicator: string, place: string): Records<Band> => this.records<Band>({ kind: "usual", indicator, place });
  alerts = (region: RegionCode, only: { readonly group?: string; readonly severity?: Severity } = {}): Records<AlertRecord> => this.records<AlertRecord>({ kind: "alerts", region, ...only });
  /** Alerts of one cause in one area, as one. */
  alertGroups = (region: RegionCode): Records<AlertGroupRecord> => this.records<AlertGroupRecord>({ kind: "alertGroups", region });
  /** How much was asked of people within the last day; of no display. */
  alarmLoad = (region: RegionCode): Records<AlarmLoad> => this.records<AlarmLoad>({ kind: "alarmLoad", region });
  /** The same without what concerns the house itself, for who asks how the province stands. */
  findings(region: RegionCode): Records<AlertRecord> {
    const alerts = this.alerts(region);
    if (![...alerts.records.values()].some(({ indicator }) => isHouseFact(indicator))) return alerts;
    return { ...alerts, records: new Map([...alerts.records].filter(([, { indicator }]) => !isHouseFact(indicator))) };
  }
  /** When each standard was met, whatever became of the alerts since. */
  levels = (region: RegionCode): Records<LevelRecord> => this.records<LevelRecord>({ kind: "levels", region });
  incidents = (region: RegionCode): Records<IncidentRecord> => this.records<IncidentRecord>({ kind: "incidents", region });
  tasks = (region: RegionCode): Records<TaskRecord> => this.records<TaskRecord>({ kind: "tasks", region });
  responses = (region: RegionCode): Records<ResponseRecord> => this.records<ResponseRecord>({ kind: "responses", region });
  /** What a wall is looking at; undefined until it is known. */
  wall = (wall: string): WallState | undefined => this.records<WallState>({ kind: "wall", wall }).records.values().next().value;
  /** What was drawn by hand for a wall on maps of this situation. */
  strokesOn = (wall: string): readonly Stroke[] => strokesIn(this.wall(wall)?.strokes ?? [], this.situation);

  /** The storm or the epidemic that the situation plays; undefined where there is none. */
  hazard = (): HazardRecord | undefined => this.hazards().records.values().next().value;
  /** The same with its standing: asked, there, or refused. */
  hazards = (): Records<HazardRecord> => this.records<HazardRecord>({ kind: "hazard" });

  private records<T>(channel: Exclude<Channel, { kind: "slice" | "series" }>): Records<T> {
    this.touch(channel);
    return this.shelf?.records<T>(this.situation, channel) ?? NO_RECORDS;
  }
  private touch(channel: Channel): void {
    this.touched.set(channelKey(this.situation, channel), channel);
  }
}
