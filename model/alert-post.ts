import type { Role } from "./account.ts";
import type { RegionCode } from "./region.ts";

/** A post that acknowledges alerts, and so may be given one. */
export interface AlertPost {
  readonly account: string;
  readonly role: Role;
  readonly region: RegionCode;
}
type IsWithin = (region: RegionCode, ancestor: RegionCode) => boolean;

/** Whoever sees the alert of this region: its own post, one above it, or one below it where the alert concerns all of a city. */
export const mayBeGiven = (post: Pick<AlertPost, "region">, region: RegionCode, isWithin: IsWithin): boolean => isWithin(region, post.region) || isWithin(post.region, region);

/** Those that may be given it, the nearest first: its own region's, then upward, then downward; of one region as they stand. */
export function postsFor(posts: Iterable<AlertPost>, region: RegionCode, depthOf: (region: RegionCode) => number, isWithin: IsWithin): readonly AlertPost[] {
  const own = depthOf(region);
  // Each step downward counts for more than all that can be above.
  const far = (post: AlertPost): number => (depthOf(post.region) <= own ? own - depthOf(post.region) : 100 + depthOf(post.region));
  return [...posts].filter((post) => mayBeGiven(post, region, isWithin)).toSorted((a, b) => far(a) - far(b));
}
