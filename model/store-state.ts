/** Whether what is decided can be made durable: while the store is read-only numbers and alerts go on from memory, and commands are refused. */
export interface StoreState {
  readonly store: "writes" | "readOnly";
  /** Epoch ms since when. */
  readonly since: number;
}
