/** A finger is wider than a figure, px. */
const AROUND_PX = 8;

/** On what lies over a stage and is touched in its place. */
export const TAKES_TOUCHES = "data-takes-touches";

/**
 * The number that an event is about: the one that was touched, the only one of the row or button that was, or the one
 * that a stage shows under the pointer, whose words let touches through.
 */
export function numberAt(e: MouseEvent): HTMLElement | undefined {
  const path = e.composedPath().filter((node): node is HTMLElement => node instanceof HTMLElement);
  // A glass that lies over a stage and takes its touches for itself shows no number to ask about.
  if (path.some((node) => node.hasAttribute(TAKES_TOUCHES))) return undefined;
  const touched = path.find(isNumber);
  if (touched) return touched;
  const row = path.find((node) => node.localName === "button" || node.localName === "li");
  const inRow = row ? [...row.querySelectorAll<HTMLElement>("wall-value")].filter(isNumber) : [];
  if (inRow.length === 1) return inRow[0];
  const stage = path.find((node) => node.localName === "wall-stage" || node.classList.contains("glass"));
  const shown = (stage?.shadowRoot ?? stage)?.querySelectorAll<HTMLElement>("wall-value") ?? [];
  // What is set up unseen lies at the same place.
  return [...shown].find((number) => isNumber(number) && isUnder(number.getBoundingClientRect(), e) && number.checkVisibility({ visibilityProperty: true }));
}

/** Numbers say what they are (CONTRACT §1); one without place and indicator has no lineage to ask for. */
const isNumber = (node: HTMLElement): boolean => node.localName === "wall-value" && node.hasAttribute("indicator") && node.hasAttribute("place");
const isUnder = ({ left, right, top, bottom }: DOMRect, { clientX: x, clientY: y }: MouseEvent): boolean =>
  x >= left - AROUND_PX && x <= right + AROUND_PX && y >= top - AROUND_PX && y <= bottom + AROUND_PX;
