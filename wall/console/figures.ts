import { LEVELS, type Level, type RegionCode } from "../../model/region.ts";
import type { Cell } from "../../model/sample.ts";
import type { IndicatorView, RegionView } from "../kit/reads.ts";
import type { Reader } from "../kit/select.ts";

/** A number of one place, as the console reads it. */
export interface Figure {
  readonly measured: IndicatorView;
  /** Absent while it is awaited, and where the indicator is only counted at a level above. */
  readonly cell: Cell | undefined;
}
/** A number that may be of a place above the one that is looked at. */
export interface PlacedFigure extends Figure {
  /** The place that it is of; absent where no place of this seat is counted. */
  readonly of: RegionView | undefined;
}
const MOST_KEY_FIGURES = 4;

/** False where the indicator is only counted at a level above: there is no number to miss. */
export const reaches = ({ leaf }: Pick<IndicatorView, "leaf">, level: Level): boolean => leaf === "site" || LEVELS.indexOf(level) <= LEVELS.indexOf(leaf);

/** One indicator within a region. Until its own slice has come, the one above it shows the same numbers; nothing is asked above the seat's `root`. */
export function cellsWithin(s: Reader, indicator: string, region: Pick<RegionView, "code" | "parent">, level: Level, root: RegionCode): ReadonlyMap<string, Cell> {
  const own = s.cells(indicator, region.code, level);
  if (own.status !== "loading" || region.parent === null || region.code === root) return own.cells;
  return s.cells(indicator, region.parent, level).cells;
}
/** These indicators at a place. */
export const figuresAt = (s: Reader, measured: readonly IndicatorView[], place: RegionView, root: RegionCode): readonly Figure[] =>
  measured.map((each) => ({ measured: each, cell: reaches(each, place.level) ? cellsWithin(s, each.id, place, place.level, root).get(place.code) : undefined }));
/** These indicators at the first of `places`, from the one that is looked at upwards, at which each is counted. */
export const figuresFor = (s: Reader, measured: readonly IndicatorView[], places: readonly RegionView[], root: RegionCode): readonly PlacedFigure[] =>
  measured.map((each) => {
    const of = reaches(each, places[0]!.level) ? places[0]! : places.find(({ level }) => level === each.leaf);
    return { measured: each, of, cell: of && figuresAt(s, [each], of, root)[0]!.cell };
  });

/**
 * The few that say most of a place, in their order, of what was ever reported there: the leading one, and of the others
 * numbers before words such as 圈内 or 无到达预计. None where nothing was: a row of dashes says nothing.
 */
export function keyFigures(figures: readonly Figure[]): readonly Figure[] {
  const said = figures.filter(({ cell }) => cell !== undefined && cell.state !== "never");
  const [leading, ...others] = said;
  if (!leading) return [];
  const chosen = new Set([leading, ...others.filter(isNumber), ...others.filter((figure) => !isNumber(figure))].slice(0, MOST_KEY_FIGURES));
  return said.filter((figure) => chosen.has(figure));
}
const isNumber = ({ measured, cell }: Figure): boolean => cell?.value != null && !(cell.value === 0 && measured.zero !== undefined);
