import { expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { PAIRING_ASKED_MS, pairDisplay, type PairingWords } from "./pairing.ts";

const answer = (status: number, body: unknown = {}) => ({ status, json: async () => body });
const settle = async (): Promise<void> => {
  for (let i = 0; i < 30; i++) await Promise.resolve();
};

test("a display shows its code until its key is paired, then signs what it is asked and goes on", async () => {
  const clock = new ManualClock(0);
  const shown: PairingWords[] = [];
  const sent: [string, object][] = [];
  let world: "away" | "unknown" | "full" | "paired" = "away";
  let done = false;
  const key = { id: "me", publicKey: "spki", sign: async (origin: string, challenge: string) => `${origin}+${challenge}` };
  const post = async (path: string, body: object) => {
    sent.push([path, body]);
    if (world === "away") throw new TypeError("fetch failed");
    if (path === "/pairings") return world === "full" ? answer(429) : answer(200, { code: "12345678", expiresAt: "t" });
    if (path === "/session/device") return answer(200);
    return world === "paired" ? answer(200, { challenge: "c" }) : answer(404);
  };
  void pairDisplay({ clock, key, origin: "https://wall", post, show: (words) => shown.push(words) }).then(() => (done = true));
  for (const next of ["unknown", "full", "paired"] as const) {
    await settle();
    world = next;
    clock.advance(PAIRING_ASKED_MS);
  }
  await settle();
  expect(shown).toEqual(["unreachable", { code: "12345678", expiresAt: "t" }, "busy"]);
  expect(sent.at(-1)).toEqual(["/session/device", { id: "me", signature: "https://wall+c" }]);
  expect(done).toBe(true);
});
