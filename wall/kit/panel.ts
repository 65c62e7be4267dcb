import type { Words } from "../../model/words.ts";

/** What a scene and the gallery must know of a panel kind. */
export interface PanelSpec<Config = unknown> {
  /** As scenes name it: `map`, `trend`, … */
  readonly kind: string;
  /** The custom element that shows it; takes `config`. */
  readonly tag: string;
  readonly title: Words;
  /** Smallest legible size in u, width and height. */
  readonly minU: readonly [number, number];
  /** The height that it can fill at most, u. */
  readonly mostU?: number;
  /** How the panel shows itself in the gallery. */
  readonly example: Config;
}
/** The one property that a scene sets on a panel. */
export interface PanelElement<Config = unknown> extends HTMLElement {
  config: Config;
  /** It has nothing to show that another panel of its scene does not say. */
  readonly isSilent?: boolean;
  /** It has nothing to show but the reason why. */
  readonly isEmpty?: boolean;
}
/** Said by a panel that begins, or ceases, to have something to show. */
export const PANEL_EMPTIES = "panel-empties";

const known = new Map<string, PanelSpec>();

/** Makes a panel kind known to scenes and to the gallery. */
export function definePanel<Config>(spec: PanelSpec<Config>): void {
  const before = known.get(spec.kind);
  if (before && before.tag !== spec.tag)
    throw new Error(`Panel kind "${spec.kind}" is defined by <${before.tag}> and by <${spec.tag}>; each kind has one panel. Rename one.`);
  known.set(spec.kind, spec);
}
export const panelOf = (kind: string): PanelSpec | undefined => known.get(kind);
/** All panels, by kind, for the gallery. */
export const allPanels = (): readonly PanelSpec[] => [...known.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1));
