import type { SituationInfo } from "../../model/situation.ts";
import { sceneFor, type Picture, type Wall } from "../../model/wall.ts";

/**
 * What a wall is likely to show next, one picture for each scene: what its presets call, what the records call for that are
 * played, what a response shows, and what it shows of itself. A preset of a world that does not run is taken in the one that stands.
 * @param running the situations that run
 */
export function likelyPictures(wall: Pick<Wall, "scene" | "scenes" | "presets" | "emergencyScene">, standing: Picture, running: readonly Pick<SituationInfo, "id" | "feed">[]): ReadonlyMap<string, Picture> {
  const likely = new Map<string, Picture>();
  const add = (scene: string | undefined, situation = standing.focus.situation, region = standing.focus.region): void => {
    const called = scene ?? sceneFor(wall, running.find(({ id }) => id === situation)?.feed ?? "");
    if (called !== standing.scene && !likely.has(called)) likely.set(called, { ...standing, scene: called, focus: { situation, region } });
  };
  for (const { scene, situation, region } of wall.presets ?? []) add(scene, running.some(({ id }) => id === situation) ? situation : undefined, region);
  for (const { id } of running) add(undefined, id);
  if (wall.emergencyScene !== undefined) add(wall.emergencyScene);
  add(wall.scene);
  return likely;
}
