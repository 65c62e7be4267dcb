import { nameOf, rankOf, stays } from "./need.ts";
import { lineOf, type ToldPanel } from "./twin.ts";

/** A minute of a screen reader: the pace at which those who listen all day have it set, twice a newsreader's. */
export const LETTERS_A_MINUTE = 600;
/** Signs between the words are pauses, not words. */
export const lettersIn = (text: string): number => (text.match(/[\p{L}\p{N}]/gu) ?? []).length;

/** What one panel can say: all of it, and where it can the same with fewer things said. */
export interface Offer {
  readonly whole: ToldPanel;
  readonly brief?: ToldPanel;
}
/** One scene of a situation: what its panels can say, in the order in which they are set. */
export interface PieceOffer {
  readonly offers: readonly Offer[];
  /** Letters that are told of it before its panels. */
  readonly opening: number;
  /** What it is called where it is left out altogether. */
  readonly name: string;
}
/** The panels of one piece that are told, and the sentence that names those that are not; absent while all are. */
export interface Read {
  readonly panels: readonly ToldPanel[];
  readonly unread?: string;
  /** Nothing of it is told: the piece before the first such one names it. */
  readonly isGone?: true;
}
/** Names of panels that are left out, in letters; of more their count is said. */
const LETTERS_OF_NAMES = 40;

/**
 * Chooses what is told of one situation, so that it is read in a minute: in the order of need of action, and what is too much
 * gives way from its end. Shorter sentences come first; only where they do not do are panels left out, and then named. What room
 * is left is the most needed panels' again. No sentence is cut. What must be told of the first piece stays as long as anything of
 * another one is told, its headline whatever its length: of many pieces of one situation the last give way whole.
 * @param pieces those of one situation
 * @param spent letters that are told besides
 */
export function withinMinute(pieces: readonly PieceOffer[], spent: number): Read[] {
  const slots = onceEach(pieces.map(({ offers }) => offers)).sort((a, b) => rankOf(a.kind) - rankOf(b.kind));
  const leastFirst = slots.toReversed();
  let told = pieces.length;
  const read = (): Read[] => pieces.map((_, i): Read => (i >= told ? { panels: [], isGone: true } : readOf(slots.filter(({ piece }) => piece === i), i === told - 1 ? pieces.slice(told).map(({ name }) => name) : [])));
  const fits = (): boolean => read().reduce((sum, one, i) => (one.isGone ? sum : sum + pieces[i]!.opening + one.panels.reduce((all, panel) => all + lettersIn(lineOf(panel)), 0) + lettersIn(one.unread ?? "")), spent) <= LETTERS_A_MINUTE;
  for (const slot of leastFirst) if (slot.brief && !fits()) slot.told = slot.brief;
  for (const slot of leastFirst) if (!stays(slot.kind) && !fits()) slot.told = null;
  for (const slot of leastFirst) if (slot.piece > 0 && !fits()) slot.told = null;
  while (told > 1 && !fits()) told--;
  for (const slot of leastFirst) if (slot.kind !== "headline" && !fits()) slot.told = null;
  for (const slot of slots) {
    if (slot.told === slot.whole || slot.told === null || slot.piece >= told) continue;
    slot.told = slot.whole;
    if (!fits()) slot.told = slot.brief!;
  }
  return read();
}
interface Slot extends Offer {
  readonly piece: number;
  readonly kind: string;
  /** Null = left out. */
  told: ToldPanel | null;
}
/** What two pieces say in the same words is said once. */
function onceEach(pieces: readonly (readonly Offer[])[]): Slot[] {
  const said = new Set<string>();
  return pieces.flatMap((offers, piece) => offers.flatMap(({ whole, brief }): Slot[] => {
    const line = lineOf(whole);
    if (said.has(line)) return [];
    said.add(line);
    const isShorter = brief !== undefined && lettersIn(lineOf(brief)) < lettersIn(line);
    return [{ piece, kind: whole.kind, whole, ...(isShorter && { brief }), told: whole }];
  }));
}
function readOf(slots: readonly Slot[], gone: readonly string[]): Read {
  const out = [...slots.filter(({ told }) => told === null).map(({ whole }) => nameOf(whole)), ...gone];
  return { panels: slots.flatMap(({ told }) => told ?? []), ...(out.length > 0 && { unread: unreadOf(out) }) };
}
/** 另有 强度与气压、广州雨风 未读。 */
function unreadOf(names: readonly string[]): string {
  let letters = 0;
  const named = names.filter((name) => (letters += lettersIn(name)) <= LETTERS_OF_NAMES);
  return named.length === names.length ? `另有 ${named.join("、")} 未读。` : `另有 ${named.join("、")}等 ${names.length} 项未读。`;
}
