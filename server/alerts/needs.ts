import type { Actor } from "../../model/account.ts";
import type { AlarmLoad } from "../../model/alarm-load.ts";
import type { Alert } from "../../model/alert.ts";
import type { AlertGroup } from "../../model/alert-group.ts";
import type { CommandData } from "../../model/command.ts";
import type { Fold } from "../../model/decision.ts";
import type { Finding } from "../../model/finding.ts";
import type { Draft } from "../../model/journal.ts";
import type { LevelSpan } from "../../model/level-record.ts";
import type { Ids } from "../../model/ports.ts";
import type { RegionCode } from "../../model/region.ts";
import type { Rule } from "../../model/rule.ts";
import type { Due } from "../../model/timer.ts";
import type { AlertCommand, AlertDecision } from "./decide.ts";

export interface AlertsNeeds {
  readonly situation: string;
  rule(id: string): Rule | undefined;
  topicOf(indicator: string): string | undefined;
  /** The region of a place: itself, or the region of a site. */
  regionOf(place: string): string | undefined;
  /** The city above a region (the region itself when it is a city or the province): the area of a group. */
  cityOf(region: string): string;
  isWithin(region: string, ancestor: string): boolean;
  /** A region and all that hold it, the province first. */
  holding(region: string): readonly string[];
  /** The gateway that a place reports through, where one is known. */
  gatewayOf?(place: string): string | undefined;
  /** A post, and where it sits. Left out = there are none that could be given something to do. */
  seat?(account: string): { readonly region: string } | undefined;
  readonly ids: Ids;
  /** The clock of the situation, epoch ms. */
  simNow(): number;
  /** An alert is shown again without an entry that says so. */
  cameBack?(): void;
}

/** All alerts of one situation, as a fold of its journal. */
export interface Alerts extends Fold {
  /** What findings ask to be written, and what has settled; nothing for what stands already. */
  consider(findings: readonly Finding[]): Draft[];
  /** Something that chattered has settled: `consider` has to write it, with findings or without. */
  hasSettled(): boolean;
  /**
   * @param now people's time, epoch ms
   * @param confirmedBy the second person, once there is one
   * @throws Problem not_found, no_right, illegal_transition or guard
   */
  decide(actor: Pick<Actor, "account" | "role" | "region">, kind: AlertCommand, data: CommandData<AlertCommand>, now: number, confirmedBy?: string): AlertDecision;
  /** What its timers come to, by their kind. */
  readonly dues: Readonly<Record<string, Due>>;
  /** Those that have been found by now. */
  all(): Iterable<Alert>;
  /** Those of them that are open in a region. */
  openIn(region: string): Iterable<Alert>;
  /** Something that is told with it has changed. */
  retell(id: string): void;
  /** What has changed since a mark, by id; null when all may have. */
  since(mark: number): { readonly mark: number; readonly ids: ReadonlySet<string> | null };
  /** Groups with a member that is not closed, as whoever sees this region is told of them. */
  groups(region: string): AlertGroup[];
  /** The same with those of which all is closed: what was ever raised there stands in one of them. */
  allGroups(region: string): AlertGroup[];
  group(id: string): AlertGroup | undefined;
  /** Ids of all that were ever raised in a group, and have been found by now. */
  members(group: string): ReadonlySet<string>;
  groupsSince(mark: number): { readonly mark: number; readonly ids: ReadonlySet<string> | null };
  /** How much was asked of people there, over the last day by people's time. */
  load(region: RegionCode, now: number): AlarmLoad;
  /**
   * At which levels each has stood and when, also those that are closed, of those that stood at all since then (epoch ms on the
   * situation's clock); of one that has not been found by now, as far as the clock had come when it was set.
   */
  levels(since: number): Iterable<{ readonly alert: Alert; readonly levels: readonly LevelSpan[] }>;
  /** Any, also one that a clock that was set has not reached yet: what people did about it stands. */
  get(id: string): Alert | undefined;
  /** The same, when it has been found by now. */
  found(id: string): Alert | undefined;
  /** Ids of those that have been found by now and have become this incident. */
  ofIncident(incident: string): readonly string[];
  /**
   * The clock of a played world begins here, wherever it stood: what was found later than now has not happened until it is
   * found again. Nothing is written, for nothing was decided.
   */
  begin(): void;
  /** Open alerts by rule and place that have been found by now, for the rules to take up. */
  open(): { readonly rule: string; readonly place: string; readonly sourceDown: boolean }[];
}
