import { readFileSync } from "node:fs";
import { ROLES, type Role } from "../../model/account.ts";
import type { RegionCode } from "../../model/region.ts";
import type { PasswordHash } from "./password.ts";

/** An account as kept: a post and surname, never a person. */
export interface Account {
  readonly account: string;
  readonly role: Role;
  readonly region: RegionCode;
  readonly unit?: string;
  /** Walls that a display shows. */
  readonly walls?: readonly string[];
  /** Hash of the password, made when first asked for. */
  readonly password: () => Promise<PasswordHash>;
  /** Keyed hash of its Bearer token, hex. */
  readonly tokenHash?: string;
}

/** Reads the accounts of a production installation; each carries `password: "<salt>:<hash>"` in hex, never a clear one. */
export function readAccounts(path: string): Account[] {
  const rows: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (!Array.isArray(rows)) throw new Error(`${path} must hold a JSON array of accounts; found ${typeof rows}.`);
  return rows.map((row: Record<string, unknown>, i) => {
    const { account, role, region, unit, walls, password, tokenHash } = row;
    if (typeof account !== "string" || typeof region !== "string" || !ROLES.includes(role as Role))
      throw new Error(`${path}: account ${i} needs account, region and role (one of ${ROLES.join(", ")}).`);
    const hash = typeof password === "string" && /^[0-9a-f]{32}:[0-9a-f]{64}$/.test(password) ? password : null;
    if (hash === null) throw new Error(`${path}: account "${account}" needs a password as "<salt>:<hash>" in hex (scrypt, 16 and 32 bytes).`);
    return {
      account,
      role: role as Role,
      region,
      ...(typeof unit === "string" ? { unit } : {}),
      ...(Array.isArray(walls) ? { walls: walls.map(String) } : {}),
      ...(typeof tokenHash === "string" ? { tokenHash } : {}),
      password: async () => hash,
    };
  });
}
