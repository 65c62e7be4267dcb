/** Up to so many alerts stand each by itself: they are read at a glance. From there on by group. */
export const EACH_UP_TO = 20;
export type Listing = "groups" | "each";
const KEPT_AS = "guanlan.queue";

/** How the queue of a place is listed: as this seat has chosen, else by group where there are many; once it is by group it stays so until another place is shown. */
export function listingOf(open: number, chosen: Listing | null, before: Listing | null): Listing {
  return chosen ?? (open > EACH_UP_TO || before === "groups" ? "groups" : "each");
}
/** What this seat has chosen since the page was first opened in its tab; null = nothing. */
export function chosenListing(kept: Pick<Storage, "getItem"> = sessionStorage): Listing | null {
  const found = kept.getItem(KEPT_AS);
  return found === "groups" || found === "each" ? found : null;
}
export function chooseListing(listing: Listing): void {
  try {
    sessionStorage.setItem(KEPT_AS, listing);
  } catch {
    // A page without storage lists as it did before a reload.
  }
}
