import fc from "fast-check";
import { expect, test } from "vitest";
import { Problem } from "../../model/problem.ts";
import { MINUTE } from "../../model/time.ts";
import { absenceRule, alertDesk, DESK_START, deskActor, type AlertDesk } from "../../tests/fixtures/alert-desk.ts";
import { keptText, throughText } from "../../tests/fixtures/kept.ts";
import type { Alerts } from "./needs.ts";

const PLACES = ["440103", "440103001", "441900"];
const officer = deskActor("officer", "44");
const chief = deskActor("chief", "44");
const place = fc.constantFrom(...PLACES);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom("exceed" as const, "clear" as const, "sourceDown" as const, "sourceBack" as const), place, level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const), indicator: fc.constantFrom("gust", "gateway:g") }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("trembles" as const, "falls silent" as const, "stands still" as const), place }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("pass" as const), ms: fc.constantFrom(1_000, 61_000, 6 * MINUTE, 130 * MINUTE) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom("alert.acknowledge" as const, "alert.comment" as const, "alert.assign" as const, "alert.shelve" as const, "alert.takeOut" as const, "alert.putBack" as const, "group" as const, "link" as const), place }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function take(desk: AlertDesk, one: Step): void {
  if (one.do === "pass") return void desk.pass(one.ms);
  if ("indicator" in one) return void desk.find(one.do, { place: one.place, level: one.level, indicator: one.indicator, value: 50 - one.level });
  if (one.do === "falls silent") return void desk.find("exceed", { place: one.place, rule: absenceRule() });
  if (one.do === "stands still") {
    desk.find("exceed", { place: one.place, indicator: "rain" });
    take(desk, { do: "alert.acknowledge", place: one.place });
    return void desk.pass(130 * MINUTE);
  }
  if (one.do === "trembles") {
    for (let i = 0; i < 6; i++) {
      desk.pass(10_000);
      desk.find(i % 2 === 0 ? "exceed" : "clear", { place: one.place, indicator: "stage" });
    }
    return;
  }
  const alert = desk.at(one.place);
  if (!alert) return;
  try {
    if (one.do === "link") desk.write([{ kind: "alert.linked", actor: officer.account, region: one.place, body: { alert: alert.id, incident: `inc-${one.place.slice(0, 4)}` } }]);
    else if (one.do === "group") desk.does(officer, "alert.acknowledgeGroup", { group: alert.group, upTo: desk.alerts.group(alert.group)!.upTo });
    else if (one.do === "alert.shelve") desk.does(chief, one.do, { alert: alert.id, minutes: 30, reason: "检修" });
    else if (one.do === "alert.takeOut" || one.do === "alert.putBack") desk.does(chief, one.do, { alert: alert.id, reason: "换传感器" });
    else if (one.do === "alert.assign") desk.does(chief, one.do, { alert: alert.id, to: "officer@440103" });
    else if (one.do === "alert.acknowledge") desk.does(officer, one.do, { alert: alert.id });
    else desk.does(officer, one.do as "alert.comment", { alert: alert.id, text: "已通知" });
  } catch (error) {
    // What is not legal now leaves no entry.
    if (!(error instanceof Problem)) throw error;
  }
}
const toldBy = (alerts: Alerts, now: number): string =>
  JSON.stringify({
    all: [...alerts.all()], open: alerts.open(), inCity: [...alerts.openIn("4401")], groups: [...alerts.allGroups("44"), ...alerts.allGroups("440103")], levels: [...alerts.levels(0)], load: alerts.load("44", now),
    members: alerts.allGroups("44").map(({ id }) => [...alerts.members(id)]), linked: alerts.ofIncident("inc-4401"),
  });

test("alerts that were kept at any entry and read on are those that are read anew, and those that stand: with their groups, load and what trembles", () => {
  let kinds = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), fc.nat(), (steps, at) => {
      const desk = alertDesk({ gatewayOf: () => "g" });
      for (const one of steps) take(desk, one);
      const { journal } = desk;
      kinds = new Set([...kinds, ...journal.map(({ kind }) => kind)]);
      const [anew, before, restored] = [desk.make(), desk.make(), desk.make()];
      for (const entry of journal) anew.apply(entry);
      const cut = journal.length === 0 ? 0 : at % (journal.length + 1);
      for (const entry of journal.slice(0, cut)) before.apply(entry);
      restored.kept!.restore(throughText(before.kept!.keep()));
      // Some of it rests while what comes later is read, as behind a boot.
      if (at % 2 === 0) restored.kept!.wake!();
      for (const entry of journal.slice(cut)) restored.apply(entry);
      const whole = keptText(anew.kept!.keep());
      expect(keptText(desk.alerts.kept!.keep())).toBe(whole);
      expect(toldBy(restored, desk.desk.now)).toBe(toldBy(anew, desk.desk.now));
      expect(keptText(restored.kept!.keep())).toBe(whole);
      restored.kept!.restore([]);
      expect(keptText(restored.kept!.keep())).toBe(keptText(desk.make().kept!.keep()));
    }),
    { numRuns: 300 },
  );
  expect([...kinds]).toEqual(expect.arrayContaining(["alert.raised", "alert.exceeded", "alert.cleared", "alert.chattering", "alert.settled", "alert.acknowledged", "alert.shelved", "alert.suppressed", "alert.reminded", "alert.linked"]));
});

test("what comes while alerts are being written down is not in what is written", () => {
  const desk = alertDesk();
  desk.find("exceed", { place: "440103" });
  const kept = desk.alerts.kept!.keep();
  const then = keptText(desk.alerts.kept!.keep());
  desk.find("exceed", { place: "440104", level: 1 });
  desk.find("clear", { place: "440103" });
  expect(keptText(kept)).toBe(then);
  expect(desk.desk.now).toBe(DESK_START);
});
