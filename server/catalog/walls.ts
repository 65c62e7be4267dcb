import { Type } from "typebox";
import type { Wall } from "../../model/wall.ts";
import { documentsIn, readDocument } from "./document.ts";

const Px = Type.Integer({ minimum: 1, maximum: 32_768 });
const WallFile = Type.Object(
  {
    id: Type.String({ pattern: "^[a-z][a-z0-9-]{0,31}$" }),
    title: Type.Object({ zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, { additionalProperties: false }),
    region: Type.String({ minLength: 1 }),
    situation: Type.String({ minLength: 1 }),
    scene: Type.String({ minLength: 1 }),
    scenes: Type.Optional(Type.Record(Type.String({ pattern: "^[a-z]+$" }), Type.String({ minLength: 1 }))),
    pitchMm: Type.Number({ exclusiveMinimum: 0, maximum: 20 }),
    frontRowM: Type.Number({ exclusiveMinimum: 0 }),
    backRowM: Type.Number({ exclusiveMinimum: 0 }),
    displays: Type.Array(
      Type.Object(
        { n: Type.Integer({ minimum: 1 }), widthPx: Px, heightPx: Px, xPx: Type.Integer({ minimum: 0 }), yPx: Type.Integer({ minimum: 0 }) },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
  },
  { additionalProperties: false },
);

/** The walls of layouts/walls, one file each. @throws naming the file that is not a wall */
export function readWalls(root: string, regions: { find(code: string): unknown }): Wall[] {
  return documentsIn(root, "layouts/walls").map((path) => {
    const wall: Wall = readDocument(root, path, WallFile);
    if (!path.endsWith(`/${wall.id}.json`)) throw new Error(`${path}: the wall calls itself "${wall.id}"; expected the name of its file.`);
    if (!regions.find(wall.region)) throw new Error(`${path}: the wall belongs to region "${wall.region}", which is not in data/regions. Give the code of its region, like "44".`);
    if (wall.frontRowM > wall.backRowM) throw new Error(`${path}: frontRowM ${wall.frontRowM} lies behind backRowM ${wall.backRowM}. Swap them.`);
    wall.displays.forEach(({ n }, i) => {
      if (n !== i + 1) throw new Error(`${path}: display ${i + 1} in the list is numbered ${n}; displays are numbered 1, 2, … in order.`);
    });
    return wall;
  });
}
