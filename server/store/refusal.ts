/** Why a store was not opened: somebody else holds it, it is newer than this program, damaged, not ours, or the library is too old. */
export type RefusalCode = "held" | "newer" | "corrupt" | "foreign" | "old_library";

/** A store that must not be opened; the message says what was found, where, and what to do. It stops the boot. */
export class StoreRefusal extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "StoreRefusal";
    this.code = code;
  }
}
