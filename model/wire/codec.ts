import { fromScaled, toScaled } from "../decimal.ts";
import type { FixedState } from "../freshness.ts";
import { QUALITIES, qualityRank } from "../quality.ts";
import { ByteReader, ByteWriter, WireError } from "./bytes.ts";
import { WIRE_VERSION, type CellFrame, type Frame, type FrameCell, type FrameHead } from "./frame.ts";
import { recordsIn, tableOf } from "./record-table.ts";

/** The layout is told in docs/spec/wire.md. */
const DELTA = 1;
const RECORDS = 2;
const HAS_VALUE = 1;
const HAS_TIME = 2;
const STATE_SHIFT = 2;
const TAINTED = 16;
const COVERED_ONE = 32;
const NEGATIVE = 64;
const STATES: readonly FixedState[] = [null, "down", "never", "withheld"];
const MAX_DECIMALS = 15;
/** Longest all-digit code that stays exact as a number. */
const MAX_DIGITS = 15;

/**
 * A frame as bytes, the same for all who listen. Times are whole ms, values exact at the frame's decimals.
 * @throws WireError when a number cannot be carried exactly
 */
export function encode(frame: Frame): Uint8Array {
  const w = new ByteWriter(frame.body === "cells" ? 64 + frame.cells.length * 12 : 1024);
  w.byte(WIRE_VERSION);
  w.byte((frame.kind === "delta" ? DELTA : 0) | (frame.body === "records" ? RECORDS : 0));
  w.varint(frame.id, "id");
  w.varint(frame.epoch, "epoch");
  w.varint(frame.seq, "seq");
  w.varint(frame.tick, "tick");
  const at = Math.round(frame.at);
  w.zigzag(at, "at");
  w.zigzag(Math.round(frame.simAt) - at, "simAt");
  w.zigzag(Math.round(frame.applyAt) - at, "applyAt");
  if (frame.body === "cells") writeCells(w, frame);
  else w.string(tableOf(frame.records), "records");
  return w.finish();
}

/**
 * The frame that the bytes say, whole.
 * @throws WireError when they are cut off, of another version, or not what `encode` writes
 */
export function decode(bytes: Uint8Array): Frame {
  const r = new ByteReader(bytes);
  const version = r.byte("the version");
  if (version !== WIRE_VERSION) throw new WireError(`The frame is of wire version ${version}; this side speaks ${WIRE_VERSION}. Load the page again.`);
  const flags = r.byte("the flags");
  if (flags > (DELTA | RECORDS)) throw new WireError(`Frame flags ${flags} are unknown; expected 0 to 3.`);
  const id = r.varint("id");
  const epoch = r.varint("epoch");
  const seq = r.varint("seq");
  const tick = r.varint("tick");
  const at = r.zigzag("at");
  const simAt = at + r.zigzag("simAt");
  const applyAt = at + r.zigzag("applyAt");
  const head: FrameHead = { id, epoch, seq, kind: flags & DELTA ? "delta" : "snapshot", tick, at, simAt, applyAt };
  const frame: Frame = flags & RECORDS ? { ...head, body: "records", records: recordsIn(r.string("records")) } : { ...head, body: "cells", ...readCells(r) };
  r.end();
  return frame;
}

function writeCells(w: ByteWriter, { decimals, cells }: CellFrame): void {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > MAX_DECIMALS) throw new WireError(`decimals is ${decimals}; expected 0 to ${MAX_DECIMALS}.`);
  const digits = codeLength(cells);
  const base = cells.find((c) => c.observedAt !== null)?.observedAt ?? 0;
  w.byte(decimals);
  w.byte(digits);
  w.zigzag(Math.round(base), "the base of observedAt");
  w.varint(cells.length, "the count of cells");
  let last = 0;
  let lastAt = Math.round(base);
  for (const cell of cells) {
    if (digits === 0) w.string(cell.place, "place");
    else {
      const code = Number(cell.place);
      w.varint(code - last, "place");
      last = code;
    }
    const scaled = cell.value === null ? 0 : scaledValue(cell, decimals);
    const one = cell.have === 1 && cell.of === 1;
    w.byte(
      (cell.value === null ? 0 : HAS_VALUE) | (cell.observedAt === null ? 0 : HAS_TIME) | (STATES.indexOf(cell.state) << STATE_SHIFT) |
        (cell.tainted ? TAINTED : 0) | (one ? COVERED_ONE : 0) | (scaled < 0 ? NEGATIVE : 0),
    );
    w.byte(qualityRank(cell.quality));
    if (cell.value !== null) w.varint(Math.abs(scaled), "value");
    if (cell.observedAt !== null) {
      const at = Math.round(cell.observedAt);
      w.zigzag(at - lastAt, "observedAt");
      lastAt = at;
    }
    if (!one) {
      w.varint(cell.have, "have");
      w.varint(cell.of, "of");
    }
  }
}

function scaledValue(cell: FrameCell, decimals: number): number {
  try {
    return toScaled(cell.value!, decimals);
  } catch {
    throw new WireError(`The value of ${cell.place} is ${cell.value}; a frame carries finite numbers below 2^53 at ${decimals} decimals.`);
  }
}

function readCells(r: ByteReader): { decimals: number; cells: FrameCell[] } {
  const decimals = r.byte("decimals");
  if (decimals > MAX_DECIMALS) throw new WireError(`decimals is ${decimals}; expected 0 to ${MAX_DECIMALS}.`);
  const digits = r.byte("the length of codes");
  if (digits > MAX_DIGITS) throw new WireError(`Codes of ${digits} digits; expected up to ${MAX_DIGITS}.`);
  let lastAt = r.zigzag("the base of observedAt");
  const count = r.count(3, "the count of cells");
  const cells: FrameCell[] = [];
  let last = 0;
  for (let i = 0; i < count; i++) {
    const place = digits === 0 ? r.string("place") : String((last += r.varint("place"))).padStart(digits, "0");
    if (place === "" || (digits > 0 && place.length > digits)) throw new WireError(`Place "${place}" is empty or longer than ${digits} digits.`);
    const flags = r.byte("the flags of a cell");
    const quality = QUALITIES[r.byte("quality")];
    if (flags > 127 || quality === undefined) throw new WireError(`Cell ${place} has flags or a quality that this version does not know.`);
    const size = flags & HAS_VALUE ? r.varint("value") : null;
    if (flags & NEGATIVE && !size) throw new WireError(`Cell ${place} says that nothing is negative.`);
    const observedAt = flags & HAS_TIME ? (lastAt += r.zigzag("observedAt")) : null;
    const one = (flags & COVERED_ONE) !== 0;
    cells.push({
      place,
      value: size === null ? null : fromScaled(flags & NEGATIVE ? -size : size, decimals),
      observedAt,
      state: STATES[(flags >> STATE_SHIFT) & 3]!,
      tainted: (flags & TAINTED) !== 0,
      quality,
      have: one ? 1 : r.varint("have"),
      of: one ? 1 : r.varint("of"),
    });
  }
  return { decimals, cells };
}

/** Digits of the codes when all places are codes of one length in ascending order; else 0, and places travel as text. */
function codeLength(cells: readonly FrameCell[]): number {
  const digits = cells[0]?.place.length ?? 0;
  if (digits > MAX_DIGITS) return 0;
  let last = "";
  for (const { place } of cells) {
    if (place.length !== digits || place <= last || !/^\d+$/.test(place)) return 0;
    last = place;
  }
  return digits;
}
