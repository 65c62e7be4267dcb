import type { RegionCode } from "../../model/region.ts";
import { ReadRefused, type Reads, type RegionView } from "../kit/reads.ts";

/** What came of going somewhere: there, no such place for this seat, nobody answered, or somebody went elsewhere meanwhile. */
export type Going = "there" | "unknown" | "unanswered" | "overtaken";

/**
 * Where the console is looking: from the seat's own region down to a village. The next level's names can be fetched before
 * they are asked for, so that a tap finds them.
 */
export class Drill {
  /** The region whose children are shown. */
  current: RegionView;
  /** A village, or another place without children, picked within `current`. */
  picked: RegionView | null = null;
  private readonly reads: Pick<Reads, "region" | "regionNow">;
  private readonly root: RegionCode;
  private readonly changed: () => void;
  private wanted = 0;

  constructor(reads: Pick<Reads, "region" | "regionNow">, root: RegionView, changed: () => void) {
    this.reads = reads;
    this.root = root.code;
    this.current = root;
    this.changed = changed;
  }

  /** What is looked at: the picked place, else the region. */
  get focus(): RegionView {
    return this.picked ?? this.current;
  }
  /** From the seat's region down to what is looked at. */
  get crumbs(): readonly RegionCode[] {
    const way = [...this.focus.path, this.focus.code];
    return way.slice(Math.max(0, way.indexOf(this.root)));
  }

  /** Goes to a region; at once when its names are here, else when they have come, unless somebody went elsewhere first. */
  async to(code: RegionCode): Promise<Going> {
    const wanted = ++this.wanted;
    let failed: Going = "unanswered";
    const refused = (error: unknown): null => {
      if (error instanceof ReadRefused && error.status < 500 && error.status !== 401) failed = "unknown";
      return null;
    };
    const view = this.reads.regionNow(code) ?? (await this.reads.region(code).catch(refused));
    if (wanted !== this.wanted) return "overtaken";
    if (!view) return failed;
    await this.arrive(view, wanted);
    return wanted === this.wanted ? "there" : "overtaken";
  }
  async up(): Promise<void> {
    const above = this.crumbs.at(-2);
    if (above !== undefined) await this.to(above);
  }

  private async arrive(view: RegionView, wanted: number): Promise<void> {
    if (view.children.length > 0 || view.parent === null) {
      this.current = view;
      this.picked = null;
    } else {
      const parent = view.code === this.root ? view : (this.reads.regionNow(view.parent) ?? (await this.reads.region(view.parent).catch(() => view)));
      if (wanted !== this.wanted) return;
      this.current = parent;
      this.picked = view === parent ? null : view;
    }
    this.changed();
  }
  /** Fetches the names of the level below; asked for once what is looked at has been painted, so that nothing stands before that. */
  lookAhead(): void {
    for (const child of this.current.children) this.reads.region(child.code).catch(() => {});
  }
}
