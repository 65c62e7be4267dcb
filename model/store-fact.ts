/** What an alert speaks of that concerns the store, in the place of an indicator. */
export const STORE_FACT = "store:server";
/** The rule by which it is found (存储只读). */
export const STORE_RULE = "store.readOnly";
export const STORE_WORDS = { zh: "存储只读，指令不能受理", en: "The store is read-only; commands are not taken" } as const;
