import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "../../model/account.ts";
import type { Finding } from "../../model/finding.ts";
import type { Draft, Entry } from "../../model/journal.ts";
import type { Rule } from "../../model/rule.ts";
import { formatTime } from "../../model/time.ts";
import { createAlerts } from "./alerts.ts";

const rule = (level: 1 | 2 | 3 | 4): Rule => ({ id: `gust#${level}`, indicator: "gust", level, when: { op: ">=", value: 50 - level * 10 }, holdMs: 0, deadband: 1, source: "operational default" });
const AT = Date.parse("2026-01-01T08:00:00+08:00");
const officer: Actor = { account: "officer@4401", role: "officer", region: "4401", session: "s" };

function desk() {
  let n = 0;
  let seq = 0;
  const make = () =>
    createAlerts({
      situation: "live", rule: (id) => rule(Number(id.split("#")[1]) as 1), topicOf: () => "meteorology", regionOf: (place) => place, cityOf: (r) => r.slice(0, 4), holding: (r) => [...new Set(["44", r.slice(0, 4), r])],
      isWithin: (region, ancestor) => region.startsWith(ancestor), ids: { next: (p) => `${p}-${++n}`, secret: () => "" }, simNow: () => Date.parse("2026-01-01T08:00:00+08:00"),
    });
  const alerts = make();
  const journal: Entry[] = [];
  const write = (drafts: readonly Draft[]) => {
    for (const draft of drafts) {
      const at = "2026-01-01T08:00:00.000+08:00";
      const entry = { ...draft, seq: ++seq, situation: "live", at, simAt: at, bodyHash: "", prev: "", hash: "" };
      journal.push(entry);
      alerts.apply(entry);
    }
    return drafts.map((d) => d.kind);
  };
  const find = (kind: Finding["kind"], level: 1 | 2 | 3 | 4, value = 45, place = "440103") =>
    write(alerts.consider([{ kind, indicator: "gust", place, rule: rule(level), value, limit: 50 - level * 10 }]));
  return { alerts, journal, write, find, make };
}
const only = (alerts: ReturnType<typeof desk>["alerts"]) => [...alerts.all()].at(-1)!;

