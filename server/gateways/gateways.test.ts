import { expect, test } from "vitest";
import type { Freshness } from "../../model/freshness.ts";
import type { Finding } from "../../model/finding.ts";
import { anAlert } from "../../tests/fixtures/small-house.ts";
import { watchGateways } from "./gateways.ts";

function desk(alerts: ReturnType<typeof anAlert>[] = []) {
  const states = new Map<string, Freshness[]>();
  let findings: () => readonly Finding[] = () => [];
  watchGateways({
    gateways: [{ id: "gw-1", name: "示例网关", region: "4401" }], sitesOf: () => ["a", "b", "c"], states: (site) => states.get(site) ?? ["never"], alerts: { all: () => alerts },
    watch: (watched) => {
      ({ findings } = watched);
      return () => {};
    },
  });
  return { states, found: () => findings().map(({ kind, indicator, place, value }) => [kind, indicator, place, value]) };
}

test("a gateway is silent when every site that ever reported through it is, and two at least did", () => {
  const { states, found } = desk();
  expect(found()).toEqual([]);
  states.set("a", ["stale", "down"]);
  expect(found()).toEqual([]);
  states.set("b", ["fresh", "stale"]);
  expect(found()).toEqual([["clear", "gateway:gw-1", "4401", 0]]);
  states.set("b", ["down", "never"]);
  expect(found()).toEqual([["exceed", "gateway:gw-1", "4401", 2]]);
  states.set("c", ["fresh"]);
  expect(found()).toEqual([["clear", "gateway:gw-1", "4401", 0]]);
});

test("a gateway that is in no list any more explains nothing", () => {
  expect(desk([anAlert("4408", { indicator: "gateway:gone" })]).found()).toEqual([["clear", "gateway:gone", "4408", 0]]);
});
