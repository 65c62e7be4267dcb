import { connect } from "node:net";
import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callerOf, until, type Caller } from "../fixtures/caller.ts";
import { RECORD_ALONE, startServer, type RunningServer } from "../fixtures/start-server.ts";

let server: RunningServer;
let api: Caller;
beforeAll(async () => {
  server = await startServer({ env: RECORD_ALONE });
  api = callerOf(server);
});
afterAll(() => server?.stop());

const CSP =
  "default-src 'self'; script-src 'self'; img-src 'self' blob: data:; connect-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html display-worker";

/** Bytes as they are, without a client that tidies them up; what came back until the line was cut or the words were read. */
function raw(bytes: string, wait: (got: string) => boolean): Promise<string> {
  return new Promise((done, fail) => {
    let got = "";
    const line = connect(server.port, "127.0.0.1", () => line.write(bytes));
    line.on("data", (chunk) => {
      got += chunk.toString();
      if (wait(got)) line.destroy();
    });
    line.on("close", () => done(got));
    line.on("error", fail);
  });
}

test("every page and every answer carries the policy of the house", async () => {
  for (const path of ["//", "//wall/main", "//console", "//field", "//nowhere", "/topics", "//healthz"]) {
    const { headers } = await api.get(path);
    expect([path, headers.get("content-security-policy")]).toEqual([path, CSP]);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
  }
});

test("a form, a fetch and a beacon of another site change nothing, with or without its cookie", async () => {
  const cookie = await api.signIn("commander@44");
  const command = { id: "csrf-test-1", kind: "wall.back", data: { wall: "main" } };
  const before = (await api.get("/journal/head", "auditor@44")).body.seq;
  for (const headers of [
    { origin: "https://evil.example", "content-type": "application/json" },
    { origin: "https://evil.example", "content-type": "text/plain" },
    { origin: "null", "content-type": "application/x-www-form-urlencoded" },
    { "sec-fetch-site": "cross-site", "content-type": "application/json" },
    { origin: server.url.replace("127.0.0.1", "localhost.evil.example"), "content-type": "application/json" },
  ] as Record<string, string>[]) {
    const answer = await api.post("/commands", JSON.stringify(command), undefined, { ...headers, cookie });
    expect([headers, answer.status, answer.body.code]).toEqual([headers, 403, "bad_origin"]);
  }
  expect((await api.ask("GET", "/topics", { headers: { cookie, origin: "https://evil.example" } })).status).toBe(403);
  expect((await api.get("/journal/head", "auditor@44")).body.seq).toBe(before);
});

test("a page of our own may send what it must, and only as JSON", async () => {
  const cookie = await api.signIn("officer@4408");
  const report = JSON.stringify({ id: "own-page-1", kind: "incident.report", data: { type: "water.flash.flood", region: "4408", title: "【模拟】" } });
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml"]) {
    const { status, body } = await api.post("/commands", report, undefined, { cookie, origin: server.url, "content-type": type });
    expect([type, [400, 415].includes(status), body.code]).toEqual([type, true, expect.stringMatching(/unsupported_type|bad_request/)]);
  }
  expect((await api.post("/commands", report, undefined, { cookie, origin: server.url, "content-type": "application/json" })).status).toBe(200);
});

test("no answer lets another site read it", async () => {
  const { headers } = await api.get("/topics", "chief@44", { origin: "https://evil.example" });
  expect(headers.get("access-control-allow-origin")).toBeNull();
});

