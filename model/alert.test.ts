import fc from "fast-check";
import { expect, test } from "vitest";
import { isCovered, isOpenAlert, legalOnAlert, moveAlert, processOf, stillHolds, type AlertMove, type Standing } from "./alert.ts";

const NEW: Standing = { state: "unacknowledged" };
const after = (...moves: AlertMove[]): Standing | undefined => moves.reduce<Standing | undefined>((at, move) => at && moveAlert(at, move), NEW);

test("seen and returned is closed, in whichever order", () => {
  expect(after("acknowledge", "clear")).toEqual({ state: "closed" });
  expect(after("clear", "acknowledge")).toEqual({ state: "closed" });
  expect(after("clear", "exceed")).toEqual(NEW);
  expect(after("acknowledge", "unacknowledge")).toEqual(NEW);
});
test("what is covered is acknowledged by nobody; the cover is lifted first", () => {
  for (const cover of ["shelve", "suppress", "takeOut"] as const) expect([after(cover, "acknowledge"), after("acknowledge", cover, "unacknowledge")]).toEqual([undefined, undefined]);
});
test("each cover is lifted by its own move alone", () => {
  expect([after("shelve", "release"), after("suppress", "unshelve"), after("takeOut", "unshelve")]).toEqual([undefined, undefined, undefined]);
  expect([after("shelve", "unshelve"), after("suppress", "release"), after("takeOut", "putBack")]).toEqual([NEW, NEW, NEW]);
});
test("what is out of service is so whoever had covered it before, and is not covered again", () => {
  expect(after("shelve", "takeOut")).toEqual({ state: "outOfService", beneath: "unacknowledged" });
  expect([after("takeOut", "shelve"), after("shelve", "suppress"), after("suppress", "shelve")]).toEqual([undefined, undefined, undefined]);
});
test("a cover hides nothing of what holds: it is open, and it holds while the number is beyond", () => {
  const shelved = after("shelve")!;
  expect([isCovered(shelved.state), isOpenAlert(shelved.state), stillHolds(shelved)]).toEqual([true, true, true]);
  expect(stillHolds(after("shelve", "clear")!)).toBe(false);
});
test("a command is offered where its move leads somewhere; closing by hand only while the source is dead", () => {
  expect(legalOnAlert({ ...NEW, sourceDown: false })).toEqual(["alert.acknowledge", "alert.shelve", "alert.takeOut"]);
  expect(legalOnAlert({ ...NEW, sourceDown: true })).toEqual(["alert.acknowledge", "alert.shelve", "alert.takeOut", "alert.close"]);
  expect(legalOnAlert({ ...after("shelve")!, sourceDown: false })).toEqual(["alert.unshelve", "alert.takeOut"]);
  expect(legalOnAlert({ state: "closed", sourceDown: true })).toEqual([]);
});

const measured = fc.constantFrom<AlertMove>("exceed", "clear");
const byHand = fc.constantFrom<AlertMove>("acknowledge", "exceed", "clear");
test("what goes on under a cover is what would have gone on without it, and lifting it shows that", () => {
  const covers = fc.constantFrom(["shelve", "unshelve"], ["suppress", "release"], ["takeOut", "putBack"]) as fc.Arbitrary<readonly [AlertMove, AlertMove]>;
  fc.assert(
    fc.property(fc.array(byHand, { maxLength: 5 }), covers, fc.array(measured, { maxLength: 8 }), (before, [cover, lift], during) => {
      const go = (at: Standing, move: AlertMove): Standing => moveAlert(at, move) ?? at;
      // Found again after it was closed it is an alert anew.
      const bare = (at: Standing, move: AlertMove): Standing => (at.state === "closed" && move === "exceed" ? NEW : go(at, move));
      const began = before.reduce(go, NEW);
      const covered = moveAlert(began, cover);
      fc.pre(covered !== undefined);
      const under = during.reduce(go, covered!);
      expect(isCovered(under.state)).toBe(true);
      expect(processOf(under)).toBe(during.reduce(bare, began).state);
      expect(moveAlert(under, lift)).toEqual({ state: processOf(under) });
    }),
  );
});
