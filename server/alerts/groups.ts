import { isCovered, isOpenAlert, type Alert, type AlertState } from "../../model/alert.ts";
import { nextTold, type AlertGroup, type Told } from "../../model/alert-group.ts";
import type { KeptRecord } from "../../model/decision.ts";
import type { Entry } from "../../model/journal.ts";
import { parseTime } from "../../model/time.ts";
import type { Severity } from "../../model/words.ts";
import { createChanges, type Changes } from "./changes.ts";
import { createMembers, type Members } from "./members.ts";

export interface GroupsNeeds {
  regionOf(place: string): string | undefined;
  /** The city above a region (itself, when it is a city or the province), and every region below it that holds the region, down to itself. */
  areasOf(region: string): readonly string[];
  isWithin(region: string, ancestor: string): boolean;
}
type Moved = Pick<Entry, "seq" | "at" | "kind">;

/** Groups of one situation: of each city, and of each region below it, so that whoever sees a county alone is told of the county alone. */
export interface Groups {
  /** One entry has raised or changed an alert. @returns true when its city was told by it */
  moved(before: Alert | undefined, after: Alert, entry: Moved): boolean;
  /** What has been acknowledged and stands still is told again. */
  reminded(group: string, entry: Moved): void;
  /** A clock was set: what it has not come to is no member, and is one once it has. */
  leave(alert: Alert): void;
  join(alert: Alert): void;
  get(id: string): AlertGroup | undefined;
  /** Those with a member that is not closed, as somebody who sees this region is told of them. */
  open(region: string): AlertGroup[];
  /** All that there ever were of the region's own level: each alert stands in one of them. */
  all(region: string): AlertGroup[];
  members(id: string): ReadonlySet<string>;
  /** The group of an alert for somebody who sees this region. */
  of(alert: Alert, region: string): string;
  /** The seq at which an alert asked last. */
  askedAt(alert: string): number;
  /** When a group was told again because it stood still, epoch ms; -Infinity when it was not. */
  remindedAt(id: string): number;
  readonly changes: Changes;
  readonly kept: { keep(alerts: readonly Alert[]): Iterable<KeptRecord>; /** @param ids of all alerts, in the order in which they were raised */ restore(ids: readonly string[], askedAt: ReadonlyMap<string, number>, kept: Iterable<KeptRecord>): void };
}
interface KeptGroup extends Pick<Kept, "id" | "indicator" | "area" | "topic" | "counts" | "bySeverity" | "chattering" | "newestAt" | "upTo" | "told"> {
  /** By number. */
  readonly members: readonly number[];
  readonly asked: readonly string[];
  readonly critical: readonly string[];
  /** Null = never. */
  readonly remindedAt: number | null;
}

interface Kept extends Pick<AlertGroup, "id" | "indicator" | "area" | "topic"> {
  readonly counts: Record<AlertState, number>;
  readonly bySeverity: Record<Severity, number>;
  readonly members: Members;
  /** Those that have asked since all of it was closed. */
  readonly asked: Set<string>;
  readonly critical: Set<string>;
  chattering: number;
  newestAt: string;
  upTo: number;
  told: Told | null;
  remindedAt: number;
  /** As it was shown last; a change lets go of it. */
  shown: AlertGroup | null;
}

