import type { Store } from "../../model/ports.ts";
import { jcs, type HashName } from "./hash.ts";

const PAGE = 500;

/** A chain as NDJSON, in chunks of whole lines: `{"H":"sm3","situation":"live"}`, then each entry up to `to` as canonical JSON. */
export async function* exportLines(store: Pick<Store, "entries">, situation: string, hash: HashName, to: number): AsyncGenerator<string> {
  yield `${jcs({ H: hash, situation })}\n`;
  for (let after = 0; after < to; ) {
    const page = await store.entries(situation, after, Math.min(PAGE, to - after));
    if (page.length === 0) return;
    yield page.map((entry) => `${jcs(entry)}\n`).join("");
    after = page.at(-1)!.seq;
  }
}
