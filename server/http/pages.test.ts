import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FastifyInstance } from "fastify";
import { aTask, anAlert, anIncident, smallHouse } from "../../tests/fixtures/small-house.ts";
import { createHttp } from "./index.ts";

const pagesRoot = mkdtempSync(join(tmpdir(), "guanlan-pages-"));
mkdirSync(join(pagesRoot, "assets"));
for (const name of ["home", "display", "console", "field", "gallery"]) writeFileSync(join(pagesRoot, `${name}.html`), `<!doctype html><title>${name}</title>`);
writeFileSync(join(pagesRoot, "assets", "display-1.js"), "export {};");

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
  for (const [url, title] of [["/", "home"], ["/wall/main", "display"], ["/wall/main/3", "display"], ["/console", "console"], ["/field", "field"], ["/gallery", "gallery"], ["/wall/main?situation=live", "display"]] as const) {
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

test("a wall has a twin in sentences that says what it is, what is open, and that nothing was issued", async () => {
  house.alerts.push(anAlert("440882"), anAlert("4401", { indicator: "intake" }));
  house.incidents.push(anIncident("440882"), anIncident("4408", { state: "evaluated", title: "【模拟】旧事" }));
  house.tasks.push(aTask("inc-440882", "440882:rescue", { deadline: "2026-11-23T10:00:00.000+08:00" }));
  const twin = await open("/wall/main/text");
  expect([twin.statusCode, twin.headers["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
  expect(twin.body).toContain("焦点：广东省");
  expect(twin.body).toContain("告警 1 条：\n橙色告警（系统研判，未发布）：雷州市 stage 6.0 m，限值 5.0 m，未确认，08:00研判。");
  expect(twin.body).toContain("在办事件 1 件：\n【模拟】内涝，雷州市，待核实，08:00接报。\n");
  expect(twin.body).toContain("未办结任务 1 项：\n救援队：前往，已下达，时限 11月23日 10:00。\n");
  expect(twin.body).toContain("态势时间 2026年11月22日 星期日 08:00。");
  expect(twin.body).not.toMatch(/旧事|T\d\d:|[+]08:00|pending|dispatched/);
  expect(twin.body).not.toContain("intake");
  expect((await app.inject({ url: "/wall/main/text", remoteAddress: "192.0.2.7" })).statusCode).toBe(401);
  expect((await open("/wall/nowhere/text")).statusCode).toBe(404);
});

test("the twin counts no finding that returned to normal but says that it waits, and tells the gravest and newest incident first", async () => {
  for (const list of [house.alerts, house.incidents, house.tasks]) list.length = 0;
  house.alerts.push(anAlert("440882"), anAlert("4408", { state: "returned" }), anAlert("4401", { state: "returned" }));
  house.incidents.push(
    anIncident("440882", { id: "inc-1", title: "先报", reportedAt: "2026-11-22T06:00:00.000+08:00" }), anIncident("440882", { id: "inc-2", title: "后报", reportedAt: "2026-11-22T07:00:00.000+08:00" }),
    anIncident("440882", { id: "inc-3", title: "重大", state: "handling", grade: 2, reportedAt: "2026-11-22T05:00:00.000+08:00" }),
  );
  const { body } = await open("/wall/main/text");
  expect(body).toMatch(/告警 1 条：\n.*\n另 2 条已回落待确认。\n/);
  expect(body).toMatch(/在办事件 3 件：\n重大.*\n后报.*\n先报/);
  expect(body).not.toContain("已恢复");
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
