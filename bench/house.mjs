import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../scripts/prepare.mjs";

const freePort = () =>
  new Promise((done) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

/** `npm start` on a fresh data directory, timed from the start of the process to readiness. */
export async function startHouse() {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), "guanlan-bench-"));
  const begun = performance.now();
  const child = spawn(process.execPath, [join(root, "scripts", "start.mjs")], { cwd: root, env: { ...process.env, PORT: String(port), DATA_DIR: dataDir }, stdio: ["ignore", "ignore", "inherit"] });
  const base = `http://localhost:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode} before it was ready.`);
    if (await fetch(`${base}/readyz`).then((r) => r.ok, () => false)) break;
    await new Promise((done) => setTimeout(done, 20));
  }
  const readyMs = Math.round(performance.now() - begun);
  let peakKb = 0;
  const watch = setInterval(() => {
    try {
      peakKb = Math.max(peakKb, Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0));
    } catch {
      // Not Linux, or gone: then the figure stays what it was.
    }
  }, 500);
  const { items } = await (await fetch(`${base}/api/v1/session/demo`)).json();
  return {
    base,
    readyMs,
    account: (name) => items.find((a) => a.account === name) ?? items.find((a) => a.role === name),
    peakRssMb: () => Math.round(peakKb / 1024),
    async stop() {
      clearInterval(watch);
      const gone = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await gone;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
