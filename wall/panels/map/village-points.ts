import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { BoundarySet } from "../../../model/boundary.ts";
import { readsContext } from "../../kit/contexts.ts";
import type { Reads } from "../../kit/reads.ts";
import { language } from "../../kit/language.ts";
import { mapGround } from "../../marks/map-ground.ts";
import { noticeIn } from "../../marks/map-speech.ts";
import type { MapPoint, MapPoints } from "../../marks/map-points.ts";
import { villageName } from "../../marks/place-name.ts";

/** Between two parts of a whole province that are drawn. */
const DRAWN_EVERY = 12;

/** Villages as points, of a whole region: they come county by county, as their shapes do, and stay for as long as the page. */
export class VillagePoints implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly reads: ContextConsumer<typeof readsContext, ReactiveControllerHost & HTMLElement>;
  private readonly sets = new Map<string, BoundarySet>();
  private asked = "";
  private isWhole = false;
  /** How many have come, so that what is drawn is built anew only when more have. */
  private arrived = 0;
  private made: { readonly of: string; readonly points: MapPoints } | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    this.reads = new ContextConsumer(host, { context: readsContext });
    host.addController(this);
  }
  hostUpdate(): void {}
  hostDisconnected(): void {
    // Whoever comes back asks for what is still missing.
    this.asked = "";
  }

  /**
   * @param region whose villages, and first those of `near`
   * @param tells of all of them, whether anything was ever reported; null where that is not known
   */
  of(region: string, near: string, title: string, tells: boolean | null): MapPoints {
    if (this.asked !== region && this.reads.value) {
      this.asked = region;
      this.isWhole = false;
      void this.ask(this.reads.value, region, near);
    }
    const of = `${region} ${this.arrived} ${this.isWhole} ${title} ${tells}`;
    if (this.made?.of === of) return this.made.points;
    const sets = [...this.sets.values()];
    const points = sets.flatMap((set) => mapGround(set).ground.regions.map(({ code, name, nameEn, labelAt }): MapPoint => ({ id: code, at: labelAt, name: language() === "en" ? nameEn || name : villageName(name), tells })));
    const caption = sets[0]?.caption;
    this.made = { of, points: { title, points, ...(!this.isWhole && { awaited: true }), ...(caption && { caption: noticeIn(caption, language()) }) } };
    return this.made.points;
  }
  private async ask(reads: Reads, region: string, near: string): Promise<void> {
    const counties = (await countiesOf(reads, region).catch((): string[] => [])).sort((a, b) => Number(isIn(b, near)) - Number(isIn(a, near)));
    let failed = counties.length === 0;
    for (const [i, county] of counties.entries()) {
      if (this.asked !== region || !this.host.isConnected) return;
      if (!this.sets.has(county)) await reads.boundaries("village", county).then((set) => this.sets.set(county, set), () => (failed = true));
      if ((i + 1) % DRAWN_EVERY === 0) this.tell();
    }
    // What did not come is still awaited: nothing is called whole that is not.
    this.isWhole = !failed;
    this.tell();
  }
  private tell(): void {
    this.arrived = this.sets.size;
    this.host.requestUpdate();
  }
}
const isIn = (code: string, near: string): boolean => code.startsWith(near.slice(0, 4));

/** The counties, or the town itself, by which the villages of a region are asked for. */
async function countiesOf(reads: Reads, region: string): Promise<string[]> {
  const { level, children, code, parent } = await reads.region(region);
  if (level === "county" || level === "town") return [code];
  if (level === "village") return parent === null ? [] : [parent];
  if (level === "city") return children.filter(({ special }) => !special).map((child) => child.code);
  return (await Promise.all(children.map((child) => countiesOf(reads, child.code)))).flat();
}
