import { expect, test } from "vitest";
import { inOrder } from "../../model/alert-order.ts";
import type { AlertRecord } from "../../model/records.ts";
import { inTheirPlaces } from "./just-taken.ts";

const alert = (id: string, state: AlertRecord["state"]): AlertRecord => ({ id, state, severity: 2, place: `44088${id}`, within: [], raisedAt: "2026-01-01T08:00:00+08:00" }) as unknown as AlertRecord;
const ids = (alerts: readonly AlertRecord[]): string => alerts.map(({ id, state }) => `${id} ${state}`).join(", ");

test("an alert that was just acknowledged stays in its place and says what it is now; once its time is over it goes behind those that wait", () => {
  const before = alert("1", "unacknowledged");
  const open = inOrder([alert("1", "acknowledged"), alert("2", "unacknowledged"), alert("3", "unacknowledged")]);
  expect(ids(inTheirPlaces(open, new Map([["1", before]])))).toBe("1 acknowledged, 2 unacknowledged, 3 unacknowledged");
  expect(ids(inTheirPlaces(open, new Map()))).toBe("2 unacknowledged, 3 unacknowledged, 1 acknowledged");
});
test("one that has closed meanwhile comes not back", () => {
  const open = inOrder([alert("2", "unacknowledged")]);
  expect(ids(inTheirPlaces(open, new Map([["1", alert("1", "unacknowledged")]])))).toBe("2 unacknowledged");
});
