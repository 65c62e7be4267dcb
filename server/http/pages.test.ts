import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FastifyInstance } from "fastify";
import { smallHouse } from "../../tests/fixtures/small-house.ts";
import { createHttp } from "./index.ts";

const pagesRoot = mkdtempSync(join(tmpdir(), "guanlan-pages-"));
mkdirSync(join(pagesRoot, "assets"));
for (const name of ["home", "display", "console", "field", "gallery", "dictionary"]) writeFileSync(join(pagesRoot, `${name}.html`), `<!doctype html><title>${name}</title>`);
writeFileSync(join(pagesRoot, "assets", "display-1.js"), "export {};");
writeFileSync(join(pagesRoot, "assets", "display-1.js.gz"), gzipSync("export {};"));
writeFileSync(join(pagesRoot, "assets", "display-1.js.br"), brotliCompressSync("export {};"));

const house = smallHouse({ pagesRoot });
let app: FastifyInstance;
beforeAll(async () => {
  app = await createHttp(house.needs);
});
afterAll(() => app.close());
const open = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers: { host: "localhost:8720", ...headers } });
const cookieOf = (answer: { headers: Record<string, unknown> }): string | undefined => (answer.headers["set-cookie"] as string | undefined)?.split(";")[0];
const whoIs = async (cookie: string) => (await open("/api/v1/session", { cookie })).json();

test("every page of the contract is served under its address", async () => {
  for (const [url, title] of [["/", "home"], ["/wall/main", "display"], ["/wall/main/3", "display"], ["/console", "console"], ["/field", "field"], ["/gallery", "gallery"], ["/dictionary", "dictionary"], ["/wall/main?situation=live", "display"]] as const) {
    const answer = await open(url);
    expect([url, answer.statusCode, answer.body]).toEqual([url, 200, `<!doctype html><title>${title}</title>`]);
    expect(answer.headers["content-type"]).toMatch(/^text\/html/);
  }
});

test("an unknown wall, display or page is a page that says so", async () => {
  for (const url of ["/wall/nowhere", "/wall/main/4", "/wall/main/0", "/wall/main/01", "/nowhere"]) {
    const answer = await open(url, { accept: "text/html" });
    expect([url, answer.statusCode]).toEqual([url, 404]);
    expect(answer.body).toContain("没有这个页面");
  }
});

test("built files are kept by the browser; nothing outside their folder is served", async () => {
  const asset = await open("/assets/display-1.js");
  expect([asset.statusCode, asset.headers["cache-control"]]).toEqual([200, "public, max-age=31536000, immutable"]);
  for (const url of ["/assets/../home.html", "/assets/..%2fhome.html", "/assets/%2e%2e/%2e%2e/package.json", "/assets/..%5c..%5cpackage.json", "/assets/%00"])
    expect([url, (await open(url)).statusCode]).toEqual([url, expect.toSatisfy((status: number) => status === 404 || status === 403 || status === 400)]);
});

test("a built file goes out packed as the browser can read it, and whole to one that reads no packing", async () => {
  const told = async (accepted: string) => {
    const { headers, rawPayload } = await open("/assets/display-1.js", { "accept-encoding": accepted });
    expect([accepted, headers["content-type"], headers["cache-control"]]).toEqual([accepted, "application/javascript; charset=utf-8", "public, max-age=31536000, immutable"]);
    return { encoding: headers["content-encoding"], vary: headers.vary, rawPayload };
  };
  const [br, gzip, whole] = [await told("gzip, deflate, br"), await told("gzip, deflate"), await told("identity")];
  expect([br.encoding, gzip.encoding, whole.encoding]).toEqual(["br", "gzip", undefined]);
  expect([brotliDecompressSync(br.rawPayload), gunzipSync(gzip.rawPayload), whole.rawPayload].map(String)).toEqual(Array(3).fill("export {};"));
  // What lies between them keeps each apart.
  expect([br, gzip].map(({ vary }) => vary)).toEqual(["accept-encoding", "accept-encoding"]);
});

test("a fresh browser on this machine that opens a wall is its display at once, and may only read", async () => {
  const cookie = cookieOf(await open("/wall/main"))!;
  expect(await whoIs(cookie)).toMatchObject({ role: "device", wall: "main", rights: ["read"] });
  expect((await open("/api/v1/walls/main", { cookie })).statusCode).toBe(200);
  expect((await open("/api/v1/walls/live", { cookie })).statusCode).toBe(404);
});

