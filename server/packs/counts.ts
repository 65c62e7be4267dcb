import type { PackFault } from "../../model/pack-fact.ts";
import type { PackState } from "./standing.ts";

/** One figure in Prometheus' words. */
export interface PackFigure {
  readonly name: string;
  readonly help: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}
/** What became of readings that were handed on. */
export interface Taken {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly quarantined: number;
  /** The first of those that were not accepted. */
  readonly problems: readonly { readonly message: string }[];
}
type Outcome = Exclude<keyof Taken, "problems">;
/** `late`: the step before was still under way; `refused`: the house took no samples. */
export type Lost = PackFault | "late" | "refused";

/** What the packs' code has done since the server started. */
export class Counts {
  private readonly endings = new Tallies<PackFault>();
  private readonly losses = new Tallies<Lost>();
  private readonly samples = new Tallies<Outcome>();

  ended(topic: string, reason: PackFault): void {
    this.endings.add(topic, reason, 1);
  }
  lost(topic: string, reason: Lost): void {
    this.losses.add(topic, reason, 1);
  }
  took(topic: string, { accepted, duplicates, rejected, quarantined }: Taken): void {
    for (const [outcome, n] of Object.entries({ accepted, duplicates, rejected, quarantined })) this.samples.add(topic, outcome as Outcome, n);
  }
  figures(states: readonly PackState[]): PackFigure[] {
    return [
      ...states.map(({ topic, state }): PackFigure => ({ name: "guanlan_pack_running", help: "1 while a pack's code runs, 0 while it starts or was ended.", labels: { topic }, value: Number(state === "running") })),
      ...this.endings.figures("guanlan_pack_ended_total", "Endings of a pack's code, by reason.", "reason"),
      ...this.losses.figures("guanlan_pack_lost_total", "Steps of a pack's code that were lost, or cut, by reason.", "reason"),
      ...this.samples.figures("guanlan_pack_samples_total", "Samples that packs' code has brought, by outcome.", "outcome"),
    ];
  }
}

class Tallies<K extends string> {
  private readonly counts = new Map<string, { topic: string; key: K; n: number }>();
  add(topic: string, key: K, n: number): void {
    const at = `${topic} ${key}`;
    const known = this.counts.get(at);
    if (known) known.n += n;
    else this.counts.set(at, { topic, key, n });
  }
  figures(name: string, help: string, label: string): PackFigure[] {
    return [...this.counts.values()].map(({ topic, key, n }) => ({ name, help, labels: { topic, [label]: key }, value: n }));
  }
}
