import { QUALITIES, qualityRank } from "../../model/quality.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { Reading } from "../../model/sample.ts";

/** A sample as history keeps it: when it was true, and when we knew. */
export interface Stored {
  /** Epoch ms. */
  readonly observedAt: number;
  /** Epoch ms. */
  readonly receivedAt: number;
  /** NaN = none: the source said so, or a roll-up might not be shown. */
  readonly value: number;
  /** Numerator, or weight of a weighted mean; NaN = none. */
  readonly num: number;
  readonly den: number;
  /** Rank of the quality. */
  readonly quality: number;
}

export const storedOf = (reading: Reading): Stored => ({
  observedAt: reading.observedAt,
  receivedAt: reading.receivedAt,
  value: reading.value,
  num: reading.num ?? reading.weight ?? Number.NaN,
  den: reading.den ?? Number.NaN,
  quality: qualityRank(reading.quality),
});

export function readingOf(indicator: Pick<Indicator, "id" | "rollup">, place: string, { observedAt, receivedAt, value, num, den, quality }: Stored): Reading {
  const ratio = !Number.isNaN(den);
  return {
    indicator: indicator.id, place, observedAt, receivedAt, value, quality: QUALITIES[quality] ?? "suspect",
    ...(Number.isNaN(value) ? { none: true } : {}),
    ...(ratio ? { num, den } : {}),
    ...(!ratio && !Number.isNaN(num) ? { weight: num } : {}),
  };
}

/** True when `next` replaces `stood` as what is known: newer, or the same instant told later. */
export const replaces = (next: Stored, stood: Stored | undefined): boolean =>
  stood === undefined || next.observedAt > stood.observedAt || (next.observedAt === stood.observedAt && next.receivedAt >= stood.receivedAt);

export const isSame = (a: Stored, b: Stored): boolean =>
  a.observedAt === b.observedAt && a.receivedAt === b.receivedAt && Object.is(a.value, b.value) && Object.is(a.num, b.num) && Object.is(a.den, b.den);
