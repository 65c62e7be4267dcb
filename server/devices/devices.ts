import { may, type Actor } from "../../model/account.ts";
import { commandData } from "../../model/command-data.ts";
import type { CommandData } from "../../model/command.ts";
import type { Decision, Fold } from "../../model/decision.ts";
import { DEVICE_ACCOUNT, type Device } from "../../model/device.ts";
import type { Entry } from "../../model/journal.ts";
import { keepMaps } from "../../model/kept-maps.ts";
import type { Clock, Ids, Stop } from "../../model/ports.ts";
import { Problem } from "../../model/problem.ts";
import type { Wall } from "../../model/wall.ts";
import { Challenges } from "./challenges.ts";
import { isSignedBy } from "./key.ts";
import { Pairings } from "./pairings.ts";

export interface DevicesNeeds {
  readonly walls: readonly Pick<Wall, "id" | "region" | "displays">[];
  isWithin(code: string, ancestor: string): boolean;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Which machine hangs at which glass: a fold of live's chain, and the way in for machines that wait. */
export interface Devices extends Fold {
  /** A code for a display that is not paired yet. @throws Problem */
  ask(publicKey: string, from: string): { readonly code: string; readonly expiresAt: number };
  /** What a paired device has to sign. @throws Problem not_found while it is not paired */
  challenge(id: string, from: string): { readonly challenge: string; readonly expiresAt: number };
  /** True once for each challenge: the device of that id has signed it, for this origin. */
  isSigned(signed: { readonly id: string; readonly signature: string; readonly origin: string; readonly from: string }): boolean;
  /** Commands `admin.pair` and `admin.unpair`. @throws Problem */
  decide(actor: Actor, kind: string, data: unknown): Decision;
  /** The device at a glass. */
  at(wall: string, display: number): Device | undefined;
  byAccount(account: string): Device | undefined;
  all(): Iterable<Device>;
  /** Tells of a glass that got another device, or lost its own. */
  onChange(listener: (wall: string, display: number) => void): Stop;
}

export function createDevices(needs: DevicesNeeds): Devices {
  const pairings = new Pairings(needs);
  const challenges = new Challenges(needs);
  const byId = new Map<string, Device>();
  const listeners = new Set<(wall: string, display: number) => void>();
  const at = (wall: string, display: number): Device | undefined => [...byId.values()].find((d) => d.wall === wall && d.display === display);

  function pair(actor: Actor, { code, wall, display }: CommandData<"admin.pair">): Decision {
    const found = needs.walls.find(({ id }) => id === wall);
    if (!found || !needs.isWithin(found.region, actor.region)) throw new Problem("not_found", `There is no wall "${wall}" within your region. Check the wall's id.`);
    const displays = found.displays.map(({ n }) => n);
    if (!displays.includes(display)) throw new Problem("not_found", `Wall "${wall}" has no display ${display}; it has ${displays.join(", ")}.`, { displays });
    const waiting = pairings.showing(code);
    if (!waiting) throw new Problem("not_found", `No display shows the code "${code.slice(0, 32)}" now. Read it again from the glass: a code ends after ten minutes, and the display then shows another.`);
    const hangs = at(wall, display);
    if (hangs) throw new Problem("guard", `Display "${wall}/${display}" is device ${hangs.id}, paired at ${hangs.pairedAt}. Unpair that one first, or choose another display.`, { state: "paired", legal: ["admin.unpair"], device: hangs.id });
    const elsewhere = byId.get(waiting.id);
    if (elsewhere) throw new Problem("guard", `That machine is display "${elsewhere.wall}/${elsewhere.display}" already. Unpair it there first.`, { state: "paired", legal: ["admin.unpair"], device: elsewhere.id });
    const body = { device: waiting.id, publicKey: waiting.publicKey, wall, display };
    return { drafts: [{ kind: "admin.pair", actor: actor.account, region: found.region, body }], result: { device: waiting.id } };
  }
  function unpair(actor: Actor, { device: id }: CommandData<"admin.unpair">): Decision {
    const device = byId.get(id);
    if (!device || !needs.isWithin(device.region, actor.region)) throw new Problem("not_found", `There is no paired device "${id}" within your region. GET /devices lists them.`);
    const { wall, display, region } = device;
    return { drafts: [{ kind: "admin.unpair", actor: actor.account, region, body: { device: id, wall, display } }], result: { device: id } };
  }
  const told = (wall: string, display: number): void => {
    for (const listener of listeners) listener(wall, display);
  };

  return {
    kept: keepMaps("devices", { byId }),
    ask(publicKey, from) {
      const waiting = pairings.ask(publicKey, from);
      if (byId.has(waiting.id)) {
        pairings.done(waiting.id);
        throw new Problem("guard", "This key is paired already. Sign in with POST /api/v1/session/device.", { state: "paired", legal: ["admin.unpair"] });
      }
      return waiting;
    },
    challenge(id, from) {
      if (!byId.has(id)) throw new Problem("not_found", `There is no paired device "${id.slice(0, 64)}". Ask for a code with POST /api/v1/pairings and have it paired.`);
      return challenges.give(id, from);
    },
    isSigned({ id, signature, origin, from }) {
      const device = byId.get(id);
      return device !== undefined && challenges.take(id, from, (challenge) => isSignedBy(device.publicKey, { origin, id, challenge, signature }));
    },
    decide(actor, kind, data) {
      if (!may(actor, "devices")) throw new Problem("no_right", `A ${actor.role} may not pair displays; the security administrator may.`);
      if (kind === "admin.pair") return pair(actor, commandData(kind, data));
      if (kind === "admin.unpair") return unpair(actor, commandData(kind, data));
      throw new Problem("bad_request", `"${kind}" is no command on devices.`);
    },
    at,
    byAccount: (account) => (account.startsWith(DEVICE_ACCOUNT) ? byId.get(account.slice(DEVICE_ACCOUNT.length)) : undefined),
    all: () => byId.values(),
    apply({ kind, body, at: pairedAt, actor, region }: Entry) {
      if (body === undefined || (kind !== "admin.pair" && kind !== "admin.unpair")) return;
      const { device: id, publicKey, wall, display } = body as { device: string; publicKey: string; wall: string; display: number };
      if (kind === "admin.pair") byId.set(id, { id, publicKey, wall, display, region, pairedAt, pairedBy: actor });
      else byId.delete(id);
      pairings.done(id);
      told(wall, display);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
