import { ALERT_STATES, isOpenAlert } from "../../model/alert.ts";
import type { AlertGroup } from "../../model/alert-group.ts";
import type { AlertGroupRecord } from "../../model/records.ts";
import type { FrameRecord } from "../../model/wire/frame.ts";
import { seesIndicator } from "./alerts.ts";
import { areaName } from "./area-name.ts";
import { factWords } from "./fact-words.ts";
import type { RecordNews, Shelves, Viewer } from "./shelves.ts";

/** The groups of a region that have a member which is not closed. */
export function groupRecords(region: string, viewer: Viewer, shelves: Shelves): FrameRecord[] {
  return shelves.alerts.groups(region).filter(({ indicator }) => seesIndicator(indicator, viewer, shelves.catalog)).map((group) => ({ id: group.id, record: named(group, shelves) }));
}
export function groupNews(region: string, viewer: Viewer, shelves: Shelves, mark: number): RecordNews {
  const { mark: now, ids } = shelves.alerts.groupsSince(mark);
  if (ids === null) return { mark: now, news: null };
  const isOwn = isOwnArea(region, shelves);
  const news = [...ids].flatMap((id): FrameRecord[] => {
    const group = shelves.alerts.group(id);
    if (!group || !isOwn(group.area) || !seesIndicator(group.indicator, viewer, shelves.catalog)) return [];
    return [{ id, record: isOpen(group) ? named(group, shelves) : null }];
  });
  return { mark: now, news };
}
/** From a city up groups are those of cities; below it the region's own. */
function isOwnArea(region: string, { cityOf, isWithin }: Shelves): (area: string) => boolean {
  return cityOf(region) === region ? (area) => cityOf(area) === area && isWithin(area, region) : (area) => area === region;
}
const isOpen = ({ counts }: AlertGroup): boolean => ALERT_STATES.some((state) => isOpenAlert(state) && counts[state] > 0);

// A group that changes is another object: of hundreds none is named anew while one grows.
const known = new WeakMap<AlertGroup, AlertGroupRecord>();
function named(group: AlertGroup, { catalog }: Shelves): AlertGroupRecord {
  const record = known.get(group) ?? { ...group, areaName: areaName(group.area, catalog), indicatorTitle: catalog.indicator(group.indicator)?.title.zh ?? factWords({ indicator: group.indicator, rule: "" }, catalog) ?? group.indicator };
  known.set(group, record);
  return record;
}
