import { spawn } from "node:child_process";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../fixtures/folder.ts";
import { RESTARTS_MS } from "../fixtures/start-server.ts";

const WITHIN_MS = 120_000;

/** `npm start` as a person or a supervisor types it, in a process group of its own. */
async function npmStart(dataDir: string) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|VITEST|NODE_|PROFILE|HOST$)/.test(name)));
  const npm = spawn("npm", ["start"], { detached: true, stdio: ["ignore", "pipe", "pipe"], env: { ...env, PORT: "0", DATA_DIR: dataDir } });
  const killGroup = () => {
    try {
      process.kill(-npm.pid!, "SIGKILL");
    } catch {
      // Nothing of it runs any more.
    }
  };
  onTestFinished(killGroup);
  let printed = "";
  for (const stream of [npm.stdout, npm.stderr]) stream.setEncoding("utf8").on("data", (chunk: string) => (printed += chunk));
  const gone = new Promise<number | null>((done) => npm.once("exit", done));
  const until = performance.now() + WITHIN_MS;
  for (;;) {
    const port = /^观澜 Guanlan · \S+:(\d+)$/m.exec(printed)?.[1];
    if (port && (await fetch(`http://127.0.0.1:${port}/readyz`).then((r) => r.ok, () => false)))
      return { npm, gone, killGroup, answers: () => fetch(`http://127.0.0.1:${port}/healthz`).then((r) => r.ok, () => false) };
    if (npm.exitCode !== null || performance.now() > until) {
      killGroup();
      throw new Error(`npm start did not come to serve:\n${printed}`);
    }
    await new Promise((done) => setTimeout(done, 50));
  }
}

test("SIGTERM to npm itself stops the server before npm is gone, and SIGKILL of the group leaves a folder to start on", async () => {
  const dataDir = temporaryFolder();
  const first = await npmStart(dataDir);
  first.npm.kill("SIGTERM");
  expect(await first.gone).toBe(0);
  expect(await first.answers()).toBe(false);

  // The folder is free at once, and again after a kill.
  const second = await npmStart(dataDir);
  second.killGroup();
  await second.gone;
  const third = await npmStart(dataDir);
  third.npm.kill("SIGTERM");
  expect(await third.gone).toBe(0);
}, 2 * RESTARTS_MS);
