import type { Words } from "./words.ts";

/** The feed of no record: all that it brings is computed (模拟数据). */
export const PEACE_FEED = "peace";

/** What a person may choose a drill from: one record that the house can play. */
export interface FeedInfo {
  /** `storm:201522`, `covid:2020`, `peace`. */
  readonly id: string;
  readonly title: Words;
  /** What banners call it, behind the kind of the situation: 历史台风 彩虹. */
  readonly banner: string;
  /** First and last instant that it can be played at, epoch ms. */
  readonly span: { readonly from: number; readonly to: number };
  /** How fast it runs unless somebody says otherwise. */
  readonly speed: number;
  /** Which storm of which year it is; absent for what is no storm. */
  readonly storm?: { readonly year: number; readonly number: number; readonly name: string; readonly nameZh: string };
}