describe("alerts", () => {
  test("a finding becomes one alert that knows its rule, place, value, limit and source", () => {
    const { alerts, find } = desk();
    expect(find("exceed", 3, 21)).toEqual(["alert.raised"]);
    expect(only(alerts)).toMatchObject({ rule: "gust#3", place: "440103", severity: 3, state: "unacknowledged", value: 21, limit: 20, source: "operational default", sourceDown: false, group: "gust|4401|meteorology" });
  });

  test("the same finding again writes nothing", () => {
    const { find } = desk();
    find("exceed", 3);
    expect(find("exceed", 3)).toEqual([]);
  });

  test("set back, a played clock has not found yet what it found later; found again before that hour it is of the new one, after it nothing is written", () => {
    const start = Date.parse("2015-10-04T08:00:00+08:00");
    let clock = start;
    let back = 0;
    const alerts = createAlerts({
      situation: "live", rule: () => rule(3), topicOf: () => "meteorology", regionOf: (place) => place, cityOf: (r) => r.slice(0, 4), holding: (r) => [...new Set(["44", r.slice(0, 4), r])], isWithin: (region, ancestor) => region.startsWith(ancestor),
      ids: { next: () => "al-1", secret: () => "" }, simNow: () => clock, cameBack: () => void back++,
    });
    let seq = 0;
    const find = (value: number, kind: Finding["kind"] = "exceed") => {
      const drafts = alerts.consider([{ kind, indicator: "gust", place: "440103", rule: rule(3), value, limit: 20 }]);
      for (const draft of drafts) alerts.apply({ ...draft, seq: ++seq, situation: "storm", at: "2026-01-01T08:00:00.000+08:00", simAt: formatTime(clock), bodyHash: "", prev: "", hash: "" });
      return drafts.map((d) => d.kind);
    };
    const set = (to: number) => {
      clock = to;
      alerts.begin();
    };
    expect(find(45)).toEqual(["alert.raised"]);
    set(start - 90 * 60_000);
    expect([[...alerts.all()], alerts.open()]).toEqual([[], []]);
    clock = start + 60_000;
    expect([[...alerts.all()], alerts.open(), back]).toEqual([[], [], 0]);
    expect([find(45), back, alerts.open().length]).toEqual([[], 1, 1]);
    set(start - 90 * 60_000);
    expect([find(33), back]).toEqual([["alert.exceeded"], 1]);
    expect([...alerts.all()]).toMatchObject([{ id: "al-1", value: 33, simAt: formatTime(clock) }]);
    expect(find(34)).toEqual([]);
    expect(find(5, "clear")).toEqual(["alert.cleared"]);
  });

  test("an alert that gets graver asks again, and stays one alert", () => {
    const { alerts, find, write } = desk();
    find("exceed", 3);
    write(alerts.decide(officer, "alert.acknowledge", { alert: only(alerts).id }, AT).drafts);
    expect(only(alerts)).toMatchObject({ state: "acknowledged", ackBy: "officer@4401" });
    expect(find("exceed", 1)).toEqual(["alert.exceeded"]);
    expect([...alerts.all()]).toHaveLength(1);
    expect(only(alerts)).toMatchObject({ severity: 1, state: "unacknowledged" });
    expect(only(alerts).ackBy).toBeUndefined();
  });

  test("an alert that returns unacknowledged waits for a person; acknowledged, it closes by itself", () => {
    const { alerts, find, write } = desk();
    find("exceed", 3);
    find("clear", 3, 5);
    expect(only(alerts).state).toBe("returned");
    write(alerts.decide(officer, "alert.acknowledge", { alert: only(alerts).id }, AT).drafts);
    expect(only(alerts).state).toBe("closed");
    find("exceed", 3);
    write(alerts.decide(officer, "alert.acknowledge", { alert: only(alerts).id }, AT).drafts);
    find("clear", 3, 5);
    expect(only(alerts).state).toBe("closed");
    expect([...alerts.all()]).toHaveLength(2);
  });

  test("a dead source never resolves an alert", () => {
    const { alerts, find } = desk();
    find("exceed", 2);
    expect(find("sourceDown", 2)).toEqual(["alert.sourceDown"]);
    expect(only(alerts)).toMatchObject({ state: "unacknowledged", sourceDown: true });
    expect(find("sourceDown", 2)).toEqual([]);
    find("sourceBack", 2);
    expect(only(alerts).sourceDown).toBe(false);
  });

  test("nobody acknowledges what lies outside their area, and the answer tells nothing of it", () => {
    const { alerts, find } = desk();
    find("exceed", 2, 45, "440303");
    const ask = (id: string) => () => alerts.decide(officer, "alert.acknowledge", { alert: id }, AT);
    expect(ask(only(alerts).id)).toThrow(/no alert/);
    expect(ask("nothing")).toThrow(/no alert/);
  });

  test("a closed alert is not acknowledged twice", () => {
    const { alerts, find, write } = desk();
    find("exceed", 3);
    find("clear", 3);
    write(alerts.decide(officer, "alert.acknowledge", { alert: only(alerts).id }, AT).drafts);
    expect(() => alerts.decide(officer, "alert.acknowledge", { alert: only(alerts).id }, AT)).toThrow(/closed/);
  });

  test("an incident knows the alert that it came of", () => {
    const { alerts, find, write } = desk();
    find("exceed", 2);
    find("exceed", 2, 45, "440104");
    const { id } = only(alerts);
    write([{ kind: "alert.linked", actor: "officer@4401", region: "440104", body: { alert: id, incident: "inc-1" } }]);
    find("clear", 2, 5, "440104");
    expect([alerts.ofIncident("inc-1"), alerts.ofIncident("inc-2")]).toEqual([[id], []]);
  });

  test("reading the journal again gives the same alerts", () => {
    const move = fc.record({ what: fc.constantFrom("exceed", "clear", "sourceDown", "sourceBack", "ack"), level: fc.constantFrom(1, 2, 3, 4), place: fc.constantFrom("440103", "440104") });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        const { alerts, journal, find, write, make } = desk();
        for (const { what, level, place } of moves) {
          if (what !== "ack") find(what as Finding["kind"], level as 1, 45, place);
          else
            for (const a of [...alerts.all()].filter((x) => x.state === "unacknowledged" || x.state === "returned").slice(0, 1))
              write(alerts.decide(officer, "alert.acknowledge", { alert: a.id }, AT).drafts);
        }
        const again = make();
        for (const entry of journal) again.apply(entry);
        expect([...again.all()]).toEqual([...alerts.all()]);
        for (const place of ["440103", "440104"]) expect([...alerts.all()].filter((a) => a.place === place && a.state !== "closed").length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
