import { readFileSync, readlinkSync } from "node:fs";

const NS_A_MS = 1_000_000;

/** The number by which the system knows the thread that asks; 0 where it does not say (it does on Linux, /proc/thread-self). */
export function ownThread(): number {
  try {
    return Number(/\/task\/(\d+)$/.exec(readlinkSync("/proc/thread-self"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
/** Processor that one thread of this process has had so far, ms; null where the system does not say, or the thread has gone. */
export function threadProcessorMs(thread: number): number | null {
  if (thread === 0) return null;
  try {
    // Time on a processor, time in which it waited for one, turns: the first two in nanoseconds.
    const ns = Number(readFileSync(`/proc/self/task/${thread}/schedstat`, "utf8").split(" ")[0]);
    return Number.isFinite(ns) ? ns / NS_A_MS : null;
  } catch {
    return null;
  }
}
