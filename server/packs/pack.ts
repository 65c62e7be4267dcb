import type { Indicator } from "../../model/indicator.ts";
import type { PackPlace, PackTells } from "../../model/pack-feed.ts";
import type { Clock } from "../../model/ports.ts";
import type { PlaceId } from "../../model/sample.ts";
import type { Bounds } from "./answer.ts";
import { PlacesOfSome } from "./some.ts";
import { Standing } from "./standing.ts";

/** Where an indicator is measured, as the catalogue knows it. */
export type PlaceOf = Omit<PackPlace, "indicators">;

/** A pack with code: what it may speak of, and how it stands. */
export class Pack implements Bounds {
  readonly topic: string;
  readonly module: string;
  readonly standing: Standing;
  /** Null until it was opened once. */
  everyMs: number | null = null;
  places: readonly PackPlace[] = [];
  private some = new PlacesOfSome([]);
  /** The indicators that it speaks of. */
  speaksOf: readonly string[] = [];
  /** Its module is loaded in the thread that runs now. */
  isOpen = false;
  /** The instant of which it was asked last, or is about to be. */
  askedAt = Number.NaN;
  /** Bytes that it was found to hold in the thread that runs now. */
  kept = 0;
  /** Calls since it was weighed last, and how many it may make unweighed, for what it was found to hold then. */
  unweighed = 0;
  rests = 0;
  private told = new Map<PlaceId, readonly string[]>();
  private readonly own: ReadonlyMap<string, Indicator>;

  constructor({ topic, module }: { readonly topic: string; readonly module: string }, indicators: readonly Indicator[], clock: Clock) {
    this.topic = topic;
    this.module = module;
    this.standing = new Standing(topic, clock);
    this.own = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  }
  indicator(id: string): Indicator | undefined {
    return this.own.get(id);
  }
  tells(indicator: string, place: PlaceId): boolean {
    return this.told.get(place)?.includes(indicator) ?? false;
  }
  /** How many places it tells of some of its indicators; null: of any. */
  countOf(indicators: readonly string[] | null): number {
    return this.some.of(indicators).length;
  }
  /** Takes over what it has said of itself. */
  open(everyMs: number, tells: readonly PackTells[], placesOf: (indicator: Indicator) => readonly PlaceOf[]): void {
    const places = new Map<PlaceId, PlaceOf & { readonly indicators: string[] }>();
    for (const { indicator } of tells)
      for (const place of placesOf(this.own.get(indicator)!)) {
        const { id } = place;
        const known = places.get(id);
        if (known) known.indicators.push(indicator);
        else places.set(id, { ...place, indicators: [indicator] });
      }
    this.everyMs = everyMs;
    this.speaksOf = tells.map(({ indicator }) => indicator);
    this.places = [...places.values()];
    this.some = new PlacesOfSome(this.places);
    this.told = new Map(this.places.map(({ id, indicators }) => [id, indicators]));
    this.isOpen = true;
  }
}
