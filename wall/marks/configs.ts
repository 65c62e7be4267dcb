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
const sources = closed({ ...region, sources: list(closed({ title: may(Words), indicator: may(Id), place: may(Id), level: may(oneOf(["province", "city", "county", "town", "village", "site"])), hazard: may(Type.Literal("storm")) }), 1, 40) });

/**
 * What a scene may tell each kind of panel. What a room or a page adds (seams, focus, wall, its stretch of the spine) is no scene's to say. Of an `indicator`,
 * a `region`, a `place`, a `site` and a `topic` whoever reads a scene asks whether there is one.
 */
export const CONFIGS: Readonly<Record<string, TSchema>> = {
  "alert-tally": closed(region),
  alerts: closed(region),
  banner: closed({}),
  "call-matrix": closed({ ...region, indicator: may(Id), topics: may(list(Id, 1, 40)) }),
  clock: closed({}),
  "dot-map": closed({ ...region, title: Words, kinds: list(closed({ kind: Id, title: Words }), 1, 4), places: may(Type.Boolean()), alerts: may(Type.Boolean()), camera: may(oneOf(Object.keys(CAMERAS))) }),
  "flow-map": closed({ ...region, title: Words, flows: list(closed({ from: Id, to: Id, indicator: Id, place: may(Id) }), 1, 60), basis: may(Words), camera: may(oneOf(Object.keys(CAMERAS))) }),
  funnel: closed(region),
  headline: closed({ ...region, topics: may(list(Id, 1, 40)), align: may(oneOf(["start", "middle"])), response: may(Type.Boolean()), facts: may(list(closed({ indicator: Id, title: Words }), 1, 4)) }),
  incidents: closed(region),
  ledger: closed({ ...region, rows: list(closed({ topic: Id, indicator: Id }), 1, 40) }),
  map: closed({ ...region, fill: may(closed({ indicator: Id, breaks: list(Type.Number(), 1, MOST_BREAKS) })), figures: may(Id), camera: may(oneOf(Object.keys(CAMERAS))) }),
  "order-log": closed(region),
  orders: closed(region),
  "plan-progress": closed({ ...region, title: Words, done: Id, plan: may(Id), level: may(Level), from: may(Moment), due: may(Moment) }),
  ranking: closed({ title: Words, indicator: Id, region: Id, level: Level, value: may(Words), also: may(closed({ indicator: Id, title: Words })) }),
  receipt: closed(region),
  resource: closed({ ...region, indicator: may(Id) }),
  rollcall: closed({ ...region, title: may(Words), indicator: may(Id), level: may(Level) }),
  sources,
  spine: closed({ ...region, series: may(closed({ indicator: Id, title: Words, hours: may(Hours) })) }),
  "station-weather": closed({ ...region, site: may(Id), name: may(Type.String({ minLength: 1, maxLength: 40 })), hours: may(Hours) }),
  "storm-exposure": closed(region),
  "storm-intensity": closed({ hours: may(Hours) }),
  "storm-now": closed(region),
  trends: closed({ title: Words, place: may(Id), level: may(Level), hours: Hours, plots: list(closed({ indicator: Id, title: may(Words), bars: may(Type.Boolean()) }), 1, 4) }),
  trust: sources,
};
