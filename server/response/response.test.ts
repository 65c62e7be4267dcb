import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { smallTree } from "../../tests/fixtures/small-house.ts";
import type { Actor, Role } from "../../model/account.ts";
import type { Draft, Entry } from "../../model/journal.ts";
import { Problem } from "../../model/problem.ts";
import { changeOf, needsSecond, oneDown, type Standing } from "../../model/response.ts";
import { formatTime } from "../../model/time.ts";
import { createResponses, type Responses } from "./response.ts";

const actor = (role: Role, region: string): Actor => ({ account: `${role}@${region}`, role, region, session: "s" });
const head = actor("commander", "44");

describe("response levels of a situation", () => {
  const regions = smallTree();
  const needs = {
    region: (code: string) => regions.find(code),
    isWithin: (code: string, ancestor: string) => regions.indexOf(code) >= 0 && regions.indexOf(ancestor) >= 0 && regions.isWithin(regions.indexOf(code), regions.indexOf(ancestor)),
    ids: { next: (prefix: string) => `${prefix}-${++made}` },
  };
  let made = 0;
  let chain: Entry[];
  let responses: Responses;
  beforeEach(() => {
    made = 0;
    chain = [];
    responses = createResponses(needs);
  });
  function write(drafts: readonly Draft[]): void {
    for (const draft of drafts) {
      const at = formatTime(Date.UTC(2026, 10, 29, 1, chain.length));
      chain.push({ ...draft, seq: chain.length + 1, situation: "live", at, simAt: at, bodyHash: "", prev: "", hash: "" });
      responses.apply(chain.at(-1)!);
    }
  }
  const change = (by: Actor, kind: string, data: object, confirmedBy?: string) => {
    const decision = responses.decide(by, kind, { reason: "汛情", ...data }, confirmedBy);
    if (!decision.second) write(decision.drafts);
    return decision;
  };
  function refusal(act: () => unknown): { code: string; state?: unknown; legal?: unknown; next?: unknown } {
    try {
      act();
    } catch (error) {
      if (error instanceof Problem) return { code: error.code, ...error.details };
      throw error;
    }
    return { code: "done" };
  }

  test("a duty chief starts and ends IV in the own region; anything above is the commander's", () => {
    const chief = actor("chief", "4408");
    expect(change(chief, "response.raise", { region: "4408", level: 4, kind: "flood" }).result).toEqual({ response: "rsp-1", level: 4 });
    for (const level of [1, 2, 3]) expect(refusal(() => change(chief, "response.raise", { region: "4408", level, kind: "flood" })).code).toBe("no_right");
    change(head, "response.raise", { region: "4408", level: 3, kind: "flood" });
    expect(refusal(() => change(chief, "response.lower", { region: "4408", level: 4 })).code).toBe("no_right");
    change(head, "response.lower", { region: "4408", level: 4 });
    change(chief, "response.lower", { region: "4408", level: null });
    expect([...responses.all()]).toEqual([]);
  });
  test("nobody raises for a region above or beside the own, in the words for one that does not exist", () => {
    const chief = actor("chief", "4408");
    for (const region of ["44", "4401", "4499"]) expect(refusal(() => change(chief, "response.raise", { region, level: 4 })).code).toBe("not_found");
    change(chief, "response.raise", { region: "440882", level: 4 });
  });
  test("a town declares IV at most, whoever sits there", () => {
    const town = actor("commander", "440882115");
    expect(refusal(() => change(town, "response.raise", { region: "440882115", level: 3 })).code).toBe("no_right");
    expect(change(town, "response.raise", { region: "440882115", level: 4 }).second).toBeUndefined();
  });
  test("I and II wait for a second person, to be reached and to be left", () => {
    const asked = change(head, "response.raise", { region: "44", level: 2, kind: "typhoon" });
    expect(asked.second).toMatchObject({ about: "response 44 typhoon", region: "44", data: { level: 2, kind: "typhoon" } });
    expect([...responses.all()]).toEqual([]);
    change(head, "response.raise", { region: "44", level: 2, kind: "typhoon" }, "chief@44");
    expect([...responses.all()]).toMatchObject([{ level: 2, by: "commander@44", confirmedBy: "chief@44" }]);
    expect(change(head, "response.lower", { region: "44", level: 3 }).second).toBeDefined();
    expect(change(head, "response.raise", { region: "44", level: 1, kind: "typhoon" }).second).toBeDefined();
  });
  test("down goes one level at a time; what does not lead the said way is illegal and says what is legal", () => {
    change(head, "response.raise", { region: "44", level: 3 });
    expect(refusal(() => change(head, "response.lower", { region: "44", level: null }))).toMatchObject({ code: "guard", state: "III", legal: ["response.raise", "response.lower"], next: 4 });
    for (const level of [3, 4]) expect(refusal(() => change(head, "response.raise", { region: "44", level }))).toMatchObject({ code: "illegal_transition", state: "III" });
    expect(refusal(() => change(head, "response.lower", { region: "44", level: 2 }))).toMatchObject({ code: "illegal_transition", state: "III" });
    expect(refusal(() => change(head, "response.lower", { region: "4401", level: null }))).toMatchObject({ code: "illegal_transition", state: "none", legal: ["response.raise"] });
  });
  test("kinds stand beside each other; whoever lowers must say which where there are two", () => {
    change(head, "response.raise", { region: "44", level: 4, kind: "flood", plan: "粤府办〔2011〕38号" });
    change(head, "response.raise", { region: "44", level: 3, kind: "typhoon" });
    expect(refusal(() => change(head, "response.lower", { region: "44", level: null }))).toMatchObject({ code: "guard", kinds: ["flood", "typhoon"] });
    change(head, "response.raise", { region: "44", level: 3, kind: "flood" });
    const [flood] = responses.all();
    expect(flood).toMatchObject({ id: "rsp-1", level: 3, plan: "粤府办〔2011〕38号", since: formatTime(Date.UTC(2026, 10, 29, 1, 0)), levelSince: formatTime(Date.UTC(2026, 10, 29, 1, 2)) });
  });
  test("whatever is asked in whatever order, what stands is what the journal read anew says, and only legal steps led there", () => {
    const step = fc.record({
      role: fc.constantFrom<Role>("commander", "chief", "officer"), own: fc.constantFrom("44", "4408"), region: fc.constantFrom("44", "4408", "4401"),
      kind: fc.constantFrom("flood" as const, "typhoon" as const), level: fc.constantFrom<Standing>(null, 1, 2, 3, 4), command: fc.constantFrom("response.raise", "response.lower"), agreed: fc.boolean(),
    });
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      chain = [];
      responses = createResponses(needs);
      for (const { role, own, region, kind, level, command, agreed } of steps) {
        const from = responses.level(region, kind);
        const was = JSON.stringify([...responses.all()]);
        const { code } = refusal(() => change(actor(role, own), command, { region, kind, level }, agreed ? "chief@44" : undefined));
        const to = responses.level(region, kind);
        if (code !== "done" || (!agreed && needsSecond(from, level))) expect(JSON.stringify([...responses.all()])).toBe(was);
        else {
          expect([to, changeOf(from, to)]).toEqual([level, command]);
          if (command === "response.lower") expect(to).toBe(oneDown(from!));
          expect(role).not.toBe("officer");
        }
      }
      const reread = createResponses(needs);
      for (const entry of chain) reread.apply(entry);
      expect([...reread.all()]).toEqual([...responses.all()]);
    }), { numRuns: 200 });
  });
});
