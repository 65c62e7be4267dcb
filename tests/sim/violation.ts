/** What must hold after every step (RELIABILITY §b), as far as the core of decisions answers for it. */
export const INVARIANTS = {
  I1: "What was answered is durable.",
  I2: "A command's id has its effect once.",
  I3: "Only legal transitions, and one terminal state.",
  I4: "One owner: one program writes, each entry has a number of its own, one command waits about a thing, one alert stands for a cause.",
  I5: "A timer is never early, and always comes; once.",
  I10: "Alerts are conserved: what was raised stands in a group, wherever it stands, and the death of a source resolves none.",
  I13: "The chain verifies, and what stands is nothing but the chain read in order.",
  I18: "Received = accepted + rejected with a reason + kept aside.",
  live: "Once faults stop, all that is due has happened within its bound, and every command is answered.",
} as const;
export type Invariant = keyof typeof INVARIANTS;

/** One of them does not hold. */
export class Violation extends Error {
  readonly invariant: Invariant;
  constructor(invariant: Invariant, what: string) {
    super(`${invariant}: ${INVARIANTS[invariant]} ${what}`);
    this.name = "Violation";
    this.invariant = invariant;
  }
}
/** Keeps the first of them: what is thrown inside the house would be taken for a fault of its store. */
export interface Court {
  /** The first that was found. */
  first: Violation | null;
  must(holds: boolean, invariant: Invariant, what: () => string): void;
}
export function court(): Court {
  return {
    first: null,
    must(holds, invariant, what) {
      if (!holds) this.first ??= new Violation(invariant, what());
    },
  };
}
