import { ALERT_STATES, type AlertState } from "../../../model/alert.ts";
import type { AlertGroup } from "../../../model/alert-group.ts";

/** Where alerts stand that somebody may still be asked about, in the order in which they need somebody. */
export const STANDINGS = ALERT_STATES.filter((state): state is Exclude<AlertState, "closed"> => state !== "closed");
export type Standing = (typeof STANDINGS)[number];

/** How many of a group are open, wherever they stand. */
export const openIn = ({ counts }: Pick<AlertGroup, "counts">): number => STANDINGS.reduce((sum, state) => sum + counts[state], 0);
/** Members that nobody has seen to. */
export const asking = ({ counts }: Pick<AlertGroup, "counts">): number => counts.unacknowledged + counts.returned;

/** By where they stand, all groups together. */
export function standingOf(groups: Iterable<Pick<AlertGroup, "counts">>): Readonly<Record<Standing, number>> {
  const sums = Object.fromEntries(STANDINGS.map((state) => [state, 0])) as Record<Standing, number>;
  for (const { counts } of groups) for (const state of STANDINGS) sums[state] += counts[state];
  return sums;
}
/** Groups that ask first, then the gravest, then the largest, then by cause and area: a group does not change its place because something of it moved. */
export function groupsInOrder<G extends Pick<AlertGroup, "id" | "counts" | "gravest">>(groups: Iterable<G>): G[] {
  const need = (group: G): number => (group.counts.unacknowledged > 0 ? 0 : group.counts.returned > 0 ? 1 : group.gravest !== null ? 2 : 3);
  return [...groups].toSorted((a, b) => need(a) - need(b) || (a.gravest ?? 5) - (b.gravest ?? 5) || openIn(b) - openIn(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
/** What an acknowledgement of the whole group reaches: nothing red. Exact unless a red one has returned unseen, which the counts do not tell apart. */
export function reachedBy({ counts, critical, bySeverity }: Pick<AlertGroup, "counts" | "critical" | "bySeverity">): { readonly most: number; readonly isExact: boolean } {
  const others = bySeverity[2] + bySeverity[3] + bySeverity[4];
  const most = Math.min(counts.unacknowledged + counts.returned - critical.length, others);
  return { most, isExact: bySeverity[1] === critical.length };
}
