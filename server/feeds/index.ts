import type { FeedInfo } from "../../model/feed.ts";
import { covidFeed, covidInfo } from "./covid-feed.ts";
import type { Feed, FeedNeeds } from "./feed.ts";
import { stormFeed, stormInfo } from "./storm-feed.ts";

export type { Feed, FeedNeeds } from "./feed.ts";

/** The feed of the default drill: Typhoon Mujigae (彩虹), October 2015. */
export const DEFAULT_FEED = "storm:201522";

export interface Feeds {
  list(): FeedInfo[];
  /** undefined when the record holds no such feed. */
  open(id: string): Feed | undefined;
}

/** The records that a drill can play: every storm of the file, and COVID-19 by city. */
export function createFeeds(needs: FeedNeeds): Feeds {
  const storms = needs.storms.filter((storm) => storm.fixes.length > 0);
  return {
    list: () => [...storms.map(stormInfo), ...(needs.covid.length > 0 ? [covidInfo(needs.covid)] : [])],
    open(id) {
      if (id === "covid:2020" && needs.covid.length > 0) return covidFeed(needs);
      const storm = storms.find((candidate) => `storm:${candidate.id}` === id);
      return storm && stormFeed(storm, needs);
    },
  };
}
