import { describe, expect, test } from "vitest";
import { interruptions, NEW_SEAT } from "../../model/interruption.ts";
import { HOUR, MINUTE, SECOND } from "../../model/time.ts";
import { alertDesk, deskActor } from "../../tests/fixtures/alert-desk.ts";

const PLACE = "440103";
const officer = deskActor("officer");

describe("chatter", () => {
  test.each([["nobody touches it", false], ["an officer acknowledges whatever asks", true]])("[F18] an hour at 1 Hz makes three interruptions at most and one alert that says 抖动: %s", (_words, acknowledges) => {
    const desk = alertDesk();
    let memory = NEW_SEAT;
    let heard = 0;
    for (let s = 0; s < HOUR / SECOND; s++) {
      desk.pass(SECOND);
      desk.find(s % 2 === 0 ? "exceed" : "clear", { value: s % 2 === 0 ? 25 : 15 });
      const found = interruptions(desk.alerts.groups("4401"), memory, desk.desk.now);
      memory = found.memory;
      if (found.sound.length > 0) heard++;
      const alert = desk.at(PLACE);
      if (acknowledges && s % 5 === 0 && (alert.state === "unacknowledged" || alert.state === "returned")) desk.does(officer, "alert.acknowledge", { alert: alert.id });
    }
    expect(heard).toBeLessThanOrEqual(3);
    const open = [...desk.alerts.openIn("44")];
    expect(open).toHaveLength(1);
    expect(open[0]).toMatchObject({ chatter: { times: 3 } });
    expect(desk.alerts.groups("44")).toMatchObject([{ chattering: 1 }]);
    // Repeats stay out of the chain.
    expect(desk.journal.length).toBeLessThanOrEqual(12);
  });

  test("once it stands still it is told how it stands and how often it was: returned, or held at the level where it stopped", () => {
    const desk = alertDesk();
    for (let n = 0; n < 3; n++) {
      desk.find("exceed");
      if (n < 2) desk.find("clear");
      desk.pass(MINUTE);
    }
    expect(desk.at(PLACE)).toMatchObject({ state: "unacknowledged", chatter: { times: 3 } });
    for (let n = 0; n < 4; n++) {
      expect([desk.find("clear"), desk.find("exceed")]).toEqual([[], []]);
      desk.pass(SECOND);
    }
    expect(desk.find("clear", { value: 4 })).toEqual([]);
    expect(desk.pass(5 * MINUTE - SECOND)).toEqual([]);
    expect(desk.pass(SECOND)).toEqual(["alert.settled"]);
    expect(desk.journal.at(-1)!.body).toEqual({ alert: desk.at(PLACE).id, times: 7, state: "returned", value: 4 });
    expect(desk.at(PLACE)).toMatchObject({ state: "returned", value: 4 });
    expect(desk.at(PLACE).chatter).toBeUndefined();
    expect(desk.pass(HOUR)).toEqual([]);
  });

  test("settled at a lesser level it says that level; what gets graver is never kept back", () => {
    const desk = alertDesk();
    for (let n = 0; n < 3; n++) {
      desk.find("exceed");
      if (n < 2) desk.find("clear");
    }
    expect(desk.find("exceed", { level: 2 })).toEqual(["alert.exceeded"]);
    expect(desk.at(PLACE)).toMatchObject({ severity: 2, chatter: { times: 3 } });
    expect(desk.find("exceed", { level: 4, value: 11 })).toEqual([]);
    expect(desk.at(PLACE).severity).toBe(2);
    expect(desk.pass(5 * MINUTE)).toEqual(["alert.settled"]);
    expect(desk.at(PLACE)).toMatchObject({ state: "unacknowledged", severity: 4, rule: "gust#4", value: 11 });
  });

  test("three times within half an hour is no chatter", () => {
    const desk = alertDesk();
    for (let n = 0; n < 6; n++) {
      desk.find("exceed");
      desk.pass(6 * MINUTE);
      desk.find("clear");
    }
    expect(desk.journal.some(({ kind }) => kind === "alert.chattering")).toBe(false);
  });

  test("after a restart what chattered is still known to, and settles in its time", () => {
    const desk = alertDesk();
    for (let n = 0; n < 3; n++) {
      desk.find("exceed");
      if (n < 2) desk.find("clear");
    }
    const again = desk.make();
    for (const entry of desk.journal) again.apply(entry);
    const { chatter } = [...again.all()][0]!;
    expect(chatter).toMatchObject({ times: 3 });
    desk.desk.now += MINUTE;
    expect(again.consider([{ kind: "clear", indicator: "gust", place: PLACE, rule: { id: "gust#3", indicator: "gust", level: 3, when: { op: ">=", value: 20 }, holdMs: 0, deadband: 1, source: "t" }, value: 4, limit: 20 }])).toEqual([]);
    desk.desk.now += 5 * MINUTE;
    expect(again.consider([])).toMatchObject([{ kind: "alert.settled", body: { state: "returned", value: 4 } }]);
  });
});
