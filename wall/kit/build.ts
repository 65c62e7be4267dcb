/** Which build this page is of, as its head says; empty when it does not. */
export const ownBuild = (): string => document.querySelector<HTMLMetaElement>("meta[name=build]")?.content ?? "";

/** The server gives out pages of another build than this one's. */
export const isOutdated = ({ build }: { readonly build: string }, own = ownBuild()): boolean => own !== "" && build !== "" && own !== build;
