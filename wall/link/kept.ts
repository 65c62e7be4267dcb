import { channelKey, type Channel } from "../../model/wire/channel.ts";
import type { SituationInfo } from "../../model/situation.ts";
import type { Frame } from "../../model/wire/frame.ts";

/** The last picture of a display, for the case that it starts while nobody answers. */
export interface Kept {
  /** Server time of the last sign of life, epoch ms. */
  readonly heardAt: number;
  /** As they were told last; their clocks stand. */
  readonly situations: readonly SituationInfo[];
  readonly frames: readonly KeptFrame[];
}
export interface KeptFrame {
  readonly situation: string;
  readonly channel: Channel;
  /** A snapshot, whatever deltas it was made of. */
  readonly frame: Frame;
}

interface Held {
  readonly situation: string;
  readonly channel: Channel;
  last: Frame;
  readonly parts: Map<string, unknown>;
}
/** Folds the frames of each channel into one snapshot of what it shows now. */
export class Keeper {
  private readonly held = new Map<string, Held>();
  /** Counts what has changed, so that nothing is written twice. */
  changes = 0;

  take(situation: string, channel: Channel, frame: Frame): void {
    const key = channelKey(situation, channel);
    const before = this.held.get(key);
    const parts = frame.kind === "snapshot" || !before ? new Map<string, unknown>() : before.parts;
    if (frame.body === "cells") for (const cell of frame.cells) parts.set(cell.place, cell);
    else
      for (const { id, record } of frame.records) {
        if (record === null) parts.delete(id);
        else parts.set(id, record);
      }
    this.held.set(key, { situation, channel, last: frame, parts });
    this.changes++;
  }
  /** Nobody shows it any more, or it may not be shown. */
  drop(situation: string, channel: Channel): void {
    if (this.held.delete(channelKey(situation, channel))) this.changes++;
  }
  frames(): KeptFrame[] {
    return [...this.held.values()].map(({ situation, channel, last, parts }) => ({
      situation, channel,
      frame: last.body === "cells" ? { ...last, kind: "snapshot", cells: [...parts.values()] as never } : { ...last, kind: "snapshot", records: [...parts].map(([id, record]) => ({ id, record })) },
    }));
  }
}

/** A clock that nobody tells any more stands where it was heard last: a drill that ran on by itself would show a time that never was. How fast it ran, and whether it was paused, stays said. */
export function stoodStill(situations: readonly SituationInfo[], heardAt: number, simNow: (situation: string) => number): SituationInfo[] {
  return situations.map((info) => (info.kind === "live" ? info : { ...info, clock: { ...info.clock, at: heardAt, simAt: simNow(info.id), stands: true } }));
}
