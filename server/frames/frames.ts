import { downsample } from "../../model/downsample.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { Clock, Pace, Stop } from "../../model/ports.ts";
import type { Level } from "../../model/region.ts";
import type { SeriesPoint } from "../../model/sample.ts";
import { channelKey, type Channel } from "../../model/wire/channel.ts";
import { encode } from "../../model/wire/codec.ts";
import type { FrameCell, FrameHead, FrameRecord } from "../../model/wire/frame.ts";
import type { WallState } from "../../model/wall.ts";

export interface FramesNeeds {
  readonly situation: string;
  readonly clock: Clock;
  /** Epoch ms on the situation's clock. */
  simNow(): number;
  /** How long after composing every display shows a frame. */
  readonly applyDelayMs: number;
  /** Channel numbers are unique in the whole process. */
  nextId(): number;
  indicator(id: string): Indicator | undefined;
  /** Numbers as frames carry them: states that time alone explains are left to the page's own clock. */
  slice(indicator: string, region: string, level: Level | "site"): readonly FrameCell[];
  cell(indicator: string, place: string): FrameCell | undefined;
  /** When the newest sample inside was observed, epoch ms: where a trend goes on. */
  newest(indicator: string, place: string): number | null;
  series(indicator: string, place: string, from: number, to: number, points: number): Promise<readonly SeriesPoint[]>;
  /** True when what is observed at `inner` goes into the number of `place`. */
  isPartOf(inner: string, place: string): boolean;
  /** Everything a record channel shows now, by id; to a unit, what is its own. */
  records(channel: Channel, unit: string | undefined): readonly FrameRecord[];
  /** What of it has changed since a mark, so that a tick costs what changed; `news` null: all may have. Null, or left out: the channel keeps no marks. */
  news?(channel: Channel, unit: string | undefined, mark: number): { readonly mark: number; readonly news: readonly FrameRecord[] | null } | null;
}

export interface EncodedFrame {
  readonly id: number;
  readonly bytes: Uint8Array;
}

/** The streams of one situation: composed once a tick for whoever listens, and only what is listened to. */
export interface Frames {
  /**
   * One listener more. A series has to read its history first; take the snapshot again at the instant it is sent.
   * @param unit the listener's unit, when it is one: it hears of its own orders alone
   */
  open(channel: Channel, unit?: string): Promise<{ readonly id: number; readonly epoch: number; readonly seq: number; readonly snapshot: Uint8Array }>;
  /** News about the past: trends that these samples belong to are read again, and what differs is sent with a later tick. */
  amend(late: readonly { readonly indicator: string; readonly place: string }[]): void;
  /** One listener less; the last one ends the composing. */
  close(id: number): void;
  /** `touched` names kinds of record channels whose records may have changed. */
  compose(changed: readonly { readonly indicator: string; readonly places: readonly string[] }[], touched: ReadonlySet<Channel["kind"]>, tick: number): EncodedFrame[];
  /** The shared snapshot, true at the channel's present seq. */
  snapshot(id: number): Uint8Array;
  heads(): Record<string, number>;
  /** History may be lost (a seek, a restart of the world): every stream begins anew, and its snapshot is sent. One that cannot be read ends. */
  newEpoch(pace?: Pace): Promise<void>;
  onFrames(listener: (frames: readonly EncodedFrame[]) => void): Stop;
  send(frames: readonly EncodedFrame[]): void;
}

interface Stream {
  readonly id: number;
  readonly key: string;
  readonly channel: Channel;
  /** Whose records alone; undefined: everybody's. */
  readonly unit: string | undefined;
  listeners: number;
  /** Resolves when the first content has been read; until then nothing is composed. */
  ready: Promise<void>;
  filled: boolean;
  seq: number;
  tick: number;
  /** Slices: the number of each place shown, as it was last sent. */
  told: Map<string, FrameCell>;
  /** Record streams: what was last sent, by id, with its JSON. */
  sent: Map<string, Sent>;
  /** Record streams that keep marks: up to where `sent` is known; null = read whole. */
  mark: number | null;
  /** Record streams: touched, and not read since. */
  stale: boolean;
  /** Not read again before this instant of the monotonic clock. */
  restsUntil: number;
  /** Series: the points shown. */
  points: readonly SeriesPoint[];
  /** Series: something of the past has changed that is not read yet. */
  amended: boolean;
  rereading: boolean;
  /** Series: what its history says now, to be sent. */
  reread: readonly SeriesPoint[] | null;
  shared: { readonly seq: number; readonly bytes: Uint8Array } | null;
}

