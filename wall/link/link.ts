import type { Clock, Stop } from "../../model/ports.ts";
import { simTime, type SituationInfo } from "../../model/situation.ts";
import type { StoreState } from "../../model/store-state.ts";
import { channelKey, type Channel } from "../../model/wire/channel.ts";
import { LINK_LOST_MS, SNAPSHOTS_PER_ANSWER, type Beat, type WatchedChannel } from "../../model/wire/events.ts";
import type { Frame } from "../../model/wire/frame.ts";
import { Due } from "./due.ts";
import type { Keeper, Kept } from "./kept.ts";
import { ServerTime } from "./server-time.ts";
import { judge, type Stream } from "./stream.ts";
import type { OpenWire, Pointed, Wire } from "./wire.ts";

/** live: frames and beats arrive; stale: the wire stands but the server is silent; down: no wire. */
export type LinkState = "live" | "stale" | "down";

export interface ChannelListener {
  frame(frame: Frame): void;
  /** Its situation has begun anew (a seek): what was shown is of another world, and the first frame of this one is still to come. */
  anew(): void;
  /** The server does not give this channel: a problem code; `ended` when its situation has been stopped. What may pass is asked for again. */
  refused(code: string): void;
}
/** Everything that arrives from the server, on the server's time. */
export interface Link {
  readonly state: LinkState;
  /** Monotonic ms since the last sign of life, and what was said at parting. */
  readonly silentMs: number;
  /** False where only the machine's clock could tell for how long, and it is behind what was heard last. */
  readonly isAgeKnown: boolean;
  readonly farewell: string;
  readonly roundTripMs: number | null;
  readonly situations: readonly SituationInfo[];
  /** How the house itself is, as it said last; null until it has said so, and while nobody hears it. */
  readonly house: StoreState | null;
  onHouse(listener: () => void): Stop;
  /** The build of the pages that the server gives out now; empty until it has said so. */
  readonly build: string;
  /** One listener per channel: the store shares it out. */
  watch(situation: string, channel: Channel, listener: ChannelListener): Stop;
  serverNow(): number;
  /** Epoch ms on the situation's clock; server time while its clock is not known. */
  simNow(situation: string): number;
  /** The situation's time in the last frame of it, epoch ms; null when there was none. Where the clock of one that was stopped stands. */
  stoodAt(situation: string): number | null;
  /** Which world of a situation was shown last: another number after a seek or a restart; null before its first frame. */
  world(situation: string): number | null;
  onState(listener: (state: LinkState) => void): Stop;
  onSituations(listener: (situations: readonly SituationInfo[]) => void): Stop;
  /** Says where this hand points; only the holder of the wall's lock is heard. */
  point(at: Pointed): void;
  onPointer(listener: (at: Pointed) => void): Stop;
  close(): void;
}
interface Watching {
  readonly situation: string;
  readonly channel: Channel;
  readonly listener: ChannelListener;
  readonly due: Due;
  id: number | null;
  stream: Stream | null;
  asking: boolean;
  /** The head of the last beat, when it was ahead of us: twice in a row is a gap. */
  behind: number;
}

/** Said at this silence, so that the word is on the glass within LINK_LOST_MS of the last frame. */
const SILENT_MS = LINK_LOST_MS - 500;
const TIME_EVERY_MS = 10_000;
const FIRST_TIMES = 4;
const ASK_AGAIN_MS = [500, 2_500] as const;
/** After a refusal that may pass: the server failed, or it was asked for too much at once. */
const ASK_AGAIN_REFUSED_MS = [2_000, 6_000] as const;
/** Refusals that asking again does not change. */
const FINAL: ReadonlySet<string> = new Set(["not_found", "no_right", "bad_request", "ended"]);

/**
 * @param needs.decode of model/wire; throws on foreign bytes, which then count as a gap
 * @param needs.jitter 0…1, spreads what would otherwise be asked by all walls at once
 * @param needs.kept shown while the server has never answered this page
 * @param needs.keeper takes every frame that is shown
 */
