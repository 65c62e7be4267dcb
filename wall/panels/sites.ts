import { ContextConsumer } from "@lit/context";
import { group } from "d3";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { systemClock } from "../../model/clock.ts";
import type { Site } from "../../model/sample.ts";
import { readsContext } from "../kit/contexts.ts";
import type { SiteBook } from "../marks/facts/standpoint.ts";

/** Until facilities that did not come are asked for again. */
const AGAIN_MS = 5_000;

/** The facilities that this seat may know of, for panels that draw them; the host renders again when they come. */
export class Sites implements ReactiveController, SiteBook {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly reads: ContextConsumer<typeof readsContext, ReactiveControllerHost & HTMLElement>;
  private byKind: ReadonlyMap<string, readonly Site[]> | undefined;
  private byId: ReadonlyMap<string, Site> = new Map();
  private asked = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    this.reads = new ContextConsumer(host, { context: readsContext });
    host.addController(this);
  }
  hostUpdate(): void {
    if (this.asked || !this.reads.value) return;
    this.asked = true;
    this.reads.value.sites().then(
      (sites) => this.learn(sites),
      () => systemClock.after(AGAIN_MS, () => {
        this.asked = false;
        this.host.requestUpdate();
      }),
    );
  }
  ofKind = (kind: string): readonly Site[] | undefined => this.byKind && (this.byKind.get(kind) ?? NONE);
  one = (id: string): Site | undefined => this.byId.get(id);

  private learn(sites: readonly Site[]): void {
    const inOrder = sites.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    this.byKind = group(inOrder, ({ kind }) => kind);
    this.byId = new Map(inOrder.map((site) => [site.id, site]));
    this.host.requestUpdate();
  }
}
const NONE: readonly Site[] = [];
