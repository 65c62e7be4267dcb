import { expect, test } from "vitest";
import type { WaitingCommand } from "../model/second-person.ts";
import { alertWaits } from "./alert-waits.ts";
import { incidentWaits } from "./incident-waits.ts";

const command = (kind: string, data: object): WaitingCommand => ({
  id: `c-${kind}`, kind, data: { ...data }, about: "", region: "44", right: "second", by: { account: "officer@44", role: "officer", region: "44" }, askedAt: "2026-11-29T09:00:00.000+08:00", expiresAt: "2026-11-29T09:01:00.000+08:00", state: "pending",
});

test("a shelf that waits, a taking out of service or a closing is told by its alert; what waits about anything else is not", () => {
  const waits = alertWaits([command("response.raise", { region: "44", level: 2 }), command("alert.shelve", { alert: "a1", minutes: 30, reason: "检修" })]);
  expect([...alertWaits([command("alert.takeOut", { alert: "a2", reason: "迁建" })])]).toEqual([["a2", { command: "c-alert.takeOut", kind: "alert.takeOut", by: "officer@44", expiresAt: "2026-11-29T09:01:00.000+08:00", reason: "迁建" }]]);
  expect([...alertWaits([command("alert.close", { alert: "a3", reason: "站点已撤" })])]).toMatchObject([["a3", { kind: "alert.close", reason: "站点已撤" }]]);
  expect([...waits]).toEqual([["a1", { command: "c-alert.shelve", kind: "alert.shelve", by: "officer@44", expiresAt: "2026-11-29T09:01:00.000+08:00", minutes: 30, reason: "检修" }]]);
});
test("a cancelling that waits is told by its incident", () => {
  const waits = incidentWaits([command("alert.shelve", { alert: "a1", minutes: 30, reason: "检修" }), command("incident.cancel", { incident: "i1", reason: "误报" })]);
  expect([...waits]).toEqual([["i1", { command: "c-incident.cancel", kind: "incident.cancel", by: "officer@44", expiresAt: "2026-11-29T09:01:00.000+08:00", reason: "误报" }]]);
});
