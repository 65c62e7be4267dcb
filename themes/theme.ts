import type { Words } from "../model/words.ts";
import type { Ink } from "./ink.ts";

export const THEME_IDS = ["graphite", "ember", "paper", "stark"] as const;
export type ThemeId = (typeof THEME_IDS)[number];

/** One look of the whole house: a value for every ink, nothing else. */
export interface Theme {
  readonly id: ThemeId;
  readonly title: Words;
  readonly inks: Readonly<Record<Ink, string>>;
  /** Yellow and orange fills carry a t1 outline where the ground is light. */
  readonly outlineFills: boolean;
}
