import { isSame, replaces, type Stored } from "./stored.ts";

/** A tail this long becomes a block of its own: a row of a store is worth many samples. */
export const STORED_BLOCK_SAMPLES = 128;
/** In memory a packed sample takes a tenth of a loose one, so that it is packed soon; small blocks are joined on the shelf. */
export const SHELVED_BLOCK_SAMPLES = 8;

/** What is known of one series and not yet packed into a block of its own. */
export interface Tail {
  /** What stands now. */
  current: Stored | undefined;
  samples: Stored[];
}

/** The tails of one indicator, and what came in since the last flush. */
export class Memory {
  readonly tails = new Map<string, Tail>();
  /** Received since the last flush, by place. */
  fresh = new Map<string, Stored[]>();
  /** Places whose tail is long enough to become a block of its own. */
  readonly long = new Set<string>();
  /** Something changed since the last image. */
  changed = false;
  imagedAt: number;
  /** The latest receivedAt of all. */
  receivedTo = Number.NEGATIVE_INFINITY;

  private readonly durable: boolean;

  /** @param durable false: what comes in is not gathered for a store */
  constructor(now: number, durable: boolean) {
    this.imagedAt = now;
    this.durable = durable;
  }

  /** False when the very same sample stands already, as after a restart. */
  note(place: string, sample: Stored): boolean {
    const tail = this.tail(place);
    if (tail.current && isSame(tail.current, sample)) return false;
    this.put(tail, sample);
    if (this.isLong(tail)) this.long.add(place);
    this.changed = true;
    if (!this.durable) return true;
    const list = this.fresh.get(place);
    if (list) list.push(sample);
    else this.fresh.set(place, [sample]);
    return true;
  }
  isLong({ samples }: Tail): boolean {
    return samples.length >= (this.durable ? STORED_BLOCK_SAMPLES : SHELVED_BLOCK_SAMPLES);
  }
  /** Notes it in place of the last of its tail, which it makes needless. */
  supersede(place: string, sample: Stored): void {
    const tail = this.tail(place);
    tail.samples.pop();
    this.put(tail, sample);
  }
  /** Takes up a sample that the store has already. */
  recall(place: string, sample: Stored): void {
    this.put(this.tail(place), sample);
  }
  /** What stands, without a tail: from an image. */
  stand(place: string, sample: Stored): void {
    const tail = this.tail(place);
    if (replaces(sample, tail.current)) tail.current = sample;
    this.receivedTo = Math.max(this.receivedTo, sample.receivedAt);
  }
  private tail(place: string): Tail {
    let tail = this.tails.get(place);
    if (!tail) this.tails.set(place, (tail = { current: undefined, samples: [] }));
    return tail;
  }
  private put(tail: Tail, sample: Stored): void {
    tail.samples.push(sample);
    if (replaces(sample, tail.current)) tail.current = sample;
    if (sample.receivedAt > this.receivedTo) this.receivedTo = sample.receivedAt;
  }
}
