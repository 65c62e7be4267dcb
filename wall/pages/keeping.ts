import type { Clock } from "../../model/ports.ts";
import { stoodStill, type Keeper, type Kept } from "../link/kept.ts";
import type { Link } from "../link/link.ts";
import type { Reads } from "../kit/reads.ts";
import { groundOf } from "./kept-ground.ts";
import { PICTURES, pictureKey, SHELL, type KeepWords } from "./worker/shelves.ts";

/** So old may the picture be that a display shows after a cold start, beside the seconds in which it was cut off. */
const KEPT_EVERY_MS = 5_000;
/** After the start, when what the page needs has been loaded. */
const SHELL_KEPT_AFTER_MS = 5_000;
const MOST_RESOURCES = 2_000;
/** What was looked at long ago is let go by the worker, also on a wall that never turns. */
const TOLD_EVERY_MS = 600_000;

/** A page of another build reads its frames otherwise. */
interface Written extends Kept {
  readonly build: string;
}

/** The last picture of the page at `path`; undefined when there is none, or none that this build reads. */
export async function recallPicture(path: string, build: string): Promise<Kept | undefined> {
  if (!("caches" in globalThis)) return undefined;
  try {
    const found = await (await caches.open(PICTURES)).match(pictureKey(path));
    const written = (await found?.json()) as Written | undefined;
    return written?.build === build ? written : undefined;
  } catch {
    // What is kept only helps; a storage that fails must not keep a wall dark.
    return undefined;
  }
}

/**
 * Keeps on this machine what a display needs to start while the server is gone: the shell (by a service worker) and the last
 * picture. Without a secure context the browser has neither, and nothing is kept.
 */
export function keepPicture({ clock, link, keeper, reads, path, build }: { readonly clock: Clock; readonly link: Link; readonly keeper: Keeper; readonly reads: Pick<Reads, "regionNow">; readonly path: string; readonly build: string }): void {
  if (!("caches" in globalThis) || !("serviceWorker" in navigator)) return;
  performance.setResourceTimingBufferSize(MOST_RESOURCES);
  let written = -1;
  let told = { ground: "", at: Number.NEGATIVE_INFINITY };
  /** True when the worker is told anew. */
  const isTold = (ground: readonly string[], at: number): boolean => {
    const said = ground.join(" ");
    const isNew = said !== told.ground;
    if (!isNew && at - told.at < TOLD_EVERY_MS) return false;
    told = { ground: said, at };
    void tellWhatIsNeeded(build, ground).catch(() => undefined);
    return isNew;
  };
  const write = async (): Promise<void> => {
    if (link.state !== "live" || keeper.changes === written) return;
    // Without a shell nobody would see it; and where the machine is no display any more, the shell is gone first.
    const shell = await caches.open(SHELL);
    if (!(await shell.match("/api/v1/session"))) return;
    const { changes } = keeper;
    const heardAt = link.serverNow();
    const frames = keeper.frames();
    const ground = groundOf(frames, reads.regionNow).map((address) => `/api/v1${address}`);
    // A picture whose maps have no ground yet waits for its next turn, and no longer: what cannot be had must not keep the picture old.
    if (isTold(ground, clock.monotonic()) && (await areMissing(ground, shell))) return;
    const kept: Written = { build, heardAt, situations: stoodStill(link.situations, heardAt, (id) => link.simNow(id)), frames };
    await (await caches.open(PICTURES)).put(pictureKey(path), Response.json(kept));
    written = changes;
  };
  // A full disk: the picture of before stays.
  clock.every(KEPT_EVERY_MS, () => void write().catch(() => undefined));
  void register()
    .then(() => clock.after(SHELL_KEPT_AFTER_MS, () => void tellWhatIsNeeded(build, [])))
    .catch((error: unknown) => console.warn(`The shell cannot be kept: ${String(error)}`));
}

async function register(): Promise<void> {
  const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy("display-worker", { createScriptURL: (url) => url });
  const address = "/display-worker.js";
  await navigator.serviceWorker.register((policy?.createScriptURL(address) ?? address) as string, { scope: "/wall/", type: "module" });
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown };
}

/** What was loaded before the worker stood in between it has not seen, and what a page has asked for long ago it may have let go. */
async function tellWhatIsNeeded(build: string, ground: readonly string[]): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  const needed = performance.getEntriesByType("resource").map(({ name }) => name);
  active?.postMessage({ page: location.href, build, needed, ground: ground.map((address) => new URL(address, location.href).href) } satisfies KeepWords);
}
async function areMissing(ground: readonly string[], shell: Cache): Promise<boolean> {
  return (await Promise.all(ground.map((address) => shell.match(address)))).includes(undefined);
}
