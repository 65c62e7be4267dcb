import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ROLE_WORDS, type Role } from "../../model/account.ts";
import { controls } from "../kit/controls.ts";
import { textIn } from "../kit/form.ts";
import { dictionary, inWords, Speaks } from "../kit/language.ts";

interface DemoAccount {
  readonly account: string;
  readonly password: string;
  readonly role: Role;
  readonly region: string;
  readonly regionName?: string;
  readonly unit?: string;
}
/** Who has just signed in. */
export interface SignedIn {
  readonly account: string;
  readonly role: Role;
}
const t = dictionary({
  登录: "Sign in", 账号: "Account", 口令: "Password", "演示账号，点一下即登录": "Demo accounts: one tap signs in",
  账号或口令不对: "Account or password is wrong", "尝试过多，请稍后再试": "Too many attempts; try again later",
  "连不上平台，没有登录": "The platform cannot be reached; not signed in",
});
const PEOPLE: readonly Role[] = ["commander", "chief", "officer", "unit", "topicAdmin", "sysAdmin", "secAdmin", "auditor"];

/** Signs in with account and password; in the demo also with one tap on a role. Fires `signed-in` with account and role. */
@customElement("wall-sign-in")
export class SignInElement extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: grid; gap: 28px; font-size: 18px; --target: 56px; }
      form { display: grid; gap: 14px; max-width: 420px; }
      h2 { font-size: 20px; font-weight: 600; margin-bottom: 10px; }
      ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: 10px; }
      li button { width: 100%; min-height: 64px; justify-content: space-between; padding: 0 16px; }
      li .second { font-size: 16px; font-weight: 400; }
    `,
  ];
  /** Only accounts of these roles are offered; empty = all people. */
  @property({ attribute: false }) roles: readonly Role[] = [];
  @state() private demo: readonly DemoAccount[] = [];
  @state() private failure = "";
  @state() private busy = false;

  constructor() {
    super();
    new Speaks(this);
  }
  override connectedCallback(): void {
    super.connectedCallback();
    void this.ask();
  }
  private async ask(): Promise<void> {
    const response = await fetch("/api/v1/session/demo").catch(() => null);
    if (!response?.ok) return;
    this.demo = ((await response.json()) as { items: DemoAccount[] }).items;
  }
  private async signIn(account: string, password: string): Promise<void> {
    this.busy = true;
    this.failure = "";
    const response = await fetch("/api/v1/session", {
      method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ account, password }),
    }).catch(() => null);
    this.busy = false;
    if (!response) this.failure = t("连不上平台，没有登录");
    else if (response.status === 429) this.failure = t("尝试过多，请稍后再试");
    else if (!response.ok) this.failure = t("账号或口令不对");
    else {
      const { account: who, role } = (await response.json()) as SignedIn;
      this.dispatchEvent(new CustomEvent<SignedIn>("signed-in", { detail: { account: who, role }, bubbles: true, composed: true }));
    }
  }
  private submit(e: SubmitEvent): void {
    e.preventDefault();
    const form = new FormData(e.currentTarget as HTMLFormElement);
    // Not trimmed: a password may end in a space.
    const password = form.get("password");
    void this.signIn(textIn(form, "account"), typeof password === "string" ? password : "");
  }
  override render() {
    const offered = this.demo.filter((a) => (this.roles.length > 0 ? this.roles : PEOPLE).includes(a.role));
    return html`<form @submit=${(e: SubmitEvent) => this.submit(e)}>
        <label>${t("账号")}<input name="account" autocomplete="username" required maxlength="128" autocapitalize="none" spellcheck="false" /></label>
        <label>${t("口令")}<input name="password" type="password" autocomplete="current-password" required maxlength="256" /></label>
        <button class="primary" ?disabled=${this.busy}>${t("登录")}</button>
        <p role="alert" class=${this.failure ? "wrong" : "unseen"}>${this.failure}</p>
      </form>
      ${offered.length === 0
        ? nothing
        : html`<section aria-labelledby="demo">
            <h2 id="demo">${t("演示账号，点一下即登录")}</h2>
            <ul>
              ${offered.map(
                (a) => html`<li><button data-account=${a.account} ?disabled=${this.busy} @click=${() => void this.signIn(a.account, a.password)}>
                  <span>${inWords(ROLE_WORDS[a.role])}</span><span class="second">${a.regionName ?? a.account.split("@")[1]}</span>
                </button></li>`,
              )}
            </ul>
          </section>`}`;
  }
}
