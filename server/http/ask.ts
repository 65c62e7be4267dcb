import { Type, type Static } from "typebox";
import type { Actor } from "../../model/account.ts";
import { Problem } from "../../model/problem.ts";
import { LEVELS, type Level } from "../../model/region.ts";
import { parseTime } from "../../model/time.ts";
import type { HttpNeeds, SituationDoor } from "./needs.ts";
import { notFound } from "./answer.ts";

const Text = Type.String({ minLength: 1, maxLength: 256 });
/** Query parameters are words; each reader below turns one into what it means, or says what is wrong with it. */
export const query = <K extends string>(...names: K[]) =>
  Type.Object(
    { situation: Type.Optional(Text), after: Type.Optional(Text), limit: Type.Optional(Text), ...(Object.fromEntries(names.map((n) => [n, Type.Optional(Text)])) as { [N in K]: ReturnType<typeof Type.Optional<typeof Text>> }) },
    { additionalProperties: false },
  );
export const path = <K extends string>(...names: K[]) =>
  Type.Object(Object.fromEntries(names.map((n) => [n, Type.String({ minLength: 1, maxLength: 256 })])) as { [N in K]: ReturnType<typeof Type.String> });
export type Asked = Partial<Record<string, string>>;

const wrong = (name: string, found: string, expected: string): Problem =>
  new Problem("bad_request", `${name} is "${found.slice(0, 80)}"; expected ${expected}.`, { parameter: name });

export function wholeOf(asked: Asked, name: string, standard: number, least: number, most: number): number {
  const found = asked[name];
  if (found === undefined) return standard;
  if (/^\d{1,15}$/.test(found) && Number(found) >= least && Number(found) <= most) return Number(found);
  throw wrong(name, found, `a whole number from ${least} to ${most}`);
}

/** Epoch ms from RFC 3339 or from epoch ms. A `+` that was not written %2B arrives as a space; before an offset it can have been nothing else. */
export function timeOf(asked: Asked, name: string): number | undefined {
  const found = asked[name];
  if (found === undefined) return undefined;
  const at = /^-?\d{1,15}$/.test(found) ? Number(found) : parseTime(found.replace(/ (?=\d\d:\d\d$)/, "+"));
  if (at === null) throw new Problem("bad_time", `${name} is "${found.slice(0, 80)}"; expected RFC 3339 with offset (2015-10-04T14:10:00+08:00) or epoch ms.`);
  return at;
}

export function levelOf(asked: Asked, name: string): Level | undefined {
  const found = asked[name];
  if (found === undefined) return undefined;
  if (LEVELS.includes(found as Level)) return found as Level;
  throw wrong(name, found, LEVELS.join(", "));
}

export function oneOf<T extends string>(asked: Asked, name: string, choices: readonly T[]): T | undefined {
  const found = asked[name];
  if (found === undefined) return undefined;
  if (choices.includes(found as T)) return found as T;
  throw wrong(name, found, choices.join(", "));
}

/** Several of a list, separated by commas. */
export function someOf<T extends string>(asked: Asked, name: string, choices: readonly T[]): readonly T[] | undefined {
  const found = asked[name];
  if (found === undefined) return undefined;
  return found.split(",").map((word) => {
    if (!choices.includes(word as T)) throw wrong(name, word, choices.join(", "));
    return word as T;
  });
}

export function required(asked: Asked, name: string): string {
  const found = asked[name];
  if (found === undefined) throw new Problem("bad_request", `${name} is missing; this call cannot guess it.`, { parameter: name });
  return found;
}

/** The situation that is read: `live` unless said. */
export function situationOf(needs: Pick<HttpNeeds, "situation">, asked: Asked): SituationDoor {
  const id = asked.situation ?? "live";
  const found = needs.situation(id);
  if (!found) throw notFound("situation", id);
  return found;
}

/** Whoever asks, as far as they look: a region within their own, when they name one. */
export function narrowedTo({ access, catalog }: Pick<HttpNeeds, "access" | "catalog">, actor: Actor, { region }: Asked): Actor {
  if (region === undefined) return actor;
  if (catalog.regions.indexOf(region) < 0 || !access.seesPlace(actor, region)) throw notFound("region", region);
  return { ...actor, region };
}

/** Newest first; equal times by id, so that pages never repeat or skip. */
export const newest = <T extends { readonly id: string }>(items: T[], at: (item: T) => string): T[] =>
  items.sort((a, b) => (at(a) === at(b) ? (a.id < b.id ? 1 : -1) : at(a) < at(b) ? 1 : -1));

export const MOST_ITEMS = 1_000;
/** One page of a list in its own order: `after` is the id of the last item of the page before. */
export function pageOf<T, R>(items: readonly T[], idOf: (item: T) => string, asked: Asked, show: (item: T) => R): { items: R[]; next?: string } {
  const limit = wholeOf(asked, "limit", 100, 1, MOST_ITEMS);
  let from = 0;
  if (asked.after !== undefined) {
    from = items.findIndex((item) => idOf(item) === asked.after) + 1;
    if (from === 0) throw wrong("after", asked.after, "the `next` of the page before; start again without it");
  }
  const page = items.slice(from, from + limit);
  const last = page.at(-1);
  return { items: page.map(show), ...(last !== undefined && from + limit < items.length ? { next: idOf(last) } : {}) };
}
export type Query = Static<ReturnType<typeof query>>;
