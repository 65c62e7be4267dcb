import { keptFree, type Ground, type PageBox } from "../kit/kept-free.ts";
import type { SceneElement } from "../scenes/scene.ts";

/**
 * Where on a display what is told may lie: on its maps, off every word that stands there, off their legends and off every other panel. Numbers decide on a
 * wall, and none of them waits for half a minute.
 */
export function toldGround(plane: HTMLElement): Ground {
  const rooms: PageBox[] = [];
  const taken: PageBox[] = [...keptFree()];
  for (const scene of plane.querySelectorAll<SceneElement>(".piece:not([data-behind]) wall-scene"))
    for (const slot of scene.renderRoot.querySelectorAll<HTMLElement>(".slot:not([data-waits])")) (slot.firstElementChild?.shadowRoot?.querySelector("wall-map") ? rooms : taken).push(slot.getBoundingClientRect());
  for (const word of plane.querySelectorAll<HTMLElement>(".stage-word")) if (word.checkVisibility({ visibilityProperty: true })) taken.push(word.getBoundingClientRect());
  return { rooms, taken };
}
