/** No word that a pack says is longer. */
const LONGEST = 128;
const FIELDS: ReadonlySet<string> = new Set(["indicator", "value", "num", "den", "weight", "observedAt", "quality"]);

/** What may pass to the host: a number, a short text, nothing; of everything else only what it is. */
const scalar = (value: unknown): number | string | undefined => (typeof value === "number" || value === undefined ? value : typeof value === "string" ? value.slice(0, LONGEST) : `(${kindOf(value)})`);
export const kindOf = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "array" : value instanceof Promise ? "promise" : typeof value);

/** An item of a pack as a flat object of bounded size, so that no heap of nested things must be copied into the server's own. It is not judged here. */
export function flatReading(item: unknown, place: string): Record<string, unknown> {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return { place, strange: kindOf(item) };
  const { indicator, value, num, den, weight, observedAt, quality } = item as Record<string, unknown>;
  const extra = Object.keys(item).find((key) => !FIELDS.has(key));
  return { place, indicator: scalar(indicator), value: scalar(value), num: scalar(num), den: scalar(den), weight: scalar(weight), observedAt: scalar(observedAt), ...(quality !== undefined && { quality: scalar(quality) }), ...(extra !== undefined && { extra: extra.slice(0, LONGEST) }) };
}

/** More than any pack has: what comes after it is not looked at, for one before it is foreign or told twice. */
const MOST_TOLD = 1_000;
/** What a pack says of its feed, as flat. */
export function flatFeed(feed: unknown): Record<string, unknown> {
  if (typeof feed !== "object" || feed === null) return { strange: kindOf(feed) };
  const { everyMs, tells, feed: code } = feed as Record<string, unknown>;
  return {
    everyMs: scalar(everyMs),
    hasCode: typeof code === "function",
    tells: Array.isArray(tells) ? tells.slice(0, MOST_TOLD).map((each: unknown) => (typeof each === "object" && each !== null ? { indicator: scalar((each as { indicator?: unknown }).indicator), level: scalar((each as { level?: unknown }).level) } : { strange: kindOf(each) })) : kindOf(tells),
  };
}
/** What was thrown, in one line. */
export function thrownWords(error: unknown): string {
  try {
    return String(error instanceof Error ? `${error.name}: ${error.message}` : error).slice(0, 2 * LONGEST);
  } catch {
    return `something that cannot be written (${kindOf(error)})`;
  }
}
