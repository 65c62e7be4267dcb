import type { Words } from "../../model/words.ts";
import type { Pace } from "../../model/ports.ts";
import { liesIn, Places } from "./places.ts";
import { rankOf, spellingOf, stretchOf, typed, wordsOf, type Spelling, type Stretch } from "./spelling.ts";

/** What can be found; the order breaks ties between what fits equally well. */
export const FOUND_KINDS = ["region", "indicator", "site", "incident", "scene"] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

/** Something with a name that a person may look for. */
export interface Named {
  readonly kind: FoundKind;
  readonly id: string;
  readonly title: Words;
  /** Where it lies, if anywhere. */
  readonly region?: string;
  /** Of two that fit equally well the weightier comes first: a city before a village. */
  readonly weight: number;
}

/** What was found, and which part of each of its names was meant, where one part was. */
export interface Found extends Named {
  readonly match: { readonly zh?: Stretch; readonly en?: Stretch };
}

export interface Search {
  /** Spells out what stands; done in turns, so that nobody waits. Until then there is nothing to find. */
  take(standing: Iterable<Named>, pace: Pace): Promise<void>;
  /**
   * The best, in order. `also` are things that come and go, looked at each time; `maySee` decides of each, before it is counted.
   * Where nothing bears what was typed as a whole, a place that begins it is taken off: what bears the rest and lies there is found (湛江市霞山区), and
   * what is measured everywhere, with that place (湛江雨量).
   * @param query as a person types it: Chinese, pinyin, first letters, English, several words apart, or a whole id
   */
  find(query: string, limit: number, also: Iterable<Named>, maySee: (found: Named) => boolean): readonly Found[];
}

interface Entry {
  readonly named: Named;
  readonly zh: Spelling;
  readonly en: string;
}
const entryOf = (named: Named): Entry => ({ named, zh: spellingOf(named.title.zh), en: typed(named.title.en) });

/** Every rank of one name comes before that of words that stand apart in it. */
const APART = 10;
/** City, county, town: so many places stand before a word. */
const APART_DEEPEST = 3;
/** What lies in the place that was typed comes before what is measured there. */
const BEHIND_PLACES = 8;
/** An id is found by all of it, as a region by its code; a name by what was typed, or else by every word of it somewhere. */
function rankOfAll(entry: Entry, wanted: string, words: readonly string[]): number | null {
  if (entry.named.id.toLowerCase() === wanted) return 0;
  const whole = rankIn(entry, wanted);
  if (whole !== null || words.length < 2) return whole;
  let worst = 0;
  for (const word of words) {
    const rank = rankIn(entry, word);
    if (rank === null) return null;
    worst = Math.max(worst, rank);
  }
  return APART + worst;
}

/** English names are found by their beginning, or from a word on. */
function rankIn({ zh, en }: Entry, query: string): number | null {
  const own = rankOf(zh, query);
  const english = en === query ? 1 : en.startsWith(query) ? 4 : query.length > 2 && en.includes(query) ? 6 : null;
  return own === null ? english : english === null ? own : Math.min(own, english);
}

/** Of words that stand apart the first one is shown. */
function matchOf({ title }: Named, query: string, words: readonly string[]): Found["match"] {
  const of = (name: string) => stretchOf(name, query) ?? (words.length > 1 ? stretchOf(name, words[0]!) : undefined);
  const [zh, en] = [of(title.zh), of(title.en)];
  return { ...(zh && { zh }), ...(en && { en }) };
}

/** So many are spelt between two looks whether others wait. */
const AT_ONCE = 200;

export function createSearch(): Search {
  const standing: Entry[] = [];
  const places = new Places();
  return {
    async take(named, pace) {
      let n = 0;
      for (const each of named) {
        standing.push(entryOf(each));
        places.add(each);
        if (++n % AT_ONCE === 0) await pace();
      }
    },
    find(query, limit, also, maySee) {
      const wanted = typed(query);
      if (wanted === "") return [];
      const words = wordsOf(query);
      const all = [...standing, ...Array.from(also, entryOf)];
      const found: { readonly named: Named; readonly rank: number }[] = [];
      for (const entry of all) {
        const rank = rankOfAll(entry, wanted, words);
        if (rank !== null && maySee(entry.named)) found.push({ named: entry.named, rank });
      }
      const apart = found.length === 0 ? behindPlace(wanted, null, APART_DEEPEST) : null;
      if (apart) found.push(...apart.found);
      const order = (kind: FoundKind): number => FOUND_KINDS.indexOf(kind);
      found.sort((a, b) => a.rank - b.rank || b.named.weight - a.named.weight || order(a.named.kind) - order(b.named.kind) || a.named.title.zh.length - b.named.title.zh.length || (a.named.id < b.named.id ? -1 : 1));
      return found.slice(0, limit).map(({ named }) => ({ ...named, match: apart ? matchOf(named, apart.rest, []) : matchOf(named, wanted, words) }));

      /** What bears the rest of a text behind the place that begins it; null where nothing does. */
      function behindPlace(text: string, within: readonly string[] | null, deepest: number): { readonly rest: string; readonly found: typeof found } | null {
        for (const { places: of, rest } of places.splits(text, within)) {
          const behind: { readonly named: Named; readonly rank: number }[] = [];
          for (const entry of all) {
            const rank = entry.named.region !== undefined && !liesIn(entry.named.region, of) ? null : rankIn(entry, rest);
            if (rank === null) continue;
            // An indicator lies nowhere: it is asked for of that place.
            const isMeasured = entry.named.kind === "indicator";
            const named = isMeasured ? { ...entry.named, region: of[0]! } : entry.named;
            if (named.region !== undefined && maySee(named)) behind.push({ named, rank: isMeasured ? rank + BEHIND_PLACES : rank });
          }
          if (behind.length > 0) return { rest, found: behind };
          const deeper = deepest > 1 ? behindPlace(rest, of, deepest - 1) : null;
          if (deeper) return deeper;
        }
        return null;
      }
    },
  };
}
