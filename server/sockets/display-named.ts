/** One glass of one wall, as a page names itself: `main/2`. */
export interface NamedDisplay {
  readonly wall: string;
  readonly n: number;
}

/** Null when it is not written like a display. */
export function displayNamed(said: unknown): NamedDisplay | null {
  const match = typeof said === "string" ? /^([\w-]{1,64})\/([1-9]\d{0,2})$/.exec(said) : null;
  return match && { wall: match[1]!, n: Number(match[2]) };
}
