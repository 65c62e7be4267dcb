import { beforeEach, describe, expect, test } from "vitest";
import type { Actor, Role } from "../../model/account.ts";
import type { Alert } from "../../model/alert.ts";
import type { CommandData } from "../../model/command.ts";
import type { Finding } from "../../model/finding.ts";
import type { Draft } from "../../model/journal.ts";
import type { TimerRow } from "../../model/ports.ts";
import { Problem } from "../../model/problem.ts";
import type { Rule } from "../../model/rule.ts";
import { formatTime, MINUTE, SECOND } from "../../model/time.ts";
import { createAlerts } from "./alerts.ts";
import type { Alerts } from "./needs.ts";
import { UNDO_MS, type AlertCommand, type AlertDecision } from "./decide.ts";

const START = Date.parse("2026-01-01T08:00:00+08:00");
const rule = (level: 1 | 2 | 3 | 4): Rule => ({ id: `gust#${level}`, indicator: "gust", level, when: { op: ">=", value: 50 - level * 10 }, holdMs: 0, deadband: 1, source: "operational default" });
const actor = (role: Role, region = "4401"): Actor => ({ account: `${role}@${region}`, role, region, session: "s" });
const [officer, chief, commander] = [actor("officer"), actor("chief"), actor("commander")];
const SEATS = ["officer@4401", "officer@440103", "chief@44", "officer@4403"];

