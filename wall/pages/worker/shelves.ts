/** Where a display keeps what it needs to start while the server is gone. */
export const SHELL = "guanlan-shell";
export const PICTURES = "guanlan-pictures";
export const pictureKey = (path: string): string => `/kept${path}`;

/** What a page tells its worker: which build it is of, and every address that it has loaded. */
export interface KeepWords {
  readonly page: string;
  readonly build: string;
  readonly needed: readonly string[];
}
