import { setPicture, type Piece } from "../../layouts/picture.ts";
import { typeset } from "../../layouts/typeset.ts";
import type { Actor } from "../../model/account.ts";
import type { Clock } from "../../model/ports.ts";
import type { Scene } from "../../model/scene.ts";
import type { SituationInfo } from "../../model/situation.ts";
import { sceneFor, type Picture, type Wall } from "../../model/wall.ts";
import type { Channel } from "../../model/wire/channel.ts";
import { isNothing } from "../../wall/marks/facts/card.ts";
import { darkWords } from "../../wall/marks/facts/dark-words.ts";
import { areUntold, endedWords } from "../../wall/marks/facts/ended-packs.ts";
import { tellingOf, type Telling } from "../../wall/marks/facts/kinds.ts";
import { layerOf } from "../../wall/marks/facts/point-layer.ts";
import { Reader } from "../../wall/marks/facts/reader.ts";
import type { Standpoint } from "../../wall/marks/facts/standpoint.ts";
import { sizeOf } from "../../wall/marks/kinds.ts";
import { readAtOnce, type Streams } from "./at-once.ts";
import { mapBase, standpointOf, type Knowledge } from "./standpoint.ts";
import { lettersIn, withinMinute, type Offer } from "./minute.ts";
import { stays } from "./need.ts";
import { openingOf, titleOf, toldPanel, type ToldPiece, type Twin } from "./twin.ts";

export interface PaperNeeds {
  readonly catalog: Knowledge;
  readonly clock: Pick<Clock, "now">;
  /** The scene that a picture calls so. */
  scene(ref: string): Scene;
  /** What stands on the glass of a wall now. */
  picture(wall: Wall): Picture;
  situation(id: string): { info(): SituationInfo; simNow(): number; readonly streams: Streams } | undefined;
  /** Why an actor may not hear a channel: a problem code; null when they may. */
  refuses(actor: Actor, channel: Channel): string | null;
}
/** What the house says in words alone. */
export interface Paper {
  /**
   * The picture of a wall in sentences (态势一句话), with the numbers that a display would show at this instant.
   * @param asked a situation that the page is pinned to; absent = what the wall shows
   * @returns null when a situation that it shows does not run
   */
  twin(wall: Wall, actor: Actor, asked?: string): Promise<Twin | null>;
}

interface Shown {
  readonly kind: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly telling: Telling;
  /** What stands in its place while it has nothing to show. */
  readonly instead?: Shown;
}
/** A piece before it is known what of it the minute has room for. */
interface Offered extends Omit<ToldPiece, "panels"> {
  /** Its situation's id. */
  readonly of: string;
  /** What it shows, in short: its scene and of which place. */
  readonly called: string;
  readonly offers: readonly Offer[];
}
/** Each situation is told whole before the next, in a minute of its own. */
function read(all: readonly Offered[], wall: string): ToldPiece[] {
  const situations = [...new Set(all.map(({ of }) => of))];
  return situations.flatMap((id, s) => {
    const own = all.filter(({ of }) => of === id);
    const pieces = own.map(({ of: _of, called: _called, offers, ...piece }, i) => ({ ...piece, panels: offers.map(({ whole }) => whole), ...(situations.length > 1 && i === 0 && { nth: s + 1 }) }));
    // A banner that says the same as the first one's is told by that alone, and then the opening says which world it is.
    const opening = (piece: ToldPiece, i: number): number => lettersIn(openingOf(i === 0 ? piece : { ...piece, panels: [] }, s + i).join(""));
    const told = withinMinute(own.map(({ offers, called }, i) => ({ offers, name: called, opening: opening(pieces[i]!, i) })), s === 0 ? lettersIn(titleOf({ title: wall })) : 0);
    return pieces.flatMap((piece, i) => {
      const { isGone, ...read } = told[i]!;
      return isGone ? [] : [{ ...piece, ...read }];
    });
  });
}

