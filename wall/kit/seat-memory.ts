import { NEW_SEAT, type SeatMemory } from "../../model/interruption.ts";

const isNumbers = (of: unknown): of is readonly number[] => Array.isArray(of) && of.every((each) => typeof each === "number");
const keyOf = (situation: string): string => `guanlan.seat.${situation}`;

/** What a seat was told of in a situation, as the page kept it; whatever cannot be read is a new seat. */
export function recall(kept: Pick<Storage, "getItem">, situation: string): SeatMemory {
  try {
    const { heard, interruptedAt, toldAt, flood } = JSON.parse(kept.getItem(keyOf(situation)) ?? "") as Record<string, unknown>;
    if (typeof heard !== "object" || heard === null || !isNumbers(Object.values(heard)) || !isNumbers(interruptedAt) || !isNumbers(toldAt)) return NEW_SEAT;
    return { heard: heard as SeatMemory["heard"], interruptedAt, toldAt, flood: flood === true };
  } catch {
    return NEW_SEAT;
  }
}
/** A page without storage, or whose storage is full, counts anew after a reload. */
export function keep(kept: Pick<Storage, "setItem">, situation: string, memory: SeatMemory): void {
  try {
    kept.setItem(keyOf(situation), JSON.stringify(memory));
  } catch {
    // Said above.
  }
}
