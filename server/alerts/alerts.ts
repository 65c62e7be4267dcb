import { isOpenAlert, stillHolds, type Alert } from "../../model/alert.ts";
import { causeOf } from "../../model/finding.ts";
import type { Entry } from "../../model/journal.ts";
import type { LevelSpan } from "../../model/level-record.ts";
import { Problem } from "../../model/problem.ts";
import { RestingMap } from "../../model/resting-map.ts";
import { parseTime } from "../../model/time.ts";
import { acknowledgeGroup, reached } from "./acknowledge-group.ts";
import { createByRegion } from "./by-region.ts";
import { createChanges } from "./changes.ts";
import { createChatter } from "./chatter.ts";
import { createConsider } from "./consider.ts";
import { decideAlert, SHELF, shelfEnded, type OneAlertCommand } from "./decide.ts";
import { createGroups } from "./groups.ts";
import { createIdle, IDLE } from "./idle.ts";
import { createInhibit, isAbsenceRule } from "./inhibit.ts";
import { keepAlerts, type Raised } from "./kept.ts";
import { createLoad } from "./load.ts";
import { nextLevels, until } from "./levels.ts";
import type { Alerts, AlertsNeeds } from "./needs.ts";
import { nextAlert, type AlertBody } from "./next.ts";

export function createAlerts(needs: AlertsNeeds): Alerts {
  const { situation, regionOf, isWithin, holding } = needs;
  const raised = new RestingMap<Raised>();
  /** The open alert of each cause: one at a time, whatever its severity. */
  const openByCause = new Map<string, string>();
  const byIncident = new Map<string, readonly string[]>();
  const get = (id: string): Alert | undefined => raised.get(id)?.alert;
  function* all(): Generator<Alert> {
    for (const { alert } of raised.values()) yield alert;
  }
  const lives = { regionOf, isWithin };
  const byRegion = createByRegion((place) => holding(regionOf(place) ?? ""));
  const changes = createChanges();
  const groups = createGroups({ ...lives, areasOf: (region) => fromCity(holding(region), needs.cityOf(region)) });
  const load = createLoad(lives);
  const chatter = createChatter();
  const inhibit = createInhibit({
    regionOf, gatewayOf: (place) => needs.gatewayOf?.(place),
    open: () => [...openByCause.values()].map((id) => get(id)!).filter(({ id }) => !ahead.has(id)),
    isAbsence: ({ rule }) => is(needs.rule(rule), isAbsenceRule),
  });
  const idle = createIdle({ situation, groups, get });

  /** Found in a future that the clock was set back from, and not found again. */
  const ahead = new Set<string>();
  let begunAt = Number.NEGATIVE_INFINITY;
  const isAhead = ({ simAt }: Alert): boolean => (parseTime(simAt) ?? Number.NEGATIVE_INFINITY) > needs.simNow();
  const reach = { groups, get, isAhead: (id: string) => ahead.has(id) };

  const considered = createConsider({
    topicOf: (indicator) => needs.topicOf(indicator), regionOf, cityOf: (region) => needs.cityOf(region), ids: needs.ids, simNow: () => needs.simNow(), chatter, inhibit,
    alertOf: (cause) => get(openByCause.get(cause) ?? ""),
    isAhead: (alert) => ahead.has(alert.id) && isAhead(alert),
    stands(alert) {
      if (!ahead.delete(alert.id)) return;
      groups.join(alert);
      changes.note(alert.id);
      needs.cameBack?.();
    },
  });
  const causeOfAlert = (alert: Alert): string => {
    const rule = needs.rule(alert.rule);
    return rule ? causeOf(rule, alert.place) : `${alert.indicator}@${alert.place}`;
  };

  /** Puts an alert as it is after an entry into all that is kept of alerts. */
  function put(before: Alert | undefined, after: Alert, entry: Entry, levels: readonly LevelSpan[]): void {
    raised.set(after.id, { alert: after, levels });
    if (before?.incident !== after.incident) {
      if (before?.incident !== undefined) byIncident.set(before.incident, (byIncident.get(before.incident) ?? []).filter((id) => id !== after.id));
      if (after.incident !== undefined) byIncident.set(after.incident, [...(byIncident.get(after.incident) ?? []), after.id]);
    }
    const isFound = entry.kind === "alert.raised" || entry.kind === "alert.exceeded";
    const wasAhead = ahead.has(after.id);
    if (isFound) ahead.delete(after.id);
    const cause = causeOfAlert(after);
    if (isOpenAlert(after.state)) openByCause.set(cause, after.id);
    else if (openByCause.get(cause) === after.id) openByCause.delete(cause);
    byRegion.moved(after);
    changes.note(after.id);
    inhibit.moved(after);
    const foundAnew = isFound && (before === undefined || !stillHolds(before) || after.severity < before.severity);
    chatter.apply(entry, after, cause, foundAnew, parseTime(entry.simAt) ?? needs.simNow());
    if (ahead.has(after.id)) return;
    const asks = groups.askedAt(after.id);
    const told = groups.moved(wasAhead ? undefined : before, after, entry);
    if (groups.askedAt(after.id) !== asks) load.asked(after, parseTime(entry.at) ?? 0, told);
  }

  return {
    kept: keepAlerts({
      raised, byIncident, groups, load, chatter,
      open: () => [...openByCause.values()],
      clear() {
        for (const each of [raised, byIncident, openByCause, ahead]) each.clear();
        byRegion.clear();
        inhibit.clear();
        changes.all();
      },
      opened(alert) {
        const cause = causeOfAlert(alert);
        if (!openByCause.has(cause)) openByCause.set(cause, alert.id);
        byRegion.moved(alert);
        inhibit.moved(alert);
      },
    }),
    consider: (findings) => [...considered(findings), ...chatter.settled(needs.simNow(), get, regionOf)],
    hasSettled: () => chatter.hasSettled(needs.simNow()),

    decide(actor, kind, data, now, confirmedBy) {
      if (!("alert" in data)) return acknowledgeGroup({ ...reach, idle, isWithin }, actor, data, now);
      const alert = get(data.alert);
      const region = alert && regionOf(alert.place);
      if (!alert || region === undefined || !isWithin(region, actor.region)) throw new Problem("not_found", `There is no alert "${data.alert}" in your area.`);
      const decision = decideAlert({ actor, alert, region, situation, now, confirmedBy, seat: (account) => needs.seat?.(account), isWithin }, kind as OneAlertCommand, data);
      if (kind !== "alert.acknowledge" || alert.state !== "unacknowledged") return decision;
      return { ...decision, timers: idle.row(groups.of(alert, actor.region), [alert], now) };
    },
    dues: {
      [SHELF]: {
        about: ({ body }) => (body as Shelf).alert,
        due({ body }) {
          const { alert, until: ends } = body as Shelf;
          const found = get(alert);
          return shelfEnded(found, found && regionOf(found.place), ends);
        },
      },
      [IDLE]: idle.due,
    },

    apply(entry: Entry) {
      if (!entry.kind.startsWith("alert.") || entry.body === undefined) return;
      const body = entry.body as AlertBody;
      if (body.group !== undefined && entry.kind === "alert.reminded") {
        groups.reminded(body.group, entry);
        load.reminded(entry.region, parseTime(entry.at) ?? 0);
        return;
      }
      // A whole group is acknowledged by one entry: each of those that it reaches as if by one of its own.
      if (body.group !== undefined && body.upTo !== undefined) {
        for (const each of reached({ group: body.group, upTo: body.upTo }, reach)) put(each, nextAlert(each, entry, { ...body, alert: each.id })!, entry, raised.get(each.id)!.levels);
        return;
      }
      const before = get(body.alert);
      const after = nextAlert(before, entry, body);
      if (!after) return;
      put(before, after, entry, nextLevels(raised.get(after.id)?.levels ?? [], entry, body));
    },

    all: () => [...all()].filter(({ id }) => !ahead.has(id)),
    *openIn(region) {
      for (const id of byRegion.in(region)) if (!ahead.has(id)) yield get(id)!;
    },
    retell: (id) => changes.note(id),
    since: (mark) => ({ mark: changes.mark(), ids: changes.since(mark) }),
    groups: (region) => groups.open(region),
    allGroups: (region) => groups.all(region),
    group: (id) => groups.get(id),
    members: (id) => groups.members(id),
    groupsSince: (mark) => ({ mark: groups.changes.mark(), ids: groups.changes.since(mark) }),
    load(region, now) {
      return load.of(region, now, this.openIn(region));
    },
    *levels(since) {
      for (const { alert, levels } of raised.values()) {
        const { to = Infinity } = levels.at(-1) ?? { to: -Infinity };
        if (to < since) continue;
        yield { alert, levels: ahead.has(alert.id) ? until(levels, begunAt) : levels };
      }
    },
    get,
    found: (id) => (ahead.has(id) ? undefined : get(id)),
    ofIncident: (incident) => [...(byIncident.get(incident) ?? [])].filter((id) => !ahead.has(id)),
    begin() {
      begunAt = needs.simNow();
      chatter.forget();
      for (const alert of all()) {
        const was = ahead.has(alert.id);
        if (isAhead(alert) === was) continue;
        if (was) ahead.delete(alert.id);
        else ahead.add(alert.id);
        groups[was ? "join" : "leave"](alert);
      }
      changes.all();
      groups.changes.all();
    },
    open: () =>
      [...openByCause.values()].map((id) => get(id)!).filter((a) => stillHolds(a) && !ahead.has(a.id)).map(({ rule, place, sourceDown }) => ({ rule, place, sourceDown })),
  };
}

/** From the city on that lies above a region; the region alone when it is one, or the province. */
const fromCity = (holding: readonly string[], city: string): readonly string[] => holding.slice(Math.max(0, holding.indexOf(city)));
const is = <T>(found: T | undefined, so: (found: T) => boolean): boolean => found !== undefined && so(found);

/** Of a timer that ends a shelf. */
interface Shelf {
  readonly alert: string;
  readonly until: string;
}
