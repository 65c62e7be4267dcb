/**
 * Tells assistive technology what an element is and says. Only what has changed is written: each writing costs the browser
 * a look at the whole tree, and an element that is said aloud when it changes would be said again.
 */
export function named(element: Pick<Element, "role" | "ariaLabel">, role: string, label: string): void {
  if (element.role !== role) element.role = role;
  if (element.ariaLabel !== label) element.ariaLabel = label;
}
