/** Which build this page is of, as its head says; empty when it does not. */
export const ownBuild = (): string => document.querySelector<HTMLMetaElement>("meta[name=build]")?.content ?? "";

/** The server gives out pages of another build than this one's. */
export const isOutdated = ({ build }: { readonly build: string }, own = ownBuild()): boolean => own !== "" && build !== "" && own !== build;

/** Which build the server gives out at this page's address now; null when it gives no page. Asked as data, so that no cache answers in its place. */
export async function givenBuild(): Promise<string | null> {
  const response = await fetch(location.href, { cache: "no-store", headers: { accept: "text/html" } });
  return response.ok ? (/<meta name="build" content="([0-9a-f]+)"/.exec(await response.text())?.[1] ?? null) : null;
}
