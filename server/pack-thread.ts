import { AsyncLocalStorage } from "node:async_hooks";
import process from "node:process";
import { getHeapStatistics } from "node:v8";
import { parentPort, workerData } from "node:worker_threads";
import { collector } from "./heap.ts";
import { BEGUN, FINISHED, THREAD, bareGlobals, carryPacks, freezeShared, loadFeed, ownThread, thrownWords, type ThreadData, type ToThread } from "./packs/index.ts";

// The packs' thread: the second entry of the server's build. Whatever a pack does to it, the server's own loop goes on.
const port = parentPort;
if (!port) throw new Error("pack-thread.js is started by the server, as a thread.");
const { progress } = workerData as ThreadData;
Atomics.store(progress, THREAD, ownThread());
const whose = new AsyncLocalStorage<string>();
const carry = carryPacks({
  load: loadFeed,
  send: (message) => port.postMessage(message),
  begin: (call) => void Atomics.store(progress, BEGUN, call),
  finish: (call) => void Atomics.store(progress, FINISHED, call),
  as: (topic, code) => whose.run(topic, code),
  used() {
    const { used_heap_size, external_memory } = getHeapStatistics();
    return used_heap_size + external_memory;
  },
  collect: collector(),
});
// What a pack has left behind and fails later is still its own.
process.on("uncaughtException", (error) => port.postMessage({ kind: "stray", topic: whose.getStore() ?? null, words: thrownWords(error) }));
bareGlobals();
// Before any pack is loaded, and once.
freezeShared();
port.on("message", (message: ToThread) => void carry(message));
