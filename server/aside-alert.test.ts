import { expect, test } from "vitest";
import type { Finding } from "../model/finding.ts";
import type { AsideRule } from "../model/rule-fact.ts";
import { anAlert } from "../tests/fixtures/small-house.ts";
import { watchAside } from "./aside-alert.ts";

test("[F19] a rule that is judged no more is an alert of live, which returns when it is judged again", () => {
  let aside: AsideRule[] = [];
  let findings: () => readonly Finding[] = () => [];
  const standing = [anAlert("44", { indicator: "rule:water.stage#2" })];
  watchAside({
    aside: () => aside, root: "44", alerts: { all: () => standing },
    watch: (watched) => {
      ({ findings } = watched);
      return () => {};
    },
  });
  const found = () => findings().map(({ kind, indicator, place }) => `${kind} ${indicator} ${place}`);
  expect(found()).toEqual(["clear rule:water.stage#2 44"]);
  aside = [{ rule: "water.stage#2", at: 0, error: "Error: no such field" }];
  expect(found()).toEqual(["exceed rule:water.stage#2 44"]);
});