test("opening a second wall keeps the first; opening the same again changes nothing", async () => {
  const first = cookieOf(await open("/wall/main/1"))!;
  const second = cookieOf(await open("/wall/live", { cookie: first }))!;
  expect(await whoIs(second)).toMatchObject({ walls: ["main", "live"] });
  expect(cookieOf(await open("/wall/main/2", { cookie: second }))).toBeUndefined();
});

test("a person's session is never replaced by a display's", async () => {
  const { token } = await house.access.login("officer@4408", "guanlan-demo", "::1");
  expect(cookieOf(await open("/wall/main", { cookie: `guanlan=${token}` }))).toBeUndefined();
});

test("a display that comes from elsewhere, by another name or through a proxy is not paired", async () => {
  expect(cookieOf(await open("/wall/main", { host: "evil.example:8720" }))).toBeUndefined();
  expect(cookieOf(await open("/wall/main", { "x-forwarded-for": "203.0.113.9" }))).toBeUndefined();
  expect(cookieOf(await app.inject({ url: "/wall/main", headers: { host: "localhost" }, remoteAddress: "192.0.2.7" }))).toBeUndefined();
  const production = await createHttp(smallHouse({ pagesRoot, profile: "production" }).needs);
  expect(cookieOf(await production.inject({ url: "/wall/main", headers: { host: "localhost" } }))).toBeUndefined();
  await production.close();
});

test("behind a proxy that is trusted and speaks TLS, the session is bound to this host and to TLS", async () => {
  const behind = smallHouse({ pagesRoot });
  const proxied = await createHttp({ ...behind.needs, house: { ...behind.needs.house, trustedProxies: ["127.0.0.1"] } });
  const login = (headers: Record<string, string>) => proxied.inject({ method: "POST", url: "/api/v1/session", headers: { "content-type": "application/json", ...headers }, payload: { account: "chief@44", password: "guanlan-demo" } });
  expect(String((await login({ "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.9" })).headers["set-cookie"])).toMatch(/^__Host-guanlan=[0-9a-f]{64}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  await proxied.close();
  const alone = await app.inject({ method: "POST", url: "/api/v1/session", headers: { "content-type": "application/json", "x-forwarded-proto": "https" }, payload: { account: "chief@44", password: "guanlan-demo" } });
  expect(String(alone.headers["set-cookie"])).toMatch(/^guanlan=/);
});

test("a wall in sentences is a page to a browser and plain text to a terminal, for those who see the wall", async () => {
  const twin = await open("/wall/main/text");
  expect([twin.statusCode, twin.headers["content-type"], twin.body]).toEqual([200, "text/plain; charset=utf-8", "main device\n"]);
  const page = await open("/wall/main/text", { accept: "text/html,*/*" });
  expect([page.statusCode, page.headers["content-type"], page.headers.vary, page.body]).toEqual([200, "text/html; charset=utf-8", "accept", "<p>main device</p>"]);
  expect((await app.inject({ url: "/wall/main/text", remoteAddress: "192.0.2.7" })).statusCode).toBe(401);
  for (const url of ["/wall/nowhere/text", "/wall/main/text?situation=gone"]) expect([url, (await open(url)).statusCode]).toEqual([url, 404]);
});

test("a page's address with a slash behind it leads to the page, with what was asked", async () => {
  for (const [url, to] of [["/console/?situation=storm", "/console?situation=storm"], ["/field/", "/field"], ["/wall/main/", "/wall/main"], ["/wall/main/2/?theme=ember", "/wall/main/2?theme=ember"]] as const) {
    const { statusCode, headers } = await open(url);
    expect([statusCode, headers.location]).toEqual([308, to]);
  }
  for (const url of ["//evil.example/", "//wall/main/"]) expect((await open(url)).headers.location, url).toBeUndefined();
});

test("a call that does not exist is answered in JSON, a page in words", async () => {
  expect((await open("/api/v1/nowhere")).json()).toMatchObject({ code: "not_found" });
  expect((await app.inject({ method: "PUT", url: "/api/v1/commands", headers: { host: "localhost" } })).statusCode).toBe(404);
});
