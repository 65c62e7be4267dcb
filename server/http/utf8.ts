import { Problem } from "../../model/problem.ts";

/** Broken bytes are refused: replaced by signs of the decoder's own they would be taken for what was said. */
const UTF8 = new TextDecoder("utf-8", { fatal: true });

/** @throws Problem bad_json */
export function textOf(body: Uint8Array): string {
  try {
    return UTF8.decode(body);
  } catch {
    throw new Problem("bad_json", "The body is not UTF-8. Nothing of it was taken; send it again in UTF-8.");
  }
}
