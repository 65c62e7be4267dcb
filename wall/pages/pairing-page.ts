import { systemClock } from "../../model/clock.ts";
import { clockText, parseTime } from "../../model/time.ts";
import type { Wall } from "../../model/wall.ts";
import { canHoldKey, deviceKey } from "./device-key.ts";
import { pairDisplay, type PairingWords } from "./pairing.ts";

/** Stands on a display that nobody has paired: who it is, its code in large digits, and what to do. Loads the wall once it is paired. */
export async function waitForPairing(wall: Pick<Wall, "id" | "title">, display: number): Promise<void> {
  const box = document.createElement("main");
  box.className = "pairing";
  const [title, code, told, english] = ["h1", "output", "p", "p"].map((tag) => document.createElement(tag)) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  english.lang = "en";
  title.textContent = `${wall.title.zh} · 显示屏 ${display}`;
  box.append(title, code, told, english);
  document.body.replaceChildren(box);
  const say = (digits: string, words: string, translated: string): void => {
    if (code.textContent !== digits) code.textContent = digits;
    told.textContent = words;
    english.textContent = translated;
  };
  if (!canHoldKey()) {
    say("", "此屏尚未配对，而且地址不是安全连接，浏览器不能保管配对密钥。请改用 https 地址打开本页。", "Not paired, and this address is not secure, so the browser cannot hold a key. Open this page over https.");
    return;
  }
  const show = (words: PairingWords): void => {
    if (typeof words === "object") {
      const until = parseTime(words.expiresAt);
      say(`${words.code.slice(0, 4)} ${words.code.slice(4)}`, `此屏尚未配对。请安全管理员登录观澜首页，在“配对显示屏”中输入此码。${until === null ? "" : `此码 ${clockText(until)} 前有效；`}配对后本屏自动继续。`,
        "Not paired yet. Ask the security administrator to sign in on the start page and to enter this code under “Pair a display”; this page goes on by itself.");
    } else if (words === "unreachable") say("", "连不上平台，正在重试。", "The platform cannot be reached; trying again.");
    else if (words === "busy") say("", "待配对的显示屏太多，稍后自动再取配对码。", "Too many displays wait to be paired; a code is asked for again.");
    else say("", "正在向平台报到。", "Reporting to the platform.");
  };
  show("asking");
  await pairDisplay({
    clock: systemClock, key: await deviceKey(`${wall.id}/${display}`), origin: location.origin, show,
    post: (path, body) => fetch(`/api/v1${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  location.reload();
}
