// Starts the browser of one display and watches it, from a process of its own: a browser that hangs cannot watch itself.
// It speaks to the browser over a pipe that nobody else can open (no debugging port), asks every two seconds for one painted
// frame, and starts a browser anew that answers nothing for eight. Needs Node 20 and nothing else.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

const ASKED_EVERY_MS = 2_000;
/** Silence after which a browser that has shown something is started anew; a page may be busy for a moment. */
const SILENT_MS = 8_000;
/** A cold machine takes its time until the first frame. */
const STARTS_WITHIN_MS = 60_000;
/** Between two starts, doubled as long as none of them shows anything. */
const AGAIN_MS = 1_000;
const AGAIN_AT_MOST_MS = 30_000;
/** A page that could not be loaded, or has wandered off, is sent for again this often. */
const SENT_AGAIN_MS = 5_000;

const { url, profile, browser, flags } = settings(process.env);
const say = (words) => console.log(`${new Date().toISOString()} ${words}`);

let child = null;
let stopping = false;
let waitMs = AGAIN_MS;
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"])
  process.on(signal, () => {
    stopping = true;
    end(child);
    process.exit(0);
  });
while (!stopping) {
  const why = await run();
  if (stopping) break;
  say(`restart in ${waitMs / 1000} s: ${why}`);
  await new Promise((done) => setTimeout(done, waitMs));
  waitMs = Math.min(waitMs * 2, AGAIN_AT_MOST_MS);
}