describe("what people do to an alert", () => {
  let now: number;
  let alerts: Alerts;
  let timers: Map<string, TimerRow>;
  let seq: number;
  beforeEach(() => {
    [now, seq, timers] = [START, 0, new Map()];
    alerts = createAlerts({
      situation: "live", rule: (id) => rule(Number(id.split("#")[1]) as 1), topicOf: () => "meteorology", regionOf: (place) => place, cityOf: (r) => r.slice(0, 4), holding: (r) => [...new Set(["44", r.slice(0, 4), r])],
      isWithin: (region, ancestor) => region.startsWith(ancestor), ids: { next: () => "al-1", secret: () => "" }, simNow: () => now,
      seat: (account) => (SEATS.includes(account) ? { region: account.split("@")[1]! } : undefined),
    });
  });
  function write(drafts: readonly Draft[]): string[] {
    for (const draft of drafts) alerts.apply({ ...draft, seq: ++seq, situation: "live", at: formatTime(now), simAt: formatTime(now), bodyHash: "", prev: "", hash: "" });
    return drafts.map(({ kind }) => kind);
  }
  const find = (kind: Finding["kind"], level: 1 | 2 | 3 | 4 = 3) => write(alerts.consider([{ kind, indicator: "gust", place: "440103", rule: rule(level), value: 45, limit: 20 }]));
  function done<K extends AlertCommand>(by: Actor, kind: K, data: Omit<CommandData<K>, "alert">, confirmedBy?: string): AlertDecision {
    const decision = alerts.decide(by, kind, { alert: "al-1", ...data } as CommandData<K>, now, confirmedBy);
    write(decision.drafts);
    for (const id of decision.cancelTimers ?? []) timers.delete(id);
    for (const timer of decision.timers ?? []) timers.set(timer.id, timer);
    return decision;
  }
  function refused<K extends AlertCommand>(by: Actor, kind: K, data: Omit<CommandData<K>, "alert">): { code: string; legal: unknown } {
    try {
      done(by, kind, data);
    } catch (error) {
      if (error instanceof Problem) return { code: error.code, legal: error.details?.legal };
      throw error;
    }
    return { code: "done", legal: undefined };
  }
  const alert = (): Alert => alerts.get("al-1")!;
  /** All timers that have fallen due fire. */
  function fire(): void {
    for (const timer of [...timers.values()].filter(({ dueAt }) => dueAt <= now)) {
      timers.delete(timer.id);
      write(alerts.dues[timer.kind]!.due(timer, now, 0)?.drafts ?? []);
    }
  }

  test("an alert is set aside for a time, with a reason, and comes back by itself as it stands then", () => {
    find("exceed");
    done(officer, "alert.shelve", { minutes: 30, reason: "传感器检修" });
    expect(alert()).toMatchObject({ state: "shelved", beneath: "unacknowledged", cover: { why: "shelved", by: "officer@4401", reason: "传感器检修", until: formatTime(START + 30 * MINUTE) } });
    find("clear");
    now += 30 * MINUTE - 1;
    fire();
    expect(alert()).toMatchObject({ state: "shelved", beneath: "returned" });
    now += 1;
    fire();
    expect(alert()).toMatchObject({ state: "returned" });
    expect([alert().beneath, alert().cover]).toEqual([undefined, undefined]);
  });
  test("a shelf that was lifted and put up anew ends at its own time, not at the former one's", () => {
    find("exceed");
    done(officer, "alert.shelve", { minutes: 10, reason: "a" });
    const former = [...timers.values()][0]!;
    done(officer, "alert.unshelve", {});
    expect([alert().state, timers.size]).toEqual(["unacknowledged", 0]);
    now += MINUTE;
    done(officer, "alert.shelve", { minutes: 20, reason: "b" });
    expect(alerts.dues["shelf"]!.due(former, now, 0)).toBeNull();
    now += 20 * MINUTE;
    fire();
    expect(alert().state).toBe("unacknowledged");
  });
  test("an officer sets aside for an hour at most, a chief for a shift, a unit not at all", () => {
    find("exceed");
    expect([refused(officer, "alert.shelve", { minutes: 61, reason: "r" }), refused(actor("unit"), "alert.shelve", { minutes: 1, reason: "r" })]).toMatchObject([{ code: "no_right" }, { code: "no_right" }]);
    expect(refused(chief, "alert.shelve", { minutes: 480, reason: "r" }).code).toBe("done");
  });
  test("red and orange are set aside by two: nothing is done until the second agrees", () => {
    for (const level of [1, 2] as const) {
      find("exceed", level);
      const asked = done(commander, "alert.shelve", { minutes: 30, reason: "r" });
      expect([asked.drafts, asked.second]).toMatchObject([[], { about: "alert al-1", region: "440103", right: "second", data: { alert: "al-1", minutes: 30, reason: "r" } }]);
    }
    expect(alert().state).toBe("unacknowledged");
    done(commander, "alert.shelve", { minutes: 30, reason: "r" }, "chief@4401");
    expect(alert()).toMatchObject({ state: "shelved", cover: { by: "commander@4401", confirmedBy: "chief@4401" } });
  });
  test("what becomes graver is not hidden by having been set aside; what is out of service is", () => {
    find("exceed", 3);
    done(officer, "alert.shelve", { minutes: 30, reason: "r" });
    find("exceed", 1);
    expect(alert()).toMatchObject({ state: "unacknowledged", severity: 1 });
    expect(alert().cover).toBeUndefined();
    fire();
    expect(done(chief, "alert.takeOut", { reason: "仪器拆走" }).second).toMatchObject({ about: "alert al-1", right: "second" });
    expect(alert().state).toBe("unacknowledged");
    done(chief, "alert.takeOut", { reason: "仪器拆走" }, "commander@4401");
    find("clear", 1);
    find("exceed", 1);
    expect(alert()).toMatchObject({ state: "outOfService", beneath: "unacknowledged", cover: { why: "outOfService", by: "chief@4401", reason: "仪器拆走", confirmedBy: "commander@4401" } });
    done(chief, "alert.putBack", {});
    expect(alert().state).toBe("unacknowledged");
  });
  test("one person's taking out of service says nothing of a cause that becomes red or orange: it is put back, and asks", () => {
    find("exceed", 4);
    done(chief, "alert.takeOut", { reason: "检修" });
    find("exceed", 3);
    expect(alert()).toMatchObject({ state: "outOfService", severity: 3 });
    // Slowly enough to be no chatter.
    now += 30 * MINUTE;
    expect(find("exceed", 2)).toEqual(["alert.exceeded", "alert.putBack"]);
    expect(alert()).toMatchObject({ state: "unacknowledged", severity: 2 });
    expect(alert().cover).toBeUndefined();
    done(chief, "alert.takeOut", { reason: "检修" }, "commander@4401");
    now += 30 * MINUTE;
    expect(find("exceed", 1)).toEqual(["alert.exceeded"]);
    expect(alert()).toMatchObject({ state: "outOfService", severity: 1 });
  });
  test("a cause that is set aside stays so when it comes again, however often it was closed beneath", () => {
    find("exceed");
    done(officer, "alert.acknowledge", {});
    done(officer, "alert.shelve", { minutes: 30, reason: "抖动" });
    for (let i = 0; i < 3; i++) {
      // Slowly enough to be no chatter.
      now += 6 * MINUTE;
      find("clear");
      find("exceed");
    }
    expect([...alerts.all()].map(({ id, state }) => [id, state])).toEqual([["al-1", "shelved"]]);
    find("clear");
    now += 12 * MINUTE;
    fire();
    expect(alert().state).toBe("returned");
  });
  test("an acknowledgement is taken back by who gave it, for ten seconds", () => {
    find("exceed");
    done(officer, "alert.acknowledge", {});
    expect(alert()).toMatchObject({ state: "acknowledged", ackBy: "officer@4401", ackAt: formatTime(START) });
    expect(refused(chief, "alert.unacknowledge", {}).code).toBe("guard");
    now += UNDO_MS;
    done(officer, "alert.unacknowledge", {});
    expect([alert().state, alert().ackBy, alert().ackAt]).toEqual(["unacknowledged", undefined, undefined]);
    done(officer, "alert.acknowledge", {});
    now += UNDO_MS + SECOND / 1_000;
    expect(refused(officer, "alert.unacknowledge", {})).toEqual({ code: "guard", legal: ["alert.unacknowledge", "alert.shelve", "alert.takeOut"] });
  });
  test("a dead source never closes an alert; a chief may, with the reason, and only then", () => {
    find("exceed");
    expect(refused(chief, "alert.close", { reason: "r" }).code).toBe("guard");
    find("sourceDown");
    expect(refused(officer, "alert.close", { reason: "r" }).code).toBe("no_right");
    done(chief, "alert.close", { reason: "站点已撤销" });
    expect(alert().state).toBe("closed");
    expect(refused(chief, "alert.close", { reason: "r" }).code).toBe("illegal_transition");
  });
  test("a red or orange one whose source is dead is closed by two: it stays and asks until the second agrees, and not once its source is back", () => {
    for (const level of [2, 1] as const) {
      find("exceed", level);
      find("sourceDown", level);
      expect(done(commander, "alert.close", { reason: "站点已撤销" })).toMatchObject({ drafts: [], second: { about: "alert al-1", region: "440103", right: "second", data: { alert: "al-1", reason: "站点已撤销" } } });
      find("sourceBack", level);
    }
    expect(alert()).toMatchObject({ state: "unacknowledged", severity: 1 });
    expect(() => done(commander, "alert.close", { reason: "站点已撤销" }, "chief@4401")).toThrow(/source still reports/);
    find("sourceDown", 1);
    const { drafts } = done(commander, "alert.close", { reason: "站点已撤销" }, "chief@4401");
    expect(drafts).toMatchObject([{ kind: "alert.closed", actor: "commander@4401", body: { confirmedBy: "chief@4401" } }]);
    expect(alert().state).toBe("closed");
  });
  test("words and whom it is given to stand on it, whoever wrote them; also on one that is closed, words", () => {
    find("exceed");
    done(officer, "alert.acknowledge", { comment: "已电话核实" });
    done(chief, "alert.assign", { to: "officer@440103" });
    find("clear");
    done(chief, "alert.comment", { text: "复盘" });
    expect(alert()).toMatchObject({ state: "closed", assignedTo: "officer@440103", comments: [{ actor: "officer@4401", text: "已电话核实" }, { actor: "chief@4401", text: "复盘", seq }] });
    expect(refused(chief, "alert.assign", { to: "officer@4401" }).code).toBe("illegal_transition");
  });
  test("it is given to a post that sees it, and to nobody else", () => {
    find("exceed");
    expect(["officer@4401", "chief@44", "officer@440103"].map((to) => refused(officer, "alert.assign", { to }).code)).toEqual(["done", "done", "done"]);
    expect(["officer@4403", "nobody@44"].map((to) => refused(officer, "alert.assign", { to }).code)).toEqual(["not_found", "not_found"]);
  });
  test("of an alert outside the own region, and of none, the answer is the same whatever is asked", () => {
    find("exceed");
    const stranger = actor("commander", "4403");
    for (const [kind, data] of [["alert.shelve", { minutes: 1, reason: "r" }], ["alert.close", { reason: "r" }], ["alert.comment", { text: "t" }]] as const) expect(refused(stranger, kind, data).code).toBe("not_found");
  });

  test("what is found graver after it was closed beneath a shelf is shown, and asks", () => {
    find("exceed");
    done(officer, "alert.acknowledge", {});
    done(officer, "alert.shelve", { minutes: 30, reason: "检修" });
    find("clear");
    expect(alert()).toMatchObject({ state: "shelved", beneath: "closed" });
    find("exceed", 2);
    expect(alert()).toMatchObject({ state: "unacknowledged", severity: 2 });
    expect(alert().beneath).toBeUndefined();
  });

  test("closed by hand while its source was dead, it is found anew when the source is back and the limit is still passed", () => {
    find("exceed");
    find("sourceDown");
    done(chief, "alert.close", { reason: "站点已撤" });
    const back: Finding = { kind: "sourceBack", indicator: "gust", place: "440103", rule: rule(3), value: 45, limit: 20 };
    expect(alerts.consider([back, { ...back, kind: "clear", value: 4 }])).toEqual([]);
    expect(alerts.consider([back])).toMatchObject([{ kind: "alert.raised", body: { rule: "gust#3", value: 45 } }]);
  });
});
