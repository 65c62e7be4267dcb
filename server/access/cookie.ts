/** The session cookie's name: `__Host-` binds it to this very host and to TLS. */
export const cookieName = (tls: boolean): string => (tls ? "__Host-guanlan" : "guanlan");

/** The session's secret in a Cookie header; the `__Host-` one wins. Null when there is none. */
export function cookieSecret(header: string | undefined): string | null {
  const found = new Map((header ?? "").split(";").map((pair) => {
    const at = pair.indexOf("=");
    return [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim()] as const;
  }));
  return found.get(cookieName(true)) ?? found.get(cookieName(false)) ?? null;
}
