import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const pages = resolve("wall/pages");
const entries = existsSync(pages) ? readdirSync(pages).filter((f) => f.endsWith(".html")) : [];

/** Every page says which build it is of: all of one build say the same, and another when any of its files differs. */
function buildMark(): Plugin {
  return {
    name: "build-mark",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle }) {
        // Names hold the hashes of contents, but for that of the worker.
        const files = Object.entries(bundle ?? {}).filter(([name]) => !name.endsWith(".html")).map(([name, file]) => (name.startsWith("assets/") || file.type === "asset" ? name : `${name} ${file.code}`));
        const content = createHash("sha256").update(files.toSorted().join("\n")).digest("hex").slice(0, 12);
        return [{ tag: "meta", attrs: { name: "build", content }, injectTo: "head" }];
      },
    },
  };
}

/** A phone on a poor line fetches a quarter as much: scripts and styles lie packed beside themselves, once and for all, so that the server packs nothing. Fonts are packed already. */
function packed(): Plugin {
  return {
    name: "packed",
    apply: "build",
    writeBundle({ dir }) {
      const assets = join(dir!, "assets");
      for (const name of readdirSync(assets).filter((each) => /\.(js|css|svg|json)$/.test(each))) {
        const bytes = readFileSync(join(assets, name));
        writeFileSync(join(assets, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
        // Outside a secure context browsers ask for gzip alone.
        writeFileSync(join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

/** Every browser that shows a page of this house reads WOFF2: the same faces as WOFF would be half of the style sheet and of the build. */
const onlyWoff2 = {
  postcssPlugin: "only-woff2",
  Once(root: { walkDecls(name: string, change: (declaration: { value: string }) => void): void }) {
    root.walkDecls("src", (declaration) => {
      declaration.value = declaration.value.replace(/,\s*url\([^)]*\.woff\)\s*format\(["']woff["']\)/g, "");
    });
  },
};

/** End-to-end tests of consoles, phones and words: no wall with a storm on it, which takes a core by itself. */
const LIGHT = ["closed-order", "english", "field-offline", "lineage", "pairing", "session-ends", "small-phone", "text-twin", "town-post"].map((name) => `tests/e2e/${name}.test.ts`);

/** What is judged by seconds: these two, which mostly wait, have the machine to themselves. */
const TIMED = ["tests/contract/devices.test.ts", "tests/e2e/rotating-day.test.ts"];

/** Of the tests of recovery those that look at it in a browser. The others wait for servers as those of the contract do, beside which they run. */
const SEEN = ["broken-line", "cold-start", "kiosk", "new-build", "one-instant"].map((name) => `tests/recovery/${name}.test.ts`);

/** A condition is asked for again for as long as a person would wait (`PATIENCE_MS` in tests/fixtures/chromium): a page may stand still for seconds on a busy machine. */
const POLL = { poll: { timeout: 60_000 } };

const PAGE_ENTRIES: Record<string, string> = { ...Object.fromEntries(entries.map((f) => [f.replace(".html", ""), resolve(pages, f)])), "display-worker": resolve(pages, "worker/display-worker.ts") };
/** The packs' thread and the one that reads scenes stand beside the server, which starts them by these names. */
const SERVER_ENTRIES: Record<string, string> = { main: resolve("server/main.ts"), "pack-thread": resolve("server/pack-thread.ts"), "scene-judge": resolve("server/scene-judge.ts") };

/** One file for the wall's pages, the server bundle (`--ssr`) and the tests, so that all three see the same source. */
export default defineConfig(({ isSsrBuild }) => ({
  root: isSsrBuild || process.env.VITEST ? process.cwd() : pages,
  publicDir: false,
  plugins: isSsrBuild ? [] : [buildMark(), packed()],
  css: { postcss: { plugins: [onlyWoff2] } },
  build: isSsrBuild
    ? {
        outDir: "dist/server", target: "node20", ssr: true, sourcemap: true, emptyOutDir: true,
        rollupOptions: { input: SERVER_ENTRIES },
      }
    : {
        outDir: resolve("dist/wall"),
        emptyOutDir: true,
        target: "es2022",
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rollupOptions: {
          input: PAGE_ENTRIES,
          // A worker's scope and its life hang at its address.
          output: { entryFileNames: ({ name }) => (name === "display-worker" ? "[name].js" : "assets/[name]-[hash].js") },
        },
      },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          include: ["{model,themes,layouts,topics,server,wall}/**/*.test.ts"],
          // Most of the time went into loading the same modules anew for each file; none of them keeps what a test has done.
          isolate: false,
          // Nothing here is timed: a busy machine must not turn a test red.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "contract",
          environment: "node",
          expect: POLL,
          include: ["tests/{contract,pipeline,sim,recovery}/**/*.test.ts"],
          exclude: [...SEEN, ...TIMED],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        // What a page makes of deaths and of bad lines and clocks, and the pages that are light to open. Nothing of it is judged by seconds, nor of the
        // end-to-end tests: two of their files run at a time, of which each leaves half of two cores unused.
        test: {
          name: "beside",
          environment: "node",
          expect: POLL,
          include: [...SEEN, ...LIGHT],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          environment: "node",
          expect: POLL,
          include: ["tests/e2e/**/*.test.ts"],
          exclude: [...LIGHT, ...TIMED],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: "timed",
          environment: "node",
          expect: POLL,
          include: TIMED,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
}));
