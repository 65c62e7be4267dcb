import { Type, type Static, type TSchema } from "typebox";
import { RESPONSE_KIND_IDS, type ResponseKind } from "./response.ts";
import { SceneData } from "./scene.ts";
import type { Waiting } from "./second-person.ts";

const Id = Type.String({ minLength: 1, maxLength: 128 });
/** Blanks give no reason. */
const Words = Type.String({ minLength: 1, maxLength: 2_000, pattern: "\\S" });
const Note = Type.String({ maxLength: 2_000 });
const Time = Type.String({ maxLength: 64, description: "RFC 3339 with offset" });
const Point = Type.Tuple([Type.Number({ minimum: -180, maximum: 180 }), Type.Number({ minimum: -90, maximum: 90 })], {
  description: "[longitude, latitude], WGS-84",
});
const Area = Type.Union([Type.Array(Type.Integer({ minimum: 1, maximum: 999 }), { minItems: 1, maxItems: 64, uniqueItems: true }), Type.Literal("left"), Type.Literal("right")], {
  description: 'a list of different display numbers of this wall, "left" or "right"',
});
const level = [Type.Literal(1), Type.Literal(2), Type.Literal(3), Type.Literal(4)] as const;
const Response = Type.Unsafe<ResponseKind>(Type.Union(RESPONSE_KIND_IDS.map((kind) => Type.Literal(kind)), { description: "Kind of the response; `general` unless said, and when lowering the only one in force" }));
const closed = <P extends Record<string, TSchema>>(properties: P) => Type.Object(properties, { additionalProperties: false });
const act = closed({ task: Id, text: Type.Optional(Note), point: Type.Optional(Point), file: Type.Optional(Id) });

/** What a command carries, by kind; the only message up. Unknown fields are refused. */
export const COMMAND_DATA = {
  "incident.report": closed({
    type: Id,
    region: Id,
    title: Type.String({ minLength: 1, maxLength: 200 }),
    description: Type.Optional(Note),
    point: Type.Optional(Point),
    occurredAt: Type.Optional(Time),
    alert: Type.Optional(Id),
    files: Type.Optional(Type.Array(Id, { maxItems: 9 })),
  }),
  "incident.verify": closed({ incident: Id, note: Words }),
  "incident.grade": closed({ incident: Id, grade: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3), Type.Literal(4)]), reason: Words }),
  "incident.close": closed({ incident: Id, text: Words }),
  "task.dispatch": closed({ incident: Id, unit: Id, text: Words, deadline: Time }),
  "task.accept": act,
  "task.arrive": act,
  "task.report": act,
  "task.finish": act,
  "task.check": closed({ task: Id, passed: Type.Boolean(), text: Words }),
  "task.return": closed({ task: Id, reason: Words, propose: Type.Optional(Id) }),
  "task.withdraw": closed({ task: Id, reason: Words }),
  "task.difficulty": closed({ task: Id, text: Words }),
  "alert.acknowledge": closed({ alert: Id, comment: Type.Optional(Note) }),
  "response.raise": closed({
    region: Id,
    level: Type.Union([...level]),
    kind: Type.Optional(Response),
    reason: Words,
    plan: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: "Clause of the plan, number of the document" })),
  }),
  "response.lower": closed({ region: Id, level: Type.Union([...level, Type.Null()]), kind: Type.Optional(Response), reason: Words }),
  confirm: closed({ command: Id }),
  refuse: closed({ command: Id, reason: Type.Optional(Note) }),
  "wall.focus": closed({
    wall: Id,
    situation: Type.Optional(Id),
    region: Type.Optional(Id),
    topic: Type.Optional(Id),
    incident: Type.Optional(Id),
    at: Type.Optional(Time),
  }),
  "wall.back": closed({ wall: Id }),
  "wall.scene": closed({ wall: Id, scene: Id }),
  "wall.mode": closed({ wall: Id, mode: Type.Union([Type.Literal("routine"), Type.Literal("emergency")]), reason: Type.Optional(Note) }),
  "wall.theme": closed({ wall: Id, theme: Id }),
  "wall.layer": closed({ wall: Id, topic: Type.Optional(Id) }),
  "wall.preset": closed({ wall: Id, preset: Id }),
  "wall.rotate": closed({ wall: Id, presets: Type.Array(Id, { maxItems: 24 }), everyS: Type.Optional(Type.Integer({ minimum: 10, maximum: 3_600 })) }),
  "wall.take": closed({ wall: Id, area: Area, situation: Type.Optional(Id), region: Type.Optional(Id), topic: Type.Optional(Id), incident: Type.Optional(Id), at: Type.Optional(Time), scene: Type.Optional(Id) }),
  "wall.give": closed({ wall: Id, area: Type.Optional(Area) }),
  "wall.lock": closed({ wall: Id, locked: Type.Boolean(), minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 480 })) }),
  "wall.annotate": closed({ wall: Id, points: Type.Array(Point, { minItems: 2, maxItems: 500 }) }),
  "wall.clear": closed({ wall: Id, stroke: Type.Optional(Id) }),
  "scene.save": closed({ scene: SceneData }),
  "scene.publish": closed({ scene: Id, version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }),
  "admin.pair": closed({ code: Type.String({ minLength: 1, maxLength: 32, description: "As the display shows it; spaces do not count" }), wall: Id, display: Type.Integer({ minimum: 1, maximum: 999 }) }),
  "admin.unpair": closed({ device: Id }),
  "situation.start": closed({
    kind: Type.Union([Type.Literal("drill"), Type.Literal("replay")]),
    feed: Type.Optional(Id),
    scenario: Type.Optional(Id),
    from: Type.Optional(Time),
    to: Type.Optional(Time),
    speed: Type.Optional(Type.Number({ minimum: 1, maximum: 3600 })),
  }),
  "situation.pause": closed({ situation: Id }),
  "situation.resume": closed({ situation: Id }),
  "situation.seek": closed({ situation: Id, to: Time }),
  "situation.speed": closed({ situation: Id, speed: Type.Number({ minimum: 1, maximum: 3600 }) }),
  "situation.stop": closed({ situation: Id }),
} as const;
export type CommandKind = keyof typeof COMMAND_DATA;
export type CommandData<K extends CommandKind> = Static<(typeof COMMAND_DATA)[K]>;
export const COMMAND_KINDS = Object.keys(COMMAND_DATA) as CommandKind[];

/** The envelope. `id` is the idempotency key; past `notAfter` (RFC 3339) the command is refused with 410. */
export const CommandEnvelope = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 128, pattern: "^[A-Za-z0-9_.:-]+$" }),
    kind: Type.String({ minLength: 1, maxLength: 64 }),
    notAfter: Type.Optional(Time),
    situation: Type.Optional(Id),
    data: Type.Object({}, { additionalProperties: true }),
  },
  { additionalProperties: false },
);
export type CommandEnvelope = Static<typeof CommandEnvelope>;

export interface Command<K extends CommandKind = CommandKind> {
  readonly id: string;
  readonly kind: K;
  readonly notAfter?: string;
  readonly situation?: string;
  readonly data: CommandData<K>;
}

/** Answered only when durable. */
export interface Acknowledgement {
  readonly seq: number;
  readonly at: string;
  readonly result: Readonly<Record<string, unknown>>;
}
/** What a command of a kind is answered: some may have to wait for a second person. */
export type AnswerTo<K extends CommandKind> = K extends "response.raise" | "response.lower" ? Acknowledgement | Waiting : Acknowledgement;
