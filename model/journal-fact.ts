/** What an alert speaks of that concerns the journal, in the place of an indicator. */
export const JOURNAL_FACT = "journal:live";
/** The rule by which it is found (日志校验失败). */
export const JOURNAL_RULE = "journal.flawed";
export const JOURNAL_WORDS = { zh: "日志校验失败，指令不能受理", en: "The journal is damaged; commands are not taken" } as const;
