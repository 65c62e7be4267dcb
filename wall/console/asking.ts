import type { Clock, Stop } from "../../model/ports.ts";

/** How long somebody pauses between two letters, ms, before it is asked for what stands there. */
export const QUIET_MS = 80;
/** From when on it is said that an answer is awaited; what stood before is taken away then. */
export const SLOW_MS = 300;

/** What stands under the field. `found` lists what `query` found; nothing else lists anything, so that no old list passes for a new one. */
export type Answered<T> =
  | { readonly is: "nothing" | "slow" | "cut" }
  | { readonly is: "found"; readonly query: string; readonly items: readonly T[] }
  | { readonly is: "failed"; readonly why: unknown };

interface Needs<T> {
  readonly clock: Pick<Clock, "after">;
  ask(query: string): Promise<readonly T[]>;
  changed(): void;
}

/** Asks for what is typed once the typing pauses; an older answer never replaces a newer one, and while cut off nothing is asked. */
export class Asking<T> {
  now: Answered<T> = { is: "nothing" };
  private readonly needs: Needs<T>;
  private wanted = "";
  private turn = 0;
  private isCut = false;
  /** Whether the answer to what was typed last stands. */
  private settled = true;
  private waits: Stop[] = [];

  constructor(needs: Needs<T>) {
    this.needs = needs;
  }
  type(text: string): void {
    const query = text.trim();
    if (query === this.wanted) return;
    this.wanted = query;
    this.drop();
    if (query === "") this.stand({ is: "nothing" });
    else if (!this.isCut) this.waits = [this.needs.clock.after(QUIET_MS, () => this.go())];
  }
  /** Somebody will not wait. Answers false when what was typed is answered already. */
  hurry(): boolean {
    if (this.settled || this.isCut || this.wanted === "") return false;
    this.go();
    return true;
  }
  /** Asks the same again, after a failure. */
  again(): void {
    this.settled = false;
    this.hurry();
  }
  /** The line has gone, or is there again: what is on its way will not be believed, and what is typed is asked again then. */
  cut(isCut: boolean): void {
    if (isCut === this.isCut) return;
    this.isCut = isCut;
    this.drop();
    if (isCut) return this.stand({ is: "cut" });
    this.stand({ is: "nothing" });
    if (this.wanted !== "") this.again();
  }
  /** Nobody looks any more. */
  end(): void {
    this.drop();
  }

  private drop(): void {
    this.turn++;
    this.settled = this.wanted === "";
    for (const stop of this.waits) stop();
    this.waits = [];
  }
  private go(): void {
    this.drop();
    const turn = this.turn;
    const query = this.wanted;
    this.waits = [this.needs.clock.after(SLOW_MS, () => this.stand({ is: "slow" }))];
    const answer = (answered: Answered<T>): void => {
      if (turn !== this.turn) return;
      this.drop();
      this.settled = answered.is === "found";
      this.stand(answered);
    };
    this.needs.ask(query).then((items) => answer({ is: "found", query, items }), (why: unknown) => answer({ is: "failed", why }));
  }
  private stand(answered: Answered<T>): void {
    this.now = answered;
    this.needs.changed();
  }
}
