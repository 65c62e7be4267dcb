import { may, type Actor } from "../model/account.ts";
import type { Backup } from "../model/backup.ts";
import type { CommandEnvelope } from "../model/command.ts";
import type { Decision } from "../model/decision.ts";
import { Problem } from "../model/problem.ts";
import type { RegionCode } from "../model/region.ts";
import type { Answer } from "./journal/index.ts";

export interface BackingUpNeeds {
  readonly backups: { make(): Promise<Backup> };
  /** The region of the whole house. */
  readonly root: RegionCode;
  /** Decides in the chain of live. */
  execute(actor: Actor, envelope: CommandEnvelope, decide: () => Decision): Promise<Answer>;
}

/** `admin.backup`: first the copy, during which everybody goes on, then the entry that says which. @throws Problem */
export async function backUp({ backups, root, execute }: BackingUpNeeds, actor: Actor, envelope: CommandEnvelope): Promise<Answer> {
  if (!may(actor, "backup")) throw new Problem("no_right", `A ${actor.role} may not have the store copied; the system administrator may.`);
  const { name, bytes, tookMs, chains } = await backups.make();
  const live = chains.find(({ situation }) => situation === "live");
  return await execute(actor, envelope, () => ({
    drafts: [{ kind: envelope.kind, actor: actor.account, region: root, body: { backup: name, bytes, seq: live?.seq ?? 0, hash: live?.hash ?? "" } }],
    result: { backup: name, bytes, tookMs },
  }));
}