test("no spelling of a path leads out of the folders that are served", async () => {
  for (const path of ["/assets/../../package.json", "/assets/..%2f..%2fpackage.json", "/assets/%2e%2e/%2e%2e/package.json", "/assets/..%5c..%5cpackage.json", "/assets/%00", "/wall/..%2f..%2fetc%2fpasswd", "/wall/main/..%2f1", "/api/v1/files/..%2f..%2fguanlan.db", "/assets//etc/passwd"]) {
    const got = await raw(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: close\r\n\r\n`, () => false);
    expect([path, got.slice(0, 12)]).toEqual([path, expect.stringMatching(/^HTTP\/1\.1 40[0134]$/)]);
    expect(got).not.toMatch(/"private"|root:|SQLite format/);
  }
});

test("a key that would reach into the language is refused, and nothing changes", async () => {
  for (const body of ['{"__proto__":{"role":"commander"},"account":"a","password":"b"}', '{"constructor":{"prototype":{"role":1}},"account":"a","password":"b"}']) {
    const answer = await api.post("/session", body, undefined, { "content-type": "application/json" });
    expect(answer.status).toBe(400);
  }
  expect((await api.get("/slice?__proto__=1&indicator=met.storm.distance", "chief@44")).status).toBe(400);
  expect((await api.post("/session", { account: "officer@4408", password: "x", role: "commander", region: "44" })).status).toBe(400);
});

test("what is put into a title comes back as it was written, as data and not as markup", async () => {
  const title = `【模拟】<img src=x onerror=alert(1)>\${7*7}\u202e𠮷`;
  const { incident } = (await api.command("officer@4408", "incident.report", { type: "water.flash.flood", region: "4408", title })).body.result;
  const seen = await api.get(`/incidents/${incident}`, "officer@4408");
  expect(seen.headers.get("content-type")).toContain("application/json");
  expect(seen.body.title).toBe(title);
});

test("headers too large and a body that lies about its length are refused, and the server goes on", async () => {
  expect((await api.get("/topics", "chief@44", { "x-large": "x".repeat(20_000) }).catch(() => ({ status: 431 }))).status).toBe(431);
  const got = await raw(`POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Type: application/json\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, (g) => g.includes("\r\n\r\n"));
  expect(got).toMatch(/^HTTP\/1\.1 400/);
  expect((await api.get("//healthz")).status).toBe(200);
});

test("a caller who never finishes its headers, or its body, is shown the door while others are served", async () => {
  const slow = Promise.all([
    raw("GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ", () => false),
    raw(`POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"acc`, () => false),
  ]);
  expect((await api.get("//healthz")).status).toBe(200);
  const [headers, body] = await slow;
  expect(headers).toMatch(/^(HTTP\/1\.1 408|$)/);
  expect(body).not.toMatch(/^HTTP\/1\.1 200/);
});

test("an upgrade from another site does not become a socket", async () => {
  const status = await new Promise<number | string>((done) => {
    const upgrade = request({ port: server.port, path: "/live/?EIO=4&transport=websocket", headers: { connection: "Upgrade", upgrade: "websocket", "sec-websocket-version": "13", "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==", origin: "https://evil.example" } });
    upgrade.on("upgrade", (_response, socket) => (socket.destroy(), done(101)));
    upgrade.on("response", (response) => (response.destroy(), done(response.statusCode!)));
    upgrade.on("error", (error) => done(error.message));
    upgrade.end();
  });
  expect(status).not.toBe(101);
  expect((await api.get("//live/?EIO=4&transport=polling")).status).toBe(400);
});

test("neither a password nor a session's secret is ever printed", async () => {
  const cookie = await api.signIn("secAdmin@44");
  const { password, token } = (await api.demo()).find((a) => a.account === "secAdmin@44")!;
  await api.post("/session", { account: "secAdmin@44", password: "a wrong but telling password" });
  for (const secret of [cookie.split("=")[1]!, token, password, "a wrong but telling password"]) {
    expect(secret.length).toBeGreaterThan(0);
    expect(server.output()).not.toContain(secret);
  }
});

test("failed logins, the lock and the next success stand in the journal, with no word of what was typed", async () => {
  const login = (account: string, password: string) => api.post("/session", { account, password });
  for (let i = 0; i < 5; i++) expect((await login("topicAdmin@44", "a wrong secret")).status).toBe(401);
  expect((await login("topicAdmin@44", "guanlan-demo")).status).toBe(429);
  await login("a secret typed as a name", "x");
  expect((await login("auditor@44", "guanlan-demo")).status).toBe(200);
  const logins = async () => ((await api.get("/journal?limit=1000", "auditor@44")).body.items as { kind: string; actor: string; body: Record<string, unknown> }[]).filter((e) => e.kind.startsWith("login."));
  const told = await until(logins, (all) => all.some((e) => e.kind === "login.locked") && all.some((e) => e.kind === "login.failed" && e.body.account === null));
  expect(told.filter((e) => e.body.account === "topicAdmin@44" && e.kind === "login.failed").reduce((sum, e) => sum + (e.body.times as number), 0)).toBe(5);
  expect(told.filter((e) => e.kind === "login.locked").map((e) => [e.actor, e.body])).toEqual([["system", { account: "topicAdmin@44", until: expect.stringMatching(/\+08:00$/) }]]);
  expect(told.filter((e) => e.kind === "login.succeeded" && e.actor === "auditor@44").at(-1)!.body).toEqual({ role: "auditor", from: expect.stringMatching(/127\.0\.0\.1|::1/) });
  expect((await api.get("/journal", "auditor@44")).text).not.toMatch(/secret/);
});
