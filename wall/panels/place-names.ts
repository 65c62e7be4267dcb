import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { systemClock } from "../../model/clock.ts";
import { readsContext } from "../kit/contexts.ts";
import { language } from "../kit/language.ts";
import { ReadRefused, type Reads, type RegionView } from "../kit/reads.ts";
import { nameInLists, type NamedRegion } from "../marks/facts/place-names.ts";
import type { PlaceNaming } from "../marks/facts/standpoint.ts";

interface Known extends NamedRegion {
  readonly parent: string;
}
const PROVINCE = "44";
/** Until names that did not come are asked for again. */
const AGAIN_MS = 5_000;

/** Names of places that numbers carry by code only; the host renders again when they come. */
export class PlaceNames implements ReactiveController, PlaceNaming {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly reads: ContextConsumer<typeof readsContext, ReactiveControllerHost & HTMLElement>;
  private readonly asked = new Set<string>();
  private readonly known = new Map<string, Known>();
  private readonly sites = new Map<string, string>();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    this.reads = new ContextConsumer(host, { context: readsContext });
    host.addController(this);
  }
  /** Cities and counties are few: all are learnt at once, so that no row waits for its name. */
  hostUpdate(): void {
    this.ask(PROVINCE, async (reads) => {
      const [province, cities] = await Promise.all([reads.region(PROVINCE), reads.cities()]);
      for (const view of [province, ...cities]) this.learn(view);
    });
  }

  /** 江门 台山 for a county, 台山 海宴镇 for a town, 全省; the code itself until the name is known. */
  of(code: string): string {
    if (!/^\d+$/.test(code)) return this.ofSite(code);
    const own = this.known.get(code);
    if (!own) {
      if (code.length > 6) this.ask(code, async (reads) => this.learn(await reads.region(code)));
      return code;
    }
    return nameInLists(own, this.known.get(own.parent), language());
  }
  /** 东莞 and 中山 have no county: their stand-in is drawn, never counted. */
  isPassThrough = (code: string): boolean => this.known.get(code)?.passThrough ?? false;

  private ofSite(id: string): string {
    this.ask("sites", async (reads) => {
      for (const site of await reads.sites()) this.sites.set(site.id, site.name);
    });
    return this.sites.get(id) ?? id;
  }
  private learn(view: RegionView): void {
    if (!this.known.has(view.code)) this.known.set(view.code, { name: view.name, level: view.level, parent: view.path.at(-1) ?? "", passThrough: false });
    for (const { code, name, level, passThrough = false } of view.children) this.known.set(code, { name, level, parent: view.code, passThrough });
  }
  private ask(key: string, get: (reads: Reads) => Promise<unknown>): void {
    if (!this.reads.value || this.asked.has(key)) return;
    this.asked.add(key);
    get(this.reads.value).then(
      () => this.host.requestUpdate(),
      (error: unknown) => {
        // A place that is not ours to see keeps its code; an answer that was lost on the way is asked for again.
        if (error instanceof ReadRefused && error.status < 500) return;
        systemClock.after(AGAIN_MS, () => {
          this.asked.delete(key);
          this.host.requestUpdate();
        });
      },
    );
  }
}
