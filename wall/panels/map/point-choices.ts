import type { IndicatorView, TopicView } from "../../kit/reads.ts";
import { layerOf, type PointLayer } from "../../marks/facts/point-layer.ts";
import { siteKind } from "../../marks/facts/site-kinds.ts";
import type { Site } from "../../../model/sample.ts";
import type { Words } from "../../../model/words.ts";

/** A layer of points that may lie over the console's map. */
export interface PointChoice {
  /** The topic's id, `kind:shelter`, or `village`. */
  readonly id: string;
  readonly title: Words;
  readonly layer: PointLayer | "village";
}
export const NO_POINTS = "none";

/** Whether a topic has points that may lie over a map. */
export const hasPoints = (topic: TopicView): boolean => layerOf(topic) !== undefined;

/** Every topic that measures at sites, every kind of site at which nobody measures, and the villages. */
export function pointChoices(topics: readonly TopicView[], sites: readonly Pick<Site, "kind">[]): PointChoice[] {
  const layers = topics.flatMap((topic): PointChoice[] => {
    const layer = layerOf(topic);
    return layer ? [{ id: topic.id, title: topic.title, layer }] : [];
  });
  const measured = new Set(layers.flatMap(({ layer }) => (layer === "village" ? [] : layer.kinds.map(({ kind }) => kind))));
  const others = [...new Set(sites.map(({ kind }) => kind))].filter((kind) => !measured.has(kind)).sort();
  return [...layers, ...others.map((kind): PointChoice => ({ id: `kind:${kind}`, title: siteKind(kind), layer: { title: siteKind(kind), kinds: [{ kind }] } })), { id: "village", title: { zh: "村（居）", en: "Villages" }, layer: "village" }];
}
/**
 * What lies over the map: what somebody chose, else the sites at which the indicator on the map is measured.
 * @param asked as the address says it; empty = nobody chose
 */
export function pointsShown(asked: string, choices: readonly PointChoice[], measured: IndicatorView | undefined): PointLayer | "village" | null {
  if (asked === NO_POINTS) return null;
  const chosen = choices.find(({ id }) => id === asked);
  if (chosen) return chosen.layer;
  if (measured?.leaf !== "site" || measured.siteKind === undefined) return null;
  return { title: siteKind(measured.siteKind), kinds: [{ kind: measured.siteKind, indicator: measured.id }] };
}
