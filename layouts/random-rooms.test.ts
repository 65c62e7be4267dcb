import fc from "fast-check";
import { expect, test } from "vitest";
import { openRoom } from "../model/room.ts";
import { THEMES } from "../themes/themes.ts";
import { kindOf } from "../wall/marks/kinds.ts";
import { compile, Illegible } from "./legibility.ts";
import { SCENES } from "./shelf.ts";
import { DoesNotFit } from "./desk.ts";

/** Glass as it is sold, hung in any number, with any seat: what stands there at all is read from its rows. */
const room = fc.record({
  rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 4 }), widthPx: fc.constantFrom(1366, 1920, 2560, 3840, 5760), ratio: fc.constantFrom(9 / 16, 10 / 16, 9 / 32, 16 / 9),
  pitch: fc.constantFrom(0.25, 0.4, 0.63, 0.9, 1.25, 1.8), bezelPx: fc.integer({ min: -40, max: 30 }), front: fc.double({ min: 0.5, max: 6, noNaN: true }), deep: fc.double({ min: 1, max: 3, noNaN: true }),
});
let stood = 0;
test("a house's scene in a random room either stands and is read from every row, or finds no place and says what mends it", () => {
  fc.assert(
    fc.property(room, fc.constantFrom(...SCENES.values()), fc.constantFrom(...Object.values(THEMES)), (r, scene, theme) => {
      const heightPx = Math.round(r.widthPx * r.ratio);
      const wall = openRoom({
        id: "random", title: { zh: "室", en: "room" }, region: "44", situation: "live", scene: "overview", frontRowM: r.front, backRowM: r.front * r.deep,
        surfaces: [{ id: "front", matrix: { rows: r.rows, columns: r.columns, glass: { widthPx: r.widthPx, heightPx, widthM: (r.widthPx * r.pitch) / 1000, heightM: (heightPx * r.pitch) / 1000 }, bezelM: { x: (r.bezelPx * r.pitch) / 1000, y: (r.bezelPx * r.pitch) / 1000 } } }],
      });
      try {
        compile(scene, wall, kindOf(theme));
        stood++;
      } catch (error) {
        if (error instanceof Illegible) throw new Error(`u = ${wall.surfaces[0]!.u}: ${error.faults.slice(0, 4).join("\n")}`, { cause: error });
        if (!(error instanceof DoesNotFit)) throw error;
        expect(error.message).toMatch(/(Take|seat|choose)/);
      }
    }),
    { numRuns: 40, seed: 7 },
  );
  // A generator of rooms in which nothing ever stands would prove nothing.
  expect(stood).toBeGreaterThan(5);
});
