import { expect, test } from "vitest";
import { httpDesk } from "../../tests/fixtures/http-desk.ts";

const { get } = httpDesk();

test("a region outside the caller's subtree answers exactly as one that does not exist", async () => {
  const outside = await get("/regions/4401", "officer@4408");
  const nowhere = await get("/regions/4499", "officer@4408");
  expect(outside.statusCode).toBe(404);
  expect(nowhere.statusCode).toBe(404);
  expect(outside.body.replaceAll("4401", "X")).toBe(nowhere.body.replaceAll("4499", "X"));
  expect((await get("/regions/44", "officer@4408")).statusCode).toBe(404);
});

test("a region names its level, its path without itself, and its children with what may be drilled", async () => {
  const { statusCode, body } = await get("/regions/440882", "officer@4408");
  expect(statusCode).toBe(200);
  expect(JSON.parse(body)).toEqual({
    code: "440882", name: "雷州市", nameEn: "", level: "county", parent: "4408", path: ["44", "4408"],
    children: [
      { code: "440882115", name: "乌石镇", nameEn: "", level: "town", childCount: 1 },
      { code: "440882450", name: "奋勇高新区", nameEn: "", level: "town", childCount: 0, special: true },
    ],
  });
  const dongguan = (await get("/regions/4419", "chief@44")).json();
  expect(dongguan.children).toEqual([expect.objectContaining({ code: "441900", passThrough: true })]);
});

test("a search finds regions by part of their name, in the caller's subtree only, page by page", async () => {
  expect((await get(`/regions?q=${encodeURIComponent("乌石")}`, "officer@4408")).json().items.map((r: { code: string }) => r.code)).toEqual(["440882115", "440882115212"]);
  expect((await get(`/regions?q=${encodeURIComponent("荔湾")}`, "officer@4408")).json().items).toEqual([]);
  const first = (await get("/regions?level=city&limit=2", "chief@44")).json();
  expect(first.items.map((r: { code: string }) => r.code)).toEqual(["4401", "4408"]);
  const second = (await get(`/regions?level=city&limit=2&after=${first.next}`, "chief@44")).json();
  expect(second.items.map((r: { code: string }) => r.code)).toEqual(["4419"]);
  expect(second.next).toBeUndefined();
});
