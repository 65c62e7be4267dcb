import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import type { Browser, Page } from "playwright";
import { build } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launchChromium, PATIENCE_MS } from "../fixtures/chromium.ts";

/** RELIABILITY P16, as every page of the house is served. */
const POLICY =
  "default-src 'self'; script-src 'self'; img-src 'self' blob: data:; connect-src 'self' data:; object-src 'none'; base-uri 'none'; " +
  "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html display-worker";
const TYPES: Readonly<Record<string, string>> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".topojson": "application/json" };

interface Hooks {
  stage: { renders: number; mode: string; destroy(): void };
  map: HTMLElement & { view: unknown; updateComplete: Promise<boolean> };
  activated: string[];
  number(value: number, tick: number): void;
  bar(width: number): void;
  noted(): number;
  recolour(shift: number): void;
  leave(): void;
  lose(): void;
}
/** As kiosk/watchdog.mjs starts a display: by itself Chromium gives a site no WebGL after its second crash. */
const GPU_COMES_BACK = ["--disable-gpu-process-crash-limit", "--disable-domain-blocking-for-3d-apis"];
/** A painter that took over, and what stood then. */
interface Noted {
  readonly mode: string | undefined;
  readonly at: number;
  readonly value: string | null | undefined;
  readonly paths: number;
  readonly isLost: boolean | undefined;
}
declare global {
  interface Window {
    test: Hooks;
    stages: Noted[];
    widths: number[];
  }
}

let folder: string;
let server: Server;
let url: string;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guanlan-stage-"));
  await build({ configFile: false, logLevel: "error", root: resolve("tests/fixtures/stage"), build: { outDir: folder, emptyOutDir: true, target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false } } });
  server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://x").pathname;
    const file = path === "/county.topojson" ? resolve("data/odbl/guangdong-county.topojson") : join(folder, path === "/" ? "index.html" : path);
    readFile(file).then(
      (body) => response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-security-policy": POLICY }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The test server has no port.");
  url = `http://127.0.0.1:${address.port}/`;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(query = ""): Promise<void> {
  await page.goto(url + query);
  await page.waitForSelector("html[data-ready=yes]", { state: "attached" });
  // What a processor draws becomes sharp once the page is quiet; until then it may be painted once more.
  await page.waitForFunction(() => [...document.querySelectorAll("canvas")].every((canvas) => canvas.width === innerWidth), null, { timeout: PATIENCE_MS });
  await rest();
}
/** Two frames later: whatever was asked for is painted. */
const rest = (): Promise<void> => page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done())))));
const renders = (): Promise<number> => page.evaluate(() => window.test.stage.renders);
const modeIs = (mode: string): Promise<unknown> => page.waitForFunction((wanted) => window.test.stage.mode === wanted, mode, { timeout: PATIENCE_MS });

/** Runs in the page: notes each painter that takes over. */
function noteStages(): void {
  window.stages = [];
  const host = document.querySelector<HTMLElement>("[data-stage]")!;
  const noted = (): Noted => ({
    mode: host.dataset.stage, at: performance.now(), value: document.querySelector("wall-value")?.textContent,
    paths: document.querySelectorAll(".stage-svg path").length, isLost: document.querySelector("canvas")?.getContext("webgl2")?.isContextLost(),
  });
  new MutationObserver(() => window.stages.push(noted())).observe(host, { attributeFilter: ["data-stage"] });
}

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript|Uncaught/i.test(message.text())) complaints.push(message.text());
  });
});
afterEach(async () => {
  await page.close();
});

test("[P16] the stage draws under the strict content policy, and nothing is refused", async () => {
  await open();
  expect(await page.evaluate(() => window.test.stage.mode)).toBe("webgl");
  expect(complaints).toEqual([]);
});

test("where a processor draws, the first picture has a quarter of the pixels, and all of them once the page is quiet", async () => {
  await page.addInitScript(() => {
    window.widths = [];
    new MutationObserver(() => {
      const width = document.querySelector("canvas")?.width;
      if (width !== undefined && width !== window.widths.at(-1)) window.widths.push(width);
    }).observe(document, { subtree: true, childList: true, attributeFilter: ["width"] });
  });
  await open();
  expect((await page.evaluate(() => window.widths)).slice(-2)).toEqual([640, 1280]);
  const before = await renders();
  await page.evaluate(() => window.test.recolour(7));
  await rest();
  expect(await renders()).toBe(before + 1);
  expect(await page.evaluate(() => document.querySelector("canvas")!.width), "it stays sharp while it changes").toBe(1280);
});

