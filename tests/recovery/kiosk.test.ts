import { spawn, type ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browserPath, FLAGS } from "../fixtures/chromium.ts";
import { callerOf, until, type Caller } from "../fixtures/caller.ts";
import { temporaryFolder } from "../fixtures/folder.ts";
import { RECORD_ALONE, startServer, type RunningServer } from "../fixtures/start-server.ts";

let server: RunningServer;
let api: Caller;
let watchdog: ChildProcess | undefined;
let printed = "";
beforeAll(async () => {
  server = await startServer({ env: RECORD_ALONE });
  api = callerOf(server);
});
afterAll(async () => {
  watchdog?.kill("SIGTERM");
  await server?.stop();
});

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}
/** Everything that runs, by Linux' own list. */
const running = (): Process[] =>
  readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((name): Process[] => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return state === "Z" ? [] : [{ pid: Number(name), parent: Number(parent), command: readFileSync(`/proc/${name}/cmdline`, "utf8") }];
    } catch {
      return [];
    }
  });
function below(root: number): Process[] {
  const all = running();
  const family = new Set([root]);
  for (let grown = 0; grown !== family.size; ) {
    grown = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all.filter(({ pid }) => pid !== root && family.has(pid));
}
const count = (words: RegExp): number => [...printed.matchAll(new RegExp(words, "g"))].length;
const shown = (times: number) => until(async () => count(/ shows /), (n) => n >= times);
const isThere = () => until(async () => (await api.get("/walls/live", "chief@44")).body.displays[0].state, (state) => state === "connected");

test.skipIf(process.platform !== "linux")("the watchdog starts the browser of a display and starts it anew when its page is killed, its page hangs, or the whole browser hangs; nothing of it is left behind", { timeout: 240_000 }, async () => {
  const home = temporaryFolder();
  watchdog = spawn(process.execPath, [resolve("kiosk/watchdog.mjs")], {
    env: { PATH: process.env.PATH, HOME: home, WALL_URL: `${server.url}/wall/live/1`, BROWSER: browserPath(), BROWSER_FLAGS: ["--headless=new", ...FLAGS].join(" ") },
    stdio: ["ignore", "pipe", "inherit"],
  });
  watchdog.stdout!.setEncoding("utf8").on("data", (chunk: string) => (printed += chunk));
  const { pid } = watchdog;
  await shown(1);
  await isThere();
  const pages = () => below(pid!).filter(({ command }) => command.includes("--type=renderer"));
  const browser = () => below(pid!).find(({ parent, command }) => parent === pid && !command.includes("--type="))!;

  const harms: readonly [string, () => void][] = [
    ["its page is killed", () => pages().forEach((page) => process.kill(page.pid, "SIGKILL"))],
    ["its page hangs", () => pages().forEach((page) => process.kill(page.pid, "SIGSTOP"))],
    ["the browser hangs", () => process.kill(browser().pid, "SIGSTOP")],
  ];
  for (const [i, [what, harm]] of harms.entries()) {
    const before = browser().pid;
    const harmedAt = performance.now();
    harm();
    await until(async () => count(/ restart in /), (n) => n > i);
    console.log(`${what}: ended after ${((performance.now() - harmedAt) / 1000).toFixed(1)} s; ${printed.trim().split("\n").at(-1)}`);
    await shown(i + 2);
    await isThere();
    expect(browser().pid).not.toBe(before);
  }
  watchdog.kill("SIGTERM");
  await until(async () => running().filter(({ command }) => command.includes(home)), (left) => left.length === 0);
});
