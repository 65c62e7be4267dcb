import { LEVELS } from "../model/region.ts";
import type { Reading } from "../model/sample.ts";
import type { Catalog } from "./catalog/index.ts";
import type { History } from "./history/index.ts";
import type { Played } from "./played.ts";
import type { Rollup } from "./rollup/index.ts";
import type { Simulated } from "./simulated.ts";
import type { UsualNeeds } from "./usual/index.ts";

interface Needs {
  readonly simulated: Simulated | undefined;
  readonly feed: Played | null;
  readonly catalog: Pick<Catalog, "regions" | "indicator" | "sites" | "sitesOf">;
  history(): Pick<History, "asKnown" | "isKnown" | "knownFrom">;
  worldOf(readings: readonly Reading[]): Rollup;
}
/** Below the county a weekday and hour says little, and there are thousands of towns. */
const LEVELS_OF_USUAL = LEVELS.slice(0, LEVELS.indexOf("town"));

/** Where a situation's own past of weeks is known from: of what packs compute from the packs themselves, of live from its history. A record has none. */
export function usualPast({ simulated, feed, history, worldOf, catalog }: Needs): Pick<UsualNeeds, "worldAt" | "kinOf" | "placesOf"> {
  const regions = LEVELS_OF_USUAL.flatMap((level) => {
    const { from, to } = catalog.regions.atLevel(level);
    return catalog.regions.rows.slice(from, to).map(({ code }) => code);
  });
  const cellOf = (world: Pick<Rollup, "cell">, at: number) => (indicator: string, place: string) => world.cell(indicator, place, at);
  const placesOf = (indicator: string): readonly string[] => {
    const { siteKind } = catalog.indicator(indicator) ?? {};
    return siteKind === undefined ? regions : [...regions, ...catalog.sitesOf(siteKind).map(({ id }) => id)];
  };
  if (simulated)
    return {
      placesOf,
      kinOf: (indicator) => simulated.packOf(indicator),
      async worldAt(topic, indicators, at) {
        const readings = await simulated.told(topic, at, indicators);
        return readings && cellOf(worldOf(readings), at);
      },
    };
  return {
    placesOf,
    kinOf: (indicator) => (feed ? null : indicator),
    async worldAt(_, [indicator], at) {
      // Of most weeks before a house was begun nothing is known: no world is built to learn that.
      return at < history().knownFrom() || !(await history().isKnown(indicator!, at)) ? null : cellOf(await history().asKnown(indicator!, at), at);
    },
  };
}