test("what has been painted over is forgotten, whatever the renderer notes of it", async () => {
  await page.setViewportSize({ width: 320, height: 700 });
  await open();
  // Of its own the map is drawn with every picture, and is not what is asked about.
  await page.evaluate(() => window.test.map.remove());
  await rest();
  const before = await page.evaluate(() => window.test.noted());
  const most = await page.evaluate(async () => {
    let noted = 0;
    for (let n = 1; n <= 300; n++) {
      window.test.bar(n % 300);
      await new Promise((done) => requestAnimationFrame(done));
      noted = Math.max(noted, window.test.noted());
    }
    return noted;
  });
  // Four notes of each mesh, of the two hundred pictures between two looks.
  expect(most).toBeGreaterThan(before + 400);
  expect(most).toBeLessThan(before + 1_000);
  expect(complaints).toEqual([]);
});

test("a wall on which nothing changes is not painted again", async () => {
  await open();
  const before = await renders();
  await page.evaluate(() => {
    window.test.number(3.5, 7);
    window.test.recolour(0);
  });
  await rest();
  expect(await renders()).toBe(before);
  await page.evaluate(() => window.test.number(3.6, 8));
  await rest();
  expect(await renders(), "words alone need no paint of shapes").toBe(before);
  await page.evaluate(() => window.test.recolour(3));
  await rest();
  expect(await renders()).toBe(before + 1);
});

test("a number knows its indicator, place, time, state, quality, coverage and tick", async () => {
  await open();
  const value = page.locator("wall-value");
  expect(await value.textContent()).toBe("3.5");
  expect(await value.evaluate((e) => Object.fromEntries([...e.attributes].filter((a) => a.name !== "style" && a.name !== "class").map((a) => [a.name, a.value])))).toEqual({
    indicator: "met.rain", place: "440103", value: "3.5", "observed-at": "2015-10-04T14:00:00.000+08:00", state: "fresh", quality: "good", coverage: "121/122", tick: "7",
  });
  await page.evaluate(() => window.test.number(0, 9));
  expect(await value.textContent()).toBe("0.0");
  expect(await value.getAttribute("value")).toBe("0");
  expect(await value.getAttribute("tick")).toBe("9");
});

test("[F28] when the graphics card is lost, twice, the picture stands as SVG at once and comes back", async () => {
  await open();
  for (let loss = 0; loss < 2; loss++) {
    await page.evaluate(() => window.test.lose());
    await modeIs("svg");
    expect(await page.locator(".stage-svg path").count()).toBeGreaterThan(100);
    expect(await page.locator("wall-value").textContent()).toBe("3.5");
    await modeIs("webgl");
    expect(await page.locator(".stage-svg").count()).toBe(0);
    expect(await page.locator("canvas").count()).toBe(1);
  }
  expect(complaints).toEqual([]);
});

/** Ends the process of the graphics card, as `chrome://gpucrash` does where that may be opened. */
async function crashGpu(other: Browser): Promise<void> {
  const session = await other.newBrowserCDPSession();
  await session.send("Browser.crashGpuProcess").catch(() => undefined);
  await session.detach();
}
async function inBrowser(flags: readonly string[], run: (other: Browser) => Promise<void>): Promise<void> {
  const other = await launchChromium(flags);
  try {
    await page.close();
    page = await other.newPage({ viewport: { width: 1280, height: 800 } });
    await run(other);
  } finally {
    await other.close();
  }
}

test("[F28] when the graphics card's process crashes, thrice, the numbers stay readable and the scene is built anew", async () => {
  await inBrowser(GPU_COMES_BACK, async (other) => {
    await open();
    await page.evaluate(noteStages);
    for (let loss = 1; loss <= 3; loss++) {
      await crashGpu(other);
      await page.waitForFunction((n) => window.stages.filter((s) => s.mode === "webgl").length === n, loss, { timeout: 60_000 });
      const [lost, rebuilt] = (await page.evaluate(() => window.stages)).slice(-2);
      expect([lost, rebuilt]).toMatchObject([{ mode: "svg", value: "3.5", paths: expect.toSatisfy((n: number) => n > 100) }, { mode: "webgl", value: "3.5", isLost: false }]);
      if (process.env.MEASURE) console.log(`loss ${loss}: built anew after ${Math.round(rebuilt!.at - lost!.at)} ms`);
    }
    expect(await page.locator(".stage-svg").count()).toBe(0);
    expect(await page.locator("canvas").count()).toBe(1);
  });
});

