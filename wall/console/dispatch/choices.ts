import type { PlannedOrder } from "../../../model/plan.ts";
import type { FitView } from "../../kit/fits.ts";

/** So many of those that the card would send for one order stand in sight; the others one tap away. */
export const SHOWN_AN_ORDER = 3;

/** What is offered under one order of the run card, or among those that nobody recommends. */
export interface Choices {
  /** Null where there is no card, or it does not name them. */
  readonly order: PlannedOrder | null;
  readonly recommended: boolean;
  readonly units: readonly FitView[];
  /** Recommended ones that stand folded. */
  readonly folded: number;
}

/**
 * Who can be sent, in the order in which they are read: the recommended ones first, as the server ranks them; then all others, the
 * nearest region first and in it who is free before who is not, so that one without a position is found where it is looked for.
 * @param nearest regions, the nearest to the incident first
 */
export function inReadingOrder(items: readonly FitView[], nearest: readonly string[]): readonly FitView[] {
  const far = nearest.length;
  const place = ({ region }: FitView): number => (nearest.includes(region) ? nearest.indexOf(region) : far);
  const rest = items.filter(({ recommended }) => !recommended).toSorted((a, b) => place(a) - place(b) || (place(a) === far ? 0 : a.load - b.load) || a.rank - b.rank);
  return [...items.filter(({ recommended }) => recommended), ...rest];
}

/**
 * The recommended ones under the card's orders, three in sight of each, and all others behind them.
 * @param open orders that are unfolded, by `keyOf`; chosen units are never folded
 */
export function choicesOf(items: readonly FitView[], { open, chosen }: { readonly open: ReadonlySet<string>; readonly chosen: ReadonlySet<string> }): readonly Choices[] {
  const orders = [...new Map(items.flatMap(({ recommended, order }) => (recommended ? [[keyOf(order), order ?? null] as const] : [])))];
  const recommended = orders.map(([key, order]): Choices => {
    const all = items.filter((one) => one.recommended && keyOf(one.order) === key);
    const units = order === null || open.has(key) ? all : all.filter(({ id }, i) => i < SHOWN_AN_ORDER || chosen.has(id));
    return { order, recommended: true, units, folded: all.length - units.length };
  });
  const rest = items.filter((one) => !one.recommended);
  return rest.length > 0 ? [...recommended, { order: null, recommended: false, units: rest, folded: 0 }] : recommended;
}
/** Names an order of the card among the others. */
export const keyOf = (order: PlannedOrder | undefined | null): string => (order ? `${order.level} ${order.unitKind} ${order.text}` : "");

/**
 * The same list asked again: while something of it is being touched each unit stays where it stands, with what is known of it now, and who is new comes
 * behind; what has gone is left out.
 */
export function askedAgain(before: readonly FitView[], now: readonly FitView[], isTouched: boolean): readonly FitView[] {
  if (!isTouched || before.length === 0) return now;
  const known = new Map(now.map((one) => [one.id, one]));
  const stood = new Set(before.map(({ id }) => id));
  return [
    // A unit that was offered under an order stays under it until nobody touches the list: it says by its reason what has become of it.
    ...before.flatMap((old) => {
      const one = known.get(old.id);
      return one ? [{ ...one, recommended: old.recommended }] : [];
    }),
    ...now.filter(({ id }) => !stood.has(id)),
  ];
}
/** The first of each order of the card that nobody of the chosen takes yet: what the card would send. */
export const byTheCard = (items: readonly FitView[]): readonly FitView[] => {
  const taken = new Set<string>();
  return items.filter(({ recommended, order }) => {
    const key = keyOf(order);
    if (!recommended || !order || taken.has(key)) return false;
    taken.add(key);
    return true;
  });
};
