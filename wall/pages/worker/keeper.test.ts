import { beforeEach, describe, expect, test, vi } from "vitest";
import { answer, keep, kindOf, type Around } from "./keeper.ts";
import { PICTURES, SHELL } from "./shelves.ts";

const ORIGIN = "https://wall.example";
const at = (path: string): string => `${ORIGIN}${path}`;
/** Caches in memory, as far as the worker uses them. */
function aBrowser() {
  const shelves = new Map<string, Map<string, Response>>();
  const key = (request: Request | string): string => (typeof request === "string" ? new URL(request, ORIGIN).href : request.url);
  const browser = {
    shelves, asked: [] as string[], later: [] as Promise<unknown>[], isDown: false, isSilent: false,
    answers: new Map<string, () => Response>(),
    names: (shelf: string) => [...(shelves.get(shelf)?.keys() ?? [])].map((url) => new URL(url).pathname).toSorted(),
  };
  const around = {
    origin: ORIGIN,
    caches: {
      async open(name: string) {
        const shelf = shelves.get(name) ?? new Map<string, Response>();
        shelves.set(name, shelf);
        return {
          match: async (request: Request | string) => shelf.get(key(request))?.clone(),
          put: async (request: Request | string, response: Response) => void shelf.set(key(request), response),
          delete: async (request: string) => shelf.delete(key(request)),
          keys: async () => [...shelf.keys()].map((url) => ({ url })),
        };
      },
      delete: async (name: string) => shelves.delete(name),
    },
    afterwards: (work: Promise<unknown>) => void browser.later.push(work),
    now: () => performance.now(),
    silence: { until: 0 },
    async fetch(request: Request | string, init?: RequestInit) {
      const url = key(request);
      browser.asked.push(new URL(url).pathname);
      if (browser.isSilent) return await new Promise<never>((_, fail) => init?.signal?.addEventListener("abort", () => fail(init.signal!.reason as Error)));
      if (browser.isDown) throw new TypeError("Failed to fetch");
      return browser.answers.get(new URL(url).pathname)?.() ?? new Response("", { status: 404 });
    },
  } as unknown as Around;
  return { browser, around };
}
let browser: ReturnType<typeof aBrowser>["browser"];
let around: Around;
beforeEach(() => ({ browser, around } = aBrowser()));
const says = (text: string, status = 200) => () => new Response(text, { status });
const ask = async (path: string, kind: "page" | "asset" | "read"): Promise<string> => {
  const got = await answer(new Request(at(path)), kind, around);
  await Promise.all(browser.later.splice(0));
  return `${got.status} ${await got.text()}`;
};

