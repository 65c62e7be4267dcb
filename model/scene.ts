import { Type, type TSchema } from "typebox";
import type { Words } from "./words.ts";

/** What a panel is told in a scene; its own kind knows which words it understands. */
export type PanelConfig = Readonly<Record<string, unknown>>;

/** One panel of a scene. Where it stands is decided for each room. */
export interface Item {
  readonly panel: string;
  readonly config?: PanelConfig;
  /** How much of a column it takes beside others; absent = 1. */
  readonly share?: number;
  /** May be left out where a room has no place for it, or where it would need one more turn. */
  readonly optional?: boolean;
  /**
   * So high, in u, when it stands across the whole of its place with the others below it: the first of a side,
   * where that place is twice as wide as it needs.
   */
  readonly wideU?: number;
  /** What it is told here fills no more height than this, in u: beyond it the others of its column have more. */
  readonly mostU?: number;
  /** What stands in its place while it has nothing to show and this has: an ordinary time leaves no hole where a storm is told. */
  readonly instead?: StandIn;
}
/** A panel that stands where another has nothing to show. */
export type StandIn = Pick<Item, "panel" | "config">;
/** What a wall shows (场景), as data: what, and in which order of weight, never where. */
export interface Scene {
  readonly id: string;
  readonly title: Words;
  /** Across the top, from the left; the `headline` is the middle one. */
  readonly strip: readonly Item[];
  /** The one panel that all others explain. */
  readonly focal: Item;
  /** What is so: before the focus. */
  readonly context: readonly Item[];
  /** What is to be done: behind it. */
  readonly action: readonly Item[];
  /** The line of time below, in hours around now. */
  readonly spine: { readonly fromH: number; readonly toH: number; readonly config?: PanelConfig };
}
/** Why a scene could not be read, or does not stand, in a room: where, what was found, what was expected, how to mend it. */
export interface Fault {
  readonly place: string;
  readonly found: string;
  readonly expected: string;
  readonly mend: string;
}
/** The same of one wall, as a refusal tells it. */
export interface WallFault extends Fault {
  readonly wall: string;
}

const closed = <P extends Record<string, TSchema>>(properties: P) => Type.Object(properties, { additionalProperties: false });
/** What a panel understands is its kind's to say. */
const Config = Type.Unsafe<PanelConfig>(Type.Object({}, { additionalProperties: true }));
const Said = closed({ zh: Type.String({ minLength: 1, maxLength: 40, pattern: "\\S" }), en: Type.String({ minLength: 1, maxLength: 80, pattern: "\\S" }) });
const shown = { panel: Type.String({ minLength: 1, maxLength: 64 }), config: Type.Optional(Config) };
const ItemData = closed({
  ...shown,
  share: Type.Optional(Type.Number({ minimum: 0.1, maximum: 20 })),
  optional: Type.Optional(Type.Boolean()),
  wideU: Type.Optional(Type.Number({ minimum: 1, maximum: 200 })),
  mostU: Type.Optional(Type.Number({ minimum: 1, maximum: 200 })),
  instead: Type.Optional(closed(shown)),
});
const Items = Type.Array(ItemData, { maxItems: 12 });
const HOURS_OF_A_YEAR = 8_784;
/** The line of time has a past and a future: an hour of each is the least. */
const LEAST_HOURS = 1;
/** A scene as it is sent: unknown fields are refused. `@` stands in no id; it parts a scene from its version. */
export const SceneData = closed({
  id: Type.String({ pattern: "^[a-z][a-z0-9-]{0,62}$", description: "Small letters, digits and hyphens" }),
  title: Said,
  strip: Items,
  focal: ItemData,
  context: Items,
  action: Items,
  spine: closed({ fromH: Type.Number({ minimum: -HOURS_OF_A_YEAR, maximum: -LEAST_HOURS }), toH: Type.Number({ minimum: LEAST_HOURS, maximum: HOURS_OF_A_YEAR }), config: Type.Optional(Config) }),
});

/** How a picture names a published scene: `handover@2`. What stands on the glass stays the version that was raised. */
export const sceneRef = (id: string, version: number): string => `${id}@${version}`;
/** The id of a scene that a picture names: `handover`. */
export const sceneName = (ref: string): string => ref.split("@")[0]!;
