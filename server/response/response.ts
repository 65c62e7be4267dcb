import { may, ROLE_WORDS, type Actor } from "../../model/account.ts";
import { commandData } from "../../model/command-data.ts";
import type { CommandData } from "../../model/command.ts";
import type { Decision, Fold } from "../../model/decision.ts";
import type { Entry } from "../../model/journal.ts";
import { keepMaps } from "../../model/kept-maps.ts";
import type { Ids } from "../../model/ports.ts";
import { Problem } from "../../model/problem.ts";
import type { Level, RegionCode } from "../../model/region.ts";
import { changeOf, gravestOfOwn, legalOnResponse, needsSecond, oneDown, RESPONSE_KINDS, rightToChange, ROMAN, type Response, type ResponseKind, type ResponseLevel, type Standing } from "../../model/response.ts";
import type { NeedsSecond } from "../../model/second-person.ts";

/** One entry for each change, raised or lowered. */
interface Body {
  readonly response: string;
  readonly kind: ResponseKind;
  readonly from: Standing;
  readonly level: Standing;
  readonly reason: string;
  readonly plan?: string;
  readonly confirmedBy?: string;
}
export interface ResponsesNeeds {
  region(code: RegionCode): { readonly level: Level; readonly name: string } | undefined;
  isWithin(code: RegionCode, ancestor: RegionCode): boolean;
  readonly ids: Pick<Ids, "next">;
}

/** Response levels of one situation: a fold of its journal, and what may be done to them. */
export interface Responses extends Fold {
  /**
   * Decides `response.raise` or `response.lower` and changes nothing. With `second` it may only be done once a second person
   * agrees: then it is decided again, and `confirmedBy` names that person.
   * @throws Problem bad_request, no_right, not_found, illegal_transition or guard
   */
  decide(actor: Pick<Actor, "account" | "role" | "region">, kind: string, data: unknown, confirmedBy?: string): Decision & { readonly second?: NeedsSecond };
  /** In force now, in the order in which they were started. */
  all(): Iterable<Response>;
  level(region: RegionCode, kind: ResponseKind): Standing;
}

export function createResponses(needs: ResponsesNeeds): Responses {
  const responses = new Map<string, Response>();
  const keyOf = (region: RegionCode, kind: ResponseKind): string => `${region} ${kind}`;
  const at = (region: RegionCode, kind: ResponseKind): Response | undefined => responses.get(keyOf(region, kind));

  /** Whoever lowers need not say the kind where there is only one. */
  function kindToLower(region: RegionCode, asked: ResponseKind | undefined): ResponseKind {
    const here = [...responses.values()].filter((one) => one.region === region).map((one) => one.kind);
    if (asked !== undefined || here.length <= 1) return asked ?? here[0] ?? "general";
    throw new Problem("guard", `${nameOf(region)} has ${here.length} responses in force: ${here.join(", ")}. Say in "kind" which one.`, { state: here.join(","), legal: ["response.lower"], kinds: here });
  }
  const nameOf = (region: RegionCode): string => needs.region(region)?.name ?? region;

  function judge(actor: Pick<Actor, "account" | "role" | "region">, command: "response.raise" | "response.lower", region: RegionCode, kind: ResponseKind, to: Standing): Standing {
    const from = at(region, kind)?.level ?? null;
    const here = `${nameOf(region)} (${RESPONSE_KINDS[kind].zh})`;
    const right = rightToChange(from, to);
    if (!may(actor, right) && !may(actor, "respondAny"))
      throw new Problem("no_right", `${actor.account} (${ROLE_WORDS[actor.role].zh}) may change level IV alone; from ${words(from)} to ${words(to)} needs a commander.`);
    const own = needs.region(actor.region)?.level;
    const gravest = Math.min(from ?? 4, to ?? 4) as ResponseLevel;
    if (own && gravest < gravestOfOwn(own)) throw new Problem("no_right", `A ${own} declares no response above level ${ROMAN[gravestOfOwn(own)]}; ${words(gravest)} is for the county or above.`);
    const details = { state: from === null ? "none" : ROMAN[from], legal: legalOnResponse(from) };
    if (changeOf(from, to) !== command) {
      const now = from === null ? "No response is in force" : `Level ${ROMAN[from]} is in force`;
      throw new Problem("illegal_transition", `${now} in ${here}; "${command}" to ${words(to)} does not lead ${command === "response.raise" ? "up" : "down"} from there.`, details);
    }
    if (command === "response.lower" && to !== oneDown(from!))
      throw new Problem("guard", `${here} stands at level ${ROMAN[from!]}; it goes down one level at a time, with a reason for each: next is ${words(oneDown(from!))}.`, { ...details, next: oneDown(from!) });
    return from;
  }

  return {
    kept: keepMaps("responses", { responses }),
    apply(entry: Entry) {
      if ((entry.kind !== "response.raise" && entry.kind !== "response.lower") || entry.body === undefined) return;
      const { response: id, kind, level, reason, plan, confirmedBy } = entry.body as Body;
      const key = keyOf(entry.region, kind);
      const before = responses.get(key);
      if (level === null) {
        responses.delete(key);
        return;
      }
      const basis = plan ?? before?.plan;
      responses.set(key, {
        id, region: entry.region, kind, level, since: before?.since ?? entry.at, levelSince: entry.at, by: entry.actor, ...(confirmedBy !== undefined && { confirmedBy }),
        reason, ...(basis !== undefined && { plan: basis }),
      });
    },
    decide(actor, command, asked, confirmedBy) {
      if (command !== "response.raise" && command !== "response.lower") throw new Problem("bad_request", `"${command}" is no command on response levels.`);
      const data: CommandData<"response.raise"> | CommandData<"response.lower"> = commandData(command, asked);
      const { region, level: to, reason } = data;
      if (!needs.region(region) || !needs.isWithin(region, actor.region)) throw new Problem("not_found", `There is no region "${region}" in your region.`);
      const kind = command === "response.raise" ? (data.kind ?? "general") : kindToLower(region, data.kind);
      const from = judge(actor, command, region, kind, to);
      const plan = "plan" in data ? data.plan : undefined;
      const response = at(region, kind)?.id ?? needs.ids.next("rsp");
      const body: Body = { response, kind, from, level: to, reason, ...(plan !== undefined && { plan }), ...(confirmedBy !== undefined && { confirmedBy }) };
      const decision: Decision = { drafts: [{ kind: command, actor: actor.account, region, body }], result: { response, level: to } };
      if (confirmedBy !== undefined || !needsSecond(from, to)) return decision;
      return { ...decision, second: { about: `response ${keyOf(region, kind)}`, region, right: "second", data: { ...data, kind } } };
    },
    all: () => responses.values(),
    level: (region, kind) => at(region, kind)?.level ?? null,
  };
}
const words = (level: Standing): string => (level === null ? "none" : `level ${ROMAN[level]}`);
