import { Type } from "typebox";
import { openRoom, type RoomFile } from "../../model/room.ts";
import type { Wall } from "../../model/wall.ts";
import { documentsIn, readDocument } from "./document.ts";

const exact = { additionalProperties: false } as const;
const Px = Type.Integer({ minimum: 64, maximum: 32_768 });
const SizeM = Type.Number({ exclusiveMinimum: 0, maximum: 100 });
const glass = { widthPx: Px, heightPx: Px, widthM: SizeM, heightM: SizeM };
const DistanceM = Type.Number({ exclusiveMinimum: 0, maximum: 200 });
const BezelM = Type.Number({ minimum: -2, maximum: 2 });
const PlaceM = Type.Number({ minimum: -100, maximum: 100 });
const Name = Type.String({ pattern: "^[a-z][a-z0-9-]{0,31}$" });
const Count = Type.Integer({ minimum: 1, maximum: 32 });
const RoomDocument = Type.Object(
  {
    id: Name,
    title: Type.Object({ zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, exact),
    region: Type.String({ minLength: 1 }),
    situation: Type.String({ minLength: 1 }),
    scene: Type.String({ minLength: 1 }),
    scenes: Type.Optional(Type.Record(Type.String({ pattern: "^[a-z]+$" }), Type.String({ minLength: 1 }))),
    emergencyScene: Type.Optional(Type.String({ minLength: 1 })),
    presets: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Name,
            title: Type.Object({ zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, exact),
            scene: Type.Optional(Type.String({ minLength: 1 })),
            situation: Type.Optional(Type.String({ minLength: 1 })),
            region: Type.Optional(Type.String({ minLength: 1 })),
            topic: Type.Optional(Type.String({ minLength: 1 })),
          },
          exact,
        ),
        { maxItems: 24 },
      ),
    ),
    schedule: Type.Optional(Type.Array(Type.Object({ at: Type.String({ pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" }), preset: Name }, exact), { minItems: 1, maxItems: 48 })),
    // What a hall's loudspeaker plays, up to an octave above it.
    sound: Type.Optional(Type.Object({ baseHz: Type.Number({ minimum: 200, maximum: 1_000 }), wave: Type.Union([Type.Literal("sine"), Type.Literal("triangle"), Type.Literal("square")]) }, exact)),
    frontRowM: DistanceM,
    backRowM: DistanceM,
    surfaces: Type.Array(
      Type.Object(
        {
          id: Name,
          part: Type.Optional(Type.Union([Type.Literal("whole"), Type.Literal("side")])),
          frontRowM: Type.Optional(DistanceM),
          backRowM: Type.Optional(DistanceM),
          matrix: Type.Optional(Type.Object({ rows: Count, columns: Count, glass: Type.Object(glass, exact), bezelM: Type.Object({ x: BezelM, y: BezelM }, exact) }, exact)),
          displays: Type.Optional(Type.Array(Type.Object({ ...glass, xM: PlaceM, yM: PlaceM }, exact), { minItems: 1, maxItems: 64 })),
        },
        exact,
      ),
      { minItems: 1, maxItems: 8 },
    ),
  },
  exact,
);

/** The walls of layouts/walls, one room file each. @throws naming the file that is not a room */
export function readWalls(root: string, regions: { find(code: string): unknown }): Wall[] {
  return documentsIn(root, "layouts/walls").map((path) => {
    const file: RoomFile = readDocument(root, path, RoomDocument);
    if (!path.endsWith(`/${file.id}.json`)) throw new Error(`${path}: the wall calls itself "${file.id}"; expected the name of its file.`);
    if (!regions.find(file.region)) throw new Error(`${path}: the wall belongs to region "${file.region}", which is not in data/regions. Give the code of its region, like "44".`);
    for (const { id, region } of file.presets ?? [])
      if (region !== undefined && !regions.find(region)) throw new Error(`${path}: preset "${id}" looks at region "${region}", which is not in data/regions. Give the code of a region, like "4408".`);
    try {
      return openRoom(file);
    } catch (error) {
      throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
    }
  });
}
