import { PEACE_FEED, type FeedInfo } from "../../model/feed.ts";
import { covidFeed, covidInfo } from "./covid-feed.ts";
import type { Feed, FeedNeeds } from "./feed.ts";
import { peaceFeed, peaceInfo } from "./peace-feed.ts";
import { stormFeed, stormInfo } from "./storm-feed.ts";

export type { Feed, FeedNeeds } from "./feed.ts";

/** The feed of the default drill: Typhoon Mujigae (彩虹), October 2015. */
export const DEFAULT_FEED = "storm:201522";

export interface Feeds {
  list(): FeedInfo[];
  /** undefined when the record holds no such feed. */
  open(id: string): Feed | undefined;
}

/**
 * What a drill can play: every storm of the file, COVID-19 by city, and an ordinary time of which packs compute all.
 * @param options.simulates packs compute: without them there is no ordinary time to play
 */
export function createFeeds(needs: FeedNeeds, { simulates = false }: { readonly simulates?: boolean } = {}): Feeds {
  const storms = needs.storms.filter((storm) => storm.fixes.length > 0);
  return {
    list: () => [...storms.map(stormInfo), ...(needs.covid.length > 0 ? [covidInfo(needs.covid)] : []), ...(simulates ? [peaceInfo] : [])],
    open(id) {
      if (id === PEACE_FEED && simulates) return peaceFeed();
      if (id === "covid:2020" && needs.covid.length > 0) return covidFeed(needs);
      const storm = storms.find((candidate) => `storm:${candidate.id}` === id);
      return storm && stormFeed(storm, needs);
    },
  };
}
