import type { ReactiveController, ReactiveControllerHost } from "lit";
import { phrases, wordsIn } from "../../model/phrases.ts";
import type { Words } from "../../model/words.ts";

export type Language = "zh" | "en";
const KEPT_AS = "guanlan.language";

let current: Language = "zh";
const listeners = new Set<() => void>();

export const language = (): Language => current;

/** Switches every word on the page, and remembers it on this machine. */
export function speak(next: Language): void {
  current = next;
  document.documentElement.lang = next === "zh" ? "zh-CN" : "en";
  try {
    localStorage.setItem(KEPT_AS, next);
  } catch {
    // A kiosk without storage still switches; it forgets on reload.
  }
  for (const listener of listeners) listener();
}
/** Takes up the language that was chosen here last. */
export function recallLanguage(): void {
  try {
    speak(localStorage.getItem(KEPT_AS) === "en" ? "en" : "zh");
  } catch {
    speak("zh");
  }
}

/** The words of a thing that carries both languages, in the page's. */
export const inWords = (words: Words): string => wordsIn(words, current);

/** Words set aside behind others, and words that follow a name, in the reader's punctuation. */
export const inBrackets = (words: string): string => (current === "en" ? ` (${words})` : `（${words}）`);
export const after = (name: string, words: string): string => (current === "en" ? `${name}: ${words}` : `${name}：${words}`);

/** The words of a page in its language, whenever they are said (model/phrases). */
export const dictionary = <Zh extends string>(english: Readonly<Record<Zh, string>>): ReturnType<ReturnType<typeof phrases<Zh>>> => {
  const of = phrases(english);
  return (zh, facts) => of(current)(zh, facts);
};

/** Renders its host again when the language is switched. */
export class Speaks implements ReactiveController {
  private readonly again: () => void;
  constructor(host: ReactiveControllerHost) {
    this.again = () => host.requestUpdate();
    host.addController(this);
  }
  hostConnected(): void {
    listeners.add(this.again);
  }
  hostDisconnected(): void {
    listeners.delete(this.again);
  }
}
