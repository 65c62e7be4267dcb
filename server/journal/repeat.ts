import type { Actor } from "../../model/account.ts";
import type { CommandEnvelope } from "../../model/command.ts";
import type { CommandRow } from "../../model/ports.ts";
import { Problem } from "../../model/problem.ts";
import { digest, jcs } from "./hash.ts";

/** What a ledger is told once a command is durable. */
export interface Answer {
  readonly status: number;
  readonly answer: unknown;
}

/** What tells one command from another. SHA-256 whatever the chain's H: an installation that changes H must still know its commands again. */
export const commandHash = (envelope: CommandEnvelope): string => digest("sha256", jcs(envelope));

/** The answer that a command was given, when it comes again. @throws Problem id_reused, without the answer, when it is another one or somebody else's */
export function repeated(row: CommandRow, actor: Actor, envelope: CommandEnvelope): Answer {
  if (row.account !== actor.account || row.bodyHash !== commandHash(envelope))
    throw new Problem("id_reused", `Command id "${row.id}" was already used for another command. Give each command an id of its own.`);
  return { status: row.status, answer: row.answer };
}
