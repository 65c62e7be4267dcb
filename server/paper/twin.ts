import { chinaTime, clockText } from "../../model/time.ts";
import { standing, type CardFacts } from "../../wall/marks/facts/card.ts";
import type { Standpoint } from "../../wall/marks/facts/standpoint.ts";

/** One panel in words. */
export interface ToldPanel {
  readonly kind: string;
  /** The title of its card; absent where the sentence itself says what it is about. */
  readonly heading?: string;
  /** Time, state and coverage of what it says; empty where the sentence has them. */
  readonly standing: string;
  readonly said: string;
}
/** One scene of a picture in words, its panels in the order in which they are set. */
export interface ToldPiece {
  readonly title: string;
  readonly situation: string;
  /** The situation's time, epoch ms, and the tick of the newest frame that was read. */
  readonly simAt: number;
  readonly tick: number;
  readonly panels: readonly ToldPanel[];
  /** Which displays of the wall are dark, and which topics' code was ended where no panel says so, since when; absent while all is well. */
  readonly dark?: string;
}
/** A wall in words (态势一句话): for readers without eyes, without glass, or with a printer. */
export interface Twin {
  readonly title: string;
  readonly pieces: readonly ToldPiece[];
}

/** A card that has nothing to show says why, as it does on the glass. */
export function toldPanel(kind: string, card: CardFacts | undefined, said: string, { here, lang }: Pick<Standpoint, "here" | "lang">): ToldPanel {
  if (!card) return { kind, standing: "", said };
  const { heading, status = "ready", code, empty } = card;
  if (status === "refused") return { kind, heading, standing: "", said: code === "no_right" || code === "not_found" ? "无权查看。" : `未取到：${code}。` };
  // The title of the card is said once.
  const told = empty ? `${empty}。` : said.startsWith(`${heading}：`) ? said.slice(heading.length + 1) : said;
  const time = standing(card, here.simNow, lang);
  // A time that the sentence has is not said twice.
  return { kind, heading, standing: told.includes(time) ? "" : time, said: told };
}

/** For a terminal, a phone or a printer. */
export function asText(twin: Twin): string {
  const pieces = twin.pieces.map((piece, i) => [about(piece), ...(i === 0 && piece.dark !== undefined ? [piece.dark] : []), ...piece.panels.map(lineOf)].join("\n"));
  return `观澜 · ${twin.title}\n${pieces.join("\n\n")}\n`;
}
/** For a screen reader: each panel a paragraph under its title. */
export function asPage(twin: Twin): string {
  const pieces = twin.pieces.map((piece, i) => `<section data-tick="${piece.tick}"><p>${escaped(about(piece))}</p>${i === 0 && piece.dark !== undefined ? `<p>${escaped(piece.dark)}</p>` : ""}${piece.panels.map(({ kind, heading, standing: time, said }) =>
    `<section data-panel="wall-${kind}">${heading === undefined ? "" : `<h2>${escaped(heading)}</h2>`}<p>${escaped(`${time && `${time}。`}${said}`)}</p></section>`).join("\n")}</section>`);
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(twin.title)} · 文字版 · 观澜</title></head><body><main><h1>${escaped(twin.title)}</h1>\n${pieces.join("\n")}</main></body></html>\n`;
}
const lineOf = ({ heading, standing: time, said }: ToldPanel): string => `${heading === undefined ? "" : `${heading}${time && `（${time}）`}：`}${said}`;
/** 全省治理态势，实况，02:00:05，第 812 拍。 Which world it is stands in the banner, where there is one. */
const about = ({ title, situation, simAt, tick, panels }: ToldPiece): string =>
  `${[title, ...(panels.some(({ kind }) => kind === "banner") ? [] : [situation]), `${clockText(simAt)}:${String(chinaTime(simAt).second).padStart(2, "0")}`, `第 ${tick} 拍`].join("，")}。`;
const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
