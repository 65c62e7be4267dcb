import type { ReactiveController, ReactiveControllerHost } from "lit";
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

/** The words of a thing that carries both languages. */
export const inWords = (words: Words): string => words[current] || words.zh;

/** Words set aside behind others, and words that follow a name, in the reader's punctuation. */
export const inBrackets = (words: string): string => (current === "en" ? ` (${words})` : `（${words}）`);
export const after = (name: string, words: string): string => (current === "en" ? `${name}: ${words}` : `${name}：${words}`);

/**
 * The words of a page: Chinese is the source, English beside it. `{n}` in a text takes the fact of that name.
 * @param english by the Chinese text
 */
export const dictionary =
  <Zh extends string>(english: Readonly<Record<Zh, string>>) =>
  (zh: Zh, facts: Readonly<Record<string, string | number>> = {}): string =>
    (current === "en" ? english[zh] : zh).replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ""));

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
