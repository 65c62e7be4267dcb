import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Config } from "./config.ts";

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

/** Makes the folder of all data where there is none. @throws Error that says what was found there and what to do */
export function makeDataFolder(folder: string): void {
  try {
    // One by one: Node's own recursive way does not come back where the system makes no folders (/proc).
    for (const each of above(folder)) if (!existsSync(each)) mkdirSync(each, { mode: 0o700 });
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error("not a folder"), { code: "ENOTDIR" });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = codeOf(error);
    const found =
      code === "EEXIST" || code === "ENOTDIR" ? "is a file, or lies below one; expected a folder"
      : code === "EACCES" || code === "EPERM" ? "may not be written by this account"
      : code === "EROFS" ? "lies on a file system that is read-only"
      : code === "ENOSPC" ? "cannot be made: the disk is full"
      : `cannot be used (${code})`;
    throw new Error(`DATA_DIR ${folder} ${found}. Set DATA_DIR to a folder of Guanlan's own that this account may write, or mend this one.`, { cause: error });
  }
}

/** Why nothing can be served at this address, and what to do. */
export function cannotListen({ host, port }: Pick<Config, "host" | "port">, error: unknown): Error {
  const code = codeOf(error);
  const words =
    code === "EADDRINUSE" ? `Port ${port} on ${host} is in use, perhaps by another Guanlan. Stop that program, or set PORT to another port (0 takes a free one).`
    : code === "EACCES" ? `This account may not use port ${port} on ${host}. Set PORT to 1024 or above.`
    : code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN" ? `HOST ${host} is no address of this machine. Set HOST to one that it has (127.0.0.1 for this machine alone, 0.0.0.0 for all).`
    : `Nothing can be served on ${host}:${port}: ${String(error)}. Set PORT and HOST to an address that is free.`;
  return new Error(words, { cause: error });
}

/** A folder and those that hold it, the outermost first. */
function above(folder: string): string[] {
  const here = resolve(folder);
  const holder = dirname(here);
  return holder === here ? [here] : [...above(holder), here];
}
