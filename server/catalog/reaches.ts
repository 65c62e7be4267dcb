import { Type } from "typebox";
import type { Site } from "../../model/sample.ts";
import type { Reach } from "../../model/world/river.ts";
import { readDocument } from "./document.ts";

const ReachFile = Type.Object(
  {
    source: Type.String({ minLength: 1 }),
    reaches: Type.Array(
      Type.Object(
        {
          site: Type.String({ minLength: 1 }),
          river: Type.String({ minLength: 1 }),
          baseM3s: Type.Number({ minimum: 0 }),
          catchments: Type.Array(
            Type.Object(
              { point: Type.Tuple([Type.Number({ minimum: 102, maximum: 121 }), Type.Number({ minimum: 17.5, maximum: 28 })]), areaKm2: Type.Number({ exclusiveMinimum: 0 }), lagH: Type.Number({ minimum: 1, maximum: 96 }) },
              { additionalProperties: false },
            ),
            { minItems: 1 },
          ),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
const PATH = "data/rivers/reaches.json";

/** What drains to which gauge; land that drains to several is one point, so that its weather is worked out once. @throws naming the reach that ends at no site, or at one twice */
export function readReaches(root: string, site: (id: string) => Site | undefined): Reach[] {
  const { reaches } = readDocument(root, PATH, ReachFile);
  const seen = new Set<string>();
  for (const reach of reaches) {
    if (!site(reach.site)) throw new Error(`${PATH}: a reach ends at "${reach.site}", which is no site of data/sites. Mend its id.`);
    if (seen.has(reach.site)) throw new Error(`${PATH}: two reaches end at "${reach.site}"; a site has one.`);
    seen.add(reach.site);
  }
  const points = new Map(reaches.flatMap(({ catchments }) => catchments.map(({ point }) => [point.join(), point])));
  return reaches.map((reach) => ({ ...reach, catchments: reach.catchments.map((catchment) => ({ ...catchment, point: points.get(catchment.point.join())! })) }));
}
