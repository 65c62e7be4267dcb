import { beforeEach, describe, expect, test } from "vitest";
import { smallTree } from "../../tests/fixtures/small-house.ts";
import type { Actor, Role } from "../../model/account.ts";
import type { Draft, Entry } from "../../model/journal.ts";
import { Problem } from "../../model/problem.ts";
import { WAITS_FOR_MS } from "../../model/second-person.ts";
import { formatTime } from "../../model/time.ts";
import { createSecondPerson, type SecondPerson } from "./second-person.ts";

const T0 = Date.UTC(2026, 10, 29, 1);
const actor = (role: Role, region: string): Actor => ({ account: `${role}@${region}`, role, region, session: `s-${role}@${region}` });
const head = actor("commander", "44");
const needs = { about: "response 4408 typhoon", region: "4408", right: "second", data: { level: 2 } } as const;

describe("a command that takes two persons", () => {
  const regions = smallTree();
  const isWithin = (code: string, ancestor: string) => regions.indexOf(code) >= 0 && regions.indexOf(ancestor) >= 0 && regions.isWithin(regions.indexOf(code), regions.indexOf(ancestor));
  let chain: Entry[];
  let second: SecondPerson;
  beforeEach(() => {
    chain = [];
    second = createSecondPerson({ isWithin });
  });
  function write(drafts: readonly Draft[], at = T0): void {
    for (const draft of drafts) {
      chain.push({ ...draft, seq: chain.length + 1, situation: "live", at: formatTime(at), simAt: formatTime(at), bodyHash: "", prev: "", hash: "" });
      second.apply(chain.at(-1)!);
    }
  }
  const ask = (id = "c1", at = T0) => {
    const decision = second.ask(head, { id, kind: "response.raise" }, needs, at);
    write(decision.drafts, at);
    return decision;
  };
  function refusal(act: () => unknown): { code: string; state: unknown } {
    try {
      act();
    } catch (error) {
      if (error instanceof Problem) return { code: error.code, state: error.details?.state };
      throw error;
    }
    return { code: "done", state: undefined };
  }

  test("is written down, named by its own id, and says who may confirm it and until when", () => {
    expect(ask().waits).toEqual({ pending: "c1", needs: { confirm: ["commander", "chief"], region: "4408" }, expiresAt: formatTime(T0 + WAITS_FOR_MS) });
    expect(second.waiting(T0)).toMatchObject([{ id: "c1", kind: "response.raise", by: { account: "commander@44", role: "commander", region: "44" }, data: { level: 2 } }]);
  });
  test("is confirmed by another account of the region or above, and by nobody else", () => {
    ask();
    expect(refusal(() => second.confirm(head, "c1", T0))).toMatchObject({ code: "no_right" });
    expect(refusal(() => second.confirm({ ...head, session: "another" }, "c1", T0))).toMatchObject({ code: "no_right" });
    expect(refusal(() => second.confirm(actor("chief", "4401"), "c1", T0))).toMatchObject({ code: "not_found" });
    expect(refusal(() => second.confirm(actor("chief", "440882"), "c1", T0))).toMatchObject({ code: "not_found" });
    expect(refusal(() => second.confirm(actor("officer", "44"), "c1", T0))).toMatchObject({ code: "no_right" });
    expect(second.confirm(actor("chief", "4408"), "c1", T0)).toMatchObject({ waiting: { id: "c1" }, draft: { kind: "confirm", actor: "chief@4408", region: "4408", body: { command: "c1" } } });
  });
  test("is settled once: what was confirmed, refused or has expired says so, whoever asks", () => {
    const chief = actor("chief", "44");
    ask();
    write([second.confirm(chief, "c1", T0).draft]);
    for (const act of [() => second.confirm(chief, "c1", T0), () => second.refuse(head, { command: "c1" }, T0)]) expect(refusal(act)).toEqual({ code: "illegal_transition", state: "confirmed" });
    ask("c2");
    write(second.refuse(chief, { command: "c2", reason: "尚未会商" }, T0).drafts);
    expect(refusal(() => second.confirm(chief, "c2", T0))).toEqual({ code: "illegal_transition", state: "refused" });
    ask("c3");
    expect(second.waiting(T0 + WAITS_FOR_MS - 1)).toHaveLength(1);
    expect(refusal(() => second.confirm(chief, "c3", T0 + WAITS_FOR_MS))).toEqual({ code: "illegal_transition", state: "expired" });
    expect(second.waiting(T0 + WAITS_FOR_MS)).toEqual([]);
    expect(refusal(() => second.confirm(chief, "never", T0))).toMatchObject({ code: "not_found" });
  });
  test("is taken back by whoever ordered it", () => {
    ask();
    write(second.refuse(head, { command: "c1" }, T0).drafts);
    expect(second.waiting(T0)).toEqual([]);
  });
  test("whoever ordered it takes it back, though they could confirm nobody's; what others ordered they leave", () => {
    const officer = actor("officer", "4408");
    write(second.ask(officer, { id: "c1", kind: "alert.shelve" }, needs, T0).drafts);
    expect(refusal(() => second.refuse(actor("officer", "44"), { command: "c1" }, T0))).toMatchObject({ code: "no_right" });
    expect(refusal(() => second.confirm(officer, "c1", T0))).toMatchObject({ code: "no_right" });
    write(second.refuse(officer, { command: "c1" }, T0).drafts);
    expect(second.waiting(T0)).toEqual([]);
  });
  test("about the same thing only one waits; after a minute the next may", () => {
    ask();
    expect(refusal(() => ask("c2"))).toEqual({ code: "guard", state: "pending" });
    ask("c2", T0 + WAITS_FOR_MS);
    expect(second.waiting(T0 + WAITS_FOR_MS).map(({ id }) => id)).toEqual(["c2"]);
  });
  test("what had expired when the next about the same was asked for stays so, though the clock is set back", () => {
    ask();
    ask("c2", T0 + WAITS_FOR_MS);
    expect(second.waiting(T0).map(({ id }) => id)).toEqual(["c2"]);
    expect(refusal(() => second.confirm(actor("chief", "44"), "c1", T0))).toEqual({ code: "illegal_transition", state: "expired" });
  });
  test("waits on after a restart, with the same end", () => {
    ask();
    const before = second.waiting(T0);
    second = createSecondPerson({ isWithin });
    for (const entry of chain) second.apply(entry);
    expect(second.waiting(T0)).toEqual(before);
    const { body: _erased, ...erased } = chain[0]!;
    second = createSecondPerson({ isWithin });
    for (const entry of [erased, { ...erased, seq: 2, kind: "confirm", body: { command: "c1" } }]) second.apply(entry);
    expect(second.waiting(T0)).toEqual([]);
  });
});
