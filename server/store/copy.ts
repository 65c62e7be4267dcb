import { closeSync, fsyncSync, openSync } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { backup, type DatabaseSyncInstance } from "@photostructure/sqlite";

/** Pages at a time; a writer waits for no more than this. */
const PAGES = 100;

/** Copies a living database into a new file, some pages at a time, and waits for the disk. */
export async function copyDatabase(db: DatabaseSyncInstance, to: string, told: (done: number, of: number) => void): Promise<void> {
  let copy: FileHandle | undefined;
  let flushing: Promise<void> | undefined;
  // Whoever leaves all of it to the end keeps every writer waiting for the disk meanwhile.
  const flush = (): void => {
    flushing ??= (async () => {
      copy ??= await open(to, "r+");
      await copy.datasync();
    })()
      .catch(() => {})
      .finally(() => (flushing = undefined));
  };
  try {
    await backup(db, to, {
      rate: PAGES,
      progress({ totalPages, remainingPages }) {
        told(totalPages - remainingPages, totalPages);
        flush();
      },
    });
  } finally {
    await flushing;
    await copy?.close();
  }
  const written = openSync(to, "r+");
  try {
    fsyncSync(written);
  } finally {
    closeSync(written);
  }
}
