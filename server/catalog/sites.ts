import { Type } from "typebox";
import type { RegionTree } from "../../model/region-tree.ts";
import type { Site } from "../../model/sample.ts";
import { documentsIn, readDocument } from "./document.ts";

const SiteFile = Type.Object(
  {
    source: Type.String({ minLength: 1 }),
    sites: Type.Array(
      Type.Object(
        {
          id: Type.String({ pattern: "^[a-z][a-z0-9-]{2,63}$" }),
          kind: Type.String({ pattern: "^[a-z][a-z-]*$" }),
          name: Type.String({ minLength: 1 }),
          nameEn: Type.Optional(Type.String({ minLength: 1 })),
          region: Type.String({ pattern: "^[0-9]+$" }),
          point: Type.Optional(Type.Tuple([Type.Number({ minimum: 106, maximum: 121 }), Type.Number({ minimum: 17.5, maximum: 28 })])),
          attributes: Type.Record(Type.String({ pattern: "^[a-z][A-Za-z0-9]*$" }), Type.Union([Type.Number(), Type.String()])),
          class: Type.Union([Type.Literal("open"), Type.Literal("internal"), Type.Literal("sensitive")]),
          illustrative: Type.Optional(Type.Boolean()),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

/** The monitored facilities of data/sites/*.json. @throws naming the file and the site that hangs nowhere or stands twice */
export function readSites(root: string, regions: RegionTree): Site[] {
  const seen = new Map<string, string>();
  return documentsIn(root, "data/sites").flatMap((path) =>
    readDocument(root, path, SiteFile).sites.map((site): Site => {
      const region = regions.find(site.region);
      if (!region) throw new Error(`${path}: site "${site.id}" lies in region "${site.region}", which regions.csv does not hold. Mend its region.`);
      if (region.kind === "special") throw new Error(`${path}: site "${site.id}" hangs on the statistical unit ${region.code}; attach it to the town or county beside it.`);
      if (regions.find(site.id)) throw new Error(`${path}: site "${site.id}" has the code of a region; places need distinct ids.`);
      const other = seen.get(site.id);
      if (other) throw new Error(`${path}: site "${site.id}" stands already in ${other}; ids are unique.`);
      seen.set(site.id, path);
      return site;
    }),
  );
}
