import { describe, expect, test } from "vitest";
import type { Incident } from "../../../model/incident.ts";
import { pointIn, pointText, updateOf } from "./updated.ts";

const incident = { id: "i", title: "堤围渗漏", type: "wat.seep", description: "水深半米", point: [110.09, 20.91] } as unknown as Incident;
const same = { title: "堤围渗漏", description: "水深半米", type: "wat.seep", point: "110.09,20.91", consequence: undefined };

describe("an update", () => {
  test("sends only what differs, and nothing when nothing does", () => {
    expect(updateOf(incident, same)).toBeUndefined();
    expect(updateOf(incident, { ...same, title: "堤围决口", point: "110.1，20.92" })).toEqual({ incident: "i", title: "堤围决口", point: [110.1, 20.92] });
  });
  test("a description may be emptied, a title may not", () => expect(updateOf(incident, { ...same, title: " ", description: "" })).toEqual({ incident: "i", description: "" }));
  test("a consequence that was told before is no news", () => {
    const told = { ...incident, consequence: { deaths: 1 } };
    expect(updateOf(told, { ...same, consequence: { deaths: 1 } })).toBeUndefined();
    expect(updateOf(told, { ...same, consequence: { deaths: 1, injured: 2 } })).toEqual({ incident: "i", consequence: { deaths: 1, injured: 2 } });
  });
  test("a point is written with either comma, and what is none is not sent", () => {
    expect([pointIn("110.09, 20.91"), pointIn("110.09 20.91"), pointIn("110.09"), pointIn("200,20"), pointIn("东经")]).toEqual([[110.09, 20.91], [110.09, 20.91], null, null, null]);
    expect(pointText(undefined)).toBe("");
  });
});
