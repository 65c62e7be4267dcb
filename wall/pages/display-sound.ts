import "../kit/alarm.ts";
import { ContextProvider } from "@lit/context";
import { systemClock } from "../../model/clock.ts";
import type { Wall } from "../../model/wall.ts";
import type { AlarmElement } from "../kit/alarm.ts";
import { soundContext } from "../kit/contexts.ts";
import type { IndicatorView } from "../kit/reads.ts";
import { openAtTouch } from "../kit/sound-opening.ts";
import { browserAir, Sound } from "../kit/sound.ts";
import { toldGround } from "./told-ground.ts";

/**
 * The first display of a wall, or a page of the whole wall, sounds for the room: nine that sound at once are an echo. It
 * opens by itself where the kiosk lets it, by a touch elsewhere, and says in `<html data-sound>` which; until it is open
 * it asks for no alerts.
 * @param plane that holds the scenes
 */
export function soundFor(wall: Pick<Wall, "sound" | "region">, display: number | undefined, indicators: ReadonlyMap<string, IndicatorView>, plane: HTMLElement): void {
  if (!wall.sound || (display !== undefined && display !== 1)) return;
  const sound = new Sound({ clock: systemClock, room: wall.sound, air: browserAir });
  new ContextProvider(document.body, { context: soundContext, initialValue: sound });
  openAtTouch(window, sound);
  let alarm: AlarmElement | undefined;
  const look = () => {
    document.documentElement.dataset.sound = sound.state;
    if (alarm || sound.state !== "open") return;
    alarm = Object.assign(document.createElement("wall-alarm"), { region: wall.region, indicators, untouched: true, ground: () => toldGround(plane) });
    document.body.append(alarm);
  };
  sound.onChange(look);
  look();
  void sound.open();
}
