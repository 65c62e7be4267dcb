import { Type } from "typebox";
import type { Gateway } from "../../model/gateway-fact.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import type { Site } from "../../model/sample.ts";
import { readDocument } from "./document.ts";

const PATH = "data/gateways.json";
const Id = Type.String({ pattern: "^[a-z][a-z0-9-]{2,63}$" });
const GatewayFile = Type.Object(
  {
    source: Type.String({ minLength: 1 }),
    gateways: Type.Array(
      Type.Object(
        { id: Id, name: Type.String({ minLength: 1 }), region: Type.String({ pattern: "^[0-9]+$" }), illustrative: Type.Optional(Type.Boolean()), sites: Type.Array(Id, { minItems: 2, uniqueItems: true }) },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

export interface Gateways {
  readonly gateways: readonly Gateway[];
  gateway(id: string): Gateway | undefined;
}

/** Which sites report through which device, and the sites with their gateway. @throws naming the gateway that stands nowhere, twice, or holds a site that is not there or another's */
export function readGateways(root: string, regions: RegionTree, sites: readonly Site[]): Gateways & { readonly sites: Site[] } {
  const gateways = new Map<string, Gateway>();
  const of = new Map<string, string>();
  const known = new Set(sites.map(({ id }) => id));
  for (const { sites: behind, ...gateway } of readDocument(root, PATH, GatewayFile).gateways) {
    if (!regions.find(gateway.region)) throw new Error(`${PATH}: gateway "${gateway.id}" stands in region "${gateway.region}", which regions.csv does not hold. Mend its region.`);
    if (gateways.has(gateway.id)) throw new Error(`${PATH}: gateway "${gateway.id}" stands twice; ids are unique.`);
    gateways.set(gateway.id, gateway);
    for (const site of behind) {
      if (!known.has(site)) throw new Error(`${PATH}: gateway "${gateway.id}" holds "${site}", which is no site of data/sites. Mend its id.`);
      const other = of.get(site);
      if (other !== undefined) throw new Error(`${PATH}: site "${site}" reports through "${other}" and "${gateway.id}"; a site has one gateway.`);
      of.set(site, gateway.id);
    }
  }
  return {
    gateways: [...gateways.values()],
    gateway: (id) => gateways.get(id),
    sites: sites.map((site) => {
      const gateway = of.get(site.id);
      return gateway === undefined ? site : { ...site, gateway };
    }),
  };
}
