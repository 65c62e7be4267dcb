import { stillHolds } from "../../../model/alert.ts";
import type { Indicator } from "../../../model/indicator.ts";
import type { Lang } from "../../../model/numerals.ts";
import { phrases, wordsIn } from "../../../model/phrases.ts";
import type { AlertRecord } from "../../../model/records.ts";
import { isDefaultThreshold } from "../../../model/rule.ts";
import type { Site } from "../../../model/sample.ts";
import type { Slice } from "../../../model/view.ts";
import type { Severity, Words } from "../../../model/words.ts";
import type { MapPoint, MapPoints } from "../map-points.ts";
import { project } from "../mercator.ts";
import type { Reader } from "./reader.ts";
import type { SiteBook } from "./standpoint.ts";

/** The sites of a topic, as a layer that may lie over any map; of each kind by which indicator one tells whether it reports. */
export interface PointLayer {
  /** 水利点位. */
  readonly title: Words;
  readonly kinds: readonly { readonly kind: string; /** Absent = none is measured there. */ readonly indicator?: string }[];
}
/** What of a topic its layer is made of. */
export interface LayerTopic {
  readonly title: Words;
  readonly indicators: readonly Pick<Indicator, "id" | "leaf" | "siteKind" | "class">[];
}
const say = phrases({ 含示例点位: "with example points" });
type Found = Pick<AlertRecord, "place" | "severity" | "state" | "source">;

/** The layer of a topic: every kind of site at which it measures. Undefined for one that measures at none. */
export function layerOf({ title, indicators }: LayerTopic): PointLayer | undefined {
  const atSites = indicators.filter(({ leaf, siteKind }) => leaf === "site" && siteKind !== undefined);
  const kinds = [...new Set(atSites.map(({ siteKind }) => siteKind!))];
  if (kinds.length === 0) return undefined;
  // What everybody may hear tells it to everybody alike.
  const measuredAt = (kind: string) => atSites.find(({ siteKind, class: of }) => siteKind === kind && of === "open") ?? atSites.find(({ siteKind }) => siteKind === kind)!;
  return { title: { zh: `${title.zh}点位`, en: `${title.en} sites` }, kinds: kinds.map((kind) => ({ kind, indicator: measuredAt(kind).id })) };
}
/** What of a layer is read: of each kind in its order, what stands at its sites; undefined where nothing is measured. */
export const readLayer = (reader: Reader, layer: PointLayer, region: string): (Slice | undefined)[] => layer.kinds.map(({ indicator }) => (indicator === undefined ? undefined : reader.cells(indicator, region, "site")));

/** The gravest of the findings that hold at each place. */
function gravest(alerts: Iterable<Found>): Map<string, Found> {
  const worst = new Map<string, Found>();
  for (const alert of alerts) if (stillHolds(alert) && alert.severity < (worst.get(alert.place)?.severity ?? 5)) worst.set(alert.place, alert);
  return worst;
}

/**
 * The points of a layer. A site that never reported is unreported; one of a kind at which nothing is measured is, too; while the numbers have not come, or where they are not
 * ours to hear, it is not known.
 * @param slices as `readLayer` gives them
 */
export function layerPoints(layer: PointLayer, slices: readonly (Slice | undefined)[], alerts: Iterable<Found>, sites: SiteBook, lang: Lang): MapPoints {
  const worst = gravest(alerts);
  const asked = layer.kinds.map(({ kind }, i) => ({ all: sites.ofKind(kind), slice: slices[i], isMeasured: layer.kinds[i]!.indicator !== undefined }));
  const all = asked.flatMap(({ all: known = [], slice, isMeasured }) => known.map((site) => ({ site, tells: tells(site, slice, isMeasured) })));
  const points = all.flatMap(({ site, tells: told }): MapPoint[] => {
    if (!site.point) return [];
    const finding = worst.get(site.id);
    return [{ id: site.id, at: project(...site.point), name: (lang === "en" && site.nameEn) || site.name, tells: told, ...(finding && { severity: finding.severity as Severity, ...(isDefaultThreshold(finding) && { byDefault: true }) }) }];
  });
  const lost = all.length - points.length;
  return {
    title: wordsIn(layer.title, lang), points,
    ...(asked.some(({ all: known, slice }) => known === undefined || slice?.status === "loading") && { awaited: true }),
    ...(lost > 0 && { lost }),
    ...(all.some(({ site }) => site.illustrative === true) && { caption: say(lang)("含示例点位") }),
  };
}
function tells({ id }: Pick<Site, "id">, slice: Slice | undefined, isMeasured: boolean): boolean | null {
  if (!isMeasured) return false;
  if (slice?.status !== "ready") return null;
  return (slice.cells.get(id)?.observedAt ?? null) !== null;
}
/** What the picture of a layer depends on: while it is the same, nothing is laid out again. */
export function layerKey(slices: readonly (Slice | undefined)[], alerts: Iterable<Found>): string {
  const reported = slices.map((slice) => `${slice?.status}:${[...(slice?.cells.values() ?? [])].map(({ observedAt }) => Number(observedAt !== null)).join("")}`);
  return [...reported, ...[...gravest(alerts)].map(([place, { severity }]) => `${place} ${severity}`).sort()].join(" ");
}
