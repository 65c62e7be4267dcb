import { describe, expect, test } from "vitest";
import type { KeptFrame } from "../link/kept.ts";
import { groundOf } from "./kept-ground.ts";

const wall = (region: string, parts: readonly string[] = []): KeptFrame =>
  ({ situation: "live", channel: { kind: "wall", wall: "main" }, frame: { body: "records", kind: "snapshot", records: [{ id: "main", record: { focus: { situation: "storm", region }, parts: parts.map((one) => ({ focus: { situation: "storm", region: one } })) } }] } }) as unknown as KeptFrame;
const PATHS: Readonly<Record<string, { level: "city" | "county" | "town" | "village"; path: string[] }>> = {
  "4408": { level: "city", path: ["44"] },
  "440882": { level: "county", path: ["44", "4408"] },
  "440882115": { level: "town", path: ["44", "4408", "440882"] },
  "440882115212": { level: "village", path: ["44", "4408", "440882", "440882115"] },
};
const ground = (...frames: KeptFrame[]) => groundOf(frames, (code) => PATHS[code]);

describe("what the maps of a kept picture stand on", () => {
  test.each([
    ["the province", "44", []],
    ["a city", "4408", ["/regions/4408"]],
    ["a county", "440882", ["/regions/440882", "/boundaries/town?parent=440882"]],
    ["a town", "440882115", ["/regions/440882115", "/boundaries/town?parent=440882", "/boundaries/village?parent=440882115"]],
    ["a village", "440882115212", ["/regions/440882115212", "/boundaries/town?parent=440882", "/boundaries/village?parent=440882115"]],
  ])("is asked for where the wall looks at %s", (_, region, asked) => expect(ground(wall(region))).toEqual(asked));
  test("is that of each part of the wall, once", () => expect(ground(wall("440882115", ["440882", "44"]))).toEqual(["/regions/440882115", "/boundaries/town?parent=440882", "/boundaries/village?parent=440882115", "/regions/440882"]));
  test("is of a place that the page knows nothing of its name alone", () => expect(ground(wall("440705"))).toEqual(["/regions/440705"]));
  test("is nothing where no wall is listened to", () => expect(ground()).toEqual([]));
});
