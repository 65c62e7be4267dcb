import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** `<salt>:<hash>` in hex: scrypt with N = 2^14, r = 8, p = 1. */
export type PasswordHash = string;

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((done, fail) => scrypt(password.normalize("NFKC"), salt, 32, (error, key) => (error ? fail(error) : done(key))));

/** Hashes a password under a fresh salt. */
export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(16);
  return `${salt.toString("hex")}:${(await derive(password, salt)).toString("hex")}`;
}

/** Compares in constant time. */
export async function isPassword(password: string, hash: PasswordHash): Promise<boolean> {
  const [salt = "", key = ""] = hash.split(":");
  return timingSafeEqual(await derive(password, Buffer.from(salt, "hex")), Buffer.from(key, "hex"));
}
