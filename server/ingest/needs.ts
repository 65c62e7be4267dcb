import type { Indicator } from "../../model/indicator.ts";
import type { SampleProblem } from "../../model/problem.ts";
import type { Level, RegionCode } from "../../model/region.ts";
import type { Reading } from "../../model/sample.ts";

/** Who sends, and what they may speak of. */
export interface SampleSource {
  readonly id: string;
  readonly region: RegionCode;
  mayAbout(place: string): boolean;
}

/** What ingest must know of a place: a region of some level, or a site of some kind. */
export interface KnownPlace {
  readonly level: Level | "site";
  readonly siteKind?: string;
  readonly region: RegionCode;
}

/** The catalogue as ingest asks it. */
export interface Dictionary {
  indicator(id: string): Indicator | undefined;
  place(id: string): KnownPlace | undefined;
}

export type Decoded =
  | { readonly ok: true; readonly reading: Reading }
  | { readonly ok: false; readonly code: SampleProblem; readonly message: string };

export interface ItemProblem {
  readonly index: number;
  readonly code: SampleProblem;
  readonly message: string;
}

/** `received = accepted + rejected + quarantined`; duplicates are among the accepted. */
export interface SampleReceipt {
  readonly received: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly quarantined: number;
  /** The first hundred. */
  readonly problems: readonly ItemProblem[];
}

/** A sample kept aside for a person to judge. */
export interface Quarantined {
  /** Running number: where a reader goes on while older ones fall away. */
  readonly n: number;
  /** RFC 3339. */
  readonly at: string;
  readonly source: string;
  readonly place?: string;
  readonly code: SampleProblem;
  readonly message: string;
  /** As it was sent; of one that is longer than 4 KB its beginning as text. */
  readonly item: unknown;
  /** How many bytes the whole item had, where it was cut. */
  readonly cutFrom?: number;
}
