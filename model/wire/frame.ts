import type { FixedState } from "../freshness.ts";
import type { Quality } from "../quality.ts";

/** Version of the wire; a frame of another version is refused. History in docs/spec/wire.md. */
export const WIRE_VERSION = 9;

export interface FrameHead {
  /** The channel's number, as the watch acknowledgement gave it. */
  readonly id: number;
  /** Changes whenever history may be lost: a restart, a restore, a seek. */
  readonly epoch: number;
  /** From 1 within an epoch; a snapshot states the seq it is true at. */
  readonly seq: number;
  readonly kind: "snapshot" | "delta";
  readonly tick: number;
  /** Server time of composing, epoch ms. */
  readonly at: number;
  /** Situation time of composing, epoch ms. */
  readonly simAt: number;
  /** Server time at which every display shows it, epoch ms. */
  readonly applyAt: number;
}

/** One number on the wire. `state` only where the client cannot find it by time alone. */
export interface FrameCell {
  readonly place: string;
  readonly value: number | null;
  readonly observedAt: number | null;
  readonly state: FixedState;
  /** A child whose source is lost, among others that are not: the roll-up must not look plain fresh. An overdue child shows in `observedAt`, one that never reported in `have` of `of`. */
  readonly tainted: boolean;
  readonly quality: Quality;
  readonly have: number;
  readonly of: number;
}

export interface CellFrame extends FrameHead {
  readonly body: "cells";
  /** Decimals by which values were scaled to integers. */
  readonly decimals: number;
  readonly cells: readonly FrameCell[];
}

/** Alerts, levels, incidents, tasks, warnings, responses, walls (each with `id`) or series points; in a delta `null` at an id removes it. */
export interface RecordFrame extends FrameHead {
  readonly body: "records";
  readonly records: readonly FrameRecord[];
}
export interface FrameRecord {
  readonly id: string;
  /** null = gone. */
  readonly record: unknown;
}

export type Frame = CellFrame | RecordFrame;
