import type { Alert } from "./alert.ts";
import type { Incident } from "./incident.ts";
import type { RegionCode } from "./region.ts";
import type { Task } from "./task.ts";

/** What record channels carry: the thing itself and the names that a screen prints beside it, so that no page must ask for them. */
export interface AlertRecord extends Alert {
  readonly placeName: string;
  /** 市·县 above the place, for lists that span the province. */
  readonly areaName: string;
  /** The regions that hold the place, from the province down to its own: who draws 500 findings asks about none of them. */
  readonly within: readonly RegionCode[];
  readonly indicatorTitle: string;
  readonly unit: string;
  readonly decimals: number;
  /** 达到台风黄色预警标准, 停航航线数达10条: see finding-words.ts; empty where no rule of the dictionary found it. */
  readonly says: string;
}
export interface IncidentRecord extends Incident {
  readonly regionName: string;
  readonly areaName: string;
  readonly typeTitle: string;
}
export interface TaskRecord extends Task {
  readonly unitName: string;
  readonly incidentTitle: string;
  readonly regionName: string;
}