test("[F28] a browser that gives no WebGL any more after two crashes shows the picture as SVG", async () => {
  await inBrowser([], async (other) => {
    await open();
    await crashGpu(other);
    await modeIs("svg");
    await modeIs("webgl");
    await crashGpu(other);
    await modeIs("svg");
    await page.waitForFunction(() => document.createElement("canvas").getContext("webgl2") === null, null, { timeout: PATIENCE_MS });
    expect(await page.locator(".stage-svg path").count()).toBeGreaterThan(124);
    expect(await page.locator("wall-value").textContent()).toBe("3.5");
    await page.evaluate(() => window.test.number(3.6, 8));
    expect(await page.locator("wall-value").textContent()).toBe("3.6");
  });
});

test("[F29] a machine without a graphics card, whose browser draws no WebGL by itself, shows the same words and all counties", async () => {
  await inBrowser(["--disable-gpu", "--disable-software-rasterizer", "--disable-3d-apis"], async () => {
    await open();
    expect(await page.evaluate(() => [window.test.stage.mode, document.createElement("canvas").getContext("webgl2")])).toEqual(["svg", null]);
    expect(await page.locator("[data-region]").count()).toBe(124);
    expect(await page.locator(".stage-svg path").count()).toBeGreaterThan(124);
    expect(await page.locator("wall-value").textContent()).toBe("3.5");
  });
});

test("[F29] a display without WebGL shows the same words and all counties", async () => {
  await open("?svg");
  expect(await page.evaluate(() => window.test.stage.mode)).toBe("svg");
  expect(await page.locator("[data-region]").count()).toBe(124);
  expect(await page.locator(".stage-svg path").count()).toBeGreaterThan(124);
  expect(await page.getByText("演示底图 无审图号 不得公开展示").count()).toBe(1);
});

test("each county is one button that opens by Enter, and its land opens by a tap", async () => {
  await open();
  expect(await page.locator('[data-region="440781"]').count()).toBe(1);
  await page.locator('[data-region="440781"]').focus();
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => window.test.activated)).toEqual(["440781"]);
  await page.evaluate(() => {
    window.test.map.view = { region: "440781" };
  });
  await page.waitForTimeout(1_200);
  const box = (await page.locator('[data-region="440781"]').boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height + 30);
  expect(await page.evaluate(() => window.test.activated.at(-1))).toBe("440781");
});

test("while the camera moves no name stands over another's ground, and when it has come the names are there", async () => {
  await open();
  const frames = await page.evaluate(async () => {
    const seen: { readonly at: number; readonly names: string[]; readonly notice: boolean; readonly buttons: number }[] = [];
    const start = performance.now();
    window.test.map.view = { region: "440781" };
    await window.test.map.updateComplete;
    while (performance.now() - start < 2_500) {
      await new Promise((done) => requestAnimationFrame(done));
      const words = [...document.querySelectorAll('[data-panel="wall-map"] .stage-word')].map((word) => word.textContent ?? "");
      seen.push({ at: performance.now() - start, names: words.filter((word) => /^(台山|开平|恩平|新会|赤坎|徐闻)/.test(word)), notice: words.some((word) => word.includes("无审图号")), buttons: document.querySelectorAll("[data-region]").length });
    }
    return seen;
  });
  const moving = frames.filter(({ at }) => at < 500);
  expect(moving.length).toBeGreaterThan(0);
  expect(moving.flatMap(({ names }) => names)).toEqual([]);
  expect(frames.every(({ notice, buttons }) => notice && buttons === 124)).toBe(true);
  expect(frames.at(-1)!.names).toContain("台山");
});

test("a panel that leaves takes its words, buttons and shapes with it", async () => {
  await open();
  await page.evaluate(() => {
    window.test.leave();
    window.test.map.remove();
  });
  await rest();
  expect(await page.locator("[data-region], wall-value, .stage-word").count()).toBe(0);
  await page.evaluate(() => document.querySelector("main")!.append(window.test.map));
  await rest();
  expect(await page.locator("[data-region]").count()).toBe(124);
});