export function createPaper(needs: PaperNeeds): Paper {
  const { catalog, clock } = needs;

  /** A page that is pinned to a situation shows the wall's own scene of what that plays. */
  function pictureOf(wall: Wall, asked: string | undefined): Picture {
    const stands = needs.picture(wall);
    if (asked === undefined) return stands;
    return { ...stands, scene: sceneFor(wall, needs.situation(asked)?.info().feed ?? ""), focus: { situation: asked, region: wall.region }, parts: [], mode: "routine" };
  }
  async function tell(wall: Wall, { scene, focus, panels }: Piece, mode: Picture["mode"], actor: Actor): Promise<Offered | null> {
    const situation = needs.situation(focus.situation);
    if (!situation) return null;
    const laid = focus.layer === undefined ? undefined : catalog.topic(focus.layer);
    const over = laid && layerOf(laid);
    const base = await mapBase(catalog, focus.region);
    const info = situation.info();
    const ageing = (id: string) => {
      const indicator = catalog.indicator(id);
      return indicator && { cadenceMs: info.cadences?.[id] ?? indicator.cadenceMs, leaf: indicator.leaf };
    };
    const shown = inOrder(panels);
    const refuses = (channel: Channel) => needs.refuses(actor, channel);
    return await readAtOnce({ streams: situation.streams, refuses, ageing, simNow: () => situation.simNow() }, (shelf, simNow, tick) => {
      const from = standpointOf(catalog, situation.info(), { simNow, serverNow: clock.now(), mode });
      const reader = new Reader(shelf, focus.situation);
      const offerOf = ({ kind, config: own, telling, instead }: Shown): Offer => {
        // As the glass hands it to its panels.
        const config = { ...own, focus, ...(over && { over }) };
        const seen = telling.read(reader, config);
        const card = telling.card?.(seen, config, from);
        // What stands in its place is listened to with it: which of the two stands there may change with any frame.
        const standIn = instead && { ...instead, config: { ...instead.config, focus, ...(over && { over }) } };
        const has = standIn?.telling.card?.(standIn.telling.read(reader, standIn.config), standIn.config, from);
        // That no order was given is always told.
        if (instead && !stays(kind) && card && isNothing(card) && has && !isNothing(has)) return offerOf(instead);
        return {
          whole: toldPanel(kind, card, telling.spoken(seen, config, from, base), from),
          ...(telling.briefly && { brief: toldPanel(kind, card, telling.briefly(seen, config, from, base), from) }),
        };
      };
      const offers = shown.map(offerOf);
      return { title: needs.scene(scene).title.zh, situation: situation.info().banner || situation.info().title.zh, simAt: simNow, tick: tick(), of: focus.situation, called: `${needs.scene(scene).title.zh} ${from.names.of(focus.region)}`, offers, ...house(reader, wall, panels, from) };
    });
  }
  /** As the line under the strip of every display that stands. */
  function house(reader: Reader, { id }: Wall, panels: Piece["panels"], { lang, here }: Standpoint): Pick<ToldPiece, "dark"> {
    const words = darkWords(reader.wall(id)?.dark ?? [], { own: 0, now: here.serverNow, isOneTime: here.isOneTime, lang });
    const ended = here.isLive && areUntold(panels) ? endedWords(reader.alerts("44").records.values(), { now: here.serverNow, lang }) : null;
    const lines = [words, ended].flatMap((line) => (line === null ? [] : [`${line.what}，${line.since}。`]));
    return lines.length === 0 ? {} : { dark: lines.join("") };
  }
  /** Panels once each, in the order in which they are set; of a line of time in parts, the first tells the whole. */
  function inOrder(panels: Piece["panels"]): Shown[] {
    const heard = new Set<string>();
    const hasBanner = panels.some(({ panel }) => panel === "banner");
    const standIns = new Map(panels.flatMap(({ insteadOf, panel: kind, config }) => {
      const telling = tellingOf(kind);
      return insteadOf === undefined || !telling ? [] : [[insteadOf, { kind, config, telling }] as const];
    }));
    return panels.filter(({ insteadOf }) => insteadOf === undefined).flatMap(({ slot, panel: kind, config: { seams: _seams, tags: _tags, part: _part, response, ...rest } }) => {
      // Every screen says the response; a voice says it once.
      const config = response === undefined || hasBanner ? rest : { ...rest, response };
      // Of a map or a line that lies on several screens each has its own part.
      const key = kind === "spine" || kind === "map" ? kind : `${kind} ${JSON.stringify(config)}`;
      const telling = tellingOf(kind);
      if (!telling || heard.has(key)) return [];
      heard.add(key);
      const instead = standIns.get(slot);
      return [{ kind, config, telling, ...(instead && { instead }) }];
    });
  }
  return {
    async twin(wall, actor, asked) {
      const picture = pictureOf(wall, asked);
      const pieces = setPicture(picture, wall, (scene, room) => typeset(needs.scene(scene), room, sizeOf));
      const told = await Promise.all(pieces.map((piece) => tell(wall, piece, picture.mode, actor)));
      return told.includes(null) ? null : { title: wall.title.zh, pieces: read(told as Offered[], wall.title.zh) };
    },
  };
}
