import { PICTURES, pictureKey, SHELL, type KeepWords } from "./shelves.ts";

/** The browser, as the worker needs it. */
export interface Around {
  readonly origin: string;
  readonly caches: Pick<CacheStorage, "open" | "delete">;
  fetch(request: Request | string, init?: RequestInit): Promise<Response>;
  /** Work that goes on after the answer: nobody waits for a disk. */
  afterwards(work: Promise<unknown>): void;
  /** Ms on a clock that only goes forward. */
  now(): number;
  /** Of the server, as long as the worker lives. */
  readonly silence: Silence;
}
/** Until when, on the worker's clock, a server is taken for silent that has let a request wait. */
export interface Silence {
  until: number;
}
type Kind = "page" | "asset" | "read" | null;

/** A server that has not begun to answer by then is half gone: what is kept stands in, and the page tries by itself to reach it. */
const WAITS_MS = 4_000;
/** Having waited once, nobody waits again at once: a map that asks for one shape after the other would stand without its place all that time. */
const SILENT_FOR_MS = 10_000;
/** What stands still for as long as a house is not built anew. */
const GROUND = /^\/api\/v1\/(regions|boundaries)(\/|$)/;
/** What a wall has looked at, at 5 KB on the average and 12 KB at most: the newest stand. */
const PLACES = /^\/api\/v1\/(regions\/[^/]+|boundaries\/(town|village))$/;
const MOST_PLACES = 300;
const SESSION = "/api/v1/session";
/** What a page asks at its start and what stands still. Nothing of persons, nothing of the moment. */
const READS = /^\/api\/v1\/(session|topics|walls|sites|regions(?:\/[^/]+)?|boundaries\/[^/]+)$/;
const BUILD_KEY = "/kept-build";
const NOT_THERE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="8"><title>连不上平台 · 观澜</title><body><main><h1>连不上平台</h1><p>本屏没有可用的上一幅画面，正在重试。</p><p lang="en">The platform cannot be reached and no picture is kept here; trying again.</p></main></body></html>`;

/** How a request is answered; null: as if there were no worker. */
export function kindOf({ method, mode, url }: Pick<Request, "method" | "mode" | "url">, origin: string): Kind {
  const address = new URL(url);
  if (method !== "GET" || address.origin !== origin) return null;
  const { pathname } = address;
  if (mode === "navigate") return pathname.startsWith("/wall/") && !pathname.endsWith("/text") ? "page" : null;
  if (pathname.startsWith("/assets/")) return "asset";
  return READS.test(pathname) ? "read" : null;
}

/** Names of assets hold their content's hash, so what is kept is right; everything else is asked for first. */
export async function answer(request: Request, kind: Exclude<Kind, null>, around: Around): Promise<Response> {
  const shelf = await around.caches.open(SHELL);
  if (kind === "asset") return (await shelf.match(request)) ?? passOn(request, await around.fetch(request), around);
  const before = await shelf.match(request);
  if (before && GROUND.test(new URL(request.url).pathname) && around.now() < around.silence.until) return before;
  const stand = kind === "page" ? await hasPicture(request.url, around) : before !== undefined;
  // Where nothing can stand in, a slow line is waited for: to give up would only make it a broken one.
  const fetched = await begun(request, around, kind === "page" || stand);
  if (fetched instanceof Response && kind === "read" && (await isNoDisplay(request, fetched))) {
    // Nothing of the province stays on a machine that is no display, or none any more.
    await forget(around);
    return fetched;
  }
  if (fetched instanceof Response && fetched.status < 500) return kind === "page" || (await isDisplay(request, shelf)) ? passOn(request, fetched, around) : fetched;
  // Without a picture the page would have nothing true to say.
  if (kind === "page" && !(await hasPicture(request.url, around))) return new Response(NOT_THERE, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
  const kept = before ?? (await shelf.match(request));
  if (kept) return kept;
  if (fetched instanceof Response) return fetched;
  throw fetched;
}

/** Keeps what a page loaded before the worker stood in between, and lets go what only an older build needed. */
export async function keep({ page, build, needed, ground }: KeepWords, around: Around): Promise<void> {
  const shelf = await around.caches.open(SHELL);
  const wanted = new Set([...needed, ...ground].filter((url) => ["asset", "read"].includes(String(kindOf({ method: "GET", mode: "cors", url }, around.origin)))));
  const stands = await (await shelf.match(BUILD_KEY))?.text();
  if (stands !== build) {
    for (const { url } of await shelf.keys()) if (new URL(url).pathname.startsWith("/assets/") && !wanted.has(url)) await shelf.delete(url);
    await shelf.put(BUILD_KEY, new Response(build));
  }
  for (const url of [page, ...wanted]) {
    if (await shelf.match(url)) continue;
    const fetched = await around.fetch(url).catch(() => null);
    if (fetched) await put(url, fetched, shelf);
  }
  await letGoOfOldPlaces(new Set(ground), shelf);
}
/** The oldest first; what a picture stands on stays, however long ago it came. */
async function letGoOfOldPlaces(ground: ReadonlySet<string>, shelf: Cache): Promise<void> {
  const places = (await shelf.keys()).map(({ url }) => url).filter((url) => PLACES.test(new URL(url).pathname));
  const free = places.filter((url) => !ground.has(url));
  for (const url of free.slice(0, Math.max(0, places.length - MOST_PLACES))) await shelf.delete(url);
}

/** The answer, or why there is none; what has begun to come may take its time on a slow line. */
async function begun(request: Request, around: Around, isTimed: boolean): Promise<Response | Error> {
  const patience = new AbortController();
  const giveUp = (): void => {
    around.silence.until = around.now() + SILENT_FOR_MS;
    patience.abort(new Error("The server does not answer."));
  };
  const stop = isTimed ? setTimeout(giveUp, WAITS_MS) : undefined;
  try {
    const begins = await around.fetch(request, { signal: patience.signal });
    around.silence.until = 0;
    return begins;
  } catch (error) {
    return error as Error;
  } finally {
    clearTimeout(stop);
  }
}
const isSession = ({ url }: { readonly url: string }): boolean => new URL(url).pathname === SESSION;
/** The server says that nobody is signed in here, or a person. */
async function isNoDisplay(request: Request, fetched: Response): Promise<boolean> {
  if (fetched.status === 401) return true;
  if (!isSession(request) || !fetched.ok) return false;
  const { role } = (await fetched.clone().json().catch(() => ({}))) as { role?: string };
  return role !== "device";
}
/** A page asks who it is before it asks for anything else. */
const isDisplay = async (request: Request, shelf: Cache): Promise<boolean> => isSession(request) || (await shelf.match(SESSION)) !== undefined;
async function hasPicture(url: string, { caches }: Around): Promise<boolean> {
  return (await (await caches.open(PICTURES)).match(pictureKey(new URL(url).pathname))) !== undefined;
}
async function forget({ caches }: Around): Promise<void> {
  await caches.delete(PICTURES);
  await caches.delete(SHELL);
}
async function passOn(request: Request, fetched: Response, around: Around): Promise<Response> {
  around.afterwards(put(request, fetched.clone(), await around.caches.open(SHELL)));
  return fetched;
}
async function put(request: Request | string, fetched: Response, shelf: Cache): Promise<void> {
  // A page that was sent elsewhere, or is none, is not what this address shows. A full disk takes nothing away.
  if (fetched.ok && !fetched.redirected) await shelf.put(request, fetched).catch(() => undefined);
}
