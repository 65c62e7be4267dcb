import { parentPort, workerData } from "node:worker_threads";
import { judge } from "../layouts/judge.ts";
import type { Scene } from "../model/scene.ts";
import type { Wall } from "../model/wall.ts";
import { THEMES } from "../themes/themes.ts";
import { drawnOnce, kindOf } from "../wall/marks/kinds.ts";

/** The compiler on a thread of its own: reading one map takes longer than a beat may wait. */
const { scene, walls } = workerData as { readonly scene: Scene; readonly walls: readonly Wall[] };
const drawn = drawnOnce();
parentPort!.postMessage(judge(scene, walls, Object.values(THEMES).map((theme) => ({ id: theme.id, kindOf: kindOf(theme, drawn) }))));
