/** Of what is over, the newest are kept on the screens; all of it is in the journal and behind the HTTP reads. What is open is never left out. */
const MOST_OVER = 500;

/** The latest first. */
export const lately = <T>(at: (one: T) => string) => (a: T, b: T): number => (at(a) < at(b) ? 1 : -1);
/** All that is open, and the newest of what is over. */
export function shown<T>(list: readonly T[], isOver: (one: T) => boolean, at: (one: T) => string): T[] {
  let over = 0;
  return [...list].sort(lately(at)).filter((one) => !isOver(one) || ++over <= MOST_OVER);
}
