import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from "node:crypto";
import { closeSync, existsSync, fstatSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { Clock, Log, Stop } from "../../model/ports.ts";
import { formatTime } from "../../model/time.ts";
import { jcs, type HashName } from "./hash.ts";
import type { Head } from "./seal.ts";
import type { PastHead } from "./verify-behind.ts";

/** One line of heads.ndjson: that this chain stood there at that time. */
export interface SignedHead extends Head {
  readonly H: HashName;
  readonly situation: string;
  /** RFC 3339, server time. */
  readonly at: string;
  /** Ed25519 public key, SPKI DER, base64. */
  readonly key: string;
  /** Ed25519 over the canonical JSON of the line without `sig`, base64. */
  readonly sig: string;
}

export interface HeadsNeeds {
  /** heads.ndjson, in a directory apart from the store. */
  readonly file: string;
  /** Private key (PKCS#8 PEM, mode 0600); made at the first boot. */
  readonly keyFile: string;
  readonly clock: Clock;
  readonly hash: HashName;
  /** The heads of all chains as they stand. */
  heads(): Iterable<Head & { readonly situation: string }>;
  readonly log?: Log;
}

/** The signed heads: what shows a cut tail or a rewritten chain, which no chain can show of itself. */
export interface Heads {
  /** The last signed head of a chain, for the ledger's anchor. */
  latest(situation: string): Head | null;
  /** A signed line for each of these heads, for what is copied elsewhere. Nothing is kept of it here. */
  attest(ends: readonly (Head & { readonly situation: string })[]): string;
  /** All lines of a chain, in the order in which they were signed. */
  past(situation: string): Iterable<PastHead>;
  /** A signature over a text of this house's own, and whether one is. */
  vouch(text: string): string;
  isOurs(text: string, sig: string): boolean;
  /** Signs each head that has moved since it was last signed, and waits for the disk. */
  sign(): void;
  /** Signs every 60 s; the undo signs once more. */
  start(): Stop;
  /** Public key, SPKI DER, base64: to be noted outside this machine. */
  readonly key: string;
}

const SIGN_EVERY_MS = 60_000;

/** @throws when the last signature of a situation does not hold, or a line is of another key, saying which line */
export function createHeads(needs: HeadsNeeds): Heads {
  const { file, clock, hash } = needs;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const secret = openKey(needs.keyFile);
  const publicKey = createPublicKey(secret);
  const key = publicKey.export({ type: "spki", format: "der" }).toString("base64");
  const last = new Map<string, Head>();
  for (const { situation, seq, hash: at } of lastHeads(file, publicKey, key)) last.set(situation, { seq, hash: at });

  function signed(situation: string, { seq, hash: at }: Head): string {
    const line = { H: hash, situation, seq, hash: at, at: formatTime(clock.now()), key };
    return `${jcs({ ...line, sig: sign(null, Buffer.from(jcs(line)), secret).toString("base64") })}\n`;
  }
  function signMoved(): void {
    const lines: string[] = [];
    const moved: (Head & { situation: string })[] = [];
    for (const { situation, seq, hash: at } of needs.heads()) {
      if (seq === 0 || last.get(situation)?.hash === at) continue;
      lines.push(signed(situation, { seq, hash: at }));
      moved.push({ situation, seq, hash: at });
    }
    if (lines.length === 0) return;
    append(file, lines.join(""));
    for (const { situation, ...head } of moved) last.set(situation, head);
  }

  return {
    key,
    latest: (situation) => last.get(situation) ?? null,
    attest: (ends) => ends.map(({ situation, ...end }) => signed(situation, end)).join(""),
    *past(situation) {
      if (!existsSync(file)) return;
      const ours = `"situation":${JSON.stringify(situation)}`;
      for (const [i, line] of readFileSync(file, "utf8").split("\n").entries()) {
        if (!line.includes(ours)) continue;
        const head = JSON.parse(line) as SignedHead;
        if (head.situation === situation) yield { seq: head.seq, hash: head.hash, where: `signed heads ${file}, line ${i + 1}`, holds: () => isSigned(head, publicKey) };
      }
    },
    vouch: (text) => sign(null, Buffer.from(text), secret).toString("base64"),
    isOurs: (text, sig) => verify(null, Buffer.from(text), publicKey, Buffer.from(sig, "base64")),
    sign: signMoved,
    start() {
      let stopped = false;
      const stop = clock.every(SIGN_EVERY_MS, () => {
        try {
          signMoved();
        } catch (error) {
          needs.log?.error("The journal's heads could not be signed.", { file, error: String(error) });
        }
      });
      return () => {
        if (stopped) return;
        stopped = true;
        stop();
        signMoved();
      };
    },
  };
}

function openKey(keyFile: string): KeyObject {
  if (existsSync(keyFile)) return createPrivateKey(readFileSync(keyFile));
  mkdirSync(dirname(keyFile), { recursive: true, mode: 0o700 });
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  writeFileSync(keyFile, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" });
  writeFileSync(`${keyFile}.pub`, publicKey.export({ type: "spki", format: "pem" }), { mode: 0o644 });
  return privateKey;
}

/**
 * The last line of each situation, its signature checked: the chain is held to that one alone, and a line is added each minute.
 * All the others are for `npm run journal:verify`. A line that a crash has cut off at the end is removed: it was never relied on.
 */
function lastHeads(file: string, publicKey: KeyObject, ours: string): SignedHead[] {
  if (!existsSync(file)) return [];
  const bytes = readFileSync(file);
  const whole = bytes.lastIndexOf(0x0a) + 1;
  if (whole < bytes.length) truncateSync(file, whole);
  const lines = bytes.subarray(0, whole).toString("utf8").split("\n").slice(0, -1);
  const last = new Map<string, { head: SignedHead; where: string }>();
  lines.forEach((line, i) => {
    const where = `Signed heads ${file}, line ${i + 1}`;
    let head: SignedHead;
    try {
      head = JSON.parse(line) as SignedHead;
    } catch {
      throw new Error(`${where} is not JSON. Restore the file from its copy.`);
    }
    if (head.key !== ours) throw new Error(`${where} was signed with another key. Keys and heads belong together: restore both, or move the heads aside.`);
    last.set(head.situation, { head, where });
  });
  return [...last.values()].map(({ head, where }) => {
    if (!isSigned(head, publicKey)) throw new Error(`${where}: the signature does not hold. Restore the file from its copy.`);
    return head;
  });
}

const isSigned = ({ sig, ...signed }: SignedHead, key: KeyObject): boolean => verify(null, Buffer.from(jcs(signed)), key, Buffer.from(sig, "base64"));

/** All of it or nothing: half a line in the midst of the file would be read as a forgery. */
function append(file: string, text: string): void {
  const to = openSync(file, "a", 0o600);
  const { size } = fstatSync(to);
  try {
    const bytes = Buffer.from(text);
    const done = writeSync(to, bytes);
    if (done < bytes.length) throw new Error(`only ${done} of ${bytes.length} bytes found room`);
    fsyncSync(to);
  } catch (error) {
    ftruncateSync(to, size);
    throw error;
  } finally {
    closeSync(to);
  }
}
