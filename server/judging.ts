import { Worker } from "node:worker_threads";
import type { Clock } from "../model/ports.ts";
import { Problem } from "../model/problem.ts";
import type { Scene, WallFault } from "../model/scene.ts";
import type { Wall } from "../model/wall.ts";

/** The largest scene takes a few seconds on all rooms; what takes longer than this is broken. */
const TAKES_AT_MOST_MS = 60_000;
/** Each is judged with a core of its own, one after the other. */
const MOST_WAITING = 4;
const MEMORY_MB = 512;

/** Reads a scene on walls in every theme without keeping anybody else waiting. @throws Problem too_many, or failed when it could not be read at all */
export type JudgeScene = (scene: Scene, walls: readonly Wall[]) => Promise<WallFault[]>;

/** @param file the built `scene-judge` */
export function createJudging({ file, clock }: { readonly file: URL; readonly clock: Pick<Clock, "after"> }): JudgeScene {
  let line: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const one = (scene: Scene, walls: readonly Wall[]): Promise<WallFault[]> => new Promise((done, fail) => {
    const worker = new Worker(file, { workerData: { scene, walls }, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
    const failed = (why: string): void => fail(new Problem("failed", `Scene "${scene.id}" could not be read: ${why}. Nothing was saved.`));
    const stop = clock.after(TAKES_AT_MOST_MS, () => {
      failed(`it took longer than ${TAKES_AT_MOST_MS / 1000} s`);
      void worker.terminate();
    });
    worker.once("message", (faults: WallFault[]) => done(faults));
    worker.once("error", (error) => failed(String(error)));
    worker.once("exit", () => {
      stop();
      failed("its thread ended without an answer");
    });
  });
  return async (scene, walls) => {
    if (waiting >= MOST_WAITING) throw new Problem("too_many", `${waiting} scenes are being read already. Send this one again in a few seconds.`);
    waiting++;
    const mine = line.then(() => one(scene, walls));
    line = mine.catch(() => {});
    try {
      return await mine;
    } finally {
      waiting--;
    }
  };
}
