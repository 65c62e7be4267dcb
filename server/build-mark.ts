import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Which build the pages under `pagesRoot` are of, as each of them says in its head; empty when there are none. */
export async function buildMark(pagesRoot: string): Promise<string> {
  const page = await readFile(join(pagesRoot, "display.html"), "utf8").catch(() => "");
  return /<meta name="build" content="([0-9a-f]+)"/.exec(page)?.[1] ?? "";
}
