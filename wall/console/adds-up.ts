import type { Indicator } from "../../model/indicator.ts";
import type { Contribution } from "../../model/sample.ts";

/** What a part says for itself, as far as adding up needs it. */
export type Part = Pick<Contribution, "place" | "value" | "num" | "den" | "state"> & { readonly observedAt: string | null };
export type Summing = Pick<Indicator, "rollup" | "unit">;

/** How the parts come to the whole, added up again by the reader's page. */
export interface AddedUp {
  /** What the parts come to, with all its digits; null when none of them states a value. */
  readonly value: number | null;
  /** Parts that state a value. */
  readonly valued: number;
  /** Parts that are in the whole but are not published: the sum of the others is then not the whole. */
  readonly hidden: number;
  /** Above and below the stroke, of a mean or a ratio. */
  readonly over?: readonly [number, number];
  /** The part that alone decides, of an extreme or of the latest. */
  readonly by?: Part;
}

/** Adds the parts up by the indicator's own rule. Sums of decimals are rounded at nine digits, which no sample has. */
export function addUp({ rollup, unit }: Summing, parts: readonly Part[]): AddedUp {
  const isFraction = OVER.has(rollup);
  const adding = parts.filter(({ value, den }) => (isFraction ? den !== undefined : value !== null));
  const counts = { valued: adding.length, hidden: parts.filter((part) => part.state === "withheld" && !adding.includes(part)).length };
  if (adding.length === 0) return { ...counts, value: null };
  const total = (of: (part: Part) => number | null | undefined): number => exact(adding.reduce((sum, part) => sum + (of(part) ?? 0), 0));
  if (isFraction) {
    const [over, under] = [total(({ num }) => num), total(({ den }) => den)];
    return { ...counts, over: [over, under], value: under === 0 ? null : ((rollup === "ratio" && unit === "%" ? 100 : 1) * over) / under };
  }
  if (rollup === "sum" || rollup === "count") return { ...counts, value: total(({ value }) => value) };
  const by = adding.reduce((a, b) => (decides(rollup, b, a) ? b : a));
  return { ...counts, value: by.value, by };
}

/** What is a numerator over a denominator; a part that is withheld for want of coverage still says both. */
const OVER: ReadonlySet<Summing["rollup"]> = new Set(["mean", "wmean", "ratio"]);
function decides(rollup: Summing["rollup"], a: Part, b: Part): boolean {
  const [x, y] = [a.value ?? 0, b.value ?? 0];
  if (rollup === "max") return x > y;
  if (rollup === "min") return x < y;
  return (a.observedAt ?? "") > (b.observedAt ?? "") || (a.observedAt === b.observedAt && x > y);
}
const exact = (sum: number): number => Math.round(sum * 1e9) / 1e9;

/** True when what the parts come to is the number that is shown, at the decimals that are shown. */
export const isSame = (added: number | null, shown: number | null, decimals: number): boolean =>
  added === null || shown === null ? added === shown : Math.abs(added - shown) <= 0.5 * 10 ** -decimals + 1e-9;

/** Rows of a lineage: what weighs most first, what says nothing last. */
export function byWeight<P extends Part>({ rollup }: Summing, parts: readonly P[]): readonly P[] {
  const asks = (part: P): number => (part.value === null && part.den === undefined ? 1 : 0);
  const sign = rollup === "min" ? 1 : -1;
  const worth = (part: P): number => (OVER.has(rollup) ? (part.den ?? 0) : (part.value ?? 0));
  const newer = (a: P, b: P): number => ((a.observedAt ?? "") < (b.observedAt ?? "") ? 1 : (a.observedAt ?? "") > (b.observedAt ?? "") ? -1 : 0);
  return [...parts].sort((a, b) => asks(a) - asks(b) || (rollup === "last" ? newer(a, b) : sign * (worth(a) - worth(b))) || (a.place < b.place ? -1 : 1));
}
