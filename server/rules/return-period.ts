/**
 * The value that is reached once in so many years, by what a site states of itself as `<name>5Y`, `<name>20Y` …: straight over the logarithm of
 * the years between two that are stated. Null outside of them: nothing is guessed beyond the longest record.
 */
export function flowOf(years: number, name: string, attributes: Readonly<Record<string, unknown>>): number | null {
  const stated = Object.entries(attributes)
    .flatMap(([key, value]) => {
      const found = key.startsWith(name) ? /^(\d+)Y$/.exec(key.slice(name.length)) : null;
      return found && typeof value === "number" ? [{ years: Number(found[1]), value }] : [];
    })
    .toSorted((a, b) => a.years - b.years);
  const above = stated.findIndex((each) => each.years >= years);
  const to = stated[above];
  if (!to) return null;
  if (to.years === years) return to.value;
  const from = stated[above - 1];
  if (!from) return null;
  return from.value + ((to.value - from.value) * Math.log(years / from.years)) / Math.log(to.years / from.years);
}
