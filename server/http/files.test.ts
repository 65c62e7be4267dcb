import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { httpDesk } from "../../tests/fixtures/http-desk.ts";
import { JPEG_HEAD, PNG_HEAD } from "../../tests/fixtures/pictures.ts";

const { get, house, inject } = httpDesk();

test("of two who bring the same picture at once both are written down", async () => {
  const payload = Buffer.concat([PNG_HEAD, Buffer.alloc(100, 9)]);
  const upload = (as: string) => inject({ method: "POST", url: "/api/v1/files", headers: { "content-type": "image/png", ...house.as(as) }, payload });
  const who = ["unit@440882115212", "unit@4408"];
  const answers = await Promise.all(who.map(upload));
  expect(answers.map((a) => a.statusCode)).toEqual([201, 201]);
  const { file } = answers[0]!.json() as { file: string };
  const { by } = JSON.parse(readFileSync(join(house.needs.house.dataDir, "files", `${file}.json`), "utf8")) as { by: { account: string }[] };
  expect(by.map((b) => b.account).sort()).toEqual(who.sort());
});

test("a picture is told by its bytes, kept under its hash, and seen only upwards", async () => {
  const png = Buffer.concat([PNG_HEAD, Buffer.alloc(100, 1)]);
  const upload = (payload: Buffer, type = "image/png") => inject({ method: "POST", url: "/api/v1/files", headers: { "content-type": type, ...house.as("unit@440882115212") }, payload });
  const kept = await upload(png);
  expect(kept.statusCode).toBe(201);
  const { file } = kept.json();
  expect(file).toMatch(/^[0-9a-f]{64}$/);
  expect((await upload(Buffer.from("<svg onload=alert(1)>"))).json().code).toBe("unsupported_type");
  expect((await upload(Buffer.concat([png, Buffer.alloc(8 * 1024 * 1024 + 20_000)]))).statusCode).toBe(413);
  const seen = await get(`/files/${file}`, "officer@440882");
  expect([seen.statusCode, seen.headers["content-type"], seen.rawPayload.equals(png)]).toEqual([200, "image/png", true]);
  expect((await get(`/files/${file}`, "unit@4408")).statusCode).toBe(200);
  expect((await get("/files/..%2f..%2fetc%2fpasswd", "officer@440882")).statusCode).toBe(404);
});

test("a picture may also come in a form", async () => {
  const form = new FormData();
  form.set("file", new Blob([JPEG_HEAD]), "photo.jpg");
  const body = new Response(form);
  const answer = await inject({ method: "POST", url: "/api/v1/files", headers: { "content-type": body.headers.get("content-type")!, ...house.as("unit@440882115212") }, payload: Buffer.from(await body.arrayBuffer()) });
  expect(answer.statusCode).toBe(201);
});
