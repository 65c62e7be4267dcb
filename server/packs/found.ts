/** The packs that have code, by their file; loaded by the packs' thread alone, each when it is asked for. */
const feeds = import.meta.glob<unknown>("../../topics/*/feed.ts", { import: "default" });

/** Topic and module of each. */
export const packsWithCode = (): { readonly topic: string; readonly module: string }[] => Object.keys(feeds).map((module) => ({ topic: module.split("/").at(-2)!, module }));

/** The default export of a module: of one of ours, else of the address of a file. */
export async function loadFeed(module: string): Promise<unknown> {
  const own = feeds[module];
  if (own) return await own();
  return ((await import(/* @vite-ignore */ module)) as { readonly default?: unknown }).default;
}
