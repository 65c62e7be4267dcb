import { NO_POINTS } from "../panels/map/point-choices.ts";

/** What an address may ask for on the console's map, as far as it is known by now; undefined = not yet, and then nothing is judged. */
export interface Offered {
  readonly indicators: ReadonlySet<string> | undefined;
  readonly points: ReadonlySet<string> | undefined;
}
/** What of an address is not there for this seat: each is told in a sentence, and what would stand without it stands. */
export interface Unknown {
  readonly indicator?: string;
  readonly points?: string;
}
const LONGEST = 40;

/** @param asked as the address says it; empty = nothing was asked for */
export function unknownIn(asked: { readonly indicator: string; readonly points: string }, { indicators, points }: Offered): Unknown {
  const isUnknown = (id: string, known: ReadonlySet<string> | undefined): boolean => id !== "" && known !== undefined && !known.has(id);
  return {
    ...(isUnknown(asked.indicator, indicators) && { indicator: asked.indicator.slice(0, LONGEST) }),
    ...(asked.points !== NO_POINTS && isUnknown(asked.points, points) && { points: asked.points.slice(0, LONGEST) }),
  };
}
