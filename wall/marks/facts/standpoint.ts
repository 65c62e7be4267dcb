import type { Indicator } from "../../../model/indicator.ts";
import type { Lang } from "../../../model/numerals.ts";
import type { Rule } from "../../../model/rule.ts";
import type { Site } from "../../../model/sample.ts";
import type { SituationInfo } from "../../../model/situation.ts";
import type { Topic } from "../../../model/topic.ts";
import type { Mode } from "../../../model/wall.ts";

/** When and from which side of the link something is read. */
export interface HereNow {
  readonly info: SituationInfo | undefined;
  /** True unless the situation is known, or named, to be the world now. */
  readonly isLive: boolean;
  /** True when people and data share one clock. */
  readonly isOneTime: boolean;
  /** Epoch ms on the situation's clock, on the server's, and on that of people's limits. */
  readonly simNow: number;
  readonly serverNow: number;
  readonly peopleNow: number;
  /** Where the clock of a stopped situation stands; null when nothing of it was ever seen here. */
  readonly stoodAt: number | null;
  /** False while the reader is cut off from the server. */
  readonly linked: boolean;
  /** Server time of its last sign of life; null while it is not cut off. */
  readonly standsSince: number | null;
  /** When a list that arrives by itself was last known to be whole, on the situation's clock. */
  checkedAt(view: { readonly simAt: number }): number;
}
/** An indicator, as much of it as its numbers are worded by. */
export interface Measured extends Pick<Indicator, "id" | "title" | "unit" | "unitEn" | "decimals" | "rollup" | "none" | "zero" | "basis"> {
  /** Declared interval in ms. */
  readonly cadence: number;
}
/** The dictionary of topics and indicators; undefined where it is not known yet. */
export interface Glossary {
  indicator(id: string): Measured | undefined;
  topic(id: string): Pick<Topic, "title"> | undefined;
  /** Its standards; none where none are declared, or known yet. */
  rulesOf(indicator: string): readonly Rule[];
}
/** Facilities with what they state of themselves: their point, the limits that are their own. */
export interface SiteBook {
  /** Those of a kind that the reader may know of, in the order of their ids; undefined until they are known. */
  ofKind(kind: string): readonly Site[] | undefined;
  one(id: string): Site | undefined;
}
/** Names of places that numbers carry by code only. */
export interface PlaceNaming {
  /** 江门 台山 for a county, 台山 海宴镇 for a town, 全省; the code itself until the name is known. */
  of(code: string): string;
  /** 东莞 and 中山 have no county: their stand-in is drawn, never counted. */
  isPassThrough(code: string): boolean;
}
/** What is said where the situation does not run: as a heading, in short, in full, and what to do then. */
export interface EndedWords {
  readonly word: string;
  readonly brief: string;
  readonly what: string;
  readonly advice: string;
}

/** From where a panel is read: all that its words depend on beside what it reads. A page has it from its link, the server from itself. */
export interface Standpoint {
  readonly lang: Lang;
  readonly here: HereNow;
  readonly words: Glossary;
  readonly names: PlaceNaming;
  readonly sites: SiteBook;
  /** Set while the situation does not run. */
  readonly ended?: EndedWords;
  /** Never left out: who forgot it would say 平时 of a wall in 战时. */
  readonly mode: Mode;
  /** A display in a public room is given nothing of the class `sensitive`, whether there is any or not. */
  readonly isDisplay?: boolean;
}