/** One life of the browser; resolves with why it ended. */
async function run() {
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  child = spawn(browser, [...kioskFlags(), ...flags, "about:blank"], { detached: process.platform !== "win32", stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const mine = child;
  say(`start ${browser} (pid ${mine.pid ?? "none"})`);
  return await new Promise((resolve) => {
    let ended = false;
    let timer;
    const finish = (why) => {
      if (ended) return;
      ended = true;
      clearInterval(timer);
      end(mine);
      resolve(why);
    };
    mine.once("error", (error) => finish(`the browser could not be started: ${error.message}`));
    mine.once("exit", (code, signal) => finish(`the browser ended with ${signal ?? code}`));
    for (const pipe of [mine.stdio[3], mine.stdio[4]]) pipe.on("error", () => finish("the pipe to the browser broke"));

    const started = performance.now();
    /** When it answered last, whatever it shows: a server that is away is no reason to start the browser anew. */
    let answered = null;
    let hasShown = false;
    let sentAt = Number.NEGATIVE_INFINITY;
    let session = null;
    let asking = false;
    const wire = openWire(mine.stdio[3], mine.stdio[4], ({ method, sessionId }) => {
      if (method === "Inspector.targetCrashed" && sessionId === session) finish("the page crashed");
      if (method === "Target.detachedFromTarget") session = null;
    });
    /** Sends the page to the wall, unless it has been sent a moment ago. */
    async function send() {
      if (performance.now() - sentAt < SENT_AGAIN_MS) return;
      sentAt = performance.now();
      await wire.call("Page.navigate", { url }, session);
    }
    async function ask() {
      if (session === null) {
        const { targetInfos } = await wire.call("Target.getTargets", {});
        const page = targetInfos.find(({ type }) => type === "page");
        if (!page) return;
        ({ sessionId: session } = await wire.call("Target.attachToTarget", { targetId: page.targetId, flatten: true }));
        await wire.call("Inspector.enable", {}, session);
      }
      // One frame: a page that runs and a screen that is painted, both.
      const { result } = await wire.call("Runtime.evaluate", { expression: "new Promise((done) => requestAnimationFrame(() => done(location.origin)))", awaitPromise: true, returnByValue: true }, session);
      if (ended) return;
      if (result?.value !== new URL(url).origin) return await send();
      if (!hasShown) say(`shows ${url}`);
      hasShown = true;
      waitMs = AGAIN_MS;
    }
    timer = setInterval(() => {
      const silentMs = performance.now() - (answered ?? started);
      if (silentMs > (answered === null ? STARTS_WITHIN_MS : SILENT_MS)) return finish(`no frame for ${Math.round(silentMs / 1000)} s`);
      if (asking) return;
      asking = true;
      void ask()
        // A page that was just loaded anew takes its question along, and says so; that is an answer too.
        .catch((error) => (/crash/i.test(error.message) ? finish("the page crashed") : (session = null)))
        .then(() => (answered = performance.now()))
        .finally(() => (asking = false));
    }, ASKED_EVERY_MS);
  });
}

/** DevTools over a pipe: JSON texts, each ended by a zero byte. */
function openWire(write, read, heard) {
  const waiting = new Map();
  let next = 0;
  let rest = "";
  read.setEncoding("utf8");
  read.on("data", (chunk) => {
    const texts = (rest + chunk).split("\0");
    rest = texts.pop();
    for (const text of texts) {
      const message = JSON.parse(text);
      const answer = waiting.get(message.id);
      if (!answer) {
        heard(message);
        continue;
      }
      waiting.delete(message.id);
      if (message.error) answer.failed(new Error(message.error.message));
      else answer.done(message.result);
    }
  });
  return {
    call: (method, params, sessionId) =>
      new Promise((done, failed) => {
        const id = ++next;
        waiting.set(id, { done, failed });
        write.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
      }),
  };
}

/** Ends a browser with all its processes, also those that are stopped. */
function end(one) {
  if (!one?.pid) return;
  try {
    if (process.platform === "win32") execFileSync("taskkill", ["/pid", String(one.pid), "/T", "/F"], { stdio: "ignore" });
    else process.kill(-one.pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
}

function kioskFlags() {
  const { hostname } = new URL(url);
  return [
    "--remote-debugging-pipe", `--user-data-dir=${profile}`, "--kiosk", "--lang=zh-CN", "--force-device-scale-factor=1",
    // Nothing may lie over the wall: no first steps, crash bubbles, translation, passwords, gestures or updates.
    "--no-first-run", "--no-default-browser-check", "--noerrdialogs", "--hide-crash-restore-bubble", "--disable-session-crashed-bubble", "--disable-infobars",
    "--disable-features=Translate,MediaRouter,OptimizationHints", "--password-store=basic", "--disable-pinch", "--overscroll-history-navigation=0",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-extensions",
    // The platform's host and no other has an address.
    `--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE ${hostname}`,
    "--autoplay-policy=no-user-gesture-required",
    "--ignore-gpu-blocklist", "--enable-gpu-rasterization",
    // A graphics card that crashed twice comes back as well; by itself Chromium would give the page no WebGL any more.
    "--disable-gpu-process-crash-limit", "--disable-domain-blocking-for-3d-apis",
    // A window behind another, or on a screen that sleeps, goes on painting.
    "--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows",
  ];
}

function settings(env) {
  const wrong = (words) => {
    console.error(words);
    process.exit(2);
  };
  const address = env.WALL_URL ?? "";
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol) || !/^\/wall\/[^/]+\/\d+$/.test(new URL(address).pathname))
    wrong(`WALL_URL is "${address}"; expected the address of one display, such as https://wall.example/wall/main/2.`);
  const paths = (env.PATH ?? "").split(delimiter).filter(Boolean);
  const known = process.platform === "win32"
    ? [env.ProgramFiles, env["ProgramFiles(x86)"], env.LOCALAPPDATA].filter(Boolean).flatMap((root) => [join(root, "Google/Chrome/Application/chrome.exe"), join(root, "Chromium/Application/chrome.exe"), join(root, "Microsoft/Edge/Application/msedge.exe")])
    : ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].flatMap((name) => paths.map((path) => join(path, name)));
  const browser = env.BROWSER || known.find((path) => existsSync(path));
  if (!browser || !existsSync(browser)) wrong(`${env.BROWSER ? `BROWSER is "${env.BROWSER}", which does not exist` : "There is no Chromium or Chrome"}; install one, or set BROWSER to its path.`);
  const name = new URL(address).pathname.slice(1).replaceAll("/", "-");
  return { url: address, browser, profile: env.PROFILE_DIR || join(homedir(), ".guanlan", name), flags: (env.BROWSER_FLAGS ?? "").split(/\s+/).filter(Boolean) };
}
