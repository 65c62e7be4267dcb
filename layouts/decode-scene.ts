import type { TSchema } from "typebox";
import { Compile } from "typebox/compile";
import { Problem } from "../model/problem.ts";
import type { Item, Scene } from "../model/scene.ts";
import { wrongField } from "../model/wrong-field.ts";
import { MOST_PANELS } from "./scene.ts";

/** What a scene may speak of. */
export interface Knowledge {
  /** What a kind of panel may be told; undefined = there is no such kind. */
  config(panel: string): TSchema | undefined;
  readonly panels: readonly string[];
  indicator(id: string): unknown;
  topic(id: string): unknown;
  /** Whether somebody who composes scenes sees the region, or the site. */
  place(id: string): boolean;
}
type Check = ReturnType<typeof Compile>;
const compiled = new WeakMap<TSchema, Check>();
function checkOf(schema: TSchema): Check {
  let check = compiled.get(schema);
  if (!check) compiled.set(schema, (check = Compile(schema)));
  return check;
}

/**
 * Judges what the schema of the command cannot: that panels exist, that each is told what it understands, and that what they are told of is there.
 * @throws Problem bad_request naming the field, what was found, what was expected and what to do
 */
export function checkScene(scene: Scene, known: Knowledge): void {
  const { strip, focal, context, action, spine } = scene;
  const beside = 1 + context.length + action.length;
  if (beside > MOST_PANELS) throw wrong("context", `and action hold ${beside} panels with the focus; a scene has at most ${MOST_PANELS} beside strip and spine. Take some out, or make two scenes`);
  if (spine.fromH >= spine.toH) throw wrong("spine", `runs from ${spine.fromH} to ${spine.toH} hours; fromH must come before toH`);
  for (const [where, item] of itemsOf({ strip, focal, context, action })) checkItem(where, item, known);
  checkItem("spine", { panel: "spine", ...(spine.config && { config: spine.config }) }, known);
}
const itemsOf = ({ strip, focal, context, action }: Pick<Scene, "strip" | "focal" | "context" | "action">): (readonly [string, Item])[] => [
  ...strip.map((item, i) => [`strip.${i}`, item] as const), ["focal", focal], ...context.map((item, i) => [`context.${i}`, item] as const), ...action.map((item, i) => [`action.${i}`, item] as const),
];
function checkItem(where: string, { panel, config = {} }: Item, known: Knowledge): void {
  const schema = known.config(panel);
  if (!schema || (panel === "spine" && where !== "spine")) throw wrong(`${where}.panel`, `is "${panel}"; there is no such panel for a scene. There are: ${known.panels.filter((id) => id !== "spine").join(", ")}`);
  const check = checkOf(schema);
  if (!check.Check(config)) {
    const { path, says } = wrongField(check, config);
    throw wrong(`${where}.config`, `: panel "${panel}" is told config${says}. It understands: ${Object.keys((schema as unknown as { readonly properties: object }).properties).join(", ") || "nothing"}`, path);
  }
  checkTold(`${where}.config`, config, known);
}
/** What is named must be there: a scene of a mistyped indicator would say for ever that nothing was reported. */
function checkTold(where: string, told: unknown, known: Knowledge): void {
  if (Array.isArray(told)) return told.forEach((each, i) => checkTold(`${where}.${i}`, each, known));
  if (typeof told !== "object" || told === null) return;
  for (const [name, value] of Object.entries(told)) {
    const at = `${where}.${name}`;
    const ids = typeof value === "string" ? [value] : name === "topics" ? (value as string[]) : [];
    for (const id of ids) {
      if ((name === "indicator" || name === "figures" || name === "topics") && !known.indicator(id)) throw wrong(at, `is "${id}"; there is no such indicator. GET /api/v1/topics lists them`);
      if (name === "topic" && !known.topic(id)) throw wrong(at, `is "${id}"; there is no such topic. GET /api/v1/topics lists them`);
      if ((name === "region" || name === "place" || name === "site") && !known.place(id)) throw wrong(at, `is "${id}"; there is no such place in your region`);
    }
    if (name === "breaks" && (value as number[]).some((bound, i, all) => i > 0 && bound <= all[i - 1]!)) throw wrong(at, `is ${(value as number[]).join(", ")}; classes must rise`);
    checkTold(at, value, known);
  }
}
const wrong = (where: string, what: string, below = ""): Problem =>
  new Problem("bad_request", `"scene.save": data.scene.${where}${what.startsWith(":") ? "" : " "}${what}.`, { at: `/scene/${where.replaceAll(".", "/")}${below}` });