/** Points of a series channel's snapshot. */
const SERIES_POINTS = 480;
/** A trend that is watched gains a point with every tick, hundreds of thousands in a day: with more than this it is thinned again, for all who listen. */
const MOST_SERIES_POINTS = 2 * SERIES_POINTS;

/** Before all marks. */
const NO_MARK = -1;
/** Kinds of which all is read whenever something changes, and that nobody waits for: after a reading they rest twenty times as long as it took. */
const RESTING: ReadonlySet<Channel["kind"]> = new Set(["levels", "alarmLoad"]);
const RESTS_TIMES = 20;
const LONGEST_REST_MS = 2_000;

interface Sent {
  readonly record: unknown;
  readonly text: string;
}
/** Records with their JSON; one that is the very object of before is not written anew: hundreds stand still while one changes. */
function written(records: readonly FrameRecord[], before: ReadonlyMap<string, Sent>): Map<string, Sent> {
  return new Map(records.map(({ id, record }): [string, Sent] => {
    const known = before.get(id);
    return [id, known && known.record === record ? known : { record, text: JSON.stringify(record) }];
  }));
}

export function createFrames(needs: FramesNeeds): Frames {
  const { clock } = needs;
  let epoch = Math.floor(clock.now());
  let tickNow = 0;
  const byId = new Map<number, Stream>();
  const byKey = new Map<string, Stream>();
  const listeners = new Set<(frames: readonly EncodedFrame[]) => void>();

  const head = (stream: Stream, kind: FrameHead["kind"], delayMs = kind === "delta" ? needs.applyDelayMs : 0): FrameHead => {
    const at = clock.now();
    return { id: stream.id, epoch, seq: stream.seq, kind, tick: stream.tick, at, simAt: needs.simNow(), applyAt: at + delayMs };
  };

  function cellsFrame(stream: Stream, kind: FrameHead["kind"], indicator: Indicator, cells: readonly FrameCell[]): Uint8Array {
    return encode({ ...head(stream, kind), body: "cells", decimals: indicator.decimals, cells });
  }
  const recordsNow = ({ channel, unit }: Stream): readonly FrameRecord[] => needs.records(channel, unit);
  const recordsFrame = (stream: Stream, kind: FrameHead["kind"], records: readonly FrameRecord[], delayMs?: number): Uint8Array =>
    encode({ ...head(stream, kind, delayMs), body: "records", records });

  function snapshotOf(stream: Stream): Uint8Array {
    if (stream.shared?.seq === stream.seq) return stream.shared.bytes;
    const { channel } = stream;
    let bytes: Uint8Array;
    // What was sent up to this seq, and not what stands: of what changes and changes back before it is composed no delta will tell.
    if (channel.kind === "slice") bytes = cellsFrame(stream, "snapshot", needs.indicator(channel.indicator)!, [...stream.told.values()]);
    else if (channel.kind === "series") bytes = recordsFrame(stream, "snapshot", stream.points.map(pointRecord));
    else bytes = recordsFrame(stream, "snapshot", [...stream.sent].map(([id, { record }]) => ({ id, record })));
    stream.shared = { seq: stream.seq, bytes };
    return bytes;
  }

  async function historyOf({ indicator, place, window }: Extract<Channel, { kind: "series" }>): Promise<readonly SeriesPoint[]> {
    const to = needs.simNow();
    return await needs.series(indicator, place, to - window, to, SERIES_POINTS);
  }
  /** One reading of a trend at a time, however much arrives late; one that fails is tried again with the next tick. */
  async function reread(stream: Stream, channel: Extract<Channel, { kind: "series" }>): Promise<void> {
    const ofEpoch = epoch;
    Object.assign(stream, { amended: false, rereading: true });
    const before = new Set(stream.points.map(([at]) => at));
    try {
      const read = await historyOf(channel);
      if (epoch !== ofEpoch) return;
      // What came while it was read is not in it, and was already sent.
      const known = new Set(read.map(([at]) => at));
      stream.reread = [...read, ...stream.points.filter(([at]) => !before.has(at) && !known.has(at))];
    } catch {
      stream.amended = true;
    } finally {
      stream.rereading = false;
    }
  }

  async function fill(stream: Stream): Promise<void> {
    const { channel } = stream;
    stream.filled = false;
    stream.shared = null;
    if (channel.kind === "slice") stream.told = new Map(needs.slice(channel.indicator, channel.region, channel.level).map((cell) => [cell.place, cell]));
    else if (channel.kind === "series") {
      Object.assign(stream, { amended: false, reread: null });
      stream.points = await historyOf(channel);
    } else {
      stream.mark = needs.news?.(channel, stream.unit, NO_MARK)?.mark ?? null;
      stream.sent = written(recordsNow(stream), stream.sent);
    }
    stream.filled = true;
  }

  function newestPoint({ indicator, place }: Extract<Channel, { kind: "series" }>): SeriesPoint | null {
    const cell = needs.cell(indicator, place);
    const at = needs.newest(indicator, place);
    return cell && at !== null ? [at, cell.value, cell.quality] : null;
  }

  function deltaOf(stream: Stream, changed: ReadonlyMap<string, readonly string[]>, touched: ReadonlySet<Channel["kind"]>): Uint8Array | null {
    const { channel } = stream;
    if (!stream.filled) return null;
    if (channel.kind === "slice") {
      const places = changed.get(channel.indicator)?.filter((place) => stream.told.has(place)).sort();
      if (!places || places.length === 0) return null;
      const cells = places.map((place) => needs.cell(channel.indicator, place)).filter((cell) => cell !== undefined);
      for (const cell of cells) stream.told.set(cell.place, cell);
      return advance(stream, () => cellsFrame(stream, "delta", needs.indicator(channel.indicator)!, cells));
    }
    if (channel.kind === "series") {
      if (stream.amended && !stream.rereading) void reread(stream, channel);
      const point = changed.get(channel.indicator)?.includes(channel.place) ? newestPoint(channel) : null;
      if (!point && !stream.reread) return null;
      const from = needs.simNow() - channel.window;
      const before = stream.points;
      const all = (stream.reread ?? before).filter(([at]) => at >= from && at !== point?.[0]).concat(point ? [point] : []).sort((a, b) => a[0] - b[0]);
      const points = all.length > MOST_SERIES_POINTS ? downsample(all, SERIES_POINTS) : all;
      Object.assign(stream, { points, reread: null });
      const news = newsOf(before, points);
      return news.length === 0 ? null : advance(stream, () => recordsFrame(stream, "delta", news));
    }
    if (touched.has(channel.kind)) stream.stale = true;
    const begun = clock.monotonic();
    // What takes long to read is read more seldom: nobody's tick is spent on one channel.
    if (!stream.stale || begun < stream.restsUntil) return null;
    stream.stale = false;
    const news = newsNow(stream);
    const ended = clock.monotonic();
    if (RESTING.has(channel.kind)) stream.restsUntil = ended + Math.min(LONGEST_REST_MS, RESTS_TIMES * (ended - begun));
    if (news.length === 0) return null;
    return advance(stream, () => recordsFrame(stream, "delta", news, channel.kind === "wall" && news.some(setsUp) ? 0 : undefined));
  }

  /** What has changed of a record stream since it was last sent; what was sent is then what stands. */
  function newsNow(stream: Stream): readonly FrameRecord[] {
    const told = stream.mark === null ? null : needs.news!(stream.channel, stream.unit, stream.mark);
    if (told) stream.mark = told.mark;
    const { sent } = stream;
    if (told?.news) return told.news.filter(({ id, record }) => {
      if (record === null) return sent.delete(id);
      const before = sent.get(id);
      if (before?.record === record) return false;
      const text = JSON.stringify(record);
      sent.set(id, { record, text });
      return before?.text !== text;
    });
    const now = written(recordsNow(stream), sent);
    stream.sent = now;
    return [
      ...[...now].flatMap(([id, { record, text }]) => (sent.get(id)?.text === text ? [] : [{ id, record }])),
      ...[...sent.keys()].flatMap((id) => (now.has(id) ? [] : [{ id, record: null }])),
    ];
  }

  function streamOf(channel: Channel, unitAsking: string | undefined): Stream {
    // Numbers are the same for all who may hear them.
    const unit = channel.kind === "tasks" || channel.kind === "incidents" || channel.kind === "responses" ? unitAsking : undefined;
    const key = `${channelKey(needs.situation, channel)}${unit === undefined ? "" : `|${unit}`}`;
    let stream = byKey.get(key);
    if (!stream) {
      stream = { id: needs.nextId(), key, channel, unit, listeners: 0, ready: Promise.resolve(), filled: false, seq: 0, tick: tickNow, told: new Map(), sent: new Map(), mark: null, stale: false, restsUntil: Number.NEGATIVE_INFINITY, points: [], amended: false, rereading: false, reread: null, shared: null };
      byKey.set(key, stream);
      byId.set(stream.id, stream);
      stream.ready = fill(stream);
    }
    return stream;
  }

  function advance(stream: Stream, compose: () => Uint8Array): Uint8Array {
    stream.seq += 1;
    stream.tick = tickNow;
    return compose();
  }

  function send(frames: readonly EncodedFrame[]): void {
    if (frames.length > 0) for (const listener of listeners) listener(frames);
  }
  function close(id: number): void {
    const stream = byId.get(id);
    if (!stream) return;
    stream.listeners -= 1;
    if (stream.listeners <= 0) drop(stream);
  }
  function drop(stream: Stream): void {
    byId.delete(stream.id);
    byKey.delete(stream.key);
  }

  return {
    async open(channel, unit) {
      const stream = streamOf(channel, unit);
      stream.listeners += 1;
      try {
        await stream.ready;
      } catch (error) {
        // The next one who asks reads anew.
        close(stream.id);
        throw error;
      }
      return { id: stream.id, epoch, seq: stream.seq, snapshot: snapshotOf(stream) };
    },
    amend(late) {
      for (const stream of byId.values()) {
        const { channel } = stream;
        if (channel.kind === "series" && !stream.amended) stream.amended = late.some((one) => one.indicator === channel.indicator && needs.isPartOf(one.place, channel.place));
      }
    },
    close,
    compose(changed, touched, tick) {
      tickNow = tick;
      const byIndicator = new Map<string, readonly string[]>();
      for (const { indicator, places } of changed) byIndicator.set(indicator, [...(byIndicator.get(indicator) ?? []), ...places]);
      const frames: EncodedFrame[] = [];
      for (const stream of byId.values()) {
        const bytes = deltaOf(stream, byIndicator, touched);
        if (bytes) frames.push({ id: stream.id, bytes });
      }
      return frames;
    },
    snapshot(id) {
      const stream = byId.get(id);
      if (!stream) throw new RangeError(`No channel has number ${id} now.`);
      return snapshotOf(stream);
    },
    heads: () => Object.fromEntries([...byId.values()].map((s) => [String(s.id), s.seq])),
    async newEpoch(pace) {
      epoch = Math.max(epoch + 1, Math.floor(clock.now()));
      for (const stream of byId.values()) {
        stream.seq = 0;
        stream.ready = fill(stream);
      }
      // One that cannot be read is gone from the heads, and its listeners ask again: an old world must not stand on.
      await Promise.all([...byId.values()].map((stream) => stream.ready.catch(() => drop(stream))));
      for (const stream of byId.values()) {
        // Each is sent as it is composed: what is decided meanwhile goes into a stream after its snapshot, never before.
        if (stream.filled) send([{ id: stream.id, bytes: snapshotOf(stream) }]);
        const others = pace?.();
        if (others) await others;
      }
    },
    onFrames(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    send,
  };
}

/** What a listener who knows `before` has to learn. */
function newsOf(before: readonly SeriesPoint[], now: readonly SeriesPoint[]): FrameRecord[] {
  const known = new Map(before.map((point) => [point[0], point]));
  const news = now.filter((point) => known.get(point[0])?.some((part, i) => part !== point[i]) ?? true).map(pointRecord);
  for (const [at] of now) known.delete(at);
  return [...[...known.keys()].map((at) => ({ id: String(at), record: null })), ...news];
}

/** A picture that displays set up unseen is shown at an instant of its own, which is told them later: nothing is gained by waiting before. */
const setsUp = ({ record }: FrameRecord): boolean => (record as WallState | null)?.show?.since === null;

const pointRecord = (point: SeriesPoint): FrameRecord => ({ id: String(point[0]), record: point });
