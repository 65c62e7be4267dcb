import { Worker } from "node:worker_threads";
import { HEAP_BYTES, type PackThread } from "./port.ts";
import { threadProcessorMs } from "./thread-processor.ts";

const MB = 1024 * 1024;
const YOUNG_MB = 4;
const STACK_MB = 2;
/** Words of the memory that both sides see: the calls whose code was begun and finished last, and the thread as the system knows it. */
export const BEGUN = 0;
export const FINISHED = 1;
export const THREAD = 2;

export interface ThreadData {
  readonly progress: Int32Array<SharedArrayBuffer>;
}

/** A thread on this machine, running the built `pack-thread.js`. It gets neither the environment nor a word on the server's output. */
export function startThread(file: URL): PackThread {
  const progress = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
  const worker = new Worker(file, {
    name: "packs", workerData: { progress } satisfies ThreadData, env: {}, stdout: true, stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_BYTES / MB - YOUNG_MB, maxYoungGenerationSizeMb: YOUNG_MB, stackSizeMb: STACK_MB },
  });
  worker.stdout.resume();
  worker.stderr.resume();
  // A server that stops waits for no pack.
  worker.unref();
  let end: Parameters<PackThread["onEnd"]>[0] = () => {};
  let hasEnded = false;
  const ended: typeof end = (why, words) => {
    if (hasEnded) return;
    hasEnded = true;
    end(why, words);
  };
  worker.on("error", (error: unknown) => ended((error as { code?: unknown } | null)?.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "exit", String(error).slice(0, 300)));
  worker.on("exit", (code) => ended("exit", `exit ${code}`));
  return {
    post: (message) => worker.postMessage(message),
    progress: () => ({ begun: Atomics.load(progress, BEGUN), finished: Atomics.load(progress, FINISHED) }),
    processorMs: () => threadProcessorMs(Atomics.load(progress, THREAD)),
    onMessage: (listener) => void worker.on("message", listener),
    onEnd: (listener) => void (end = listener),
    async terminate() {
      hasEnded = true;
      await worker.terminate();
    },
  };
}
