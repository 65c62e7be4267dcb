import { Type, type Static, type TSchema } from "typebox";
import { SOURCES, type IncidentSource } from "./incident.ts";
import { RESPONSE_KIND_IDS, type ResponseKind } from "./response.ts";
import { SceneData } from "./scene.ts";
import type { Waiting } from "./second-person.ts";

const Id = Type.String({ minLength: 1, maxLength: 128 });
/** Blanks give no reason. */
const Words = Type.String({ minLength: 1, maxLength: 2_000, pattern: "\\S" });
const Note = Type.String({ maxLength: 2_000 });
const RFC3339 = "RFC 3339 with offset";
const Time = Type.String({ maxLength: 64, description: RFC3339 });
const Point = Type.Tuple([Type.Number({ minimum: -180, maximum: 180 }), Type.Number({ minimum: -90, maximum: 90 })], {
  description: "[longitude, latitude], WGS-84",
});
const Area = Type.Union([Type.Array(Type.Integer({ minimum: 1, maximum: 999 }), { minItems: 1, maxItems: 64, uniqueItems: true }), Type.Literal("left"), Type.Literal("right")], {
  description: 'a list of different display numbers of this wall, "left" or "right"',
});
const level = [Type.Literal(1), Type.Literal(2), Type.Literal(3), Type.Literal(4)] as const;
const Response = Type.Unsafe<ResponseKind>(Type.Union(RESPONSE_KIND_IDS.map((kind) => Type.Literal(kind)), { description: "Kind of the response; `general` unless said, and when lowering the only one in force" }));
const From = Type.Unsafe<IncidentSource>(Type.Union(SOURCES.map((source) => Type.Literal(source))));
const Count = Type.Integer({ minimum: 0, maximum: 10_000_000 });
const closed = <P extends Record<string, TSchema>>(properties: P) => Type.Object(properties, { additionalProperties: false });
const act = closed({ task: Id, text: Type.Optional(Note), point: Type.Optional(Point), file: Type.Optional(Id) });
/** What is told afterwards says when it was; `steps` are those of the order that are done, counted from 0. */
const fact = closed({
  task: Id, text: Type.Optional(Note), point: Type.Optional(Point), file: Type.Optional(Id), occurredAt: Type.Optional(Time),
  steps: Type.Optional(Type.Array(Type.Integer({ minimum: 0, maximum: 29 }), { minItems: 1, maxItems: 30, uniqueItems: true })),
});
const order = { unit: Id, text: Words, deadline: Time, steps: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" }), { minItems: 1, maxItems: 30 })), success: Type.Optional(Type.String({ minLength: 1, maxLength: 500, pattern: "\\S" })) };
/** What came of an incident; what is left out is not known. */
const Known = Type.Object(
  {
    deaths: Type.Optional(Count),
    injured: Type.Optional(Count),
    lossWan: Type.Optional(Type.Number({ minimum: 0, maximum: 1e9, description: "万元" })),
    loadLostPercent: Type.Optional(Type.Number({ minimum: 0, maximum: 100 })),
    burntHa: Type.Optional(Type.Number({ minimum: 0, maximum: 1e7 })),
  },
  { additionalProperties: false, minProperties: 1 },
);
const why = closed({ incident: Id, reason: Words });

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
    source: Type.Optional(From),
    warning: Type.Optional(Id),
  }),
  "incident.verify": closed({ incident: Id, note: Words }),
  "incident.grade": closed({ incident: Id, grade: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3), Type.Literal(4)]), reason: Words, consequence: Type.Optional(Known) }),
  "incident.close": closed({ incident: Id, text: Words }),
  "incident.update": closed({
    incident: Id,
    title: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    description: Type.Optional(Note),
    point: Type.Optional(Point),
    type: Type.Optional(Id),
    consequence: Type.Optional(Known),
    files: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 9 })),
  }),
  "incident.reject": why,
  "incident.merge": closed({ incident: Id, into: Id, reason: Words }),
  "incident.suspend": closed({ incident: Id, reason: Words, until: Time }),
  "incident.resume": closed({ incident: Id, reason: Type.Optional(Note) }),
  "incident.escalate": why,
  "incident.reopen": why,
  "incident.cancel": why,
  "incident.evaluate": closed({ incident: Id, score: Type.Integer({ minimum: 0, maximum: 100 }), text: Words }),
  "incident.transfer": closed({ incident: Id, region: Id, reason: Words }),
  "task.dispatch": closed({ incident: Id, ...order, plan: Type.Optional(Id) }),
  "task.dispatchMany": closed({ incident: Id, orders: Type.Array(closed(order), { minItems: 1, maxItems: 2_000 }), plan: Type.Optional(Id) }),
  "task.accept": act,
  "task.arrive": fact,
  "task.report": fact,
  "task.finish": fact,
  "task.delivered": closed({ task: Id }),
  "task.seen": closed({ task: Id }),
  "task.note": closed({ task: Id, text: Words, point: Type.Optional(Point), file: Type.Optional(Id), occurredAt: Type.Optional(Time) }),
  "task.remind": closed({ task: Id, text: Type.Optional(Note) }),
  "task.supervise": closed({ task: Id, text: Words, deadline: Type.Optional(Time) }),
  "task.check": closed({ task: Id, passed: Type.Boolean(), text: Words }),
  "task.return": closed({ task: Id, reason: Words, propose: Type.Optional(Id) }),
  "task.withdraw": closed({ task: Id, reason: Words }),
  "task.difficulty": closed({ task: Id, text: Words }),
  "alert.acknowledge": closed({ alert: Id, comment: Type.Optional(Note) }),
  "alert.acknowledgeGroup": closed({ group: Type.String({ minLength: 1, maxLength: 256 }), upTo: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }), comment: Type.Optional(Note) }),
  "alert.unacknowledge": closed({ alert: Id }),
  "alert.comment": closed({ alert: Id, text: Words }),
  "alert.assign": closed({ alert: Id, to: Id }),
  "alert.shelve": closed({ alert: Id, minutes: Type.Integer({ minimum: 1, maximum: 480 }), reason: Words }),
  "alert.unshelve": closed({ alert: Id, reason: Type.Optional(Note) }),
  "alert.takeOut": closed({ alert: Id, reason: Words }),
  "alert.putBack": closed({ alert: Id, reason: Type.Optional(Note) }),
  "alert.close": closed({ alert: Id, reason: Words }),
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
  "wall.annotate": closed({ wall: Id, situation: Type.Optional(Id), points: Type.Array(Point, { minItems: 2, maxItems: 500 }) }),
  "wall.clear": closed({ wall: Id, stroke: Type.Optional(Id) }),
  "scene.save": closed({ scene: SceneData }),
  "scene.publish": closed({ scene: Id, version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }),
  "admin.pair": closed({ code: Type.String({ minLength: 1, maxLength: 32, description: "As the display shows it; spaces do not count" }), wall: Id, display: Type.Integer({ minimum: 1, maximum: 999 }) }),
  "admin.unpair": closed({ device: Id }),
  "admin.backup": closed({}),
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
/** The fields of a command's data that are times; one of the same name may be something else in another kind (`to`). */
export const timesIn = (kind: CommandKind): string[] => Object.entries<TSchema>(COMMAND_DATA[kind].properties).flatMap(([name, schema]) => ((schema as { readonly description?: string }).description === RFC3339 ? [name] : []));

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
export type AnswerTo<K extends CommandKind> = K extends "response.raise" | "response.lower" | "incident.cancel" ? Acknowledgement | Waiting : Acknowledgement;
