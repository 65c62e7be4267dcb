import { systemClock } from "../../model/clock.ts";
import type { Role } from "../../model/account.ts";
import { dictionary, language } from "../kit/language.ts";
import type { Page } from "./page.ts";
import type { SignInElement, SignedIn } from "./sign-in.ts";

const t = dictionary({
  "登录已结束，请重新登录": "Your session has ended; sign in again",
  "页面还在原处，写到一半的内容没有丢。用原来的账号登录即可继续；换账号登录会重新打开本页。": "The page is where you left it, and what you wrote is still there. Sign in with the same account to carry on; another account opens the page anew.",
});
const ENDED: ReadonlySet<string> = new Set(["no_session", "session_ended"]);
const LOOKED_AT_MS = 1_000;
/** The link tries every few seconds; by then it has come back or was refused again. */
const RETURNS_WITHIN_MS = 10_000;

/**
 * Asks for a new session above the page when its own has ended. The page stays below, with its place and what was typed; its
 * link comes back by itself once there is a session. Another account is another page.
 */
export function askAgain({ link, session }: Pick<Page, "link" | "session">, roles: readonly Role[]): void {
  let asking: HTMLDialogElement | null = null;
  /** What was said before signing in is not a reason to ask again until the link has been refused anew. */
  let answeredAt = Number.NEGATIVE_INFINITY;
  const look = (): void => {
    const ended = link.state === "down" && ENDED.has(link.farewell) && systemClock.monotonic() - answeredAt > RETURNS_WITHIN_MS;
    if (asking && link.state === "live") close();
    if (!ended || asking) return;
    asking = dialog(roles, ({ account }) => (account === session.account ? close() : location.reload()));
    document.body.append(asking);
    asking.showModal();
  };
  const close = (): void => {
    asking?.remove();
    asking = null;
    answeredAt = systemClock.monotonic();
  };
  link.onState(look);
  systemClock.every(LOOKED_AT_MS, look);
}

function dialog(roles: readonly Role[], signedIn: (who: SignedIn) => void): HTMLDialogElement {
  const box = document.createElement("dialog");
  box.className = "again";
  box.lang = language() === "en" ? "en" : "zh-CN";
  const heading = document.createElement("h1");
  heading.id = "again";
  heading.textContent = t("登录已结束，请重新登录");
  box.setAttribute("aria-labelledby", heading.id);
  const words = document.createElement("p");
  words.textContent = t("页面还在原处，写到一半的内容没有丢。用原来的账号登录即可继续；换账号登录会重新打开本页。");
  const form = document.createElement("wall-sign-in") as SignInElement;
  form.roles = roles;
  form.addEventListener("signed-in", (e) => signedIn((e as CustomEvent<SignedIn>).detail));
  // Behind it nothing can be done: Escape would leave a page that looks alive.
  box.addEventListener("cancel", (e) => e.preventDefault());
  // Nor may a key that is pressed here close what is being written below.
  box.addEventListener("keydown", (e) => e.stopPropagation());
  box.append(heading, words, form);
  return box;
}
