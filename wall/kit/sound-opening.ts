import type { Stop } from "../../model/ports.ts";
import type { Sound } from "./sound.ts";

/** What a browser takes for a person's touch: a mouse counts when it goes down, a finger when it comes up. */
const TOUCHES = ["pointerdown", "pointerup", "keydown"] as const;

/** The first touch opens the sound, whatever it was meant for: nobody has to know that a browser asks for one. */
export function openAtTouch(page: Pick<Window, "addEventListener" | "removeEventListener">, sound: Sound): Stop {
  const touched = (): void => void sound.open();
  const stop = (): void => {
    for (const kind of TOUCHES) page.removeEventListener(kind, touched, { capture: true });
    unheard();
  };
  const unheard = sound.onChange(() => sound.state === "unopened" || stop());
  for (const kind of TOUCHES) page.addEventListener(kind, touched, { capture: true });
  return stop;
}
