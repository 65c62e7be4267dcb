import type { Role } from "../../model/account.ts";
import type { LonLat } from "../../model/geodesy.ts";
import type { AlertRecord, IncidentRecord } from "../../model/records.ts";
import type { Rule } from "../../model/rule.ts";
import type { Site } from "../../model/sample.ts";
import type { SituationInfo } from "../../model/situation.ts";
import type { IndicatorView, TopicView } from "../kit/reads.ts";
import type { PointChoice } from "../panels/map/point-choices.ts";
import type { Drill } from "./drill.ts";

/** A number that is taken apart. */
export type Asked = { readonly indicator: string; readonly place: string };
/** The sheet above the page: a menu, the keys, what waits for a second person, how much is asked of people, one number taken apart, or what is measured at a site. */
export type Sheet = "situations" | "responses" | "waits" | "search" | "keys" | "load" | Asked | { readonly site: { readonly id: string; readonly name: string; readonly region: string } };
/** What a seat has before it beside the map. */
export type Work = { readonly show: "queues"; /** The group of alerts that is open in them. */ readonly group?: string } | { readonly show: "incident"; readonly id: string } | { readonly show: "report"; readonly alert: AlertRecord | null };
/** The site that was found: it bears a ring. */
export type Found = { readonly id: string; readonly name: string; readonly at: LonLat };

/** What the page knows, for the desk that shows it: made anew whenever anything of it changes. */
export interface DeskView {
  readonly drill: Drill;
  readonly topics: readonly TopicView[];
  readonly indicators: ReadonlyMap<string, IndicatorView>;
  readonly rules: readonly Rule[];
  readonly sites: readonly Site[];
  readonly choices: readonly PointChoice[];
  readonly info: SituationInfo | undefined;
  /** Indicators of the situation, those that say most first, and the one that the map shows. */
  readonly rail: readonly IndicatorView[];
  readonly measured: IndicatorView | undefined;
  /** The points that somebody laid over the map; empty = what the indicator has of itself. */
  readonly points: string;
  readonly found: Found | null;
  readonly work: Work;
  readonly opened: IncidentRecord | undefined;
  readonly sheet: Sheet | null;
  /** A scene that was found: the wall is directed with it. */
  readonly scene: string;
  /** The minute that the clock shows: row, list and map count down to the same. */
  readonly minute: number;
  /** Whether the place of the address was looked for. */
  readonly settled: boolean;
  readonly replayed: boolean;
}

/** Whose desk a role sits at: who commands decides, everybody else keeps the watch. */
export const deskOf = (role: Role): "leader" | "duty" => (role === "commander" ? "leader" : "duty");