describe("what the worker answers", () => {
  test.each([
    ["GET", "navigate", "/wall/main/1", "page"],
    ["GET", "navigate", "/wall/main/text", null],
    ["GET", "navigate", "/console", null],
    ["GET", "cors", "/assets/display-1.js", "asset"],
    ["GET", "cors", "/api/v1/session", "read"],
    ["GET", "cors", "/api/v1/boundaries/county?parent=44", "read"],
    ["GET", "cors", "/api/v1/regions/44", "read"],
    ["GET", "cors", "/api/v1/regions?level=city", "read"],
    ["GET", "cors", "/wall/main/1", null],
    ["GET", "cors", "/api/v1/session/demo", null],
    ["GET", "cors", "/api/v1/situations", null],
    ["GET", "cors", "/api/v1/walls", "read"],
    ["GET", "cors", "/api/v1/walls/main", null],
    ["GET", "cors", "/api/v1/incidents", null],
    ["GET", "cors", "/api/v1/journal", null],
    ["POST", "cors", "/api/v1/walls/main/displays/1", null],
  ] as const)("%s (%s) %s: %s", (method, mode, path, kind) => {
    expect(kindOf({ method, mode, url: at(path) }, ORIGIN)).toBe(kind);
  });
  test("nothing of another host", () => {
    expect(kindOf({ method: "GET", mode: "cors", url: "https://elsewhere.example/assets/a.js" }, ORIGIN)).toBe(null);
  });

  test("an asset is fetched once", async () => {
    browser.answers.set("/assets/a.js", says("code"));
    expect([await ask("/assets/a.js", "asset"), await ask("/assets/a.js", "asset")]).toEqual(["200 code", "200 code"]);
    expect(browser.asked).toEqual(["/assets/a.js"]);
  });
  const signIn = async (role: string) => {
    browser.answers.set("/api/v1/session", says(JSON.stringify({ role })));
    await ask("/api/v1/session", "read");
  };
  const keepPicture = async () => (await around.caches.open(PICTURES)).put(at("/kept/wall/main/1"), new Response("numbers"));

  test("pages and reads come from the server as long as there is one, and from before when there is none or it fails", async () => {
    await signIn("device");
    await keepPicture();
    for (const [path, kind] of [["/wall/main/1", "page"], ["/api/v1/topics", "read"]] as const) {
      browser.answers.set(path, says("first"));
      await ask(path, kind);
      browser.answers.set(path, says("second"));
      expect(await ask(path, kind)).toBe("200 second");
      browser.answers.set(path, says("broken", 502));
      expect(await ask(path, kind)).toBe("200 second");
      browser.isDown = true;
      expect(await ask(path, kind)).toBe("200 second");
      browser.isDown = false;
    }
  });
  test("a server that does not begin to answer within four seconds is stood in for; one that is slow to end is not cut off", async () => {
    await signIn("device");
    browser.answers.set("/api/v1/topics", says("kept"));
    await ask("/api/v1/topics", "read");
    browser.isSilent = true;
    vi.useFakeTimers();
    try {
      const waiting = ask("/api/v1/topics", "read");
      await vi.advanceTimersByTimeAsync(4_000);
      expect(await waiting).toBe("200 kept");
      browser.isSilent = false;
      const slow = new ReadableStream<Uint8Array>({ start: (line) => void setTimeout(() => (line.enqueue(new TextEncoder().encode("whole")), line.close()), 60_000) });
      browser.answers.set("/api/v1/topics", () => new Response(slow));
      const coming = ask("/api/v1/topics", "read");
      await vi.advanceTimersByTimeAsync(60_000);
      expect(await coming).toBe("200 whole");
    } finally {
      vi.useRealTimers();
    }
  });
  test("having let one request wait the server keeps no map waiting for its ground, and is asked again as soon as it begins to answer, or some time later", async () => {
    await signIn("device");
    const place = "/api/v1/regions/440882115";
    for (const path of ["/api/v1/topics", place]) {
      browser.answers.set(path, says("kept"));
      await ask(path, "read");
      browser.answers.set(path, says("new"));
    }
    vi.useFakeTimers();
    const letWait = async (): Promise<void> => {
      browser.isSilent = true;
      const waiting = ask("/api/v1/topics", "read");
      await vi.advanceTimersByTimeAsync(4_000);
      await waiting;
      browser.asked.length = 0;
    };
    try {
      await letWait();
      expect(await ask(place, "read")).toBe("200 kept");
      expect(browser.asked).toEqual([]);
      await vi.advanceTimersByTimeAsync(10_000);
      browser.isSilent = false;
      expect(await ask(place, "read")).toBe("200 new");
      await letWait();
      browser.isSilent = false;
      await ask("/api/v1/topics", "read");
      await ask(place, "read");
      expect(browser.asked).toEqual(["/api/v1/topics", place]);
    } finally {
      vi.useRealTimers();
    }
  });
  test("a slow answer for which nothing is kept is waited for", async () => {
    let answers: (answer: Response) => void = () => {};
    const slow: Around = { ...around, fetch: () => new Promise((done) => (answers = done)) };
    vi.useFakeTimers();
    try {
      const coming = answer(new Request(at("/api/v1/regions/4408")), "read", slow);
      await vi.advanceTimersByTimeAsync(30_000);
      answers(new Response("late"));
      expect(await (await coming).text()).toBe("late");
    } finally {
      vi.useRealTimers();
    }
  });
  test("what was never had fails as it would without a worker; a page without a picture says that, and tries again", async () => {
    browser.isDown = true;
    await expect(ask("/api/v1/topics", "read")).rejects.toThrow("Failed to fetch");
    browser.isDown = false;
    await signIn("device");
    browser.answers.set("/wall/main/1", says("page"));
    await ask("/wall/main/1", "page");
    browser.isDown = true;
    expect(await ask("/wall/main/1", "page")).toMatch(/^503 .*refresh.*连不上平台/);
    await keepPicture();
    expect(await ask("/wall/main/1", "page")).toBe("200 page");
  });
  test("of a person nothing is kept, and what a display had kept is gone", async () => {
    await signIn("device");
    await keepPicture();
    await signIn("commander");
    browser.answers.set("/api/v1/topics", says("topics"));
    expect(await ask("/api/v1/topics", "read")).toBe("200 topics");
    expect([browser.names(SHELL), browser.names(PICTURES)]).toEqual([[], []]);
  });
  test("a refusal is passed on and not kept", async () => {
    await signIn("device");
    browser.answers.set("/api/v1/walls", says("no", 403));
    expect(await ask("/api/v1/walls", "read")).toBe("403 no");
    expect(browser.names(SHELL)).toEqual(["/api/v1/session"]);
  });
  test("a display that is none any more keeps nothing, neither shell nor picture", async () => {
    await signIn("device");
    await keepPicture();
    browser.answers.set("/api/v1/session", says("who?", 401));
    expect(await ask("/api/v1/session", "read")).toBe("401 who?");
    expect(browser.shelves.size).toBe(0);
  });
});

