import type { IncomingHttpHeaders } from "node:http";

const LOOPBACK_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * True when a browser's Origin is this very host (or one of `origins`), or when there is none because it is not a
 * browser. `Sec-Fetch-Site: cross-site` is refused even without an Origin.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, origins: readonly string[]): boolean {
  const { origin, host } = headers;
  if (headers["sec-fetch-site"] === "cross-site" && (origin === undefined || !origins.includes(origin))) return false;
  if (origin === undefined) return true;
  if (origins.includes(origin)) return true;
  if (host === undefined || !URL.canParse(origin)) return false;
  const theirs = new URL(origin);
  // Read both as URLs: a browser leaves the standard port out of one and not of the other.
  const ours = `${theirs.protocol}//${host}`;
  return /^https?:$/.test(theirs.protocol) && URL.canParse(ours) && new URL(ours).host === theirs.host;
}

/** True when the request came from this machine itself, by a loopback name, and through no proxy. */
export function isLoopback(address: string | undefined, headers: IncomingHttpHeaders): boolean {
  if (headers["x-forwarded-for"] !== undefined || headers.forwarded !== undefined) return false;
  const name = headers.host?.replace(/:\d+$/, "") ?? "";
  return LOOPBACK_HOSTS.has(name) && (address === "::1" || /^(::ffff:)?127\./.test(address ?? ""));
}
