import type { Channel } from "../../model/wire/channel.ts";
import type { FrameRecord } from "../../model/wire/frame.ts";
import { alertRecords, levelsShown } from "./alerts.ts";
import { groupRecords } from "./groups.ts";
import { incidentRecords } from "./incidents.ts";
import type { Audience, Shelves } from "./shelves.ts";
import { taskRecords } from "./tasks.ts";

/** Everything that a record channel shows now to this kind of viewer. */
export function recordsOf(channel: Channel, { viewer, unit }: Audience, shelves: Shelves): FrameRecord[] {
  switch (channel.kind) {
    case "alerts":
      return alertRecords(channel, viewer, shelves);
    case "alertGroups":
      return groupRecords(channel.region, viewer, shelves);
    case "alarmLoad":
      return viewer === "person" ? [{ id: channel.region, record: shelves.alerts.load(channel.region, shelves.peopleNow()) }] : [];
    case "levels":
      return levelsShown(channel.region, viewer, shelves);
    case "incidents":
      return incidentRecords(channel.region, { viewer, unit }, shelves);
    case "tasks":
      return taskRecords(channel.region, { viewer, unit }, shelves);
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
