import type { TSchema } from "typebox";
import { Compile } from "typebox/compile";
import { Problem } from "../model/problem.ts";
import type { Item, Scene } from "../model/scene.ts";
import { unseenIn } from "../model/unseen.ts";
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
  const { title, strip, focal, context, action, spine } = scene;
  checkTold("title", title, known);
  const beside = 1 + context.length + action.length;
  if (beside > MOST_PANELS) throw wrong("context", `and action hold ${beside} panels with the focus; a scene has at most ${MOST_PANELS} beside strip and spine. Take some out, or make two scenes`);
  const items = itemsOf({ strip, focal, context, action });
  for (const [where, item] of items) checkItem(where, item, known);
  checkStandIns(items);
  for (const panel of ALWAYS) checkAlways(strip, panel);
  checkOnce(items);
  checkItem("spine", { panel: "spine", ...(spine.config && { config: spine.config }) }, known);
}
/** All panels of a scene, and what stands in the place of one. */
function itemsOf({ strip, focal, context, action }: Pick<Scene, "strip" | "focal" | "context" | "action">): (readonly [string, Item])[] {
  const items: (readonly [string, Item])[] = [
    ...strip.map((item, i) => [`strip.${i}`, item] as const), ["focal", focal], ...context.map((item, i) => [`context.${i}`, item] as const), ...action.map((item, i) => [`action.${i}`, item] as const),
  ];
  return items.flatMap(([where, item]) => [[where, item] as const, ...(item.instead ? [[`${where}.instead`, item.instead] as const] : [])]);
}
/** What no wall is without (VISUAL §1.5): what is so in one sentence, and when. */
const ALWAYS = ["headline", "clock"] as const;
function checkAlways(strip: Scene["strip"], panel: (typeof ALWAYS)[number]): void {
  const at = strip.findIndex((item) => item.panel === panel);
  if (at < 0) throw wrong("strip", `holds ${strip.map((item) => `"${item.panel}"`).join(", ") || "nothing"}; the strip of every scene holds a "headline" and a "clock". Add {"panel": "${panel}"}`);
  if (strip.every((item) => item.panel !== panel || item.optional)) throw wrong(`strip.${at}.optional`, `is true; the "${panel}" stands in every room. Take "optional" out`);
}
/** Places in the strip and the focus are the scene's own: only beside the focus another panel may stand in one's place. */
function checkStandIns(items: readonly (readonly [where: string, item: Item])[]): void {
  const found = items.find(([where, { instead }]) => instead && !/^(context|action)[.]/.test(where));
  if (found) throw wrong(`${found[0]}.instead`, `is "${found[1].instead!.panel}"; only a panel of "context" or "action" may have another in its place. Take it out`);
}
/** The same panel twice says nothing more, and takes the place of what would. */
function checkOnce(items: readonly (readonly [where: string, item: Item])[]): void {
  const first = new Map<string, string>();
  for (const [where, { panel, config = {} }] of items) {
    const said = JSON.stringify([panel, config], inOrder);
    const before = first.get(said);
    if (before !== undefined) throw wrong(where, `is "${panel}" with the config of ${before}; no panel stands twice with the same config. Take one out, or tell it something else`);
    first.set(said, where);
  }
}
/** The order in which fields are sent makes no other panel. */
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
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
/** What is named must be there: a scene of a mistyped indicator would say for ever that nothing was reported. What is written must be seen. */
function checkTold(where: string, told: unknown, known: Knowledge): void {
  if (Array.isArray(told)) return told.forEach((each, i) => checkTold(`${where}.${i}`, each, known));
  const unseen = typeof told === "string" ? unseenIn(told) : undefined;
  if (unseen) throw wrong(where, `holds ${unseen}, which nobody sees and which may turn or hide what stands beside it; words are written in characters that are seen. Take it out`);
  if (typeof told !== "object" || told === null) return;
  for (const [name, value] of Object.entries(told)) {
    const at = `${where}.${name}`;
    const ids = typeof value === "string" ? [value] : name === "topics" || name === "findingsOf" ? (value as string[]) : [];
    for (const id of ids) {
      if ((name === "indicator" || name === "figures" || name === "topics") && !known.indicator(id)) throw wrong(at, `is "${id}"; there is no such indicator. GET /api/v1/topics lists them`);
      if ((name === "topic" || name === "findingsOf") && !known.topic(id)) throw wrong(at, `is "${id}"; there is no such topic. GET /api/v1/topics lists them`);
      if ((name === "region" || name === "place" || name === "site") && !known.place(id)) throw wrong(at, `is "${id}"; there is no such place in your region`);
    }
    if (name === "breaks" && (value as number[]).some((bound, i, all) => i > 0 && bound <= all[i - 1]!)) throw wrong(at, `is ${(value as number[]).join(", ")}; classes must rise`);
    checkTold(at, value, known);
  }
}
const wrong = (where: string, what: string, below = ""): Problem =>
  new Problem("bad_request", `"scene.save": data.scene.${where}${what.startsWith(":") ? "" : " "}${what}.`, { at: `/scene/${where.replaceAll(".", "/")}${below}` });
