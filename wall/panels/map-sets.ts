import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { BoundarySet } from "../../model/boundary.ts";
import type { Stop } from "../../model/ports.ts";
import type { Level } from "../../model/region.ts";
import { clockContext, readsContext } from "../kit/contexts.ts";
import type { MapSets } from "../marks/map-data.ts";

/** Where a map looks: which shapes are its main ones, and what is brought forward. */
export interface MapFocus {
  readonly code: string;
  readonly level: Level;
  readonly parents: readonly string[];
}
const RETRY_MS = 10_000;

/** The shapes that a map stands on, asked for once; its host renders again as they come. */
export class MapSetsSource implements ReactiveController {
  focus: MapFocus | undefined;
  /** True when shapes were asked for and did not come. */
  failed = false;
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly reads: ContextConsumer<typeof readsContext, ReactiveControllerHost & HTMLElement>;
  private readonly clock: ContextConsumer<typeof clockContext, ReactiveControllerHost & HTMLElement>;
  private readonly got = new Map<string, BoundarySet>();
  private readonly asked = new Set<string>();
  private last: MapSets | undefined;
  private waiting: Stop | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    this.reads = new ContextConsumer(host, { context: readsContext });
    this.clock = new ContextConsumer(host, { context: clockContext });
    host.addController(this);
  }
  hostUpdate(): void {}
  hostDisconnected(): void {
    this.waiting?.();
    this.waiting = undefined;
  }

  /** The whole province by counties, or the towns of the county that the focus lies in. Undefined until the first shapes are there. */
  of(region: string, province: string): MapSets | undefined {
    const focus = this.locate(region, province);
    const counties = this.set("county", province) ?? this.set("county-light", province);
    if (!counties) return undefined;
    const around = { context: this.set("context"), cities: this.set("city", province), around: counties };
    const county = focus?.level === "county" ? focus.code : focus?.level === "town" || focus?.level === "village" ? focus.parents[2] : undefined;
    const town = focus?.level === "town" ? focus.code : focus?.level === "village" ? focus.parents[3] : undefined;
    const main = (county === undefined ? undefined : this.set("town", county)) ?? counties;
    const villages = town === undefined ? undefined : this.set("village", town);
    return this.kept({ main, ...around, ...(villages && { villages }) });
  }
  /** The same sets are the same object, so that nothing is laid out again for nothing. */
  private kept(next: { [K in keyof MapSets]: MapSets[K] | undefined }): MapSets {
    const clean = Object.fromEntries(Object.entries(next).filter(([, set]) => set !== undefined)) as unknown as MapSets;
    const keys = Object.keys(clean) as (keyof MapSets)[];
    const before = this.last;
    if (before && keys.length === Object.keys(before).length && keys.every((k) => clean[k] === before[k])) return before;
    return (this.last = clean);
  }
  private locate(region: string, province: string): MapFocus | undefined {
    if (region === province) return (this.focus = undefined);
    if (this.focus?.code === region) return this.focus;
    const reads = this.reads.value;
    const known = reads?.regionNow(region);
    if (known) return (this.focus = { code: region, level: known.level, parents: known.path });
    if (reads && !this.asked.has(region)) {
      this.asked.add(region);
      reads.region(region).then(() => this.host.requestUpdate(), () => undefined);
    }
    return undefined;
  }
  /** A map without its ground says so and tries again, but not at once. */
  private retry(): void {
    if (this.waiting) return;
    this.waiting = this.clock.value?.after(RETRY_MS, () => {
      this.waiting = undefined;
      this.host.requestUpdate();
    });
    this.host.requestUpdate();
  }
  private set(level: BoundarySet["level"], parent?: string): BoundarySet | undefined {
    const key = `${level}|${parent ?? ""}`;
    const known = this.got.get(key);
    const reads = this.reads.value;
    if (known || !reads || this.waiting || this.asked.has(key)) return known;
    this.asked.add(key);
    reads.boundaries(level, parent).then(
      (set) => {
        this.got.set(key, set);
        this.failed = false;
        this.host.requestUpdate();
      },
      // Without this layer the map still stands; the next focus asks again.
      () => {
        this.asked.delete(key);
        this.failed = true;
        this.retry();
      },
    );
    return undefined;
  }
}
