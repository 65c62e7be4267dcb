import type { Stop } from "../../model/ports.ts";
import type { Channel } from "../../model/wire/channel.ts";
import type { ChannelHouse } from "./needs.ts";

type Opened = Awaited<ReturnType<ChannelHouse["open"]>>;

/** Who listens to what. A channel is closed in its house when its last listener has gone. */
export class Channels {
  private readonly send: (id: number, bytes: Uint8Array) => void;
  private readonly listeners = new Map<number, { readonly situation: string; readonly house: ChannelHouse; readonly who: Set<string> }>();
  private readonly heard = new Map<string, Set<number>>();
  /** Who is still being let in, by house. */
  private readonly entering = new Map<ChannelHouse, number>();
  private readonly houses = new Map<ChannelHouse, Stop>();

  constructor(send: (id: number, bytes: Uint8Array) => void) {
    this.send = send;
  }

  get size(): number {
    return this.listeners.size;
  }

  /** Opens a channel for a listener who stays while `isThere`; null when they hear too many already or have gone. */
  async enter(who: string, situation: string, house: ChannelHouse, channel: Channel, unit: string | undefined, most: number, isThere: () => boolean): Promise<Opened | null> {
    if (!this.houses.has(house)) this.houses.set(house, house.onFrames((frames) => {
      for (const { id, bytes } of frames) this.send(id, bytes);
    }));
    // Others who leave meanwhile must not end the hearing of the house.
    this.entering.set(house, (this.entering.get(house) ?? 0) + 1);
    let opened: Opened;
    try {
      opened = await house.open(channel, unit);
    } catch (error) {
      this.entered(house);
      this.release(house);
      throw error;
    }
    this.entered(house);
    const mine = this.heard.get(who) ?? new Set<number>();
    const again = mine.has(opened.id);
    if (again || mine.size >= most || !isThere()) {
      house.close(opened.id);
      this.release(house);
      return again && isThere() ? opened : null;
    }
    const listening = this.listeners.get(opened.id) ?? { situation, house, who: new Set<string>() };
    listening.who.add(who);
    mine.add(opened.id);
    this.listeners.set(opened.id, listening);
    this.heard.set(who, mine);
    return opened;
  }

  /** What an opened channel shows at this very instant. */
  now(opened: Opened): { readonly seq: number; readonly snapshot: Uint8Array } {
    const house = this.listeners.get(opened.id)?.house;
    const seq = house?.heads()[opened.id];
    return house === undefined || seq === undefined || seq === opened.seq ? opened : { seq, snapshot: house.snapshot(opened.id) };
  }

  leave(who: string, id: number): void {
    const listening = this.listeners.get(id);
    if (!listening || !this.heard.get(who)?.delete(id)) return;
    listening.who.delete(who);
    if (listening.who.size === 0) this.listeners.delete(id);
    listening.house.close(id);
    this.release(listening.house);
  }

  private entered(house: ChannelHouse): void {
    const left = this.entering.get(house)! - 1;
    if (left > 0) this.entering.set(house, left);
    else this.entering.delete(house);
  }

  /** Stops hearing a house of which nobody hears anything. */
  private release(house: ChannelHouse): void {
    if (this.entering.has(house) || [...this.listeners.values()].some((l) => l.house === house)) return;
    this.houses.get(house)?.();
    this.houses.delete(house);
  }

  /** Lets go of every channel whose situation no longer runs, so that its world is not held in memory; answers their numbers. */
  closeEnded(running: ReadonlySet<string>): readonly number[] {
    const ended = [...this.listeners].filter(([, listening]) => !running.has(listening.situation));
    for (const [id, { who }] of ended) for (const one of who) this.leave(one, id);
    return ended.map(([id]) => id);
  }

  leaveAll(who: string): void {
    for (const id of this.of(who)) this.leave(who, id);
    this.heard.delete(who);
  }

  of(who: string): Iterable<number> {
    return this.heard.get(who) ?? [];
  }

  /** The shared snapshot as it stands now; undefined when its stream has ended, of which its missing head tells. */
  snapshot(id: number): Uint8Array | undefined {
    const { house } = this.listeners.get(id)!;
    return house.heads()[id] === undefined ? undefined : house.snapshot(id);
  }

  /** Last seq of each channel that a listener hears. */
  heads(who: string): Record<string, number> {
    const heads: Record<string, number> = {};
    const known = new Map<ChannelHouse, Readonly<Record<string, number>>>();
    for (const id of this.of(who)) {
      const { house } = this.listeners.get(id)!;
      let all = known.get(house);
      if (!all) known.set(house, (all = house.heads()));
      const seq = all[id];
      if (seq !== undefined) heads[id] = seq;
    }
    return heads;
  }

  close(): void {
    for (const who of this.heard.keys()) this.leaveAll(who);
  }
}
