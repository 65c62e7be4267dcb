import { createHash, createPublicKey, verify } from "node:crypto";
import { DEVICE_ID_DIGITS, signedText } from "../../model/device.ts";
import { Problem } from "../../model/problem.ts";

/** The id of a device that shows this key. @throws Problem bad_request when it is no ECDSA P-256 key */
export function idOfKey(publicKey: string): string {
  const der = Buffer.from(publicKey, "base64");
  // What reads as the same bytes but is written otherwise is refused: one key, one text.
  if (der.toString("base64") !== publicKey || !isP256(der)) throw new Problem("bad_request", "publicKey is not the SPKI of an ECDSA P-256 key in base64. Export it with crypto.subtle.exportKey(\"spki\", …).");
  return createHash("sha256").update(der).digest("hex").slice(0, DEVICE_ID_DIGITS);
}

function isP256(der: Buffer): boolean {
  try {
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    return key.asymmetricKeyDetails?.namedCurve === "prime256v1" && key.export({ format: "der", type: "spki" }).equals(der);
  } catch {
    return false;
  }
}

/** True when the holder of the key has signed this challenge for this origin; WebCrypto writes r and s behind each other. */
export function isSignedBy(publicKey: string, { origin, id, challenge, signature }: { readonly origin: string; readonly id: string; readonly challenge: string; readonly signature: string }): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
  return verify("sha256", Buffer.from(signedText(origin, id, challenge)), { key, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64"));
}
