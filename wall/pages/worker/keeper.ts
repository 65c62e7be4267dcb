import { PICTURES, SHELL, type KeepWords } from "./shelves.ts";

/** The browser, as the worker needs it. */
export interface Around {
  readonly origin: string;
  readonly caches: Pick<CacheStorage, "open" | "delete">;
  fetch(request: Request | string, init?: RequestInit): Promise<Response>;
}
type Kind = "page" | "asset" | "read" | null;

/** A server that takes longer is half gone: what is kept stands in, and the page tries by itself to reach it. */
const WAITS_MS = 4_000;
/** What a page asks at its start: it stands still, or is overtaken by the first frame. Nothing of persons. */
const READS = /^\/api\/v1\/(session|topics|walls|regions|boundaries|sites|situations)(\/|$)/;
const BUILD_KEY = "/kept-build";

/** How a request is answered; null: as if there were no worker. */
export function kindOf({ method, mode, url }: Pick<Request, "method" | "mode" | "url">, origin: string): Kind {
  const address = new URL(url);
  if (method !== "GET" || address.origin !== origin) return null;
  const { pathname } = address;
  if (mode === "navigate") return pathname.startsWith("/wall/") && !pathname.endsWith("/text") ? "page" : null;
  if (pathname.startsWith("/assets/")) return "asset";
  return READS.test(pathname) && pathname !== "/api/v1/session/demo" ? "read" : null;
}

/** Names of assets hold their content's hash, so what is kept is right; everything else is asked for first. */
export async function answer(request: Request, kind: Exclude<Kind, null>, around: Around): Promise<Response> {
  const shelf = await around.caches.open(SHELL);
  if (kind === "asset") return (await shelf.match(request)) ?? kept(request, await around.fetch(request), shelf);
  const fetched = await around.fetch(request, { signal: AbortSignal.timeout(WAITS_MS) }).catch((error: unknown) => error as Error);
  if (fetched instanceof Response && fetched.status === 401 && kind === "read") {
    // This machine is no display any more: nothing of the province stays on it.
    await forget(around);
    return fetched;
  }
  if (fetched instanceof Response && fetched.status < 500) return kept(request, fetched, shelf);
  const before = await shelf.match(request);
  if (before) return before;
  if (fetched instanceof Response) return fetched;
  throw fetched;
}

/** Keeps what a page loaded before the worker stood in between, and lets go what only an older build needed. */
export async function keep({ page, build, needed }: KeepWords, around: Around): Promise<void> {
  const shelf = await around.caches.open(SHELL);
  const wanted = new Set(needed.filter((url) => ["asset", "read"].includes(String(kindOf({ method: "GET", mode: "cors", url }, around.origin)))));
  const stands = await (await shelf.match(BUILD_KEY))?.text();
  if (stands !== build) {
    for (const { url } of await shelf.keys()) if (new URL(url).pathname.startsWith("/assets/") && !wanted.has(url)) await shelf.delete(url);
    await shelf.put(BUILD_KEY, new Response(build));
  }
  for (const url of [page, ...wanted]) {
    if (await shelf.match(url)) continue;
    const fetched = await around.fetch(url).catch(() => null);
    if (fetched) await kept(url, fetched, shelf);
  }
}

async function forget({ caches }: Around): Promise<void> {
  await caches.delete(PICTURES);
  await caches.delete(SHELL);
}
async function kept(request: Request | string, fetched: Response, shelf: Cache): Promise<Response> {
  // A page that was sent elsewhere, or is none, is not what this address shows. A full disk takes nothing away.
  if (fetched.ok && !fetched.redirected) await shelf.put(request, fetched.clone()).catch(() => undefined);
  return fetched;
}
