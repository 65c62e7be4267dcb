import { expect, test } from "vitest";
import { GATEWAY_RULE, gatewayFact } from "../../model/gateway-fact.ts";
import type { Rule } from "../../model/rule.ts";
import { absenceRule, alertDesk } from "../../tests/fixtures/alert-desk.ts";

const gateway: Rule = { id: GATEWAY_RULE, indicator: gatewayFact("gw-1"), level: 2, when: { op: ">=", value: 1 }, holdMs: 0, deadband: 0, source: "平台设定" };
const desk = () => alertDesk({ gatewayOf: (place) => (place.startsWith("st-4401") ? "gw-1" : place.startsWith("st-") ? "gw-2" : undefined) });
const silent = absenceRule();

test("a dead gateway explains its sensors and releases them when it returns", () => {
  const { find, at, alerts } = desk();
  find("exceed", { place: "st-440103", rule: silent });
  find("exceed", { place: "st-440303", rule: silent });
  // A number that was measured is never explained away by what measures it.
  find("exceed", { place: "st-440104" });
  expect(find("exceed", { place: "4401", rule: gateway })).toEqual(["alert.raised", "alert.suppressed"]);
  const cause = at("4401").id;
  expect(at("st-440103")).toMatchObject({ state: "suppressed", beneath: "unacknowledged", cover: { why: "suppressed", by: "rule:gateway", cause } });
  expect([at("st-440303").state, at("st-440104").state]).toEqual(["unacknowledged", "unacknowledged"]);
  // One that falls silent later has never asked anybody, and its group was not told.
  expect(find("exceed", { place: "st-440106", rule: silent })).toEqual(["alert.raised"]);
  expect(at("st-440106")).toMatchObject({ state: "suppressed", cover: { cause } });
  expect(alerts.groups("440106")).toMatchObject([{ counts: { suppressed: 1 }, gravest: null, told: null }]);
  expect(find("clear", { place: "st-440106", rule: silent })).toEqual(["alert.cleared"]);
  expect(find("clear", { place: "4401", rule: gateway })).toEqual(["alert.cleared", "alert.released", "alert.released"]);
  expect([at("st-440103").state, at("st-440106").state]).toEqual(["unacknowledged", "returned"]);
  expect(alerts.groups("440103")[0]!.told).toMatchObject({ size: 1 });
});

test("whoever looks at it out of service looks at it so, whatever its gateway does", () => {
  const { find, at, write, alerts } = desk();
  find("exceed", { place: "st-440103", rule: silent });
  write(alerts.decide({ account: "chief@44", role: "chief", region: "44" }, "alert.takeOut", { alert: at("st-440103").id, reason: "拆除" }, 0).drafts);
  expect(find("exceed", { place: "4401", rule: gateway })).toEqual(["alert.raised"]);
  expect(find("clear", { place: "4401", rule: gateway })).toEqual(["alert.cleared"]);
  expect(at("st-440103").state).toBe("outOfService");
});
