import { similar, type Similar } from "../../model/similar.ts";
import type { Asking } from "./asking.ts";

/** Which incidents of the asker's subtree may be the same thing: they are offered, and a person merges them. */
export function mayBe(asking: Asking, of: Parameters<typeof similar>[0]): Similar[] {
  const { standing, needs } = asking;
  return similar(of, among());
  function* among() {
    for (const each of standing.incidents.values()) if (asking.within(each.region)) yield each;
    for (const each of needs.unwritten?.all() ?? []) if (asking.within(each.region) && !standing.incidents.has(each.id)) yield each;
  }
}
