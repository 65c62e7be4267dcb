import type { IncomingMessage, Server } from "node:http";
import type { Actor } from "../../model/account.ts";
import type { Clock, Log, Stop } from "../../model/ports.ts";
import type { SituationInfo } from "../../model/situation.ts";
import type { StoreState } from "../../model/store-state.ts";
import type { Channel } from "../../model/wire/channel.ts";

/** The streams of one situation for one class of readers. Channel numbers are unique in the whole process. */
export interface ChannelHouse {
  /** One listener more. A listener that is a unit hears of its own orders alone. */
  open(channel: Channel, unit?: string): Promise<{ readonly id: number; readonly epoch: number; readonly seq: number; readonly snapshot: Uint8Array }>;
  /** One listener less; with the last one it is no longer composed. */
  close(id: number): void;
  /** The shared snapshot, true at the channel's present seq. */
  snapshot(id: number): Uint8Array;
  heads(): Readonly<Record<string, number>>;
  onFrames(listener: (frames: readonly { readonly id: number; readonly bytes: Uint8Array }[]) => void): Stop;
}

/** Everything that the sockets need of the house; `server/doors.ts` hands it over. */
export interface SocketNeeds {
  /** `http.server` of the HTTP door. */
  readonly server: Server;
  readonly clock: Clock;
  readonly log: Log;
  /** The actor behind a handshake's cookie header or token, or null. */
  authenticate(handshake: { readonly cookie?: string; readonly token?: string }): Promise<Actor | null>;
  /** The same question again for a living socket: null once the session has expired or been revoked. */
  stillValid(actor: Actor): Promise<boolean>;
  /** Tells of a session that has just been ended. */
  onRevoked(listener: (session: string) => void): Stop;
  /** True when an upgrade's Origin is one of ours (or absent: not a browser). */
  mayConnect(request: IncomingMessage): boolean;
  /** True when there is such a display of a wall that the actor sees. */
  isDisplay(actor: Actor, wall: string, n: number): boolean;
  /** A page of that display is there until undone. */
  enterDisplay(actor: Actor, wall: string, n: number): Stop;
  /** True when the actor has locked that wall. */
  holdsWall(actor: Actor, wall: string): boolean;
  /** `not_found`, `no_right` or null when the actor may watch it. */
  mayWatch(actor: Actor, channel: Channel): string | null;
  /** The streams of a situation for this actor: a display gets those without sensitive records. */
  house(situation: string, actor: Actor): ChannelHouse | undefined;
  infos(): readonly SituationInfo[];
  /** How the house itself is. */
  state(): StoreState;
  /** Tells when that has changed. */
  onState(listener: () => void): Stop;
  /** Of the pages that this house gives out; empty when it has none. */
  readonly build: string;
  /** Tells when a situation has begun or ended, or its clock was set. */
  onInfos(listener: () => void): Stop;
}
