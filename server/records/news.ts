import type { Channel } from "../../model/wire/channel.ts";
import { alertNews } from "./alerts.ts";
import { groupNews } from "./groups.ts";
import type { Audience, RecordNews, Shelves } from "./shelves.ts";

/** What a listener who knows a channel as it was at a mark has to learn; null for a channel that keeps no marks and is read whole. */
export function newsOf(channel: Channel, { viewer }: Audience, shelves: Shelves, mark: number): RecordNews | null {
  switch (channel.kind) {
    case "alerts":
      return alertNews(channel, viewer, shelves, mark);
    case "alertGroups":
      return groupNews(channel.region, viewer, shelves, mark);
    default:
      return null;
  }
}