describe("what a page needs", () => {
  beforeEach(() => {
    for (const path of ["/wall/main/1", "/assets/a.js", "/assets/b.js", "/assets/old.js", "/api/v1/session"]) browser.answers.set(path, says(path));
  });
  test("is fetched once, and nothing that is no shell", async () => {
    const words = { page: at("/wall/main/1"), build: "1", needed: [at("/assets/a.js"), at("/api/v1/session"), at("/api/v1/incidents")], ground: [] };
    await keep(words, around);
    await keep(words, around);
    expect(browser.names(SHELL)).toEqual(["/api/v1/session", "/assets/a.js", "/kept-build", "/wall/main/1"]);
    expect(browser.asked.toSorted()).toEqual(["/api/v1/session", "/assets/a.js", "/wall/main/1"]);
  });
  test("of another build takes the place of the former's; two displays of one build take nothing from each other", async () => {
    await keep({ page: at("/wall/main/1"), build: "1", needed: [at("/assets/old.js"), at("/assets/a.js")], ground: [] }, around);
    await keep({ page: at("/wall/main/1"), build: "1", needed: [at("/assets/a.js")], ground: [] }, around);
    expect(browser.names(SHELL)).toContain("/assets/old.js");
    await keep({ page: at("/wall/main/1"), build: "2", needed: [at("/assets/a.js"), at("/assets/b.js")], ground: [] }, around);
    expect(browser.names(SHELL)).toEqual(["/assets/a.js", "/assets/b.js", "/kept-build", "/wall/main/1"]);
  });
  test("that cannot be had now does not stop the rest", async () => {
    browser.answers.delete("/assets/a.js");
    await keep({ page: at("/wall/main/1"), build: "1", needed: [at("/assets/a.js"), at("/assets/b.js")], ground: [] }, around);
    expect(browser.names(SHELL)).toEqual(["/assets/b.js", "/kept-build", "/wall/main/1"]);
  });
  test("is the ground of its maps, too, however long ago that came; of other places the newest 300 stand", async () => {
    browser.answers.set("/api/v1/session", says(JSON.stringify({ role: "device" })));
    await ask("/api/v1/session", "read");
    const old = "/api/v1/boundaries/village";
    for (const path of [old, "/api/v1/boundaries/county", ...Array.from({ length: 310 }, (_, i) => `/api/v1/regions/${i}`)]) {
      browser.answers.set(path, says(path));
      await ask(path, "read");
    }
    browser.answers.set("/api/v1/boundaries/town", says("towns"));
    await keep({ page: at("/wall/main/1"), build: "1", needed: [], ground: [at(old), at("/api/v1/boundaries/town")] }, around);
    const names = browser.names(SHELL);
    expect(names).toEqual(expect.arrayContaining([old, "/api/v1/boundaries/town", "/api/v1/boundaries/county", "/api/v1/session", "/api/v1/regions/309"]));
    expect(names.filter((path) => /regions|town|village/.test(path))).toHaveLength(300);
    expect(names).not.toContain("/api/v1/regions/11");
    expect(names).toContain("/api/v1/regions/12");
  });
});
