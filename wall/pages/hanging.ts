import type { Piece } from "../../layouts/picture.ts";
import type { Picture } from "../../model/wall.ts";
import { THEMES, isThemeId } from "../../themes/themes.ts";
import { PANELS_MOVED } from "../kit/canvas.ts";
import type { Glass, Hanging } from "./glass.ts";
import type { Prepared } from "./raising.ts";
import type { Rehearsal } from "./rehearsing.ts";

export interface Hung {
  readonly picture: Picture;
  readonly pieces: readonly Piece[];
}
export interface HangingNeeds {
  readonly glasses: readonly Glass[];
  setOn(picture: Picture): readonly Piece[];
  /** True while numbers of a situation are still to come. */
  awaits(situation: string): boolean;
  /** Told in the same step in which it is shown. */
  shown(hung: Hung): void;
  wear(theme: keyof typeof THEMES): void;
}

/** Frames for a new picture to be laid out in before anybody says that it is set up. */
const LAID_OUT_FRAMES = 2;

/** The pictures of all screens of a page: one stands, another may hang unseen behind it. */
export class Hangings {
  private readonly needs: HangingNeeds;
  private standing: (Hung & { readonly on: readonly Hanging[] }) | null = null;
  private turnNow = 0;
  private readonly hung = new Set<Hanging>();

  constructor(needs: HangingNeeds) {
    this.needs = needs;
  }
  turn(n: number): void {
    this.turnNow = n;
    for (const hanging of this.hung) hanging.turn(n);
  }
  prepare(picture: Picture): Prepared {
    let pieces: readonly Piece[];
    try {
      pieces = this.needs.setOn(picture);
    } catch (error) {
      // A scene that this page does not know, or that does not stand here, leaves what stands: a wall is never blank.
      console.error(error);
      return { isReady: () => true, draw: () => false, raise: () => {}, drop: () => {} };
    }
    return this.standing && isSameGlass(this.standing.picture, picture) ? this.changed({ picture, pieces }) : this.built({ picture, pieces });
  }

  /** Sets a picture up for nobody, a piece at a time; null for one that does not stand here. */
  rehearse(picture: Picture): Rehearsal | null {
    let pieces: readonly Piece[];
    try {
      pieces = this.needs.setOn(picture);
    } catch {
      return null;
    }
    const on = this.needs.glasses.map((glass) => glass.rehearse(pieces, picture.mode));
    let hangs: (() => boolean) | undefined;
    let drawn: (() => boolean) | undefined;
    return {
      step: () => {
        if (!hangs && on.some((hanging) => hanging.fill())) return "worked";
        hangs ??= laidOutFrames();
        if (!drawn && (!hangs() || this.awaits(pieces))) return "waits";
        if (!drawn && on.some((hanging) => hanging.draw())) return "worked";
        drawn ??= laidOutFrames();
        return drawn() ? "done" : "waits";
      },
      end: () => on.forEach((hanging) => hanging.remove()),
    };
  }

  /** Only the look has moved: panels keep what they have and go there by themselves. */
  private changed(next: Hung): Prepared {
    return {
      isReady: () => true,
      draw: () => false,
      raise: () => {
        const { on } = this.standing!;
        on.forEach((hanging) => hanging.change(next.pieces));
        this.stand({ ...next, on });
      },
      drop: () => {},
    };
  }
  private built(next: Hung): Prepared {
    const on = this.needs.glasses.map((glass) => glass.set(next.pieces, next.picture.mode));
    for (const hanging of on) {
      hanging.turn(this.turnNow);
      this.hung.add(hanging);
    }
    const laidOut = laidOutFrames();
    return {
      isReady: () => laidOut() && !this.awaits(next.pieces),
      draw: () => on.some((hanging) => hanging.draw()),
      raise: () => {
        const before = this.standing?.on ?? [];
        for (const hanging of on) hanging.raise();
        this.remove(before);
        this.stand({ ...next, on });
        window.dispatchEvent(new CustomEvent(PANELS_MOVED));
      },
      drop: () => this.remove(on),
    };
  }
  private awaits(pieces: readonly Piece[]): boolean {
    return pieces.some(({ focus }) => this.needs.awaits(focus.situation));
  }
  private stand(next: NonNullable<Hangings["standing"]>): void {
    const { theme } = next.picture;
    if (theme !== this.standing?.picture.theme && isThemeId(theme)) this.needs.wear(theme);
    this.standing = next;
    this.needs.shown(next);
  }
  private remove(on: readonly Hanging[]): void {
    for (const hanging of on) {
      hanging.remove();
      this.hung.delete(hanging);
    }
  }
}

/** Counts frames from now on; the answer is true once a new picture has been laid out. */
function laidOutFrames(): () => boolean {
  let frames = 0;
  const count = (): void => {
    if (++frames < LAID_OUT_FRAMES) requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  return () => frames >= LAID_OUT_FRAMES;
}

/** True when two pictures are the same scenes of the same worlds on the same glass. */
function isSameGlass(a: Picture, b: Picture): boolean {
  const key = ({ scene, focus, parts, mode }: Picture): string => JSON.stringify([scene, focus.situation, mode, parts.map((part) => [part.area, part.scene, part.focus.situation])]);
  return key(a) === key(b);
}
