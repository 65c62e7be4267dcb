import type { Role } from "../../model/account.ts";
import "../kit/house-notice.ts";
import { recallLanguage } from "../kit/language.ts";
import { ReadRefused } from "../kit/reads.ts";
import { openPage, type Page } from "./page.ts";
import { askAgain } from "./sign-in-again.ts";
import type { SignInElement } from "./sign-in.ts";

/**
 * Shows the page to who may work on it; to others the sign-in, in its place.
 * @param entry.ownFace it is read in the Chinese face of its device
 * @param entry.opened what else the page needs, before its element stands
 */
export async function openOrSignIn(entry: { situation: string; element: string; roles: readonly Role[]; ownFace?: boolean; opened?: (page: Page) => void }): Promise<void> {
  document.documentElement.dataset.situation = entry.situation;
  try {
    const page = await openPage(entry.situation, { ownFace: entry.ownFace ?? false });
    if (entry.roles.includes(page.session.role)) {
      entry.opened?.(page);
      document.body.replaceChildren(document.createElement("wall-house-notice"), document.createElement(entry.element));
      askAgain(page, entry.roles);
      return;
    }
    page.link.close();
  } catch (error) {
    if (!(error instanceof ReadRefused && error.status === 401)) throw error;
    recallLanguage();
  }
  const form = document.createElement("wall-sign-in") as SignInElement;
  form.roles = entry.roles;
  form.addEventListener("signed-in", () => location.reload());
  const main = document.createElement("main");
  main.className = "entrance";
  const heading = document.createElement("h1");
  heading.textContent = "观澜 · 演示系统";
  main.append(heading, form);
  document.body.replaceChildren(main);
}
