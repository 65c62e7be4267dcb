import { may, type Actor } from "../../model/account.ts";
import { moveAlert, type Alert } from "../../model/alert.ts";
import type { CommandData } from "../../model/command.ts";
import type { Decision } from "../../model/decision.ts";
import { Problem } from "../../model/problem.ts";
import type { Severity } from "../../model/words.ts";
import type { Groups } from "./groups.ts";
import type { Idle } from "./idle.ts";

/** What is red is acknowledged one by one. */
const ONE_BY_ONE: Severity = 1;

export interface GroupMembers {
  readonly groups: Pick<Groups, "members" | "askedAt">;
  get(id: string): Alert | undefined;
  isAhead(id: string): boolean;
}
/** What an acknowledgement of a group reaches: what asked by `upTo` and nobody has acknowledged, but nothing red. Of the entry alone, so that reading it again reaches the same. */
export function reached({ group, upTo }: { readonly group: string; readonly upTo: number }, { groups, get, isAhead }: GroupMembers): Alert[] {
  return [...groups.members(group)].flatMap((id) => {
    const alert = get(id);
    if (!alert || isAhead(id) || alert.severity <= ONE_BY_ONE || groups.askedAt(id) > upTo) return [];
    return (alert.state === "unacknowledged" || alert.state === "returned") && moveAlert(alert, "acknowledge") ? [alert] : [];
  });
}

/** @throws Problem not_found, no_right or guard */
export function acknowledgeGroup(
  needs: GroupMembers & { readonly groups: Pick<Groups, "get">; readonly idle: Pick<Idle, "row">; isWithin(region: string, ancestor: string): boolean },
  actor: Pick<Actor, "account" | "role" | "region">,
  { group, upTo, comment }: CommandData<"alert.acknowledgeGroup">,
  now: number,
): Decision {
  const area = group.split("|")[1] ?? "";
  if (needs.groups.members(group).size === 0 || !needs.isWithin(area, actor.region)) throw new Problem("not_found", `There is no group of alerts "${group.slice(0, 200)}" in your area.`);
  if (!may(actor, "acknowledge")) throw new Problem("no_right", `A ${actor.role} may not do "alert.acknowledgeGroup"; it needs the right "acknowledge".`);
  // No seat was ever told a later entry of this group: whoever names one has not looked, and would acknowledge what is on its way to them.
  const newest = needs.groups.get(group)!.upTo;
  if (upTo > newest)
    throw new Problem("guard", `The newest entry of the group "${group.slice(0, 200)}" is ${newest}; entry ${upTo} was told to nobody, and nothing is acknowledged that nobody has seen. Read the group again and give its own upTo.`, { state: "unseen", legal: [] });
  const alerts = reached({ group, upTo }, needs);
  if (alerts.length === 0)
    throw new Problem("guard", `Nothing in the group waits to be acknowledged up to entry ${upTo}: what is red is acknowledged one by one, and what came later stays for whoever has seen it. Read the group again.`, { state: "seen", legal: [] });
  return {
    drafts: [{ kind: "alert.acknowledged", actor: actor.account, region: area, body: { group, upTo, ...(comment !== undefined && { comment }) } }],
    result: { group, acknowledged: alerts.length },
    timers: needs.idle.row(group, alerts.filter(({ state }) => state === "unacknowledged"), now),
  };
}
