import { describe, expect, test } from "vitest";
import { rightsOf, type Role } from "../../../model/account.ts";
import { INCIDENT_STATES, legalOnIncident, type Incident } from "../../../model/incident.ts";
import { DAY, formatTime } from "../../../model/time.ts";
import { asidesOf, GESTURE } from "./acts.ts";

const NOW = Date.UTC(2026, 10, 30, 4);
const seat = (role: Role, region: string) => ({ account: `${role}@${region}`, region, rights: rightsOf(role) });
const incident = (more: Partial<Incident>): Incident => ({ id: "i", type: "t", topic: "emg", region: "440882", title: "", state: "pending", reportedBy: "", reportedAt: "", escalated: false, tasks: [], log: [], ...more });
const closed = { state: "closed", closedAt: formatTime(NOW - DAY), closedFrom: "4408", grade: 3 } as const;

describe("what a seat may do beside the way of an incident", () => {
  test("is never more than the state allows", () => {
    for (const state of INCIDENT_STATES) for (const act of asidesOf(incident({ ...closed, state }), seat("commander", "44"), NOW)) expect(legalOnIncident(state)).toContain(act);
  });
  test("an officer rejects, merges, hands on and updates what was reported, and cancels what is ungraded; nobody without that right does", () => {
    expect(asidesOf(incident({}), seat("officer", "440882"), NOW)).toEqual(["incident.update", "incident.escalate", "incident.transfer", "incident.merge", "incident.reject", "incident.cancel"]);
    expect(asidesOf(incident({}), seat("unit", "440882"), NOW)).toEqual([]);
  });
  test("a grade that is not the seat's is cancelled by another", () => {
    expect(asidesOf(incident({ state: "handling", grade: 2 }), seat("officer", "440882"), NOW)).not.toContain("incident.cancel");
    expect(asidesOf(incident({ state: "handling", grade: 2 }), seat("commander", "44"), NOW)).toContain("incident.cancel");
  });
  test("one that waits to be cancelled already is not offered again", () => {
    expect(asidesOf({ ...incident({}), waits: { command: "c" } } as Incident, seat("officer", "440882"), NOW)).not.toContain("incident.cancel");
  });
  test("a chief suspends once, and takes it up again", () => {
    expect(asidesOf(incident({ state: "handling", grade: 3 }), seat("chief", "4408"), NOW)).toContain("incident.suspend");
    expect(asidesOf(incident({ state: "handling", grade: 3, suspended: { until: "", times: 1 } }), seat("chief", "4408"), NOW)).not.toContain("incident.suspend");
    expect(asidesOf(incident({ state: "suspended", grade: 3 }), seat("chief", "4408"), NOW)).toContain("incident.resume");
  });
  test("at the province nothing goes higher", () => {
    expect(asidesOf(incident({ escalatedTo: "44" }), seat("officer", "440882"), NOW)).not.toContain("incident.escalate");
    expect(asidesOf(incident({ escalatedTo: "4408" }), seat("officer", "440882"), NOW)).toContain("incident.escalate");
  });
  test("it is opened again within seven days, and evaluated from above, or by another post of the province", () => {
    expect(asidesOf(incident(closed), seat("chief", "44"), NOW)).toEqual(["incident.reopen", "incident.evaluate"]);
    expect(asidesOf(incident({ ...closed, closedAt: formatTime(NOW - 8 * DAY) }), seat("chief", "44"), NOW)).toEqual(["incident.evaluate"]);
    expect(asidesOf(incident(closed), seat("chief", "4408"), NOW)).toEqual(["incident.reopen"]);
    const log = [{ seq: 1, at: "", kind: "incident.close", actor: "chief@44", text: "" }];
    expect([asidesOf(incident({ ...closed, closedFrom: "44", log }), seat("chief", "44"), NOW), asidesOf(incident({ ...closed, closedFrom: "44", log }), seat("commander", "44"), NOW)].map((acts) => acts.includes("incident.evaluate"))).toEqual([false, true]);
  });
  test("one that ended by itself is left to itself", () => expect(asidesOf(incident({ state: "closed" }), seat("commander", "44"), NOW)).toEqual([]));
  test("what cannot be undone is held, and what puts others to work is slid", () => {
    expect(["incident.cancel", "incident.merge", "incident.reject", "incident.evaluate"].map((act) => GESTURE[act as "incident.cancel"])).toEqual(["hold", "hold", "hold", "hold"]);
    expect([GESTURE["incident.escalate"], GESTURE["incident.transfer"], GESTURE["incident.update"]]).toEqual(["slide", "slide", "tap"]);
  });
});
