/** Where a display keeps what it needs to start while the server is gone. */
export const SHELL = "guanlan-shell";
export const PICTURES = "guanlan-pictures";
export const pictureKey = (path: string): string => `/kept${path}`;

/** What a page tells its worker: which build it is of, every address that it has loaded, and what the maps of its picture stand on. */
export interface KeepWords {
  readonly page: string;
  readonly build: string;
  readonly needed: readonly string[];
  readonly ground: readonly string[];
}
