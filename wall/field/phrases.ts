import { html } from "lit";

const segmenter = new Intl.Segmenter("zh-CN", { granularity: "word" });

/** Where a line may be broken in large type: between words, and after signs. Chinese has no spaces that would say so. */
export const wordsOf = (text: string): string[] =>
  [...segmenter.segment(text)].reduce<string[]>((words, { segment, isWordLike }) => {
    // A sign stays with the word before it: no line begins with 、 or 。.
    if (isWordLike || words.length === 0) words.push(segment);
    else words.push(`${words.pop()!}${segment}`);
    return words;
  }, []);

/** The same text, which breaks between words where it must; in a box with `word-break: keep-all`. */
export const phrases = (text: string) => wordsOf(text).map((word) => html`${word}<wbr />`);
