import { wordsIn } from "../../../model/phrases.ts";
import type { Level } from "../../../model/region.ts";
import type { Cell } from "../../../model/sample.ts";
import { DAY, HOUR } from "../../../model/time.ts";
import type { Series, Slice } from "../../../model/view.ts";
import type { Words } from "../../../model/words.ts";
import type { Usual } from "../spark.ts";
import type { Tile } from "../tile.ts";
import { asOfCell } from "./as-of.ts";
import { figureOf } from "./figures.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";
import { traceOf } from "./traces.ts";
import { deviationOf, firstWeeks, readUsual } from "./usual.ts";

/** An indicator that a scene names, and what it calls it there. */
export interface Item {
  readonly indicator: string;
  readonly title?: Words;
  /** How many days its line shows; absent = one. Of what is told once a day one day is a dot. */
  readonly days?: number;
}
export interface SeenItem {
  readonly slice: Slice;
  readonly cell: Cell | undefined;
  readonly series: Series;
  readonly usual: readonly Usual[];
}
export const DAY_HOURS = 24;
export function readItem(reader: Reader, { indicator, days }: Item, place: string, level: Level): SeenItem {
  const slice = reader.cells(indicator, place, level);
  return { slice, cell: slice.cells.get(place), series: reader.series(indicator, place, (days ?? 1) * DAY), usual: readUsual(reader, indicator, place) };
}
/** A number with its name, time and last hours, in words. */
export function tileOf({ cell, series, usual = [] }: Pick<SeenItem, "cell"> & { readonly series: Pick<Series, "points">; readonly usual?: readonly Usual[] }, { indicator: id, title, days }: Item, from: Pick<Standpoint, "lang" | "here" | "words">, hours = (days ?? 1) * DAY_HOURS): Tile & { readonly label: string } {
  const measured = from.words.indicator(id);
  const figure = figureOf(cell, measured, from);
  const [asOf, trace] = [asOfCell(cell, figure, measured, from), traceOf(series, measured, from.here, hours * HOUR)];
  // What is usual is known by the hour of one day.
  const band = days === undefined ? usual : [];
  const [deviates, usualIs] = [deviationOf(cell, usual, from), trace && firstWeeks(band, from)];
  return { id, label: title ? wordsIn(title, from.lang) : measured ? wordsIn(measured.title, from.lang) : id, figure, ...(asOf && { asOf }), ...(deviates && { deviates }), ...(usualIs && { usualIs }), ...(trace && { trace: { ...trace, ...(band.length > 0 && { band }) } }) };
}
