import { aged, type Ageing } from "../../model/ageing.ts";
import type { Cell } from "../../model/sample.ts";
import type { CellFrame, FrameCell } from "../../model/wire/frame.ts";
import { NO_SLICE, type Slice } from "../../model/view.ts";

/** The last true frame of one slice; what is shown of it depends on the time and on the link. */
export class Cells {
  slice: Slice = NO_SLICE;
  private readonly raw = new Map<string, FrameCell & { readonly tick: number }>();

  take(frame: CellFrame, ageing: Ageing | undefined, simNow: number, live: boolean): void {
    if (frame.kind === "snapshot") {
      const here = new Set(frame.cells.map((c) => c.place));
      for (const place of this.raw.keys()) if (!here.has(place)) this.raw.delete(place);
    }
    const cells = frame.kind === "snapshot" ? new Map<string, Cell>() : new Map(this.slice.cells);
    for (const cell of frame.cells) {
      const before = this.raw.get(cell.place);
      // A snapshot repeats what did not change: its tick is not that cell's.
      const tick = before && same(before, cell) ? before.tick : frame.tick;
      const raw = { ...cell, tick };
      this.raw.set(cell.place, raw);
      cells.set(cell.place, aged(raw, ageing, simNow, live));
    }
    this.slice = { status: "ready", code: "", tick: frame.tick, at: frame.at, simAt: frame.simAt, cells };
  }

  empty(): void {
    this.raw.clear();
    this.slice = NO_SLICE;
  }

  refuse(code: string): void {
    this.raw.clear();
    this.slice = { ...NO_SLICE, status: "refused", code };
  }

  /** Judges every number again; true when any looks different now. */
  age(ageing: Ageing | undefined, simNow: number, live: boolean): boolean {
    let cells: Map<string, Cell> | undefined;
    for (const [place, raw] of this.raw) {
      const cell = aged(raw, ageing, simNow, live);
      if (this.slice.cells.get(place)?.state === cell.state) continue;
      cells ??= new Map(this.slice.cells);
      cells.set(place, cell);
    }
    if (cells) this.slice = { ...this.slice, cells };
    return cells !== undefined;
  }
}

const same = (a: FrameCell, b: FrameCell): boolean =>
  a.value === b.value && a.observedAt === b.observedAt && a.state === b.state && a.tainted === b.tainted &&
  a.quality === b.quality && a.have === b.have && a.of === b.of;
