import type { SampleProblem } from "../../model/problem.ts";
import { SAMPLE_PROBLEMS } from "../../model/problem.ts";
import type { ItemProblem, SampleReceipt } from "./needs.ts";

const SHOWN = 100;

/** Counts that always balance, and the first hundred reasons. */
export class Tally {
  private received = 0;
  private accepted = 0;
  private duplicates = 0;
  private rejected = 0;
  private quarantined = 0;
  private readonly problems: ItemProblem[] = [];

  /** The index of the next item. */
  get next(): number {
    return this.received;
  }
  accept(): void {
    this.received++;
    this.accepted++;
  }
  refuse(code: SampleProblem, message: string): void {
    if (this.problems.length < SHOWN) this.problems.push({ index: this.received, code, message });
    this.received++;
    if (SAMPLE_PROBLEMS[code] === "rejected") this.rejected++;
    else this.quarantined++;
  }
  repeat(count: number): void {
    this.duplicates += count;
  }
  receipt(): SampleReceipt {
    const { received, accepted, duplicates, rejected, quarantined } = this;
    return { received, accepted, duplicates, rejected, quarantined, problems: [...this.problems] };
  }
}
