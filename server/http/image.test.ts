import { expect, test } from "vitest";
import { JPEG_HEAD, PNG_HEAD, WEBP_HEAD } from "../../tests/fixtures/pictures.ts";
import { sniffImage } from "./image.ts";

test("a picture is what states its size behind its signature", () => {
  expect([PNG_HEAD, JPEG_HEAD, WEBP_HEAD].map(sniffImage)).toEqual(["image/png", "image/jpeg", "image/webp"]);
});
test("a signature followed by something else is no picture", () => {
  for (const [head, kept] of [[PNG_HEAD, 8], [JPEG_HEAD, 3], [WEBP_HEAD, 12]] as const) {
    const junk = Buffer.concat([head.subarray(0, kept), Buffer.alloc(200, 7)]);
    expect(sniffImage(junk)).toBe(null);
    expect(sniffImage(head.subarray(0, kept))).toBe(null);
    expect(sniffImage(head.subarray(0, kept + 6))).toBe(null);
  }
});
test("a picture without extent is none, and a table before the frame is passed over", () => {
  const flat = Buffer.from(PNG_HEAD);
  flat.fill(0, 16, 20);
  expect(sniffImage(flat)).toBe(null);
  const table = Buffer.from("ffd8ffc400040000ffffc2000b080001000101011100", "hex");
  expect(sniffImage(table)).toBe("image/jpeg");
  expect(sniffImage(Buffer.from("ffd8ffdb0000ffc0000b0800010001010111", "hex"))).toBe(null);
});
