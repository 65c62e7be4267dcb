import { isOpenAlert, type Alert } from "../../model/alert.ts";
import { findingWords } from "../../model/finding-words.ts";
import { isHouseFact } from "../../model/house-fact.ts";
import type { Indicator } from "../../model/indicator.ts";
import { LEVELS_BACK_MS } from "../../model/level-record.ts";
import { packOf } from "../../model/pack-fact.ts";
import { isNotActual } from "../../model/quality.ts";
import type { AlertRecord } from "../../model/records.ts";
import type { Rule } from "../../model/rule.ts";
import type { Channel } from "../../model/wire/channel.ts";
import type { FrameRecord } from "../../model/wire/frame.ts";
import { areaName } from "./area-name.ts";
import { factUnit, factWords } from "./fact-words.ts";
import { levelRecords } from "./levels.ts";
import { lately } from "./newest.ts";
import type { Names, RecordNews, Shelves, Viewer } from "./shelves.ts";

type AlertsChannel = Extract<Channel, { kind: "alerts" }>;
/** The open alerts of a region, the latest first; of one group or one level, when that is asked for. */
export function alertRecords(channel: AlertsChannel, viewer: Viewer, shelves: Shelves): FrameRecord[] {
  const { alerts } = shelves;
  const among = channel.group === undefined ? alerts.openIn(channel.region) : [...alerts.members(channel.group)].flatMap((id) => alerts.found(id) ?? []);
  const open = [...among].filter((a) => isShown(a, channel, viewer, shelves));
  const waits = waitsFor(viewer, shelves);
  return open.sort(lately((a) => a.raisedAt)).map((a) => ({ id: a.id, record: withWait(namedAlert(a, shelves), waits) }));
}
/** What has become of them since a mark: of thousands that stand still none is looked at. */
export function alertNews(channel: AlertsChannel, viewer: Viewer, shelves: Shelves, mark: number): RecordNews {
  const { mark: now, ids } = shelves.alerts.since(mark);
  if (ids === null) return { mark: now, news: null };
  const news: FrameRecord[] = [];
  const waits = waitsFor(viewer, shelves);
  for (const id of new Set([...ids, ...unmadeOf(shelves)])) {
    const alert = shelves.alerts.found(id);
    const isHere = alert !== undefined && isShown(alert, channel, viewer, shelves) && (channel.group === undefined || shelves.alerts.members(channel.group).has(id));
    news.push({ id, record: isHere ? withWait(namedAlert(alert, shelves), waits) : null });
  }
  return { mark: now, news };
}
/** What is only asked for is for those who may decide on it. */
const waitsFor = (viewer: Viewer, shelves: Shelves): ReturnType<Shelves["alertWaits"]> | undefined => (viewer === "person" ? shelves.alertWaits() : undefined);
function withWait(record: AlertRecord, waits: ReturnType<typeof waitsFor>): AlertRecord {
  const asked = waits?.get(record.id);
  return asked ? { ...record, waits: asked } : record;
}
function isShown(alert: Alert, { region, severity }: AlertsChannel, viewer: Viewer, shelves: Shelves): boolean {
  return isOpenAlert(alert.state) && (severity === undefined || alert.severity === severity) && seesAlert(alert, region, viewer, shelves);
}
/** At which levels a region has stood in the last hours, and where it was found. */
export function levelsShown(region: string, viewer: Viewer, shelves: Shelves): FrameRecord[] {
  const seen = [...shelves.alerts.levels(shelves.simNow() - LEVELS_BACK_MS)].filter(({ alert }) => !isHouseFact(alert.indicator) && seesAlert(alert, region, viewer, shelves));
  return levelRecords(seen, shelves.judged(), (alert) => placeNames(alert, shelves)).map((record) => ({ id: record.id, record }));
}

/** That a pack's code does not run is told where sources are told, on every wall. */
export const seesIndicator = (indicator: string, viewer: Viewer, catalog: Pick<Names, "indicator">): boolean =>
  viewer !== "display" || packOf(indicator) !== null || (catalog.indicator(indicator)?.class ?? "sensitive") !== "sensitive";
function seesAlert(alert: Alert, region: string, viewer: Viewer, { catalog, regionOf, isWithin }: Shelves): boolean {
  return seesIndicator(alert.indicator, viewer, catalog) && isWithin(regionOf(alert.place) ?? "", region);
}

function placeNames({ place }: Alert, { catalog, regionOf }: Shelves): Pick<AlertRecord, "placeName" | "areaName"> {
  const region = regionOf(place) ?? "";
  return { placeName: catalog.site(place)?.name ?? catalog.regions.find(region)?.name ?? place, areaName: areaName(region, catalog) };
}
// An alert that changes is another object: of two thousand that stand still none is named anew while one is acknowledged.
const named = new WeakMap<Alert, AlertRecord>();
/** Those whose number has not come again yet since a start: of what it is made is looked at until it has. By the alerts that they belong to. */
const unmade = new WeakMap<Shelves["alerts"], Map<string, Alert>>();
const unmadeOf = ({ alerts }: Shelves): Iterable<string> => unmade.get(alerts)?.keys() ?? [];
function namedAlert(alert: Alert, shelves: Shelves): AlertRecord {
  const known = named.get(alert);
  const unmadeHere = unmade.get(shelves.alerts) ?? new Map<string, Alert>();
  if (known && unmadeHere.get(alert.id) !== alert) return known;
  const quality = isHouseFact(alert.indicator) ? "good" : shelves.quality(alert.indicator, alert.place);
  if (quality === undefined) unmade.set(shelves.alerts, unmadeHere.set(alert.id, alert));
  else unmadeHere.delete(alert.id);
  if (known && (quality === undefined || !isNotActual(quality))) return known;
  const record = { ...(known ?? withNames(alert, shelves)), ...(quality !== undefined && isNotActual(quality) && { quality }) };
  named.set(alert, record);
  return record;
}
function withNames(alert: Alert, shelves: Shelves): AlertRecord {
  const { catalog, regionOf } = shelves;
  const region = regionOf(alert.place) ?? "";
  const index = catalog.regions.indexOf(region);
  const indicator = catalog.indicator(alert.indicator);
  const rule = catalog.rule(alert.rule);
  return {
    ...alert,
    ...placeNames(alert, shelves),
    within: index < 0 ? [] : [...catalog.regions.path(index), region],
    indicatorTitle: indicator?.title.zh ?? factWords(alert, catalog) ?? alert.indicator,
    ...scaleOf(rule, indicator, factUnit(alert.indicator)),
    says: rule && indicator ? findingWords(rule, indicator) : "",
  };
}
/** In which unit its number and limit are: those of its indicator, but percent where a growth was judged. */
function scaleOf(rule: Rule | undefined, indicator: Pick<Indicator, "unit" | "decimals"> | undefined, ofFact: string): Pick<AlertRecord, "unit" | "decimals"> {
  if (rule && "of" in rule.when && rule.when.of === "growth") return { unit: "%", decimals: 0 };
  return { unit: indicator?.unit ?? ofFact, decimals: indicator?.decimals ?? 0 };
}
