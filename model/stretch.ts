/** A stretch of a situation's time, epoch ms; without `to` it still goes on. */
export interface Stretch {
  readonly from: number;
  readonly to?: number;
}
/** All of a situation's time. */
export const ALWAYS: readonly Stretch[] = [{ from: Number.NEGATIVE_INFINITY }];

const endOf = ({ to = Number.POSITIVE_INFINITY }: Stretch): number => to;
const stretch = (from: number, to: number): Stretch => (to === Number.POSITIVE_INFINITY ? { from } : { from, to });

/** The same time, in order; what touches is one stretch. */
export function united(all: Iterable<Stretch>): Stretch[] {
  const out: Stretch[] = [];
  for (const one of [...all].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && one.from <= endOf(last)) out[out.length - 1] = stretch(last.from, Math.max(endOf(last), endOf(one)));
    else out.push(one);
  }
  return out;
}
/** What of it lies in `others`. */
export const within = (one: Stretch, others: readonly Stretch[]): Stretch[] =>
  others.flatMap((other) => {
    const [from, to] = [Math.max(one.from, other.from), Math.min(endOf(one), endOf(other))];
    return from < to ? [stretch(from, to)] : [];
  });
/** What of it lies in none of `others`. */
export const without = (one: Stretch, others: readonly Stretch[]): Stretch[] =>
  others.reduce<Stretch[]>((left, other) => left.flatMap((part) => within(part, [{ from: Number.NEGATIVE_INFINITY, to: other.from }, stretch(endOf(other), Number.POSITIVE_INFINITY)])), [one]);
export const holds = (all: readonly Stretch[], at: number): boolean => all.some((one) => one.from <= at && at <= endOf(one));
