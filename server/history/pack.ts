import { fromScaled } from "../../model/decimal.ts";
import { QUALITIES } from "../../model/quality.ts";
import { ByteReader, ByteWriter } from "../../model/wire/bytes.ts";
import type { Stored } from "./stored.ts";

/** Version of the packing; a block of another one is refused, never guessed. */
const VERSION = 1;
const NONE = 254;
const RAW = 255;
const MOST_DECIMALS = 6;
/** Scaled values up to here leave room for their differences. */
const LARGEST = 2 ** 50;

/** Samples of one series in the order in which they were received. */
export function packSamples(samples: readonly Stored[]): Uint8Array {
  const w = new ByteWriter(16 + samples.length * 12);
  w.byte(VERSION);
  writeSamples(w, samples);
  return w.finish();
}

/** @throws Error naming what was wrong with the bytes */
export function unpackSamples(bytes: Uint8Array): Stored[] {
  const r = readerOf(bytes);
  const samples = readSamples(r);
  r.end();
  return samples;
}

/** Samples of many places at once: what came in during one flush, or a whole column. */
export function packPlaces(places: ReadonlyMap<string, readonly Stored[]>): Uint8Array {
  const w = new ByteWriter(16 + places.size * 40);
  w.byte(VERSION);
  w.varint(places.size, "the count of places");
  for (const [place, samples] of places) {
    w.string(place, "place");
    writeSamples(w, samples);
  }
  return w.finish();
}

/** @throws Error naming what was wrong with the bytes */
export function unpackPlaces(bytes: Uint8Array): Map<string, Stored[]> {
  const r = readerOf(bytes);
  const count = r.count(2, "the count of places");
  const places = new Map<string, Stored[]>();
  for (let i = 0; i < count; i++) places.set(r.string("place"), readSamples(r));
  r.end();
  return places;
}

function readerOf(bytes: Uint8Array): ByteReader {
  const r = new ByteReader(bytes);
  const version = r.byte("the version of a history block");
  if (version !== VERSION) throw new Error(`A history block is of version ${version}; this program reads ${VERSION}.`);
  return r;
}

function writeSamples(w: ByteWriter, samples: readonly Stored[]): void {
  w.varint(samples.length, "the count of samples");
  let at = 0;
  for (const s of samples) {
    const observedAt = Math.round(s.observedAt);
    w.zigzag(observedAt - at, "observedAt");
    w.zigzag(Math.round(s.receivedAt) - observedAt, "receivedAt");
    w.byte(s.quality);
    at = observedAt;
  }
  writeNumbers(w, samples.map((s) => s.value));
  writeNumbers(w, samples.map((s) => s.num));
  writeNumbers(w, samples.map((s) => s.den));
}

function readSamples(r: ByteReader): Stored[] {
  const count = r.count(3, "the count of samples");
  const times: { observedAt: number; receivedAt: number; quality: number }[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    at += r.zigzag("observedAt");
    const receivedAt = at + r.zigzag("receivedAt");
    const quality = r.byte("quality");
    if (quality >= QUALITIES.length) throw new Error(`A history block holds quality ${quality}; there are ${QUALITIES.length}.`);
    times.push({ observedAt: at, receivedAt, quality });
  }
  const value = readNumbers(r, count);
  const num = readNumbers(r, count);
  const den = readNumbers(r, count);
  return times.map((t, i) => ({ ...t, value: value[i]!, num: num[i]!, den: den[i]! }));
}

/** Differences of whole numbers where the values have few decimals, else doubles as they are: nothing is ever rounded. */
function writeNumbers(w: ByteWriter, values: readonly number[]): void {
  if (values.every((v) => Number.isNaN(v))) return w.byte(NONE);
  const decimals = decimalsOf(values);
  w.byte(decimals);
  if (decimals === RAW) {
    for (const v of values) w.double(v);
    return;
  }
  let last = 0;
  for (const v of values) {
    const scaled = Math.round(v * 10 ** decimals);
    w.zigzag(scaled - last, "value");
    last = scaled;
  }
}

function readNumbers(r: ByteReader, count: number): number[] {
  const decimals = r.byte("decimals");
  if (decimals === NONE) return Array.from({ length: count }, () => Number.NaN);
  if (decimals === RAW) return Array.from({ length: count }, () => r.double("value"));
  if (decimals > MOST_DECIMALS) throw new Error(`A history block has values of ${decimals} decimals; expected up to ${MOST_DECIMALS}.`);
  let last = 0;
  return Array.from({ length: count }, () => fromScaled((last += r.zigzag("value")), decimals));
}

function decimalsOf(values: readonly number[]): number {
  for (let d = 0; d <= MOST_DECIMALS; d++) {
    const exact = values.every((v) => {
      const scaled = Math.round(v * 10 ** d) + 0;
      return Math.abs(scaled) <= LARGEST && Object.is(fromScaled(scaled, d), v);
    });
    if (exact) return d;
  }
  return RAW;
}