export function openLink(needs: { open: OpenWire; decode: (bytes: Uint8Array) => Frame; clock: Clock; jitter: () => number; kept?: Kept | undefined; keeper?: Pick<Keeper, "take" | "drop"> | undefined }): Link {
  const { clock, decode, jitter, kept, keeper } = needs;
  const time = new ServerTime(clock);
  const channels = new Map<string, Watching>();
  const byId = new Map<number, Watching>();
  const stateListeners = new Set<(state: LinkState) => void>();
  const pointerListeners = new Set<(at: Pointed) => void>();
  const situationListeners = new Set<(situations: readonly SituationInfo[]) => void>();
  let state: LinkState = "down";
  let farewell = "";
  const keptAgeMs = kept ? clock.now() - kept.heardAt : 0;
  let heardAt = clock.monotonic() - Math.max(0, keptAgeMs);
  /** The picture of before: stands from the first vain call until somebody answers, and never again. */
  let keptStands = false;
  let wasAnswered = false;
  let situations: readonly SituationInfo[] = kept?.situations ?? [];
  let build = "";
  let house: StoreState | null = null;
  const houseListeners = new Set<() => void>();
  let wanted = new Set<Watching>();
  let silence: Stop | null = null;
  let flush: Stop | null = null;
  let connection = 0;
  /** Where each situation's clock stood in its last frame, until a beat has told how it runs. */
  const seenAt = new Map<string, number>();
  /** The newest world of each situation that a frame came from. */
  const worlds = new Map<string, number>();

  /** What was heard last is past, whatever a machine without a server believes of the time. */
  const serverNow = (): number => (kept && !time.known ? Math.max(time.now(), kept.heardAt) : time.now());
  const become = (next: LinkState) => {
    if (next === state) return;
    state = next;
    for (const listener of stateListeners) listener(state);
  };
  const heard = () => {
    heardAt = clock.monotonic();
    silence?.();
    silence = clock.after(SILENT_MS, () => state === "live" && become("stale"));
    become("live");
  };

  const ask = (watching: Watching) => {
    wanted.add(watching);
    watching.asking = true;
    flush ??= clock.after(0, send);
  };
  const askLater = (watching: Watching, [soonest, latest]: readonly [number, number] = ASK_AGAIN_MS) => {
    const during = connection;
    watching.asking = true;
    clock.after(soonest + jitter() * (latest - soonest), () => {
      if (during === connection && awaited(watching)) ask(watching);
    });
  };

  function send(): void {
    flush = null;
    if (!wire.connected) return;
    const bySituation = group(wanted);
    wanted = new Set();
    for (const [situation, all] of bySituation)
      for (let from = 0; from < all.length; from += SNAPSHOTS_PER_ANSWER) void request(situation, all.slice(from, from + SNAPSHOTS_PER_ANSWER));
  }
  async function request(situation: string, batch: readonly Watching[]): Promise<void> {
    const during = connection;
    const answer = await wire.watch({ situation, channels: batch.map((w) => w.channel) });
    if (during !== connection) return;
    const strays: number[] = [];
    for (const [i, watching] of batch.entries()) {
      const given = answer?.channels[i];
      if (!awaited(watching)) {
        if (given && "id" in given) strays.push(given.id);
      } else if (given) take(watching, given);
      else if (answer && !answer.ok && answer.code) refuse(watching, answer.code);
      else askLater(watching);
    }
    const left = strays.filter((id) => !byId.has(id));
    if (left.length > 0) wire.unwatch(left);
  }
  const awaited = (w: Watching) => w.asking && channels.get(channelKey(w.situation, w.channel)) === w;

  function refuse(watching: Watching, code: string): void {
    watching.asking = false;
    // What the server still sends of it would be shown over the refusal.
    letGo(watching);
    watching.stream = null;
    watching.due.clear();
    keeper?.drop(watching.situation, watching.channel);
    watching.listener.refused(code);
    if (!FINAL.has(code)) askLater(watching, ASK_AGAIN_REFUSED_MS);
  }

  function take(watching: Watching, given: WatchedChannel): void {
    if ("code" in given) return refuse(watching, given.code);
    watching.asking = false;
    if (watching.id !== given.id) letGo(watching);
    watching.id = given.id;
    byId.set(given.id, watching);
    watching.due.clear();
    watching.stream = { epoch: given.epoch, seq: given.seq };
    watching.behind = 0;
    // Too many for one answer: it follows as a frame.
    if (given.snapshot === undefined) return;
    let snapshot: Frame;
    try {
      snapshot = decode(bytesOf(given.snapshot));
    } catch {
      watching.stream = null;
      askLater(watching);
      return;
    }
    show(watching, snapshot);
  }
  function show(watching: Watching, frame: Frame): void {
    seenAt.set(watching.situation, frame.simAt);
    const before = worlds.get(watching.situation);
    if (before === undefined || frame.epoch > before) worlds.set(watching.situation, frame.epoch);
    if (before !== undefined && frame.epoch > before) beginAnew(watching, frame);
    keeper?.take(watching.situation, watching.channel, frame);
    watching.listener.frame(frame);
  }
  function showKept(watching: Watching): void {
    const own = channelKey(watching.situation, watching.channel);
    const before = kept?.frames.find(({ situation, channel }) => channelKey(situation, channel) === own);
    if (before && watching.stream === null) show(watching, before.frame);
  }
  /** The clock goes with the first frame of a new world, not with the next beat; what other channels still show of the old one goes as well. */
  function beginAnew({ situation }: Watching, { epoch, at, simAt }: Frame): void {
    for (const other of channels.values())
      if (other.situation === situation && other.stream !== null && other.stream.epoch < epoch) {
        other.due.clear();
        other.listener.anew();
      }
    situations = situations.map((s) => (s.id === situation && s.kind !== "live" ? { ...s, clock: { ...s.clock, at, simAt } } : s));
    for (const listener of situationListeners) listener(situations);
  }

  function receive(bytes: Uint8Array): void {
    heard();
    let frame: Frame;
    try {
      frame = decode(bytes);
    } catch {
      // Its number cannot be read, so the next frame of that channel will show the gap.
      return;
    }
    const watching = byId.get(frame.id);
    if (!watching || watching.asking) return;
    const verdict = judge(watching.stream, frame);
    if (verdict === "known") return;
    if (verdict === "gap") {
      ask(watching);
      return;
    }
    watching.stream = { epoch: frame.epoch, seq: frame.seq };
    watching.due.put(frame);
  }

  function letGo(watching: Watching): void {
    if (watching.id === null) return;
    byId.delete(watching.id);
    wire.unwatch([watching.id]);
    watching.id = null;
  }
  /** Its world has been stopped: nothing of it is true any more, and no clock ages it. */
  function end(watching: Watching): void {
    // An answer that is still under way is not waited for.
    wanted.delete(watching);
    refuse(watching, "ended");
  }
  function beat(said: Beat): void {
    heard();
    const gone = new Set(situations.map((s) => s.id).filter((id) => !said.situations.some((s) => s.id === id)));
    situations = said.situations;
    build = said.build ?? build;
    house = said.house ?? null;
    for (const listener of houseListeners) listener();
    for (const watching of channels.values()) if (gone.has(watching.situation)) end(watching);
    for (const [id, watching] of byId) {
      if (watching.asking || watching.stream === null) continue;
      // The server has none where it no longer has the stream.
      const head = said.heads[id] ?? Number.POSITIVE_INFINITY;
      if (head <= watching.stream.seq) watching.behind = 0;
      else if (watching.behind > 0) ask(watching);
      else watching.behind = head;
    }
    for (const listener of situationListeners) listener(situations);
  }

  async function askTime(): Promise<void> {
    const during = connection;
    const askedAt = clock.monotonic();
    const serverAt = await wire.time(askedAt);
    if (serverAt !== null && during === connection) time.take({ askedAt, answeredAt: clock.monotonic(), serverAt });
  }

  async function up(): Promise<void> {
    connection += 1;
    const during = connection;
    farewell = "";
    keptStands = false;
    wasAnswered = true;
    heard();
    time.forget();
    byId.clear();
    await askTime();
    if (during !== connection) return;
    for (const watching of channels.values()) {
      watching.id = null;
      ask(watching);
    }
    for (let i = 1; i < FIRST_TIMES && during === connection; i++) await askTime();
  }
  function down(why: string): void {
    connection += 1;
    farewell = why;
    silence?.();
    wanted = new Set();
    flush?.();
    flush = null;
    byId.clear();
    for (const watching of channels.values()) {
      watching.id = null;
      watching.asking = false;
      watching.stream = null;
    }
    become("down");
    if (kept && !wasAnswered && !keptStands) {
      keptStands = true;
      for (const watching of channels.values()) showKept(watching);
      for (const listener of situationListeners) listener(situations);
    }
  }

  const pointed = (at: Pointed): void => {
    for (const listener of pointerListeners) listener(at);
  };
  const wire: Wire = needs.open({ up: () => void up(), down, frame: receive, beat, pointed });
  const keepTime = clock.every(TIME_EVERY_MS, () => void askTime());

  return {
    get state() {
      return state;
    },
    get silentMs() {
      return clock.monotonic() - heardAt;
    },
    get isAgeKnown() {
      return time.known || keptAgeMs >= 0;
    },
    get farewell() {
      return farewell;
    },
    get roundTripMs() {
      return time.roundTripMs;
    },
    get situations() {
      return situations;
    },
    get build() {
      return build;
    },
    get house() {
      return state === "live" ? house : null;
    },
    onHouse(listener) {
      houseListeners.add(listener);
      return () => void houseListeners.delete(listener);
    },
    watch(situation, channel, listener) {
      const key = channelKey(situation, channel);
      if (channels.has(key)) throw new Error(`Channel ${key} is watched twice on one link; share it through the store.`);
      const watching: Watching = {
        situation, channel, listener,
        due: new Due(clock, () => time.now(), (frame) => show(watching, frame)),
        id: null, stream: null, asking: false, behind: 0,
      };
      channels.set(key, watching);
      if (wire.connected && time.known) ask(watching);
      else if (keptStands) clock.after(0, () => keptStands && channels.get(key) === watching && showKept(watching));
      return () => {
        if (channels.get(key) !== watching) return;
        channels.delete(key);
        keeper?.drop(situation, channel);
        wanted.delete(watching);
        watching.due.clear();
        letGo(watching);
      };
    },
    serverNow,
    simNow(situation) {
      const info = situations.find((s) => s.id === situation);
      return info ? simTime(info.clock, serverNow()) : (seenAt.get(situation) ?? serverNow());
    },
    stoodAt: (situation) => seenAt.get(situation) ?? null,
    world: (situation) => worlds.get(situation) ?? null,
    onState(listener) {
      stateListeners.add(listener);
      return () => void stateListeners.delete(listener);
    },
    onSituations(listener) {
      situationListeners.add(listener);
      return () => void situationListeners.delete(listener);
    },
    point: (at) => wire.point(at),
    onPointer(listener) {
      pointerListeners.add(listener);
      return () => void pointerListeners.delete(listener);
    },
    close() {
      keepTime();
      silence?.();
      flush?.();
      for (const watching of channels.values()) watching.due.clear();
      channels.clear();
      wire.close();
    },
  };
}

const bytesOf = (bytes: Uint8Array | ArrayBuffer): Uint8Array => (bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes));
function group(all: Iterable<Watching>): Map<string, Watching[]> {
  const groups = new Map<string, Watching[]>();
  for (const w of all) groups.set(w.situation, [...(groups.get(w.situation) ?? []), w]);
  return groups;
}
