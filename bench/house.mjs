import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../scripts/prepare.mjs";

/**
 * `npm start` on a fresh data directory, timed from the start of the process to readiness. As shipped: packs compute beside the storm (SIMULATE=drills),
 * unless whoever measures sets SIMULATE.
 * @param options.tellsMemory it can be asked for its memory; costs a channel beside the product
 * @param options.dataDir data that are there already; they are left as they are
 */
export async function startHouse({ tellsMemory = false, dataDir: given } = {}) {
  const dataDir = given ?? mkdtempSync(join(tmpdir(), "guanlan-bench-"));
  const begun = performance.now();
  const asked = tellsMemory ? ["--expose-gc", "--import", pathToFileURL(join(root, "bench", "tell-memory.mjs")).href] : [];
  const child = spawn(process.execPath, [...asked, join(root, "scripts", "start.mjs")], { cwd: root, env: { ...process.env, PORT: "0", DATA_DIR: dataDir }, stdio: ["ignore", "pipe", "inherit", ...(tellsMemory ? ["ipc"] : [])] });
  // It takes a free port itself and prints it once it listens: one that was probed here could be taken by another meanwhile.
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (chunk) => (printed = (printed + chunk).slice(-100_000)));
  let base = null;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode} before it was ready.`);
    base ??= /观澜 Guanlan · (http:\S+)/.exec(printed)?.[1] ?? null;
    if (base && (await fetch(`${base}/readyz`).then((r) => r.ok, () => false))) break;
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
  const account = (name) => items.find((a) => a.account === name) ?? items.find((a) => a.role === name);
  const call = async (as, method, path, body) => {
    const headers = { authorization: `Bearer ${account(as).token}`, ...(body && { "content-type": "application/json" }) };
    const answer = await fetch(`${base}/api/v1${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (answer.status === 429) {
      // The server of a busy machine asks to be asked again; a source does so.
      await new Promise((done) => setTimeout(done, Number(answer.headers.get("retry-after")) * 1_000));
      return await call(as, method, path, body);
    }
    if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${await answer.text()}`);
    return answer.status === 204 ? null : await answer.json();
  };
  let commands = 0;
  return {
    base,
    readyMs,
    account,
    call,
    get: (path) => call("commander@44", "GET", path),
    command: (kind, data) => call("commander@44", "POST", "/commands", { id: `bench-${++commands}`, kind, situation: "live", data }),
    async samples(samples) {
      const { accepted, problems } = await call("source", "POST", "/samples", { samples });
      if (accepted !== samples.length) throw new Error(`Only ${accepted} of ${samples.length} samples were accepted: ${JSON.stringify(problems?.[0])}`);
    },
    /** Resident now, as the system counts it. */
    rssMb: () => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0) / 1024),
    peakRssMb: () => Math.round(peakKb / 1024),
    /** Bytes, after a whole collection: `rss`, `heapUsed`, `external`. */
    memory: () =>
      new Promise((done) => {
        child.once("message", done);
        child.send("memory");
      }),
    /** SIGKILL; what it has left stays. */
    async kill() {
      clearInterval(watch);
      const gone = new Promise((done) => child.once("exit", done));
      child.kill("SIGKILL");
      await gone;
    },
    async stop() {
      clearInterval(watch);
      const gone = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await gone;
      if (given === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
