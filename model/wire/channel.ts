import { Type, type Static } from "typebox";

const Id = Type.String({ minLength: 1, maxLength: 128 });
const LevelName = Type.Union([
  Type.Literal("province"), Type.Literal("city"), Type.Literal("county"), Type.Literal("town"), Type.Literal("village"), Type.Literal("site"),
]);
const closed = { additionalProperties: false } as const;

/** Longest window of a series: a whole year, as the record of an epidemic fills it. */
const LONGEST_WINDOW_MS = 366 * 86_400_000;

/** What a page may listen to. */
export const Channel = Type.Union([
  Type.Object({ kind: Type.Literal("slice"), indicator: Id, region: Id, level: LevelName }, closed),
  Type.Object({ kind: Type.Literal("series"), indicator: Id, place: Id, window: Type.Integer({ minimum: 1_000, maximum: LONGEST_WINDOW_MS }) }, closed),
  Type.Object({ kind: Type.Literal("usual"), indicator: Id, place: Id }, closed),
  Type.Object({ kind: Type.Literal("alerts"), region: Id, group: Type.Optional(Type.String({ minLength: 1, maxLength: 256 })), severity: Type.Optional(Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3), Type.Literal(4)])) }, closed),
  Type.Object({ kind: Type.Literal("alertGroups"), region: Id }, closed),
  Type.Object({ kind: Type.Literal("alarmLoad"), region: Id }, closed),
  Type.Object({ kind: Type.Literal("levels"), region: Id }, closed),
  Type.Object({ kind: Type.Literal("warnings"), region: Id }, closed),
  Type.Object({ kind: Type.Literal("incidents"), region: Id }, closed),
  Type.Object({ kind: Type.Literal("tasks"), region: Id }, closed),
  Type.Object({ kind: Type.Literal("responses"), region: Id }, closed),
  Type.Object({ kind: Type.Literal("wall"), wall: Id }, closed),
  Type.Object({ kind: Type.Literal("hazard") }, closed),
]);
export type Channel = Static<typeof Channel>;

export const Watch = Type.Object(
  { situation: Type.Optional(Id), channels: Type.Array(Channel, { minItems: 1, maxItems: 100 }) },
  closed,
);
export type Watch = Static<typeof Watch>;

/** The same words for the same channel, so that one frame serves all who listen. */
export function channelKey(situation: string, channel: Channel): string {
  switch (channel.kind) {
    case "slice": return `${situation}|slice|${channel.indicator}|${channel.region}|${channel.level}`;
    case "series": return `${situation}|series|${channel.indicator}|${channel.place}|${channel.window}`;
    case "usual": return `${situation}|usual|${channel.indicator}|${channel.place}`;
    case "wall": return `${situation}|wall|${channel.wall}`;
    case "alerts": return [situation, "alerts", channel.region, ...(channel.group === undefined && channel.severity === undefined ? [] : [channel.severity ?? "", channel.group ?? ""])].join("|");
    case "hazard": return `${situation}|hazard`;
    default: return `${situation}|${channel.kind}|${channel.region}`;
  }
}
