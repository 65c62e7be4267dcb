import { describe, expect, test } from "vitest";
import { HOUR, MINUTE } from "../../../model/time.ts";
import type { FitView } from "../../kit/fits.ts";
import { asSent, lacking, writtenFor, type Said } from "./orders.ts";

const unit = (more: Partial<FitView> = {}): FitView => ({ id: "440882:fire", kind: "fire", name: "", region: "440882", level: "county", rank: 1, recommended: true, minutes: 3, km: 2, load: 0, why: { zh: "", en: "" }, ...more });
const order = { unitKind: "fire", level: "county", text: "营救", minutes: 30, success: "全部脱险" } as const;
const nothing: Said = { text: "", instead: new Map(), limitMs: null, steps: new Map() };

describe("an order to one of many", () => {
  test("says what the card says, by its limit, with its test of success", () => {
    expect(writtenFor(unit({ order }), nothing)).toMatchObject({ text: "营救", limitMs: 30 * MINUTE, success: "全部脱险", isCard: true });
  });
  test("whom the card tells nothing gets the common words and an hour; without them it lacks its order", () => {
    expect(writtenFor(unit(), { ...nothing, text: " 到场 " })).toMatchObject({ text: "到场", limitMs: HOUR, isCard: false });
    expect(lacking([writtenFor(unit({ order }), nothing), writtenFor(unit({ id: "x" }), { ...nothing, text: "  " })])?.unit.id).toBe("x");
    expect(lacking([writtenFor(unit({ order }), nothing)])).toBeUndefined();
  });
  test("other words than the card's carry no success of the card", () => {
    expect(writtenFor(unit({ order }), { ...nothing, instead: new Map([["440882:fire", "守堤"]]) })).toEqual({ unit: unit({ order }), text: "守堤", limitMs: 30 * MINUTE, isCard: false });
  });
  test("a limit that a person chose holds for all", () => expect(writtenFor(unit({ order }), { ...nothing, limitMs: HOUR }).limitMs).toBe(HOUR));
  test("is sent as the command has it, without what was not said", () => {
    const said = { ...nothing, steps: new Map([["440882:fire", ["定位"]]]) };
    expect(asSent(writtenFor(unit({ order }), said), (ms) => `+${ms}`)).toEqual({ unit: "440882:fire", text: "营救", deadline: `+${30 * MINUTE}`, success: "全部脱险", steps: ["定位"] });
    expect(asSent(writtenFor(unit(), { ...nothing, text: "到场" }), String)).toEqual({ unit: "440882:fire", text: "到场", deadline: String(HOUR) });
  });
});
