import type { Fact } from "./fact.ts";
import type { Shelf } from "./queue.ts";

const NAME = "guanlan.facts";

/** Facts in this browser's own database; each call fails where it has none, or no room. */
export function indexedShelf(): Shelf {
  let opened: Promise<IDBDatabase> | undefined;
  const open = (): Promise<IDBDatabase> =>
    (opened ??= new Promise<IDBDatabase>((done, fail) => {
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = () => void asked.result.createObjectStore("facts", { keyPath: "id" });
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error ?? new Error("The device's database cannot be opened."));
    }));
  /** Answers once it is committed: a phone may be switched off in the next moment. */
  const write = async (change: (facts: IDBObjectStore) => void): Promise<void> => {
    const db = await open();
    await new Promise<void>((done, fail) => {
      const commit = db.transaction("facts", "readwrite", { durability: "strict" });
      commit.oncomplete = () => done();
      commit.onabort = commit.onerror = () => fail(commit.error ?? new Error("The device did not keep it."));
      change(commit.objectStore("facts"));
    });
  };
  return {
    async all() {
      const db = await open();
      return await new Promise<Fact[]>((done, fail) => {
        const asked = db.transaction("facts").objectStore("facts").getAll();
        asked.onsuccess = () => done(asked.result as Fact[]);
        asked.onerror = () => fail(asked.error ?? new Error("The device's database cannot be read."));
      });
    },
    put: (fact) => write((facts) => void facts.put(fact)),
    drop: (id) => write((facts) => void facts.delete(id)),
  };
}
