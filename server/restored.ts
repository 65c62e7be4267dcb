import { RESTORED, type Restored } from "../model/backup.ts";
import type { Draft, Entry } from "../model/journal.ts";
import type { Store } from "../model/ports.ts";
import type { RegionCode } from "../model/region.ts";

/** Told in the chain of live: the house was restored from a backup. */
export const STORE_RESTORED = "store.restored";

/** Has the chain tell, once, that its store was restored. */
export async function tellRestored({ store, record, root }: { readonly store: Pick<Store, "document" | "entries" | "commit">; record(drafts: readonly Draft[]): Promise<readonly Entry[]>; readonly root: RegionCode }): Promise<void> {
  const restored = (await store.document(RESTORED)) as Restored | null | undefined;
  if (!restored) return;
  // Killed between the two writes it was told already: the first entry behind the backup is that.
  const [next] = await store.entries("live", restored.seq, 1);
  const told = next?.kind === STORE_RESTORED ? next : (await record([{ kind: STORE_RESTORED, actor: "system", region: root, body: restored }]))[0];
  if (told) await store.commit({ dropDocuments: [RESTORED] });
}
