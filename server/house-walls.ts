import { isDeepStrictEqual } from "node:util";
import { overlap } from "../layouts/picture.ts";
import { misfit, SCENES, WALLS } from "../layouts/shelf.ts";
import type { Actor } from "../model/account.ts";
import type { Alert } from "../model/alert.ts";
import type { Clock, Ids } from "../model/ports.ts";
import type { DarkDisplay, Picture, Wall, WallState } from "../model/wall.ts";
import { THEME_IDS, type ThemeId } from "../themes/theme.ts";
import { THEMES } from "../themes/themes.ts";
import { kindOf } from "../wall/marks/kinds.ts";
import type { Catalog } from "./catalog/index.ts";
import { darkOf, type Devices } from "./devices/index.ts";
import { createDirector, createDisplays, createShows, type Director, type Displays, type Shows } from "./director/index.ts";
import type { JudgeScene } from "./judging.ts";
import { createMisfits } from "./misfits.ts";
import { createScenes, type Scenes } from "./scenes/index.ts";
import type { Situation } from "./situation.ts";
import { createWallScenes, type WallScenes } from "./wall-scenes.ts";

export interface HouseWallsNeeds {
  readonly catalog: Catalog;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly judge: JudgeScene;
  readonly devices: Devices;
  isWithin(code: string, ancestor: string): boolean;
  /** Those that run. */
  situation(id: string): Situation | undefined;
  /** Alerts of live; none before it is open. */
  alerts(): Iterable<Alert>;
  /** Whoever watches a wall hears that its state has changed. */
  tell(): void;
}

/** The walls of a house: what is decided about them, what stands on them, and how their displays are. */
export interface HouseWalls {
  readonly director: Director;
  readonly displays: Displays;
  readonly composed: Scenes;
  readonly scenes: WallScenes;
  /** As the glass has it: also what it is turning to, the scenes that it names, and which of its displays are dark. */
  state(wall: string): WallState | undefined;
  /** What stands now, where a change is still behind the curtain. */
  picture(wall: Wall): Picture;
  /** The displays that live's alerts say are dark. */
  dark(wall: string): readonly DarkDisplay[];
  /** A display's picture is set up. */
  ready(wall: string, n: number, picture: number): void;
  /** Of a glass that a paired device hangs at, only that device tells how it is; else whoever shows it. */
  speaksFor(actor: Actor, wall: string, n: number): boolean;
  /** What is decided comes onto the glass, and whoever watches a wall is told: also of what no display waits for. */
  look(): void;
  /** Begins to show, once the journal has said where every wall looks. */
  open(): void;
  close(): void;
}

export function createHouseWalls({ catalog, clock, ids, judge, devices, isWithin, situation, alerts, tell }: HouseWallsNeeds): HouseWalls {
  const composed = createScenes({ shipped: SCENES, isWithin });
  const scenes = createWallScenes({ catalog, composed, judge, isWithin });
  // A room file may be an installation's own.
  const known = new Set(catalog.walls.filter((wall) => isDeepStrictEqual(wall, WALLS.get(wall.id))).map(({ id }) => id));
  const isShipped = ({ id }: Wall, { scene, parts }: Picture): boolean => parts.length === 0 && SCENES.has(scene) && known.has(id);
  const misfits = createMisfits({
    clock,
    // Each scene of the product has been read in each of its rooms and themes before it was shipped (layouts/every-scene.test): read here is what people compose, a wall that is shared out, a room of somebody's own.
    misfit: (wall, picture) => (isShipped(wall, picture) ? null : misfit(wall, picture, kindOf(THEMES[picture.theme as ThemeId]), (ref) => scenes.scene(ref))),
  });
  const director = createDirector({
    walls: catalog.walls,
    region: (code) => catalog.regions.find(code),
    isWithin,
    situation: (id) => situation(id)?.info(),
    simNow: (id) => situation(id)?.simNow() ?? clock.now(),
    incident: (of, id) => situation(of)?.incidents.incident(id),
    topic: (id) => catalog.topic(id),
    hasPoints: (id) => catalog.topic(id)?.indicators.some(({ leaf, siteKind }) => leaf === "site" && siteKind !== undefined) ?? false,
    scenes: (wall) => scenes.of(wall),
    sceneNow: (id) => scenes.now(id),
    ids,
    themes: THEME_IDS,
    overlap,
    misfit: (wall, picture) => misfits.of(wall, picture),
  });
  const displays = createDisplays({ walls: catalog.walls, clock });
  let shows: Shows | undefined;
  const dark = (wall: string): DarkDisplay[] => darkOf(alerts(), wall);

  function state(wall: string): WallState | undefined {
    const known = shows?.state(wall) ?? director.state(wall, clock.now());
    if (!known) return undefined;
    const definitions = scenes.definitions(known.show?.before ? [known, known.show.before] : [known]);
    const darkNow = dark(wall);
    return { ...known, ...(Object.keys(definitions).length > 0 && { definitions }), ...(darkNow.length > 0 && { dark: darkNow }) };
  }
  devices.onChange((wall, n) => displays.forget(wall, n));
  displays.onChange((wall, n, how) => {
    if (how === "dark") shows?.gone(wall, n);
    else expectOn(wall);
  });
  /** Of a wall that is watched, its named pictures are known before one of them is wanted. */
  function expectOn(id: string): void {
    const wall = catalog.walls.find((each) => each.id === id)!;
    const standing = director.picture(wall, clock.now());
    const named = [...(wall.presets ?? []).map(({ scene }) => scene), wall.emergencyScene, wall.scene, ...Object.values(wall.scenes ?? {})];
    misfits.expect(wall, named.flatMap((scene) => {
      const called = scene === undefined ? undefined : scenes.now(scene);
      return called === undefined ? [] : [{ ...standing, scene: called, parts: [] }];
    }));
  }

  return {
    director, displays, composed, scenes, state, dark,
    picture(wall) {
      const known = state(wall.id);
      const { since = 0, before } = known?.show ?? {};
      const stands = before !== undefined && (since === null || since > clock.now()) ? before : known;
      return stands ?? director.picture(wall, clock.now());
    },
    ready: (wall, n, picture) => shows?.ready(wall, n, picture),
    speaksFor(actor, wall, n) {
      const device = devices.at(wall, n);
      return device === undefined || devices.byAccount(actor.account) === device;
    },
    look() {
      shows?.look();
      tell();
    },
    open() {
      shows = createShows({ walls: catalog.walls, director, clock, alive: (wall) => displays.alive(wall), tell });
    },
    close() {
      shows?.close();
      displays.close();
      misfits.close();
    },
  };
}
