import { Type, type TSchema } from "typebox";
import { CAMERAS } from "./camera.ts";

const closed = <P extends Record<string, TSchema>>(properties: P) => Type.Object(properties, { additionalProperties: false });
const Id = Type.String({ minLength: 1, maxLength: 128 });
const Words = closed({ zh: Type.String({ minLength: 1, maxLength: 40, pattern: "\\S" }), en: Type.String({ minLength: 1, maxLength: 80, pattern: "\\S" }) });
const oneOf = (ids: readonly string[]): TSchema => Type.Union(ids.map((id) => Type.Literal(id)));
const Level = oneOf(["province", "city", "county", "town", "village"]);
/** RFC 3339, to the minute at least. */
const Moment = Type.String({ maxLength: 40, pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}" });
const Hours = Type.Number({ minimum: 1, maximum: 8_784 });
/** A ramp has five classes. */
const MOST_BREAKS = 4;
const may = Type.Optional;
const list = <T extends TSchema>(of: T, minItems: number, maxItems: number) => Type.Array(of, { minItems, maxItems });

const region = { region: may(Id) };
const AnyLevel = oneOf(["province", "city", "county", "town", "village", "site"]);
/** What panels say that list one indicator at places or facilities. */
const listed = { title: Words, indicator: Id, ...region, level: AnyLevel };
const part = closed({ indicator: Id, title: Words });
const axis = closed({ indicator: Id, title: may(Words), limit: may(Type.Number()) });
const node = closed({ indicator: Id, title: Words, place: may(Id) });
const at = { place: may(Id), level: may(Level) };
const breaks = list(Type.Number(), 1, MOST_BREAKS);
const told = closed({ indicator: Id });
/** The topics whose findings are told; absent = all. */
const findingsOf = may(list(Id, 1, 40));
const aheadH = Type.Number({ minimum: 0.25, maximum: 336 });
const items = (least: number, most: number) => list(closed({ indicator: Id, title: may(Words), days: may(Type.Integer({ minimum: 2, maximum: 62 })) }), least, most);
const Worse = oneOf(["higher", "lower"]);
const sources = closed({ ...region, sources: list(closed({ title: may(Words), indicator: may(Id), place: may(Id), level: may(oneOf(["province", "city", "county", "town", "village", "site"])), hazard: may(Type.Literal("storm")) }), 1, 40) });

/**
 * What a scene may tell each kind of panel. What a room or a page adds (seams, focus, wall, its stretch of the spine) is no scene's to say. Of an `indicator`,
 * a `region`, a `place`, a `site`, a `topic` and those of `findingsOf` whoever reads a scene asks whether there is one.
 */
export const CONFIGS: Readonly<Record<string, TSchema>> = {
  "alert-tally": closed(region),
  alerts: closed(region),
  balance: closed({ title: Words, ...region, sources: list(node, 1, 6), sinks: list(node, 1, 6), supply: may(Words), use: may(Words) }),
  banner: closed({}),
  bump: closed({ ...listed, everyHours: Type.Number({ minimum: 1, maximum: 744 }), periods: Type.Integer({ minimum: 2, maximum: 14 }) }),
  calendar: closed({ title: Words, indicator: Id, ...at, weeks: may(Type.Integer({ minimum: 4, maximum: 52 })), breaks }),
  "call-matrix": closed({ ...region, indicator: may(Id), topics: may(list(Id, 1, 40)) }),
  clock: closed({}),
  curve: closed({
    title: Words, indicator: Id, place: may(Id), level: may(AnyLevel), hours: may(Hours), yesterday: may(Type.Boolean()), forecast: may(closed({ indicator: Id, aheadH })),
    limits: may(list(closed({ value: Type.Number(), title: Words }), 1, 4)), reserve: may(closed({ indicator: Id, title: may(Words) })),
  }),
  "datum-bar": closed({ ...listed, datum: Words, peakHours: may(Hours) }),
  "dot-map": closed({ ...region, title: Words, kinds: list(closed({ kind: Id, title: Words }), 1, 4), places: may(Type.Boolean()), alerts: may(Type.Boolean()), camera: may(oneOf(Object.keys(CAMERAS))) }),
  "epi-curve": closed({ title: Words, indicator: Id, ...at, days: may(Type.Integer({ minimum: 14, maximum: 366 })), delayDays: may(Type.Integer({ minimum: 0, maximum: 14 })) }),
  "fan-cone": closed({ title: Words, low: told, middle: told, high: told, aheadH, observed: may(told), ...at, hours: may(Hours) }),
  "flow-map": closed({ ...region, title: Words, flows: list(closed({ from: Id, to: Id, indicator: Id, place: may(Id) }), 1, 60), basis: may(Words), camera: may(oneOf(Object.keys(CAMERAS))) }),
  funnel: closed(region),
  headline: closed({ ...region, topics: may(list(Id, 1, 40)), findingsOf, align: may(oneOf(["start", "middle"])), response: may(Type.Boolean()), facts: may(list(closed({ indicator: Id, title: Words }), 1, 4)) }),
  "heat-strip": closed({ title: Words, indicator: Id, ...region, level: may(Level), hours: may(Type.Integer({ minimum: 6, maximum: 72 })), breaks, worse: may(Worse) }),
  incidents: closed(region),
  kpi: closed({ title: Words, indicator: Id, ...at }),
  "kpi-strip": closed({ title: Words, ...at, items: items(2, 5) }),
  ledger: closed({ ...region, rows: list(closed({ topic: Id, indicator: Id }), 1, 40) }),
  "line-diagram": closed({ title: may(Words), roads: may(list(Type.String({ minLength: 2, maxLength: 8 }), 1, 12)), bridges: may(Type.Boolean()) }),
  map: closed({ ...region, fill: may(closed({ indicator: Id, breaks })), figures: may(Id), instead: may(closed({ fill: may(closed({ indicator: Id, breaks })), figures: may(Id) })), camera: may(oneOf(Object.keys(CAMERAS))), findingsOf }),
  "order-log": closed(region),
  orders: closed(region),
  "plan-progress": closed({ ...region, title: Words, done: Id, plan: may(Id), level: may(Level), from: may(Moment), due: may(Moment) }),
  profile: closed({ title: may(Words), river: may(oneOf(["西江", "北江", "东江", "韩江"])), lead: may(oneOf(["西江", "北江", "东江", "韩江"])), peaks: may(list(Id, 1, 8)) }),
  ranking: closed({ title: Words, indicator: Id, region: Id, level: Level, value: may(Words), also: may(closed({ indicator: Id, title: Words })) }),
  receipt: closed(region),
  resource: closed({ ...region, indicator: may(Id) }),
  rollcall: closed({ ...region, title: may(Words), indicator: may(Id), level: may(Level) }),
  scatter: closed({ title: Words, ...region, level: AnyLevel, x: axis, y: axis }),
  "share-bar": closed({ title: Words, ...region, parts: list(part, 2, 6) }),
  "small-multiples": closed({ title: Words, indicator: Id, ...region, level: may(Level), hours: may(Hours), worse: may(Worse) }),
  sources,
  "spark-band": closed({ title: Words, ...at, items: items(1, 12) }),
  spine: closed({ ...region, series: may(closed({ indicator: Id, title: Words, hours: may(Hours) })), instead: may(closed({ indicator: Id, title: Words, hours: may(Hours) })) }),
  "station-weather": closed({ ...region, site: may(Id), name: may(Type.String({ minLength: 1, maxLength: 40 })), hours: may(Hours) }),
  "storm-exposure": closed(region),
  "storm-intensity": closed({ hours: may(Hours) }),
  "storm-now": closed(region),
  "threshold-bar": closed({ ...listed, peakHours: may(Hours), step: may(Words), steps: may(list(part, 1, 2)), also: may(part), share: may(Type.Boolean()) }),
  "tile-map": closed({ title: Words, indicator: Id, breaks: may(list(Type.Number(), 1, MOST_BREAKS)), classes: may(list(Words, 1, 5)) }),
  trends: closed({ title: Words, place: may(Id), level: may(Level), hours: Hours, plots: list(closed({ indicator: Id, title: may(Words), bars: may(Type.Boolean()) }), 1, 4) }),
  trust: sources,
};
