/** Of what is read back only the words count, not how they were typed: full-width letters and digits are the same, blanks are none. */
const bare = (text: string): string => text.normalize("NFKC").replaceAll(/[\s·,.，。、]/g, "").toLowerCase();

/** Whether what somebody read back is what was said. Nothing said is never read back rightly. */
export const isSaidBack = (said: string, answer: string): boolean => bare(said) !== "" && bare(answer) === bare(said);
