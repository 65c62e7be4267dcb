import { may, type Actor } from "../../model/account.ts";
import { commandData } from "../../model/command-data.ts";
import type { CommandData, CommandKind } from "../../model/command.ts";
import type { Decision, Fold } from "../../model/decision.ts";
import type { Entry } from "../../model/journal.ts";
import { keepMaps } from "../../model/kept-maps.ts";
import type { Ids } from "../../model/ports.ts";
import { Problem } from "../../model/problem.ts";
import type { RegionCode } from "../../model/region.ts";
import { chinaTime, DAY, formatTime, MINUTE, parseTime } from "../../model/time.ts";
import { sceneFor, type Area, type Focus, type Picture, type Preset, type Wall, type WallState } from "../../model/wall.ts";
import { asKept, changeBy, isSame, MOST_POINTS, pointsBeside, UNTOUCHED, type Bodies, type Look, type Standing } from "./standing.ts";

export interface DirectorNeeds {
  readonly walls: readonly Wall[];
  readonly ids: Pick<Ids, "next">;
  region(code: RegionCode): unknown;
  isWithin(code: RegionCode, ancestor: RegionCode): boolean;
  /** Undefined when no such situation runs now. */
  situation(id: string): { readonly feed: string; /** Of its record; null or absent for live. */ readonly span?: { readonly from: number; readonly to: number } | null } | undefined;
  /** Epoch ms on a running situation's clock. */
  simNow(situation: string): number;
  incident(situation: string, id: string): { readonly region: RegionCode } | undefined;
  topic(id: string): unknown;
  /** Whether a topic has points that may lie over a map. */
  hasPoints(topic: string): boolean;
  /** The scenes that a wall can show, by id. */
  scenes(wall: string): readonly string[];
  /** What a picture calls the scene of an id as it is now: its newest published version; undefined when there is no such scene, or no longer. */
  sceneNow(id: string): string | undefined;
  readonly themes: readonly string[];
  /** Whether two pieces of a wall lie on the same glass anywhere. */
  overlap(wall: Wall, a: Area, b: Area): boolean;
  /** Why a picture does not stand on a wall, and what mends it; null when it does. */
  misfit(wall: Wall, picture: Picture): string | null;
}

/**
 * What every wall looks at: a fold of the entries about walls. There is one for the whole house, and its entries stand
 * in the chain of `live`, whatever situation the wall is sent to, so that they outlive drills.
 */
export interface Director extends Fold {
  /** Decides a command on walls and changes nothing. @throws Problem */
  decide(actor: Actor, kind: string, data: unknown, now: number): Decision;
  /** As decided, at a server time; undefined for an unknown wall. */
  state(wall: string, now: number): WallState | undefined;
  /** What the displays show then: also what a rotation or the schedule turns to by itself. */
  picture(wall: Wall, now: number): Picture;
  /** When that changes by itself next, epoch ms; null = never. */
  turnsAt(wall: Wall, now: number): number | null;
  /** What `wall.back` would return to, nearest last; the wall's own first look excluded. */
  stack(wall: string): readonly Focus[];
  /** Seq of the last entry about the wall; 0 when there is none. */
  revision(wall: string): number;
}

const LOCKED_FOR_MIN = 30;
const TURN_S = 60;
/** So far back a wall speaks of a moment of live, which has no record with a beginning. */
const LIVE_BACK_DAYS = 366;
/** A lock that somebody forgot must not keep a response from the glass. */
const UNLOCKED: ReadonlySet<string> = new Set(["wall.mode"]);

