import { expect, test } from "vitest";
import { DAY, MINUTE } from "../../model/time.ts";
import { alertDesk, deskActor } from "../../tests/fixtures/alert-desk.ts";

const town = (n: number): string => `440103${String(n).padStart(3, "0")}`;

test("the load says what governance f2 says, and its sums are the journal's", () => {
  const desk = alertDesk();
  for (let n = 0; n < 12; n++) {
    desk.find("exceed", { place: town(n), level: n === 0 ? 1 : n < 3 ? 2 : 4 });
    desk.pass(30_000);
  }
  desk.find("exceed", { place: "440303", indicator: "rain" });
  const load = desk.alerts.load("44", desk.desk.now);
  const asks = desk.journal.filter(({ kind }) => kind === "alert.raised").length;
  expect(load).toMatchObject({ asked: asks, told: 4, bySeverity: { 1: 1, 2: 2, 3: 1, 4: 9 }, redPercent: 7.7, orangePercent: 15.4, open: 13, standing: { unacknowledged: 13 }, chattering: 0, olderThanDay: 0, now: { asked: 13, told: 4, flood: true, says: "flood" } });
  expect(load.tenMinutes).toHaveLength(144);
  expect(load.tenMinutes.reduce((sum, { asked }) => sum + asked, 0)).toBe(asks);
  expect(load.topTen).toHaveLength(10);
  expect(desk.alerts.load("4403", desk.desk.now)).toMatchObject({ asked: 1, told: 1, open: 1, now: { says: "acceptable" }, topTen: [{ indicator: "rain", place: "440303", asked: 1, percent: 100 }] });
});

test("what is older than a day still stands in it, and asks no more; nothing at all is no share of anything", () => {
  const desk = alertDesk();
  expect(desk.alerts.load("44", desk.desk.now)).toMatchObject({ asked: 0, redPercent: null, topTenPercent: null, floodPercent: 0, now: { says: "acceptable" } });
  desk.find("exceed");
  desk.does(deskActor("chief"), "alert.takeOut", { alert: desk.at("440103").id, reason: "检修" });
  desk.pass(DAY + 11 * MINUTE);
  expect(desk.journal.at(-1)!.kind).toBe("alert.takenOut");
  expect(desk.alerts.load("44", desk.desk.now)).toMatchObject({ asked: 0, open: 1, olderThanDay: 1, standing: { outOfService: 1 } });
});

test("found anew, graver and out from under a cover each ask once more; taking an acknowledgement back does not", () => {
  const desk = alertDesk();
  const chief = deskActor("chief", "44");
  desk.find("exceed", { level: 3 });
  desk.find("exceed", { level: 2 });
  const { id } = desk.at("440103");
  desk.does(chief, "alert.acknowledge", { alert: id });
  desk.does(chief, "alert.unacknowledge", { alert: id });
  desk.does(chief, "alert.takeOut", { alert: id, reason: "检修" });
  desk.does(chief, "alert.putBack", { alert: id });
  expect(desk.alerts.load("44", desk.desk.now).bySeverity).toEqual({ 1: 0, 2: 2, 3: 1, 4: 0 });
});
