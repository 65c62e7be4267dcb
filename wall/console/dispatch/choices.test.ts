import { describe, expect, test } from "vitest";
import type { PlannedOrder } from "../../../model/plan.ts";
import type { FitView } from "../../kit/fits.ts";
import { askedAgain, byTheCard, choicesOf, inReadingOrder, SHOWN_AN_ORDER } from "./choices.ts";

const rescue: PlannedOrder = { unitKind: "fire", level: "town", text: "营救", minutes: 30, success: "全部脱险" };
const doctor: PlannedOrder = { unitKind: "health", level: "town", text: "待命", minutes: 30 };
let rank = 0;
const unit = (id: string, more: Partial<FitView> = {}): FitView =>
  ({ id, kind: id.split(":")[1]!, name: id, region: id.split(":")[0]!, level: "town", rank: ++rank, recommended: false, minutes: null, km: null, load: 0, why: { zh: "未报位置，不推荐", en: "" }, ...more });
const sent = (id: string, order: PlannedOrder, minutes: number) => unit(id, { recommended: true, order, minutes });
const none = { open: new Set<string>(), chosen: new Set<string>() };

describe("who can be sent", () => {
  test("the recommended ones stand under the card's orders in its order, three of each in sight, and the others behind", () => {
    const items = [...[1, 2, 3, 4, 5].map((n) => sent(`44088${n}:fire`, rescue, n)), sent("440881:health", doctor, 2), unit("440882:flood")];
    const [first, second, rest] = choicesOf(items, none);
    expect(first).toMatchObject({ order: rescue, folded: 5 - SHOWN_AN_ORDER });
    expect(first!.units.map(({ minutes }) => minutes)).toEqual([1, 2, 3]);
    expect(second).toMatchObject({ order: doctor, folded: 0 });
    expect(rest).toMatchObject({ recommended: false, order: null, units: [{ id: "440882:flood" }] });
  });
  test("who is chosen is never folded, and an order that is opened shows all", () => {
    const items = [1, 2, 3, 4, 5].map((n) => sent(`44088${n}:fire`, rescue, n));
    expect(choicesOf(items, { ...none, chosen: new Set(["440885:fire"]) })[0]!.units.map(({ minutes }) => minutes)).toEqual([1, 2, 3, 5]);
    expect(choicesOf(items, { ...none, open: new Set([`town fire 营救`]) })[0]).toMatchObject({ folded: 0, units: { length: 5 } });
  });
  test("of those that nobody recommends the nearest region comes first, and in it who is free; a region off the way comes last", () => {
    const items = [unit("4408:flood"), unit("440883:flood"), unit("440882:flood", { load: 2 }), unit("440882:fire")];
    expect(inReadingOrder(items, ["440882", "4408"]).map(({ id }) => id)).toEqual(["440882:fire", "440882:flood", "4408:flood", "440883:flood"]);
  });
  test("what the card would send is the first of each of its orders", () => {
    const items = [sent("440881:fire", rescue, 1), sent("440882:fire", rescue, 2), sent("440881:health", doctor, 2), unit("440882:flood")];
    expect(byTheCard(items).map(({ id }) => id)).toEqual(["440881:fire", "440881:health"]);
    expect(byTheCard([unit("440882:flood")])).toEqual([]);
  });
});

describe("the list asked again", () => {
  const [a, b] = [sent("440881:fire", rescue, 3), sent("440882:fire", rescue, 5)];
  const [aNow, bNow, fresh] = [{ ...a, minutes: 9, load: 1 }, { ...b, minutes: 2 }, sent("440883:fire", rescue, 1)];
  test("under a finger each stays where it stands, with what is known now, who is new comes behind, who has gone is left out", () => {
    expect(askedAgain([a, b], [fresh, bNow, aNow], true)).toEqual([aNow, bNow, fresh]);
    expect(askedAgain([a, b], [bNow], true)).toEqual([bNow]);
  });
  test("one whose position has become old stays under its order and says why it is no longer advised", () => {
    const silent = { ...a, recommended: false, minutes: null, why: { zh: "位置是 16 分钟前的", en: "" } };
    expect(askedAgain([a], [silent], true)).toEqual([{ ...silent, recommended: true }]);
  });
  test("untouched, it takes the order of now", () => expect(askedAgain([a, b], [bNow, aNow], false)).toEqual([bNow, aNow]));
});