export function createDirector(needs: DirectorNeeds): Director {
  const walls = new Map(needs.walls.map((wall) => [wall.id, wall]));
  const standings = new Map<string, Standing>();
  const standing = (wall: string): Standing => standings.get(wall) ?? UNTOUCHED;
  const own = (wall: Wall): Focus => ({ situation: needs.situation(wall.situation) ? wall.situation : "live", region: wall.region });
  const runs = ({ focus }: Look): boolean => focus !== null && needs.situation(focus.situation) !== undefined;
  /** Looks at a drill that has ended are passed over: a wall is never blank. */
  const seen = ({ looks, mode }: Standing): Look[] => looks[mode].slice(1).filter(runs);

  /** What a preset looks at: of a situation that does not run, the wall's own is shown. */
  function presetFocus(wall: Wall, { situation, region, topic }: Preset): Focus {
    const at = own(wall);
    return { situation: situation !== undefined && needs.situation(situation) ? situation : at.situation, region: region ?? at.region, ...(topic !== undefined && { topic }) };
  }
  const presetOf = (wall: Wall, id: string | undefined): Preset | undefined => wall.presets?.find((preset) => preset.id === id);

  /** The look on top, and the preset that put it there: a person's last, else the rotation's turn, else what the schedule says, else the wall's own. */
  function lookAt(wall: Wall, at: Standing, now: number): { readonly look: Look; readonly preset: Preset | undefined; /** Put up by the rotation or the schedule: no look of the stack. */ readonly isTurned?: true } {
    const top = seen(at).at(-1);
    const first = at.looks[at.mode][0]!;
    const byItself = at.mode === "routine" ? turnOf(at, now) : undefined;
    const look = top ?? first;
    const turned = presetOf(wall, byItself ?? (at.mode === "routine" && !top && first.scene === null ? scheduled(wall, now)?.preset : undefined));
    // What was taken from the rest stays where it is while the rest turns.
    if (turned) return { look: { focus: presetFocus(wall, turned), scene: (turned.scene !== undefined && needs.sceneNow(turned.scene)) || null, parts: look.parts }, preset: turned, isTurned: true };
    return { look, preset: presetOf(wall, look.preset) };
  }
  /** What was composed may have been erased since, and what the product had may be gone: a wall is never blank. */
  const known = (scene: string | null): string | null => (scene !== null && needs.sceneNow(scene) !== undefined ? scene : null);
  function pictureOf(wall: Wall, at: Standing, now: number): Picture {
    const { look } = lookAt(wall, at, now);
    const focus: Focus = { ...(look.focus && runs(look) ? look.focus : own(wall)), ...(look.layer !== undefined && needs.topic(look.layer) !== undefined && { layer: look.layer }) };
    const scene = known(look.scene) ?? (at.mode === "emergency" ? wall.emergencyScene : undefined) ?? sceneFor(wall, needs.situation(focus.situation)?.feed ?? "");
    const parts = look.parts.filter((part) => needs.situation(part.focus.situation) && known(part.scene) !== null);
    return { scene, focus, parts, mode: at.mode, theme: at.theme ?? needs.themes[0]! };
  }

  /** A wall of the asker's subtree: nobody can tell another from one that does not exist. */
  function wallOf(actor: Actor, id: string): Wall {
    const wall = walls.get(id);
    if (!wall || !needs.isWithin(wall.region, actor.region)) throw notFound("wall", id);
    return wall;
  }

  function focusOf(actor: Actor, data: Omit<CommandData<"wall.focus">, "wall">, from: Focus): Focus {
    const within = (code: RegionCode): boolean => needs.isWithin(code, actor.region);
    const situation = data.situation ?? from.situation;
    if (!needs.situation(situation)) throw notFound("situation", situation);
    const incident = data.incident === undefined ? undefined : needs.incident(situation, data.incident);
    if (data.incident !== undefined && !(incident && within(incident.region))) throw notFound("incident", data.incident);
    const region = data.region ?? incident?.region ?? (within(from.region) ? from.region : actor.region);
    if (!needs.region(region) || !within(region)) throw notFound("region", region);
    if (data.topic !== undefined && !needs.topic(data.topic)) throw notFound("topic", data.topic);
    if (data.at !== undefined) checkMoment(data.at, situation);
    const { topic, at } = data;
    return { situation, region, ...(topic !== undefined && { topic }), ...(data.incident !== undefined && { incident: data.incident }), ...(at !== undefined && { at }) };
  }
  /** @throws Problem bad_time for a moment that the situation does not have */
  function checkMoment(said: string, situation: string): void {
    const at = parseTime(said);
    if (at === null) throw new Problem("bad_time", `at "${said}" is not an RFC 3339 time with offset, like 2026-01-01T08:00:00+08:00.`);
    const now = needs.simNow(situation);
    if (at > now) throw new Problem("bad_time", `at "${said}" has not happened yet in "${situation}", whose clock stands at ${formatTime(now)}. Look at a moment before it.`);
    const span = needs.situation(situation)?.span;
    const from = span ? span.from : now - LIVE_BACK_DAYS * DAY;
    if (at < from) throw new Problem("bad_time", `at "${said}" lies before what "${situation}" can speak of, from ${formatTime(from)} to ${formatTime(Math.min(now, span?.to ?? now))}. Look at a moment of that span.`);
    if (span && at > span.to) throw new Problem("bad_time", `at "${said}" lies behind the record of "${situation}", which runs from ${formatTime(span.from)} to ${formatTime(span.to)}. Look at a moment of that span.`);
  }
  function sceneOf({ id }: Wall, scene: string): string {
    const scenes = needs.scenes(id);
    if (!scenes.includes(scene)) throw new Problem("not_found", `There is no scene "${scene}" that wall "${id}" can show. It can show: ${scenes.join(", ")}.`, { scenes });
    return needs.sceneNow(scene)!;
  }
  function knownPreset(wall: Wall, id: string): Preset {
    const preset = presetOf(wall, id);
    if (preset) return preset;
    const presets = (wall.presets ?? []).map((p) => p.id);
    throw new Problem("not_found", `Wall "${wall.id}" has no preset "${id}". ${presets.length > 0 ? `It has: ${presets.join(", ")}.` : "It has none; they stand in its room file."}`, { presets });
  }
  /** The room file may name a scene before anybody has published it. */
  function presetScene({ id, scene }: Preset): string | null {
    if (scene === undefined) return null;
    const now = needs.sceneNow(scene);
    if (now === undefined) throw new Problem("not_found", `Preset "${id}" shows scene "${scene}", which nobody has published. Publish it with scene.publish.`);
    return now;
  }
  function areaOf({ id, displays }: Wall, area: Area): Area {
    const missing = typeof area === "string" ? [] : area.filter((n) => !displays.some((display) => display.n === n));
    if (missing.length > 0) throw new Problem("not_found", `Wall "${id}" has no display ${missing.join(", ")}; it has 1 to ${displays.length}.`);
    if (typeof area !== "string" && area.length === displays.length) throw new Problem("guard", `These are all displays of wall "${id}". Send the wall itself there with wall.focus.`, { state: "whole", legal: ["wall.focus", "wall.scene"] });
    return area;
  }
  function nothing(wall: string, what: string, state: string, legal: readonly CommandKind[]): Problem {
    return new Problem("guard", `Wall "${wall}" ${what}`, { state, legal });
  }

  function draftOf(actor: Actor, kind: keyof Bodies, asked: CommandData<keyof Bodies>, now: number): { readonly wall: Wall; readonly region: RegionCode; readonly body: Bodies[keyof Bodies] } {
    const wall = wallOf(actor, asked.wall);
    const { id } = wall;
    const at = standing(id);
    const here = { wall, region: wall.region };
    const shown = pictureOf(wall, at, now);
    switch (kind) {
      case "wall.focus": {
        const { wall: _, ...data } = asked as CommandData<"wall.focus">;
        const focus = focusOf(actor, data, shown.focus);
        return { wall, region: focus.region, body: { wall: id, focus } };
      }
      case "wall.back": {
        const top = seen(at).at(-1);
        if (!top) throw nothing(id, "already shows its first look; there is nothing to go back to.", "first", ["wall.focus", "wall.scene"]);
        return { ...here, body: { wall: id, depth: at.looks[at.mode].lastIndexOf(top) - 1 } };
      }
      case "wall.scene": return { ...here, body: { wall: id, scene: sceneOf(wall, (asked as CommandData<"wall.scene">).scene) } };
      case "wall.mode": {
        const { mode, reason } = asked as CommandData<"wall.mode">;
        if (mode === at.mode) throw nothing(id, `is in mode "${mode}" already.`, mode, ["wall.mode"]);
        // What lay over the map of peace is not laid over that of a response.
        const { layer: _, ...focus } = shown.focus;
        return { ...here, body: { wall: id, mode, focus, ...(reason !== undefined && { reason }) } };
      }
      case "wall.theme": {
        const { theme } = asked as CommandData<"wall.theme">;
        if (!needs.themes.includes(theme)) throw new Problem("not_found", `There is no theme "${theme}". There are: ${needs.themes.join(", ")}.`, { themes: needs.themes });
        return { ...here, body: { wall: id, theme } };
      }
      case "wall.layer": {
        const { topic } = asked as CommandData<"wall.layer">;
        if (topic === undefined && shown.focus.layer === undefined) throw nothing(id, "has nothing laid over its map; there is nothing to take away.", "bare", ["wall.layer"]);
        if (topic !== undefined && !needs.topic(topic)) throw notFound("topic", topic);
        if (topic !== undefined && !needs.hasPoints(topic)) throw new Problem("guard", `Topic "${topic}" measures at no sites: it has no points that could lie over a map. Lay a topic that does, or show its scene with wall.scene.`, { state: "no_points", legal: ["wall.layer", "wall.scene"] });
        // The hand ends the rotation: what it showed at that moment becomes a look, or another scene would come up under the points.
        const { look, isTurned } = lookAt(wall, at, now);
        return { ...here, body: { wall: id, topic: topic ?? null, ...(isTurned && { over: { focus: look.focus!, scene: look.scene } }) } };
      }
      case "wall.preset": {
        const preset = knownPreset(wall, (asked as CommandData<"wall.preset">).preset);
        return { ...here, body: { wall: id, preset: preset.id, focus: presetFocus(wall, preset), scene: presetScene(preset) } };
      }
      case "wall.rotate": {
        const { presets, everyS = TURN_S } = asked as CommandData<"wall.rotate">;
        if (at.mode === "emergency") throw nothing(id, "is in mode \"emergency\"; nothing rotates during a response.", "emergency", ["wall.mode", "wall.focus", "wall.scene", "wall.preset"]);
        for (const preset of presets) knownPreset(wall, preset);
        return { ...here, body: { wall: id, rotation: presets.length > 0 ? { presets, everyS } : null } };
      }
      case "wall.take": {
        const { wall: _, area, scene, ...data } = asked as CommandData<"wall.take">;
        const focus = focusOf(actor, data, shown.focus);
        const family = sceneFor(wall, needs.situation(focus.situation)?.feed ?? "");
        const part = { area: areaOf(wall, area), focus, scene: scene === undefined ? (focus.situation === shown.focus.situation ? shown.scene : family) : sceneOf(wall, scene) };
        const gives = lookAt(wall, at, now).look.parts.map((taken) => taken.area).filter((taken) => needs.overlap(wall, taken, area));
        return { wall, region: focus.region, body: { wall: id, part, gives } };
      }
      case "wall.give": {
        const { area } = asked as CommandData<"wall.give">;
        const taken = lookAt(wall, at, now).look.parts;
        if (!taken.some((part) => area === undefined || isSame(part.area, area))) throw nothing(id, "has nothing of it taken there; there is nothing to give back.", "whole", ["wall.take"]);
        return { ...here, body: { wall: id, area: area ?? null } };
      }
      case "wall.lock": {
        const { locked, minutes = LOCKED_FOR_MIN } = asked as CommandData<"wall.lock">;
        if (!locked && !lockOn(at, now)) throw nothing(id, "is not locked.", "open", ["wall.lock"]);
        return { ...here, body: { wall: id, lock: locked ? { by: actor.account, until: formatTime(now + minutes * MINUTE) } : null } };
      }
      case "wall.annotate": {
        const { points, situation = shown.focus.situation } = asked as CommandData<"wall.annotate">;
        if (!needs.situation(situation)) throw notFound("situation", situation);
        const shownThere = [shown.focus, ...shown.parts.map(({ focus }) => focus)].map((focus) => focus.situation);
        if (!shownThere.includes(situation))
          throw new Problem("guard", `Wall "${id}" shows ${[...new Set(shownThere)].map((each) => `"${each}"`).join(" and ")}, not "${situation}": what is drawn there would lie on no display. Send the wall there with wall.focus, or take a display for it with wall.take.`, { state: "elsewhere", legal: ["wall.focus", "wall.take"], shows: [...new Set(shownThere)] });
        const beside = pointsBeside(at.strokes);
        if (beside + points.length > MOST_POINTS)
          throw new Problem("guard", `Wall "${id}" holds strokes of ${beside} points; with this one of ${points.length} they would exceed the ${MOST_POINTS} that it carries. wall.clear (清除标绘) makes room: one stroke, or all.`, { state: "full", legal: ["wall.clear"], points: beside, most: MOST_POINTS });
        return { ...here, body: { wall: id, stroke: { id: needs.ids.next("stroke"), by: actor.account, situation, points: asKept(points) } } };
      }
      case "wall.clear": {
        const { stroke } = asked as CommandData<"wall.clear">;
        if (stroke === undefined ? at.strokes.length === 0 : !at.strokes.some((s) => s.id === stroke)) throw nothing(id, "has no such stroke; there is nothing to clear.", "clear", ["wall.annotate"]);
        return { ...here, body: { wall: id, stroke: stroke ?? null } };
      }
    }
  }

  /** Who holds the wall directs it alone; the commander of its region may take it over. */
  function checkLock(actor: Actor, kind: string, wall: Wall, now: number): void {
    const lock = lockOn(standing(wall.id), now);
    if (!lock || lock.by === actor.account || UNLOCKED.has(kind)) return;
    if (kind === "wall.lock" && actor.role === "commander") return;
    throw new Problem("guard", `Wall "${wall.id}" is held by ${lock.by} until ${lock.until}. Ask there; a commander may take it over with wall.lock.`, { state: "locked", by: lock.by, until: lock.until, legal: [...UNLOCKED] });
  }
  function decideOn(actor: Actor, kind: keyof Bodies, data: unknown, now: number): Decision {
    const { wall, region, body } = draftOf(actor, kind, commandData(kind, data), now);
    checkLock(actor, kind, wall, now);
    const change = changeBy({ kind, body } as unknown as Entry)!.change;
    const why = kind === "wall.lock" || kind === "wall.annotate" || kind === "wall.clear" ? null : needs.misfit(wall, pictureOf(wall, { ...change(standing(wall.id)), revision: 0 }, now));
    if (why !== null) throw new Problem("guard", why, { state: "misfit", legal: [] });
    const result = { wall: wall.id, ...("stroke" in body && typeof body.stroke === "object" && body.stroke && { stroke: body.stroke.id }), ...("gives" in body && body.gives && body.gives.length > 0 && { gives: body.gives }) };
    return { drafts: [{ kind, region, body, actor: actor.account }], result };
  }

  return {
    kept: keepMaps("walls", { standings }),
    decide(actor, kind, data, now) {
      if (!may(actor, "wall")) throw new Problem("no_right", `${actor.account} (${actor.role}) may not direct walls. Ask a post that may.`);
      if (!isWallKind(kind)) throw new Problem("bad_request", `"${kind}" is no command on walls. Known: ${WALL_KINDS.join(", ")}.`);
      return decideOn(actor, kind, data, now);
    },
    apply(entry) {
      const told = changeBy(entry);
      if (told) standings.set(told.wall, { ...told.change(standing(told.wall)), revision: entry.seq });
    },
    state(id, now) {
      const wall = walls.get(id);
      if (!wall) return undefined;
      const at = standing(id);
      const { preset } = lookAt(wall, at, now);
      const lock = lockOn(at, now);
      return {
        wall: id, ...pictureOf(wall, at, now), depth: seen(at).length, strokes: at.strokes,
        ...(preset && { preset: preset.id }), ...(at.rotation && at.mode === "routine" && { rotation: at.rotation }), ...(lock && { lock }),
      };
    },
    picture: (wall, now) => pictureOf(wall, standing(wall.id), now),
    turnsAt(wall, now) {
      const at = standing(wall.id);
      if (at.mode !== "routine") return null;
      if (at.rotation) return (Math.floor(now / (at.rotation.everyS * 1000)) + 1) * at.rotation.everyS * 1000;
      return scheduled(wall, now)?.until ?? null;
    },
    stack: (wall) => seen(standing(wall)).flatMap(({ focus }) => focus ?? []),
    revision: (wall) => standing(wall).revision,
  };
}

