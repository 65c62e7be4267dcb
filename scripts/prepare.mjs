// What `npm start` and `npm test` need on a bare clone with nothing but Node: the packages, then the build.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { spawn, spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Runs one step in the foreground; ends this process with its status when it fails. */
export function step(words, command, args, env = {}) {
  console.log(`\n— ${words}`);
  const { status, signal } = spawnSync(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env }, shell: process.platform === "win32" });
  if (status !== 0) {
    console.error(`${words}: failed (${signal ?? `exit ${status}`}): ${command} ${args.join(" ")}`);
    process.exit(status ?? 1);
  }
}

/**
 * Runs one step beside others; resolves with whether it passed.
 * @param isSeen it prints as it goes; otherwise all that it has printed stands together once it has ended
 */
export function stepBeside(words, command, args, { isSeen = false } = {}) {
  console.log(`\n— ${words}`);
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: isSeen ? "inherit" : ["ignore", "pipe", "pipe"], env: process.env, shell: process.platform === "win32" });
    let printed = "";
    for (const stream of isSeen ? [] : [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (chunk) => (printed += chunk));
    child.once("error", (error) => (printed += `${error.message}\n`));
    child.once("close", (status, signal) => {
      if (printed) console.log(`\n— ${words}, ended:\n${printed}`);
      if (status !== 0) console.error(`${words}: failed (${signal ?? `exit ${status}`}): ${command} ${args.join(" ")}`);
      done(status === 0);
    });
  });
}

/** Installs exactly what the lock file says, once per lock file. */
export function install() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  // The same range as `engines` in package.json, said before npm says it at length.
  if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22)) {
    console.error(`Guanlan needs Node 20.19 or newer of 20, or 22.12 or newer; this is Node ${process.versions.node}. Install one of those and try again.`);
    process.exit(1);
  }
  const mark = join(root, "node_modules", ".guanlan-lock");
  const lock = createHash("sha256").update(readFileSync(join(root, "package-lock.json"))).digest("hex");
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return;
  step("Installing packages (安装依赖)", npm, ["ci", "--no-audit", "--no-fund", "--include=dev"], { NODE_ENV: "" });
  writeFileSync(mark, lock);
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, 0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Builds the pages and the server when a source is newer than the last build. */
export function build() {
  const mark = join(root, "dist", ".built");
  const sources = ["model", "themes", "layouts", "topics", "server", "wall", "vite.config.ts", "package-lock.json"].map((s) => join(root, s)).filter((s) => existsSync(s));
  const latest = Math.max(...sources.map(newest));
  if (existsSync(mark) && Number(readFileSync(mark, "utf8")) >= latest) return;
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  step("Building the pages (构建页面)", process.execPath, [vite, "build", "--logLevel", "warn"]);
  step("Building the server (构建服务)", process.execPath, [vite, "build", "--ssr", "--logLevel", "warn"]);
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(mark, String(latest));
}
