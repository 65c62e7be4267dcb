import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { BoundarySet } from "../../model/boundary.ts";
import type { Stop } from "../../model/ports.ts";
import { clockContext, readsContext } from "../kit/contexts.ts";
import { ReadRefused } from "../kit/reads.ts";
import { setsFor, shapeOf, type MapBase, type MapFocus } from "../marks/facts/map-sets.ts";
import type { MapSets } from "../marks/map-data.ts";

const RETRY_MS = 10_000;
/** So long the place that was looked at before may stand on a living page while the shapes of the next one come. */
const HELD_MS = 1_000;

/** What a map can stand on now; without it, why there is nothing that it may draw. */
export type Standing = MapBase | { readonly sets?: undefined; readonly lack: "coming" | "late" | "missing" | "none" };

/** The shapes that a map stands on, asked for once; its host renders again as they come. */
export class MapSetsSource implements ReactiveController {
  private focus: MapFocus | undefined;
  /** True when shapes were asked for and did not come. */
  private failed = false;
  private looked = "";
  private stood: MapBase | undefined;
  /** Ends the time in which what stood before may stand. */
  private holding: Stop | undefined;
  private isLate = false;
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly reads: ContextConsumer<typeof readsContext, ReactiveControllerHost & HTMLElement>;
  private readonly clock: ContextConsumer<typeof clockContext, ReactiveControllerHost & HTMLElement>;
  private readonly got = new Map<string, BoundarySet>();
  private readonly asked = new Set<string>();
  /** Layers that were asked for and have neither come nor failed. */
  private awaited = 0;
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
    this.letGo();
  }

  /**
   * The whole province by counties, or the place that is looked at with the towns around it; never another place under its name.
   * @param isLinked a page that is cut off holds nothing over from another place
   */
  of(region: string, province: string, isLinked: boolean): Standing {
    if (region !== this.looked) this.turn(region);
    const focus = this.locate(region, province);
    const sets = this.setsOf(focus, province);
    const shape = !sets ? "coming" : region === province ? "here" : focus ? shapeOf(focus, sets) : "coming";
    if (sets && shape === "here") {
      this.letGo();
      // The same base is the same object.
      return (this.stood = this.stood?.sets === sets && this.stood.focus === focus ? this.stood : { sets, focus });
    }
    if (shape === "none") return { lack: "none" };
    this.holding ??= this.clock.value?.after(HELD_MS, () => {
      this.isLate = true;
      this.host.requestUpdate();
    });
    if (this.failed) return { lack: "missing" };
    if (this.isLate) return { lack: "late" };
    return isLinked && this.stood ? this.stood : { lack: "coming" };
  }
  /** What could not be had of another place says nothing of this one. */
  private turn(region: string): void {
    this.looked = region;
    this.failed = false;
    this.waiting?.();
    this.waiting = undefined;
    this.letGo();
  }
  private letGo(): void {
    this.holding?.();
    this.holding = undefined;
    this.isLate = false;
  }
  /** Undefined until each layer of the first picture has come or failed. */
  private setsOf(focus: MapFocus | undefined, province: string): MapSets | undefined {
    const next = setsFor(focus, province, (level, parent) => this.set(level, parent));
    // A map that is built of its layers one by one is painted whole for each of them.
    return !next || (this.awaited > 0 && !this.last) ? this.last : this.kept(next);
  }
  /** The same sets are the same object, so that nothing is laid out again for nothing. */
  private kept(next: MapSets): MapSets {
    const keys = Object.keys(next) as (keyof MapSets)[];
    const before = this.last;
    if (before && keys.length === Object.keys(before).length && keys.every((k) => next[k] === before[k])) return before;
    return (this.last = next);
  }
  private locate(region: string, province: string): MapFocus | undefined {
    if (region === province) return (this.focus = undefined);
    if (this.focus?.code === region) return this.focus;
    const reads = this.reads.value;
    const known = reads?.regionNow(region);
    if (known) return (this.focus = { code: region, level: known.level, parents: known.path });
    if (reads && !this.asked.has(region)) {
      this.asked.add(region);
      reads.region(region).then(() => this.host.requestUpdate(), (error: unknown) => {
        this.failed = true;
        this.host.requestUpdate();
        // A place that is not ours to see stays so.
        if (error instanceof ReadRefused && error.status < 500) return;
        this.clock.value?.after(RETRY_MS, () => {
          this.asked.delete(region);
          this.failed = false;
          this.host.requestUpdate();
        });
      });
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
    this.awaited++;
    reads.boundaries(level, parent).then(
      (set) => {
        this.awaited--;
        this.got.set(key, set);
        this.failed = false;
        this.host.requestUpdate();
      },
      // Without this layer the map still stands; the next focus asks again.
      () => {
        this.awaited--;
        this.asked.delete(key);
        this.failed = true;
        this.retry();
      },
    );
    return undefined;
  }
}
