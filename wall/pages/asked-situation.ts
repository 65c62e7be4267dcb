/** The situation that a page's address asks for; an empty one asks for nothing. */
export const askedSituation = (search: string): string | null => new URLSearchParams(search).get("situation") || null;
