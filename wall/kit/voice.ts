/** As much of the browser's voices as is asked for. */
export interface Voices {
  getVoices(): readonly Pick<SpeechSynthesisVoice, "lang" | "localService">[];
  speak(words: SpeechSynthesisUtterance): void;
  cancel(): void;
}
type Voice = Pick<SpeechSynthesisVoice, "lang" | "localService">;

/** A Chinese voice of this machine; what would send the words to somebody's servers is none. Putonghua before the others. */
export function localChinese<V extends Voice>(voices: readonly V[]): V | undefined {
  const local = voices.filter(({ lang, localService }) => localService && /^(zh|cmn|yue)\b/i.test(lang));
  return local.find(({ lang }) => /^(zh|cmn)[-_](CN|Hans)/i.test(lang)) ?? local[0];
}

/**
 * Says it aloud where this machine has a Chinese voice. @returns whether it is said: where it is not, the words on the
 * screen are all there is, and they stand there in any case
 */
export function say(text: string, voices: Voices | undefined = globalThis.speechSynthesis, utter: (text: string) => SpeechSynthesisUtterance = (words) => new SpeechSynthesisUtterance(words)): boolean {
  const voice = voices && localChinese(voices.getVoices());
  if (!voice) return false;
  const words = utter(text);
  words.lang = voice.lang;
  words.voice = voice as SpeechSynthesisVoice;
  // The newest is what counts: nobody waits for a queue of voices to end.
  voices.cancel();
  voices.speak(words);
  return true;
}
