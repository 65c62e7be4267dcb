import type { Clock } from "../../model/ports.ts";
import { stoodStill, type Keeper, type Kept } from "../link/kept.ts";
import type { Link } from "../link/link.ts";
import { PICTURES, pictureKey, SHELL, type KeepWords } from "./worker/shelves.ts";

/** So old may the picture be that a display shows after a cold start, beside the seconds in which it was cut off. */
const KEPT_EVERY_MS = 5_000;
/** After the start, when what the page needs has been loaded. */
const SHELL_KEPT_AFTER_MS = 5_000;
const MOST_RESOURCES = 2_000;

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
export function keepPicture({ clock, link, keeper, path, build }: { readonly clock: Clock; readonly link: Link; readonly keeper: Keeper; readonly path: string; readonly build: string }): void {
  if (!("caches" in globalThis) || !("serviceWorker" in navigator)) return;
  performance.setResourceTimingBufferSize(MOST_RESOURCES);
  let written = -1;
  const write = async (): Promise<void> => {
    if (link.state !== "live" || keeper.changes === written) return;
    // Without a shell nobody would see it; and where the machine is no display any more, the shell is gone first.
    if (!(await (await caches.open(SHELL)).match("/api/v1/session"))) return;
    const { changes } = keeper;
    const heardAt = link.serverNow();
    const kept: Written = { build, heardAt, situations: stoodStill(link.situations, heardAt, (id) => link.simNow(id)), frames: keeper.frames() };
    await (await caches.open(PICTURES)).put(pictureKey(path), Response.json(kept));
    written = changes;
  };
  // A full disk: the picture of before stays.
  clock.every(KEPT_EVERY_MS, () => void write().catch(() => undefined));
  void register()
    .then(() => clock.after(SHELL_KEPT_AFTER_MS, () => void tellWhatIsNeeded(build)))
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

/** What was loaded before the worker stood in between it has not seen. */
async function tellWhatIsNeeded(build: string): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  const needed = performance.getEntriesByType("resource").map(({ name }) => name);
  active?.postMessage({ page: location.href, build, needed } satisfies KeepWords);
}
