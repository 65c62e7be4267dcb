import type { FastifyInstance } from "fastify";

/** RELIABILITY P16: no inline script, no eval, no foreign host, and only Lit may make HTML. */
export const CSP =
  "default-src 'self'; script-src 'self'; img-src 'self' blob: data:; connect-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html display-worker";

/** Puts the security headers on every answer; what the API says is never kept by a cache. */
export function securityHeaders(app: FastifyInstance, tls: boolean): void {
  app.addHook("onSend", async (request, reply) => {
    reply.header("content-security-policy", CSP);
    reply.header("x-content-type-options", "nosniff");
    reply.header("referrer-policy", "same-origin");
    reply.header("cross-origin-opener-policy", "same-origin");
    reply.header("cross-origin-resource-policy", "same-origin");
    if (tls) reply.header("strict-transport-security", "max-age=31536000");
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", request.url.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-store");
  });
}
