/** A place whose children stand in an order, as of the page. */
interface Place<N> {
  readonly firstChild: N | null;
  insertBefore(node: N, before: N | null): unknown;
}

/** Puts elements of a place in the order in which they are read, before all else that is in it. Where they stand so already nothing is touched. */
export function putInOrder<N extends { readonly nextSibling: N | null }>(place: Place<N>, elements: readonly N[]): void {
  let at = place.firstChild;
  for (const element of elements) {
    if (at === element) at = at.nextSibling;
    else place.insertBefore(element, at);
  }
}
