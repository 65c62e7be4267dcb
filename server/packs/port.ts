import type { PackPlace } from "../../model/pack-feed.ts";
import type { WorldPlan } from "../../model/world/world.ts";

/** The heap that all packs have together; a thread that needs more is ended by the engine. */
export const HEAP_BYTES = 64 * 1024 * 1024;

/** What the host asks of the thread; `open` and `step` are calls, one at a time, each answered once. */
export type ToThread =
  | { readonly kind: "open"; readonly call: number; readonly topic: string; readonly module: string }
  | { readonly kind: "places"; readonly topic: string; readonly places: readonly PackPlace[] }
  /** A world in which steps are asked for from now on; null: no more. */
  | { readonly kind: "world"; readonly id: string; readonly plan: WorldPlan | null }
  /** Over the places from `from` up to `to` at which any of `of` is told, null: any indicator; with `weigh` the heap is collected before and after. */
  | { readonly kind: "step"; readonly call: number; readonly topic: string; readonly world: string; readonly at: number; readonly of: readonly string[] | null; readonly from: number; readonly to: number; readonly weigh: boolean };

/** Why a thread has ended that nobody has ended: its heap was full, or anything else. */
export type ThreadEnd = "memory" | "exit";

/** A thread in which packs' code runs, as the host sees it. What it says is data of a program that nobody has checked. */
export interface PackThread {
  post(message: ToThread): void;
  /** The calls whose code was begun and finished last; told also while that code never ends. */
  progress(): { readonly begun: number; readonly finished: number };
  /** Processor that this thread alone has had so far, ms; null where the system does not say. */
  processorMs(): number | null;
  onMessage(listener: (message: unknown) => void): void;
  onEnd(listener: (why: ThreadEnd, words: string) => void): void;
  /** Ends it whatever it does; resolves when it has gone. */
  terminate(): Promise<void>;
}
