import { expect, test } from "vitest";
import { httpDesk } from "../../tests/fixtures/http-desk.ts";

const { get, house, inject, send } = httpDesk();

test("without a session every read says so and says how to sign in", async () => {
  for (const url of ["/regions/44", "/topics", "/alerts", "/journal", "/session", "/quarantine", "/walls"]) {
    const answer = await get(url);
    expect([url, answer.statusCode, answer.json().code]).toEqual([url, 401, "no_session"]);
  }
});

test("a login gives a cookie that scripts cannot read and other sites cannot send, new each time", async () => {
  const sign = (cookie?: string) => send("/session", undefined, { account: "officer@4408", password: "guanlan-demo" }, cookie ? { cookie } : {});
  const first = await sign();
  expect(first.json()).toMatchObject({ account: "officer@4408", role: "officer", region: "4408", rights: expect.arrayContaining(["read", "verify"]) });
  const cookie = String(first.headers["set-cookie"]);
  expect(cookie).toMatch(/^guanlan=[0-9a-f]{64}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/);
  const pair = cookie.split(";")[0]!;
  expect((await get("/session", undefined, { cookie: pair })).json()).toMatchObject({ account: "officer@4408" });
  const second = await sign(pair);
  expect(String(second.headers["set-cookie"]).split(";")[0]).not.toBe(pair);
  expect((await get("/session", undefined, { cookie: pair })).statusCode).toBe(401);
});

test("a session ends when it is deleted, and the store never holds its secret", async () => {
  const login = await send("/session", undefined, { account: "chief@44", password: "guanlan-demo" });
  const pair = String(login.headers["set-cookie"]).split(";")[0]!;
  expect([...house.rows.keys()].join()).not.toContain(pair.split("=")[1]!);
  expect((await inject({ method: "DELETE", url: "/api/v1/session", headers: { cookie: pair } })).statusCode).toBe(200);
  expect((await get("/session", undefined, { cookie: pair })).statusCode).toBe(401);
});

test("five wrong passwords lock the account for 15 minutes, the right one included", async () => {
  const login = (password: string) => send("/session", undefined, { account: "officer@440882", password });
  for (let i = 0; i < 5; i++) expect((await login("wrong")).statusCode).toBe(401);
  const locked = await login("guanlan-demo");
  expect([locked.statusCode, locked.json().code, Number(locked.headers["retry-after"])]).toEqual([429, "locked", 900]);
  house.clock.advance(15 * 60_000);
  expect((await login("guanlan-demo")).statusCode).toBe(200);
});

test("the demo lists its accounts, one of each role, and a branch from city to village", async () => {
  const items = (await get("/session/demo")).json().items as { account: string; role: string; token: string }[];
  expect(new Set(items.map((i) => i.role)).size).toBe(11);
  expect(items.map((i) => i.account)).toEqual(expect.arrayContaining(["commander@44", "officer@4408", "officer@440882", "officer@440882115", "unit@440882115212"]));
  expect((await get("/session", undefined, { authorization: `Bearer ${items[0]!.token}` })).json()).toMatchObject({ account: items[0]!.account });
});
