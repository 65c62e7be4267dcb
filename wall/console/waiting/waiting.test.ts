import { expect, test } from "vitest";
import type { AlertRecord, IncidentRecord } from "../../../model/records.ts";
import type { ResponseRecord } from "../../../model/response.ts";
import { waitsOf } from "./waiting.ts";

const NOON = Date.parse("2026-11-29T12:00:00.000+08:00");
const end = (second: number): string => `2026-11-29T12:00:${String(second).padStart(2, "0")}.000+08:00`;
const response = { id: "r", by: "commander@44", state: "pending", expiresAt: end(40) } as ResponseRecord;
const alert = { id: "a", waits: { command: "s", kind: "alert.shelve", by: "officer@44", expiresAt: end(20), minutes: 30, reason: "检修" } } as AlertRecord;
const incident = { id: "i", waits: { command: "c", kind: "incident.cancel", by: "chief@44", expiresAt: end(30), reason: "误报" } } as IncidentRecord;

test("what waits for a second person is one list of all kinds, what ends first on top", () => {
  const waits = waitsOf({ responses: [response], alerts: [alert, { id: "b" } as AlertRecord], incidents: [incident] }, NOON);
  expect(waits.map(({ kind, id, by }) => [kind, id, by])).toEqual([["shelf", "s", "officer@44"], ["cancel", "c", "chief@44"], ["response", "r", "commander@44"]]);
});
test("what has expired, or was never asked for, is not among them", () => {
  expect(waitsOf({ responses: [response], alerts: [alert], incidents: [incident] }, NOON + 35_000).map(({ kind }) => kind)).toEqual(["response"]);
  expect(waitsOf({ responses: [{ ...response, state: "inForce" } as ResponseRecord], alerts: [], incidents: [{ id: "j" } as IncidentRecord] }, NOON)).toEqual([]);
});