export function createGroups({ regionOf, areasOf, isWithin }: GroupsNeeds): Groups {
  const byId = new Map<string, Kept>();
  const byArea = new Map<string, Map<string, Kept>>();
  const askedAt = new Map<string, number>();
  const changes = createChanges();

  const idIn = ({ group }: Alert, area: string): string => {
    const [cause = "", , topic = ""] = group.split("|");
    return `${cause}|${area}|${topic}`;
  };
  const areas = (alert: Alert): readonly string[] => {
    const found = areasOf(regionOf(alert.place) ?? "");
    return found.length > 0 ? found : [alert.group.split("|")[1] ?? ""];
  };
  function kept(alert: Alert, area: string): Kept {
    const id = idIn(alert, area);
    return byId.get(id) ?? put({
      id, indicator: alert.indicator, area, topic: alert.topic, counts: { unacknowledged: 0, acknowledged: 0, returned: 0, shelved: 0, suppressed: 0, outOfService: 0, closed: 0 },
      bySeverity: { 1: 0, 2: 0, 3: 0, 4: 0 }, members: createMembers(), asked: new Set(), critical: new Set(), chattering: 0, newestAt: "", upTo: 0, told: null, remindedAt: Number.NEGATIVE_INFINITY, shown: null,
    });
  }
  function put(group: Kept): Kept {
    byId.set(group.id, group);
    byArea.set(group.area, (byArea.get(group.area) ?? new Map<string, Kept>()).set(group.id, group));
    return group;
  }
  /** Counts an alert in or out. */
  function count(group: Kept, alert: Alert, by: 1 | -1): void {
    group.counts[alert.state] += by;
    if (isActive(alert)) group.bySeverity[alert.severity] += by;
    if (alert.chatter && isOpenAlert(alert.state)) group.chattering += by;
    if (isCritical(alert)) group.critical[by === 1 ? "add" : "delete"](alert.id);
  }
  function touch(group: Kept): void {
    group.shown = null;
    changes.note(group.id);
  }

  function movedIn(group: Kept, before: Alert | undefined, after: Alert, { seq, at, kind }: Moved): boolean {
    const gravestBefore = gravestOf(group);
    const wasSeen = group.counts.unacknowledged + group.counts.returned === 0;
    if (before) count(group, before, -1);
    else group.members.add(after.id);
    count(group, after, 1);
    Object.assign(group, { newestAt: at, upTo: seq });
    let isTold = false;
    if (asks(before, after, kind)) {
      group.asked.add(after.id);
      const told = nextTold(group.told, { seq, at, size: group.asked.size, severity: after.severity, gravestBefore, wasSeen });
      isTold = told !== group.told;
      group.told = told;
    } else if (gravestOf(group) === null) {
      group.asked.clear();
      Object.assign(group, { told: null, remindedAt: Number.NEGATIVE_INFINITY });
    }
    touch(group);
    return isTold;
  }
  function join(alert: Alert): void {
    for (const area of areas(alert)) {
      const group = kept(alert, area);
      count(group, alert, 1);
      group.members.add(alert.id);
      touch(group);
    }
  }
  const show = (group: Kept): AlertGroup =>
    (group.shown ??= {
      id: group.id, indicator: group.indicator, area: group.area, topic: group.topic, counts: { ...group.counts }, bySeverity: { ...group.bySeverity }, gravest: gravestOf(group),
      critical: [...group.critical], chattering: group.chattering, newestAt: group.newestAt, upTo: group.upTo, told: gravestOf(group) === null ? null : group.told,
    });
  function seenFrom(region: string): Kept[] {
    const own = areasOf(region);
    // Below a city there is nothing but its own; from a city up, the groups of cities.
    if (own.length > 1) return [...(byArea.get(region)?.values() ?? [])];
    return [...byArea].flatMap(([area, groups]) => (areasOf(area).length <= 1 && isWithin(area, region) ? [...groups.values()] : []));
  }

  return {
    moved(before, after, entry) {
      if (asks(before, after, entry.kind)) askedAt.set(after.id, entry.seq);
      const [city = false] = areas(after).map((area) => movedIn(kept(after, area), before, after, entry));
      return city;
    },
    reminded(id, { seq, at }) {
      const group = byId.get(id);
      const severity = group && gravestOf(group);
      if (!group || severity == null) return;
      Object.assign(group, { told: { seq, at, size: group.asked.size, severity, why: "again" } satisfies Told, newestAt: at, upTo: seq, remindedAt: parseTime(at) ?? Number.NEGATIVE_INFINITY });
      touch(group);
    },
    leave(alert) {
      for (const area of areas(alert)) {
        const group = kept(alert, area);
        count(group, alert, -1);
        group.members.delete(alert.id);
        touch(group);
      }
    },
    join,
    get: (id) => {
      const found = byId.get(id);
      return found && show(found);
    },
    open: (region) => seenFrom(region).filter(isOpen).map(show),
    all: (region) => seenFrom(region).map(show),
    members: (id) => byId.get(id)?.members.all() ?? NOBODY,
    of: (alert, region) => {
      const found = areas(alert);
      return idIn(alert, found.includes(region) ? region : found[0]!);
    },
    remindedAt: (id) => byId.get(id)?.remindedAt ?? Number.NEGATIVE_INFINITY,
    askedAt: (alert) => askedAt.get(alert) ?? 0,
    changes,
    kept: {
      keep(alerts) {
        const groups = [...byId.values()].map(({ id, indicator, area, topic, counts, bySeverity, chattering, newestAt, upTo, told, asked, critical, remindedAt, members }) => ({
          members,
          group: { id, indicator, area, topic, counts: { ...counts }, bySeverity: { ...bySeverity }, chattering, newestAt, upTo, told, asked: [...asked], critical: [...critical], remindedAt: Number.isFinite(remindedAt) ? remindedAt : null },
        }));
        return (function* (): Generator<KeptRecord> {
          const numbers = new Map(alerts.map(({ id }, n) => [id, n]));
          for (const { members, group } of groups) yield { record: { ...group, members: members.numbers((id) => numbers.get(id)) } satisfies KeptGroup };
        })();
      },
      restore(ids, asks, records) {
        for (const each of [byId, byArea, askedAt]) each.clear();
        for (const ask of asks) askedAt.set(...ask);
        for (const { record } of records) {
          const { members, asked, critical, remindedAt, ...group } = record as KeptGroup;
          put({ ...group, members: createMembers(ids, members), asked: new Set(asked), critical: new Set(critical), remindedAt: remindedAt ?? Number.NEGATIVE_INFINITY, shown: null });
        }
        changes.all();
      },
    },
  };
}

const NOBODY: ReadonlySet<string> = new Set();
/** It asks, or somebody sees to it: neither closed nor covered. */
const isActive = ({ state }: Alert): boolean => isOpenAlert(state) && !isCovered(state);
const isCritical = ({ state, severity }: Alert): boolean => severity === 1 && state === "unacknowledged";
const isOpen = ({ counts, members }: Kept): boolean => members.size > counts.closed;
function gravestOf({ bySeverity }: Kept): Severity | null {
  for (const severity of [1, 2, 3, 4] as const) if (bySeverity[severity] > 0) return severity;
  return null;
}
/** Somebody is to look: it is new, came back, got graver or came out from under a cover. Whoever takes an acknowledgement back has looked. */
function asks(before: Alert | undefined, after: Alert, kind: string): boolean {
  if (after.state !== "unacknowledged" || kind === "alert.unacknowledged") return false;
  return before === undefined || before.state !== "unacknowledged" || after.severity < before.severity;
}
