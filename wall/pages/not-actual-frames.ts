import { piecesOn, type Piece } from "../../layouts/picture.ts";
import type { Sheet } from "./plane.ts";

type Box = Readonly<Record<"left" | "top" | "width" | "height", number>>;

/** The hatched frames around what is not the world now (VISUAL §9): one around the whole page where it shows one situation, else one around each piece on each screen. */
export class NotActualFrames {
  private readonly root: HTMLElement;
  private readonly sheets: readonly Sheet[];
  private frames: readonly HTMLElement[] = [];
  private shown = "";

  constructor(root: HTMLElement, sheets: readonly Sheet[]) {
    this.root = root;
    this.sheets = sheets;
  }
  /** @param kindOf `live`, or what else a situation is */
  show(pieces: readonly Piece[], kindOf: (situation: string) => string): void {
    const around = pieces.length <= 1 ? [{ box: null, kind: kindOf(pieces[0]?.focus.situation ?? "live") }] : this.sheets.flatMap((sheet) => piecesOn(sheet.display, pieces).map(({ piece, part }) => ({ box: { left: part.x + sheet.x - sheet.display.xPx, top: part.y + sheet.y - sheet.display.yPx, width: part.width, height: part.height }, kind: kindOf(piece.focus.situation) })));
    // Each beat of the house asks for them anew.
    const shown = JSON.stringify(around);
    if (shown === this.shown) return;
    this.shown = shown;
    for (const frame of this.frames) frame.remove();
    this.frames = around.map(({ box, kind }) => this.frameAt(box, kind));
    this.root.append(...this.frames);
  }
  private frameAt(box: Box | null, kind: string): HTMLElement {
    const frame = document.createElement("div");
    frame.className = "not-actual-frame";
    frame.ariaHidden = "true";
    frame.hidden = kind === "live";
    if (box === null) frame.style.inset = "0";
    else for (const [name, px] of Object.entries(box)) frame.style.setProperty(name, `${px}px`);
    return frame;
  }
}
