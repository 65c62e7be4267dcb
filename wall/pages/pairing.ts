import type { Clock } from "../../model/ports.ts";
import type { DeviceKey } from "./device-key.ts";

/** How often a display that waits asks whether it is paired by now. */
export const PAIRING_ASKED_MS = 3_000;

/** What stands on the glass meanwhile. */
export type PairingWords = { readonly code: string; readonly expiresAt: string } | "asking" | "busy" | "unreachable";

export interface PairingNeeds {
  readonly clock: Clock;
  readonly key: DeviceKey;
  readonly origin: string;
  post(path: string, body: object): Promise<{ readonly status: number; json(): Promise<unknown> }>;
  show(words: PairingWords): void;
}

/** Signs the display in by its key, and shows a code for as long as nobody has paired that key; resolves once there is a session. */
export async function pairDisplay(needs: PairingNeeds): Promise<void> {
  for (;;) {
    const words = await step(needs).catch((): PairingWords => "unreachable");
    if (words === null) return;
    needs.show(words);
    await new Promise<void>((go) => needs.clock.after(PAIRING_ASKED_MS, go));
  }
}

/** Null once it has signed in. */
async function step({ key, origin, post }: PairingNeeds): Promise<PairingWords | null> {
  const { id, publicKey } = key;
  const challenged = await post("/session/device/challenge", { id });
  if (challenged.status === 200) {
    const { challenge } = (await challenged.json()) as { challenge: string };
    const { status } = await post("/session/device", { id, signature: await key.sign(origin, challenge) });
    return status === 200 ? null : "asking";
  }
  // Asked each time: a server that was started anew knows no code of before, and gives another.
  const asked = await post("/pairings", { publicKey });
  if (asked.status === 200) return (await asked.json()) as { code: string; expiresAt: string };
  return asked.status === 429 ? "busy" : "asking";
}
