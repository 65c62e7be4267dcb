import type { Stop } from "../../model/ports.ts";
import { Touches, type Contact } from "./touches.ts";

/** Millimetres of a css pixel of this glass, as its page says (`--mm` in px); a console's own where it does not. */
const CONSOLE_PX_PER_MM = 1 / 0.233;
const pxPerMm = (): number => Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--mm")) || CONSOLE_PX_PER_MM;

/** What acts when it is touched. One that sends is marked by `data-command`; one that is meant to be tapped again and again by `data-repeats`. */
const CONTROLS = "button, a, input, select, textarea, label, summary, [data-command], [role=button]";

/**
 * Stands before all controls of a page: a palm, a second finger on one control, a double touch and a key that repeats
 * while it is held send nothing. What is held or slid when it happens is told by `pointercancel`.
 */
export function guardTouches(page: Window, now: () => number): Stop {
  const touches = new Touches(pxPerMm);
  /** Where each pointer went down, so that it can be told to let go. */
  const under = new Map<number, EventTarget>();
  const swallow = (e: Event): void => {
    e.stopImmediatePropagation();
    if (e.cancelable) e.preventDefault();
  };
  const letGo = (pointerId: number): void => {
    under.get(pointerId)?.dispatchEvent(new PointerEvent("pointercancel", { pointerId, bubbles: true, composed: true }));
  };
  const down = (e: PointerEvent): void => {
    const control = controlOf(e);
    const judged = touches.press(contactOf(e), control);
    if (judged === "counts") under.set(e.pointerId, e.composedPath()[0]!);
    if (judged === "ignored") swallow(e);
    if (judged !== "spoils") return;
    swallow(e);
    for (const [id] of under) if (id !== e.pointerId && touches.isIgnored(id)) letGo(id);
  };
  const move = (e: PointerEvent): void => {
    if (touches.grew(contactOf(e))) letGo(e.pointerId);
    else if (e.isTrusted && touches.isIgnored(e.pointerId)) swallow(e);
  };
  const up = (e: PointerEvent): void => {
    // What we told a control ourselves must reach it, and leaves the finger where it is.
    if (!e.isTrusted) return;
    touches.lift(e.pointerId);
    under.delete(e.pointerId);
  };
  const click = (e: MouseEvent): void => {
    const control = controlOf(e);
    if (control === null) return;
    // A mouse does not shake; and a click without a pointer is a key's, or an assistant's, and lies nowhere.
    const { pointerId, pointerType } = e as PointerEvent;
    const sends = pointerType !== "mouse" && control.closest("[data-command]:not([data-repeats], select, input)") !== null;
    if (e.detail !== 0 && !touches.taps({ id: pointerId ?? -1, x: e.clientX, y: e.clientY }, sends, now())) swallow(e);
  };
  const key = (e: KeyboardEvent): void => {
    // Enter that is held down presses a button thirty times a second; a slide and a hold count it themselves.
    if (e.key !== "Enter" || !e.repeat) return;
    const control = controlOf(e);
    if (control instanceof HTMLButtonElement && control.matches("[data-command]")) swallow(e);
  };
  const listeners = [["pointerdown", down], ["pointermove", move], ["pointerup", up], ["pointercancel", up], ["click", click], ["keydown", key]] as const;
  for (const [kind, listener] of listeners) page.addEventListener(kind, listener as (e: Event) => void, { capture: true });
  return () => {
    for (const [kind, listener] of listeners) page.removeEventListener(kind, listener as (e: Event) => void, { capture: true });
  };
}

const contactOf = (e: PointerEvent): Contact => ({ id: e.pointerId, widthPx: e.width, heightPx: e.height, x: e.clientX, y: e.clientY });
/** The innermost control that an event is about, through all shadow roots. */
const controlOf = (e: Event): HTMLElement | null => e.composedPath().find((node): node is HTMLElement => node instanceof HTMLElement && node.matches(CONTROLS)) ?? null;
