import { hash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Keeping, KeptRecord } from "../../model/decision.ts";
import { Later } from "../../model/later.ts";
import type { Pace, Snapshot, Store } from "../../model/ports.ts";
import type { Head } from "./seal.ts";

export interface SnapshotNeeds {
  readonly situation: string;
  readonly store: Pick<Store, "entries" | "snapshot" | "snapshotPart" | "putSnapshotPart" | "putSnapshot" | "dropSnapshot" | "dropSnapshotParts">;
  /** Of the program and of what it reads by: another one may read the same entries differently. */
  readonly build: string;
  /** Signs that this house took it: who can write the store alone cannot make one. */
  vouch(text: string): string;
  isOurs(text: string, sig: string): boolean;
}
/** What folds came to at one entry. */
export interface Cut {
  readonly head: Head;
  readonly folds: readonly { readonly name: string; readonly records: Iterable<KeptRecord> }[];
}

/** A part is written in one go, and read in one go: some milliseconds. */
const PART_BYTES = 512 * 1024;
/** What alerts and logs say alike shrinks to a sixth; more than that costs more than it spares. */
const pack = (bytes: Uint8Array): Uint8Array => deflateRawSync(bytes, { level: 1 });
const unpack = (bytes: Uint8Array): Buffer => inflateRawSync(bytes, { chunkSize: 2 * PART_BYTES });
/** JSON in ASCII alone: that is read in half the time. */
const asAscii = (json: string): string => json.replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

const digestOf = (bytes: Uint8Array): string => hash("sha256", bytes, "hex");
const told = ({ situation, seq, hash: at, build, at: when, parts }: Omit<Snapshot, "sig">): string => JSON.stringify([situation, seq, at, build, when, parts.map(({ fold, digest }) => [fold, digest])]);

/**
 * Writes a cut, part by part, in turns; until the last step the one before stands. Each part of rows is followed by one of what is read later, both packed.
 * @returns null when it was given up
 */
export async function writeSnapshot(needs: SnapshotNeeds, { head, folds }: Cut, { at, pace, isOver }: { readonly at: number; readonly pace: Pace; isOver(): boolean }): Promise<Snapshot | null> {
  const { situation, store, build } = needs;
  const parts: { fold: string; digest: string }[] = [];
  async function put(fold: string, plain: Uint8Array): Promise<void> {
    const bytes = pack(plain);
    await store.putSnapshotPart(situation, head.seq, parts.length, bytes);
    parts.push({ fold, digest: digestOf(bytes) });
  }
  for (const { name, records } of folds) {
    let [rows, laters, size]: [string[], Uint8Array[], number] = [[], [], 0];
    const flush = async (): Promise<void> => {
      await put(name, Buffer.from(`[${rows.join(",\n")}]`, "latin1"));
      await put(name, Buffer.concat(laters));
      [rows, laters, size] = [[], [], 0];
    };
    for (const { record, later } of records) {
      if (isOver()) return null;
      const bytes = later?.bytes();
      const row = asAscii(JSON.stringify(bytes ? [record, bytes.length] : [record]));
      rows.push(row);
      if (bytes) laters.push(bytes);
      size += row.length + (bytes?.length ?? 0);
      if (size >= PART_BYTES) await flush();
      await pace();
    }
    if (rows.length > 0) await flush();
  }
  const whole = { situation, ...head, build, at, parts };
  const snapshot: Snapshot = { ...whole, sig: needs.vouch(told(whole)) };
  await store.putSnapshot(snapshot);
  await letGo(needs, pace);
  return snapshot;
}
/** Drops, in turns, the parts of those that nobody will read: of the one before, and of one that was never finished. */
export async function letGo({ situation, store }: SnapshotNeeds, pace: Pace): Promise<void> {
  while (await store.dropSnapshotParts(situation)) await pace();
}

/**
 * Puts the last snapshot into the folds, when it fits: of this chain, taken by this house with this build, and to the byte what was written.
 * @returns where it ends, null when there is none
 * @throws with what does not fit; folds may then hold a part of it
 */
export async function restoreSnapshot(needs: SnapshotNeeds, folds: readonly Keeping[]): Promise<Snapshot | null> {
  const { situation, store, build } = needs;
  const snapshot = await store.snapshot(situation);
  if (!snapshot) return null;
  if (snapshot.build !== build) throw new Error("it was taken by another build, or with other data");
  if (!needs.isOurs(told(snapshot), snapshot.sig)) throw new Error("its signature is not of this house");
  const [entry] = await store.entries(situation, snapshot.seq - 1, 1);
  if (entry?.seq !== snapshot.seq || entry.hash !== snapshot.hash) throw new Error(`it is of another chain: entry ${snapshot.seq} is not there, or has another hash`);
  const names = new Set(folds.map(({ name }) => name));
  const strange = snapshot.parts.find(({ fold }) => !names.has(fold));
  if (strange) throw new Error(`it holds "${strange.fold}", which nobody here takes`);
  for (const fold of folds) fold.restore(recordsOf(await partsOf(needs, snapshot, fold.name)));
  return snapshot;
}
async function partsOf({ situation, store }: SnapshotNeeds, { seq, parts }: Snapshot, name: string): Promise<Uint8Array[]> {
  const read: Uint8Array[] = [];
  for (const [n, { fold, digest }] of parts.entries()) {
    if (fold !== name) continue;
    const bytes = await store.snapshotPart(situation, seq, n);
    if (!bytes || digestOf(bytes) !== digest) throw new Error(`its part ${n} is missing or was altered`);
    read.push(bytes);
  }
  return read;
}
/** Of parts of rows, each followed by one of what is read later. */
function* recordsOf(parts: readonly Uint8Array[]): Generator<KeptRecord> {
  const unpacked = createUnpacked();
  for (let n = 0; n < parts.length; n += 2) {
    const laters = parts[n + 1]!;
    let next = 0;
    for (const [record, length] of JSON.parse(unpack(parts[n]!).toString("latin1")) as readonly (readonly [unknown, number?])[]) {
      if (length === undefined) {
        yield { record };
        continue;
      }
      const [from, to] = [next, (next += length)];
      yield { record, later: new Later(() => unpacked(laters).subarray(from, to)) };
    }
  }
}
/** Who opens one log opens the next as well: the last few parts that were unpacked are at hand. */
function createUnpacked(): (packed: Uint8Array) => Uint8Array {
  const atHand = new Map<Uint8Array, Uint8Array>();
  return (packed) => {
    const bytes = atHand.get(packed) ?? unpack(packed);
    atHand.delete(packed);
    atHand.set(packed, bytes);
    if (atHand.size > AT_HAND) atHand.delete(atHand.keys().next().value!);
    return bytes;
  };
}
const AT_HAND = 4;
