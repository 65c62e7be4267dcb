import { DEVICE_ID_DIGITS, signedText } from "../../model/device.ts";

const DATABASE = "guanlan-device";
const KEYS = "keys";
const KIND = { name: "ECDSA", namedCurve: "P-256" } as const;

/** The key of this display. Its private half never leaves the browser: it can sign, and nobody can read it. */
export interface DeviceKey {
  readonly id: string;
  /** SPKI, base64. */
  readonly publicKey: string;
  sign(origin: string, challenge: string): Promise<string>;
}

/** Keys are made in secure contexts alone: TLS, or a loopback name. */
export const canHoldKey = (): boolean => isSecureContext && "indexedDB" in globalThis;

/** The key of one glass, `main/2`; made the first time, and kept for as long as the browser's profile lives. */
export async function deviceKey(glass: string): Promise<DeviceKey> {
  const kept = await atShelf<CryptoKeyPair | undefined>("readonly", (shelf) => shelf.get(glass) as IDBRequest<CryptoKeyPair | undefined>);
  const pair = kept ?? (await crypto.subtle.generateKey(KIND, false, ["sign", "verify"]));
  if (!kept) await atShelf("readwrite", (shelf) => shelf.put(pair, glass));
  const spki = await crypto.subtle.exportKey("spki", pair.publicKey);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", spki));
  const id = [...digest].map((b) => b.toString(16).padStart(2, "0")).join("").slice(0, DEVICE_ID_DIGITS);
  return {
    id,
    publicKey: base64(spki),
    async sign(origin, challenge) {
      return base64(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, pair.privateKey, new TextEncoder().encode(signedText(origin, id, challenge))));
    },
  };
}

async function atShelf<T>(mode: IDBTransactionMode, ask: (shelf: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(KEYS);
  const database = await settled(opening);
  try {
    return await settled(ask(database.transaction(KEYS, mode).objectStore(KEYS)));
  } finally {
    database.close();
  }
}
const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error("IndexedDB failed."));
  });
const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));
