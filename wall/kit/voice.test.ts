import { expect, test } from "vitest";
import { localChinese, say, type Voices } from "./voice.ts";

const voice = (lang: string, localService = true) => ({ lang, localService, name: lang });
/** A machine with these voices, that notes what it says. */
const machine = (...voices: ReturnType<typeof voice>[]) => {
  const said: string[] = [];
  let cut = 0;
  const on: Voices = { getVoices: () => voices, cancel: () => cut++, speak: (words) => said.push(`${(words as unknown as { text: string }).text} ${words.lang}`) };
  return { said, cut: () => cut, say: (text: string) => say(text, on, (words) => ({ text: words }) as unknown as SpeechSynthesisUtterance) };
};

test("red is spoken by a Chinese voice of this machine, Putonghua before the others", () => {
  expect(localChinese([voice("en-US"), voice("yue-HK"), voice("zh-CN")])?.lang).toBe("zh-CN");
  expect(localChinese([voice("en-US"), voice("zh-HK")])?.lang).toBe("zh-HK");
  const at = machine(voice("en-US"), voice("zh-CN"));
  expect([at.say("红色研判"), at.said, at.cut()]).toEqual([true, ["红色研判 zh-CN"], 1]);
});
test("where there is none, or only one that would send the words away, nothing is spoken", () => {
  for (const at of [machine(), machine(voice("en-US")), machine(voice("zh-CN", false))]) expect([at.say("红色研判"), at.said]).toEqual([false, []]);
  expect(say("红色研判", undefined)).toBe(false);
});
