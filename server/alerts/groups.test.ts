import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conserved, nextTold, toldAt, type AlertGroup } from "../../model/alert-group.ts";
import { MINUTE } from "../../model/time.ts";
import { alertDesk, deskActor } from "../../tests/fixtures/alert-desk.ts";

const GROUP = "gust|4401|meteorology";
const [officer, county] = [deskActor("officer"), deskActor("officer", "440103")];
const town = (n: number): string => `440103${String(n).padStart(3, "0")}`;
const open = (desk: ReturnType<typeof alertDesk>, region = "44"): AlertGroup[] => desk.alerts.groups(region);

describe("groups of alerts", () => {
  test("a group of 300 is told at 1, 3, 10, 30, 100 and 300 and when it becomes graver, and after a restart not again", () => {
    const desk = alertDesk();
    const told: string[] = [];
    let last = 0;
    desk.onEntry(() => {
      const now = desk.alerts.group(GROUP)?.told;
      if (!now || now.seq === last) return;
      last = now.seq;
      told.push(`${now.size} ${now.why} ${now.severity}`);
    });
    for (let n = 1; n <= 300; n++) desk.find("exceed", { place: town(n), level: n < 200 ? 3 : 4 });
    expect(told).toEqual(["1 new 3", "3 grown 3", "10 grown 3", "30 grown 3", "100 grown 3", "300 grown 3"]);
    desk.find("exceed", { place: town(7), level: 1 });
    expect(told.slice(6)).toEqual(["300 graver 1"]);
    const again = desk.make();
    for (const entry of desk.journal) again.apply(entry);
    expect(again.groups("44")).toEqual(open(desk));
  });

  test("raised is the sum of all standings after every entry, in the groups of the province, of a city and of a county alike", () => {
    const step = fc.record({
      what: fc.constantFrom("exceed", "exceed", "clear", "sourceDown", "acknowledge", "unacknowledge", "group", "shelve", "unshelve", "takeOut", "putBack", "pass", "back"),
      level: fc.constantFrom(1, 2, 3, 4), place: fc.constantFrom(town(1), town(2), "440103", "440104", "440303"), n: fc.nat({ max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const desk = alertDesk();
        const { alerts } = desk;
        const check = (): void => {
          const all = [...alerts.all()];
          for (const [region, raised] of [["44", all.length], ["4401", all.filter(({ place }) => place.startsWith("4401")).length], ["440103", all.filter(({ place }) => place.startsWith("440103")).length]] as const) {
            const groups = alerts.allGroups(region);
            expect(conserved(raised, groups)).toBe(true);
            for (const group of groups) {
              const members = [...alerts.members(group.id)].map((id) => alerts.get(id)!);
              expect(group.counts.unacknowledged).toBe(members.filter(({ state }) => state === "unacknowledged").length);
              expect(group.bySeverity[1]).toBe(members.filter(({ state, severity }) => severity === 1 && ["unacknowledged", "acknowledged", "returned"].includes(state)).length);
              expect(group.told === null || group.gravest !== null).toBe(true);
            }
          }
        };
        desk.onEntry(check);
        for (const { what, level, place, n } of steps) {
          const alert = desk.at(place);
          try {
            if (what === "exceed" || what === "clear" || what === "sourceDown") desk.find(what, { level: level as 1, place });
            else if (what === "pass") desk.pass(n * MINUTE);
            else if (what === "back") {
              desk.desk.now -= n * MINUTE;
              alerts.begin();
              check();
            } else if (what === "group") desk.does(officer, "alert.acknowledgeGroup", { group: GROUP, upTo: desk.alerts.group(GROUP)?.upTo ?? 1 });
            else if (alert) desk.does(deskActor("chief", "44"), `alert.${what}` as "alert.takeOut", { alert: alert.id, reason: "检修", ...(what === "shelve" && { minutes: 5 }) } as never);
          } catch (error) {
            expect((error as { code?: string }).code).toMatch(/illegal_transition|guard|not_found/);
          }
        }
      }),
    );
  });

  test("acknowledging a group leaves what came later and what is red", () => {
    const desk = alertDesk();
    desk.find("exceed", { place: town(1) });
    desk.find("exceed", { place: town(2), level: 1 });
    desk.find("exceed", { place: "440104", level: 2 });
    desk.find("clear", { place: "440104", level: 2 });
    const { upTo } = desk.alerts.group(GROUP)!;
    desk.find("exceed", { place: town(3) });
    expect(desk.does(officer, "alert.acknowledgeGroup", { group: GROUP, upTo, comment: "已转各县" })).toEqual({ group: GROUP, acknowledged: 2 });
    expect([town(1), town(2), "440104", town(3)].map((place) => desk.at(place).state)).toEqual(["acknowledged", "unacknowledged", "closed", "unacknowledged"]);
    expect(desk.at(town(1))).toMatchObject({ ackBy: "officer@4401", comments: [{ text: "已转各县" }] });
    expect(() => desk.does(officer, "alert.acknowledgeGroup", { group: GROUP, upTo })).toThrow(/Nothing in the group waits/);
    const again = desk.make();
    for (const entry of desk.journal) again.apply(entry);
    expect([...again.all()]).toEqual([...desk.alerts.all()]);
  });

  test("nothing is acknowledged up to an entry that nobody can have seen, and the answer says how far the group goes", () => {
    const desk = alertDesk();
    desk.find("exceed", { place: town(1) });
    // Entries of others are none of the group's: their seats have been told of them.
    desk.find("exceed", { place: "440304", indicator: "rain" });
    const { upTo } = desk.alerts.group(GROUP)!;
    for (const beyond of [upTo + 1, Number.MAX_SAFE_INTEGER]) expect(() => desk.does(officer, "alert.acknowledgeGroup", { group: GROUP, upTo: beyond })).toThrow(new RegExp(`newest entry of the group .* is ${upTo}; entry ${beyond} was told to nobody`));
    expect(desk.at(town(1)).state).toBe("unacknowledged");
    expect(desk.does(officer, "alert.acknowledgeGroup", { group: GROUP, upTo })).toMatchObject({ acknowledged: 1 });
  });

  test("whoever sees a county is told of the county alone, and acknowledges no more than that", () => {
    const desk = alertDesk();
    for (const place of [town(1), town(2), "440104"]) desk.find("exceed", { place });
    expect(open(desk, "440103")).toMatchObject([{ id: "gust|440103|meteorology", area: "440103", counts: { unacknowledged: 2 }, told: { size: 1 } }]);
    expect(open(desk, "4401")).toMatchObject([{ id: GROUP, counts: { unacknowledged: 3 }, told: { size: 3 } }]);
    expect(() => desk.does(county, "alert.acknowledgeGroup", { group: GROUP, upTo: 9 })).toThrow(/no group of alerts/);
    desk.does(county, "alert.acknowledgeGroup", { group: "gust|440103|meteorology", upTo: 2 });
    expect([town(1), town(2), "440104"].map((place) => desk.at(place).state)).toEqual(["acknowledged", "acknowledged", "unacknowledged"]);
  });

  test("what came once all had been acknowledged is told, however large the group is; what goes and comes unseen is not told again", () => {
    const desk = alertDesk();
    for (let n = 1; n <= 5; n++) desk.find("exceed", { place: town(n) });
    desk.does(officer, "alert.acknowledgeGroup", { group: GROUP, upTo: 5 });
    desk.find("exceed", { place: town(6) });
    expect(desk.alerts.group(GROUP)!.told).toMatchObject({ size: 6, why: "new" });
    const { seq } = desk.alerts.group(GROUP)!.told!;
    desk.find("clear", { place: town(6) });
    desk.find("exceed", { place: town(6) });
    expect(desk.alerts.group(GROUP)!.told!.seq).toBe(seq);
  });

  test("what was acknowledged and stands still is told again after its time, once for the whole group, until somebody sees to it", () => {
    const desk = alertDesk();
    desk.find("exceed", { place: town(1), level: 2 });
    desk.find("exceed", { place: town(2), level: 2 });
    desk.does(officer, "alert.acknowledgeGroup", { group: GROUP, upTo: 2 });
    expect([...desk.timers.keys()]).toEqual([`live|${GROUP}|idle`]);
    expect(desk.pass(29 * MINUTE)).toEqual([]);
    expect(desk.pass(MINUTE)).toEqual(["alert.reminded"]);
    expect(desk.alerts.group(GROUP)!.told).toMatchObject({ why: "again", size: 2 });
    expect(desk.pass(29 * MINUTE)).toEqual([]);
    expect(desk.pass(MINUTE)).toEqual(["alert.reminded"]);
    for (const n of [1, 2]) desk.does(officer, "alert.assign", { alert: desk.at(town(n)).id, to: "officer@4401" });
    expect(desk.pass(60 * MINUTE)).toEqual([]);
    expect([...desk.timers.keys()]).toEqual([]);
  });

  test("each red one that nobody has acknowledged stands by itself", () => {
    const desk = alertDesk();
    for (const n of [1, 2, 3]) desk.find("exceed", { place: town(n), level: 1 });
    desk.does(officer, "alert.acknowledge", { alert: desk.at(town(2)).id });
    expect(desk.alerts.group(GROUP)!.critical).toEqual([desk.at(town(1)).id, desk.at(town(3)).id]);
  });
});

test("sizes at which a group is told", () => {
  expect([1, 2, 3, 9, 10, 29, 30, 99, 100, 300, 999, 1_000, 5_000].map(toldAt)).toEqual([1, 1, 3, 3, 10, 10, 30, 30, 100, 300, 300, 1_000, 3_000]);
  expect(nextTold(null, { seq: 1, at: "t", size: 1, severity: 4, gravestBefore: null, wasSeen: true })).toEqual({ seq: 1, at: "t", size: 1, severity: 4, why: "new" });
});
