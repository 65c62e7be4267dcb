/** What is known of one touch; sizes in css px. */
export interface Contact {
  readonly id: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly x: number;
  readonly y: number;
}
/** Broader than this is a palm or a sleeve, no fingertip (VISUAL §11). */
export const PALM_MM = 20;
/** A second touch this soon, at this place, is a hand that shook or a glass that bounced. */
export const GUARD_MS = 400;
export const SAME_PLACE_MM = 8;

/** What becomes of a touch: it counts, it is nobody's, or it takes the one before it along. */
export type Judged = "counts" | "ignored" | "spoils";

/**
 * Judges touches by what hands do and do not mean: a palm is nothing, two fingers on one control are nothing, and a second
 * touch of the same place right after one that sent is nothing. Two people on two controls do not disturb each other.
 */
export class Touches {
  private readonly pxPerMm: () => number;
  /** Pointers that are down, and the control under each; null where there is none. */
  private readonly down = new Map<number, object | null>();
  private readonly ignored = new Set<number>();
  private sent: { readonly x: number; readonly y: number; readonly at: number } | null = null;

  constructor(pxPerMm: () => number) {
    this.pxPerMm = pxPerMm;
  }
  /** @param control what would act, by identity; null = nothing */
  press(contact: Contact, control: object | null): Judged {
    this.ignored.delete(contact.id);
    if (Math.max(contact.widthPx, contact.heightPx) > PALM_MM * this.pxPerMm()) {
      this.ignored.add(contact.id);
      return "ignored";
    }
    const others = control === null ? [] : [...this.down].filter(([id, held]) => id !== contact.id && held === control).map(([id]) => id);
    this.down.set(contact.id, control);
    if (others.length === 0) return "counts";
    for (const id of [...others, contact.id]) this.ignored.add(id);
    return "spoils";
  }
  /** A finger that was laid flat while it lay there is a palm from then on: true in that moment. */
  grew(contact: Contact): boolean {
    if (!this.down.has(contact.id) || this.ignored.has(contact.id) || Math.max(contact.widthPx, contact.heightPx) <= PALM_MM * this.pxPerMm()) return false;
    this.ignored.add(contact.id);
    return true;
  }
  lift(id: number): void {
    this.down.delete(id);
  }
  isIgnored(id: number): boolean {
    return this.ignored.has(id);
  }
  /** Whether a tap that came of a touch may act. @param sends it would send a command, and is not one that is meant to be repeated */
  taps({ id, x, y }: Pick<Contact, "id" | "x" | "y">, sends: boolean, at: number): boolean {
    if (this.ignored.delete(id)) return false;
    if (!sends) return true;
    const before = this.sent;
    if (before && at - before.at < GUARD_MS && Math.hypot(x - before.x, y - before.y) <= SAME_PLACE_MM * this.pxPerMm()) return false;
    this.sent = { x, y, at };
    return true;
  }
}