const WALL_KINDS = ["wall.focus", "wall.back", "wall.scene", "wall.mode", "wall.theme", "wall.layer", "wall.preset", "wall.rotate", "wall.take", "wall.give", "wall.lock", "wall.annotate", "wall.clear"] as const satisfies readonly (keyof Bodies)[];
const isWallKind = (kind: string): kind is keyof Bodies => (WALL_KINDS as readonly string[]).includes(kind);
const notFound = (what: string, id: string): Problem => new Problem("not_found", `There is no ${what} "${id}" here.`);

const lockOn = ({ lock }: Standing, now: number) => (lock && parseTime(lock.until)! > now ? lock : null);
/** Whose turn it is: counted from the epoch, so that all walls and all restarts agree. */
const turnOf = ({ rotation }: Standing, now: number): string | undefined => rotation?.presets[Math.floor(now / (rotation.everyS * 1000)) % rotation.presets.length];

/** What the schedule says at a time of day in Guangdong, and until when, epoch ms; the last of yesterday holds until the first of today. */
function scheduled({ schedule }: Wall, now: number): { readonly preset: string; readonly until: number } | undefined {
  if (!schedule || schedule.length === 0) return undefined;
  const { hour, minute } = chinaTime(now);
  const minuteOfDay = hour * 60 + minute;
  const turns = schedule.map(({ at, preset }) => ({ preset, at: Number(at.slice(0, 2)) * 60 + Number(at.slice(3)) })).sort((a, b) => a.at - b.at);
  const { preset } = turns.findLast(({ at }) => at <= minuteOfDay) ?? turns.at(-1)!;
  const next = turns.find(({ at }) => at > minuteOfDay)?.at ?? turns[0]!.at + 24 * 60;
  return { preset, until: Math.floor(now / MINUTE) * MINUTE + (next - minuteOfDay) * MINUTE };
}
