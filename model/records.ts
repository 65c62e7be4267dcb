import type { Alert } from "./alert.ts";
import type { AlertGroup } from "./alert-group.ts";
import type { Incident } from "./incident.ts";
import type { Quality } from "./quality.ts";
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
  /** Of the number that was found, where it was not observed but computed or estimated. */
  readonly quality?: Quality;
  /** What was asked about it and waits for a second person; people's time decides whether it still does. */
  readonly waits?: AlertWaits;
}
/** What takes two persons to silence: set aside for so many minutes, out of service until it is put back, or closed while its source is dead; `command` is what is confirmed or refused. */
export type AlertWaits = {
  readonly command: string;
  readonly by: string;
  /** RFC 3339. */
  readonly expiresAt: string;
  readonly reason: string;
} & ({ readonly kind: "alert.shelve"; readonly minutes: number } | { readonly kind: "alert.takeOut" | "alert.close" });
/** A group with the names that a list prints; its alerts come by channel `alerts` with this group, once somebody opens it. */
export interface AlertGroupRecord extends AlertGroup {
  readonly areaName: string;
  readonly indicatorTitle: string;
}
export interface IncidentRecord extends Incident {
  readonly regionName: string;
  readonly areaName: string;
  readonly typeTitle: string;
  /** What was asked about it and waits for a second person; people's time decides whether it still does. */
  readonly waits?: IncidentWaits;
}
/** A cancelling that takes two persons; `command` is what is confirmed or refused. */
export interface IncidentWaits {
  readonly command: string;
  readonly kind: "incident.cancel";
  readonly by: string;
  /** RFC 3339. */
  readonly expiresAt: string;
  readonly reason: string;
}
export interface TaskRecord extends Task {
  readonly unitName: string;
  readonly incidentTitle: string;
  readonly regionName: string;
}
