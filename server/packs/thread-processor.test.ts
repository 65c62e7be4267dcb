import { existsSync } from "node:fs";
import process from "node:process";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { ownThread, threadProcessorMs } from "./thread-processor.ts";

const isTold = existsSync("/proc/thread-self/schedstat");

test.runIf(isTold)("what a thread had of the processor is its own: what its neighbour burns is not counted", async () => {
  const mine = ownThread();
  const burning = new Worker(`
    const { parentPort } = require("node:worker_threads");
    const task = Number(/task\\/(\\d+)$/.exec(require("node:fs").readlinkSync("/proc/thread-self"))[1]);
    const { user, system } = process.cpuUsage();
    for (let used = { user: 0, system: 0 }; used.user + used.system < 200_000; used = process.cpuUsage({ user, system }));
    parentPort.postMessage(task);
    setInterval(() => {}, 1_000);
  `, { eval: true });
  const before = threadProcessorMs(mine)!;
  const its = await new Promise<number>((told) => burning.once("message", told));
  const [burnt, waited] = [threadProcessorMs(its)!, threadProcessorMs(mine)! - before];
  await burning.terminate();
  expect(burnt).toBeGreaterThan(waited);
  expect(threadProcessorMs(its)).toBe(null);
});

test("where the system tells nothing of a thread nothing is made up", () => {
  expect([threadProcessorMs(0), threadProcessorMs(process.pid * 1_000_003)]).toEqual([null, null]);
});
