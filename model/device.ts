/** A paired display (已配对显示屏): one key, at one glass of one wall. */
export interface Device {
  /** Of its public key; both sides compute it. */
  readonly id: string;
  /** SPKI of an ECDSA P-256 key, base64. */
  readonly publicKey: string;
  readonly wall: string;
  readonly display: number;
  /** Of the wall. */
  readonly region: string;
  /** RFC 3339. */
  readonly pairedAt: string;
  readonly pairedBy: string;
}

/** Hexadecimal digits of SHA-256 over the public key that make a device's id. */
export const DEVICE_ID_DIGITS = 32;
/** The account of a paired device; no account of a person begins like this. */
export const DEVICE_ACCOUNT = "device:";

/** What a device signs to open a session: for this server alone, by this device alone, once. */
export const signedText = (origin: string, id: string, challenge: string): string => `guanlan device session\n${origin}\n${id}\n${challenge}`;
