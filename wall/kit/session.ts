import type { Role } from "../../model/account.ts";

/** Who has signed in on this page, as `GET /session` answers. */
export interface Session {
  readonly account: string;
  readonly role: Role;
  readonly region: string;
  readonly rights: readonly string[];
  readonly unit?: string;
  /** The one display that a paired device is. */
  readonly display?: number;
}
