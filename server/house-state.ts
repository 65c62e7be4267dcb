import type { Clock, Log, Stop, Store } from "../model/ports.ts";
import { Problem } from "../model/problem.ts";
import type { StoreState } from "../model/store-state.ts";
import { clockText, SECOND } from "../model/time.ts";

/** How often a store that takes nothing is tried. */
const PROBED_MS = SECOND;
type Write = "commit" | "writeHistory" | "putSession" | "dropSession" | "forget" | "forgetHistory" | "putSnapshotPart" | "putSnapshot" | "dropSnapshot" | "dropSnapshotParts";

export interface HouseState {
  /** The store as all rooms get it: while it is read-only a write is refused at once, in words, and reads go on. */
  readonly store: Store;
  now(): StoreState;
  /** Why it takes nothing, in words for who mends it; null while it writes. */
  why(): string | null;
  /** Tries the store now. */
  look(): Promise<void>;
  onChange(listener: () => void): Stop;
  /** Tries no more. */
  stop(): void;
}

/**
 * Watches what becomes of writes. One that fails has the store tried: a store that takes nothing (a full disk, one that fails) is read-only from then on,
 * is tried every second, and writes again by itself.
 */
export function watchStore({ store, clock, log }: { readonly store: Store; readonly clock: Clock; readonly log: Log }): HouseState {
  const listeners = new Set<() => void>();
  let state: StoreState = { store: "writes", since: clock.now() };
  let fault = "";
  let looking: Promise<void> | undefined;
  let again: Stop = () => {};
  let isOver = false;

  function become(next: StoreState["store"]): void {
    if (next === state.store) return;
    state = { store: next, since: clock.now() };
    if (next === "readOnly") log.error("The store takes nothing: the house is read-only until it does (存储只读)", { fault });
    else log.info("The store takes writes again");
    for (const listener of listeners) listener();
  }
  function look(): Promise<void> {
    again();
    looking ??= store
      .writable()
      .catch(() => false)
      .then((isWritable) => {
        looking = undefined;
        become(isWritable ? "writes" : "readOnly");
        if (!isWritable && !isOver) again = clock.after(PROBED_MS, () => void look());
      });
    return looking;
  }
  const refused = (): Problem =>
    new Problem("store_unavailable", `The store is read-only since ${clockText(state.since)}: its disk takes nothing (${fault}). Nothing was changed. Make room on the disk of DATA_DIR, or mend it; the house goes on by itself, and the same id may be sent again.`, { state: "readOnly" });

  function write<K extends Write>(name: K): Store[K] {
    const through = async (...given: unknown[]): Promise<unknown> => {
      if (state.store === "readOnly") throw refused();
      try {
        return await (store[name] as (...given: unknown[]) => Promise<unknown>)(...given);
      } catch (error) {
        // It may have been the write itself that was wrong.
        fault = error instanceof Error ? error.message : String(error);
        await look();
        throw error;
      }
    };
    return through as Store[K];
  }
  return {
    store: {
      ...store,
      commit: write("commit"), writeHistory: write("writeHistory"), putSession: write("putSession"), dropSession: write("dropSession"), forget: write("forget"), forgetHistory: write("forgetHistory"),
      putSnapshotPart: write("putSnapshotPart"), putSnapshot: write("putSnapshot"), dropSnapshot: write("dropSnapshot"), dropSnapshotParts: write("dropSnapshotParts"),
    },
    now: () => state,
    why: () => (state.store === "readOnly" ? fault : null),
    look,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop() {
      isOver = true;
      again();
    },
  };
}
