import { may, ROLES, type Actor, type Right, type Role } from "./account.ts";
import type { RegionCode } from "./region.ts";
import { SECOND } from "./time.ts";

/** How long a command waits for its second person: on another device, within a minute (VISUAL §11). */
export const WAITS_FOR_MS = 60 * SECOND;

/** What a decision asks for before it may take effect (双人操作). */
export interface NeedsSecond {
  /** What it would change: no two commands about the same wait at once. */
  readonly about: string;
  readonly region: RegionCode;
  /** The right that whoever confirms holds. */
  readonly right: Right;
  /** The command's data with everything said that was left out, as it will be decided again. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** The answer 202: the command stands in the journal, and nothing has changed yet. */
export interface Waiting {
  /** Id of the command that waits, for `confirm` and `refuse`. */
  readonly pending: string;
  readonly needs: { readonly confirm: readonly Role[]; readonly region: RegionCode };
  /** RFC 3339. */
  readonly expiresAt: string;
}

export type WaitingState = "pending" | "confirmed" | "refused" | "expired";
/** A command that waits, or has waited, for a second person. */
export interface WaitingCommand {
  readonly id: string;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly about: string;
  readonly region: RegionCode;
  readonly right: Right;
  readonly by: Pick<Actor, "account" | "role" | "region">;
  readonly askedAt: string;
  readonly expiresAt: string;
  /** As the journal has it: that it has expired is the clock's to say, until another about the same waits; a clock that is set back brings none of them back. */
  readonly state: WaitingState;
}

/** Command kinds that are legal on it. */
export const legalOnWaiting = (state: WaitingState): string[] => (state === "pending" ? ["confirm", "refuse"] : []);
export const rolesWith = (right: Right): Role[] => ROLES.filter((role) => may({ role }, right));
