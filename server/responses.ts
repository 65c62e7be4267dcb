import type { RegionTree } from "../model/region-tree.ts";
import { byGravity, type Response, type ResponseKind, type ResponseRecord, type Standing, type WaitingResponse } from "../model/response.ts";
import type { WaitingCommand } from "../model/second-person.ts";

/** What is told of responses is read from two folds. */
interface Shelves {
  readonly regions: Pick<RegionTree, "find">;
  readonly responses: { all(): Iterable<Response>; level(region: string, kind: ResponseKind): Standing };
  readonly secondPerson: { waiting(now: number): readonly WaitingCommand[] };
  isWithin(code: string, ancestor: string): boolean;
}

/**
 * Levels in force within a region and above it, where they hold as well, gravest first; then the changes within it that
 * wait for a second person.
 * @param now people's time, epoch ms
 */
export function responsesOf(region: string, now: number, { regions, responses, secondPerson, isWithin }: Shelves): ResponseRecord[] {
  const named = (code: string) => {
    const row = regions.find(code);
    return { regionName: row?.name ?? code, regionLevel: row?.level ?? ("village" as const), holdsHere: isWithin(region, code) };
  };
  const inForce = byGravity([...responses.all()].filter((one) => isWithin(one.region, region) || isWithin(region, one.region)));
  const waits = secondPerson.waiting(now).filter((one) => one.kind.startsWith("response.") && isWithin(one.region, region));
  return [
    ...inForce.map((one): ResponseRecord => ({ ...one, state: "inForce", ...named(one.region) })),
    ...waits.map(({ id, region: where, data, by, askedAt, expiresAt }): ResponseRecord => {
      const { kind, level, reason, plan } = data as unknown as Pick<WaitingResponse, "kind" | "level" | "reason" | "plan">;
      return { id, state: "pending", region: where, kind, from: responses.level(where, kind), level, by: by.account, askedAt, expiresAt, reason, ...(plan !== undefined && { plan }), ...named(where) };
    }),
  ];
}
