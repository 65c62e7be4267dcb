import "../kit/undo.ts";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Act } from "../kit/act.ts";
import { Speaks } from "../kit/language.ts";
import { t as sentWords } from "./sent-words.ts";
import { t } from "./words.ts";

/** The ten seconds after an order, or after many: one tap withdraws them all. Shows nothing once they have passed, and fires `passed`. */
@customElement("console-withdraw")
export class WithdrawElement extends LitElement {
  static override styles = css`:host { display: block; }`;
  /** The tasks that were just dispatched. */
  @property({ attribute: false }) tasks: readonly string[] = [];
  /** Those of them that have been taken back. */
  @state() private taken: readonly string[] = [];
  @state() private isBusy = false;
  private readonly act = new Act(this);

  constructor() {
    super();
    new Speaks(this);
  }
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("tasks")) this.taken = [];
  }
  private get left(): readonly string[] {
    return this.tasks.filter((task) => !this.taken.includes(task));
  }
  /** One after the other; what has been taken back is not asked again when a later one fails. */
  private async withdraw(): Promise<void> {
    this.isBusy = true;
    for (const task of this.left) {
      if (!(await this.act.do("task.withdraw", { task, reason: t("误下发，10 秒内撤回") }))) break;
      this.taken = [...this.taken, task];
    }
    this.isBusy = false;
    if (this.left.length === 0) this.passed();
  }
  private passed(): void {
    this.tasks = [];
    this.dispatchEvent(new CustomEvent("passed"));
  }
  override render() {
    if (this.tasks.length === 0) return nothing;
    const many = this.left.length;
    const words = (n: number): string => (many > 1 ? sentWords("已下发 {many} 项，{n} 秒内可撤回", { n, many }) : t("已下发，{n} 秒内可撤回", { n }));
    return html`<wall-undo .of=${this.tasks[0] ?? ""} command="task.withdraw" .act=${many > 1 ? sentWords("撤回 {n} 项", { n: many }) : t("撤回")} .words=${words} ?busy=${this.isBusy || this.act.busy !== null} .failure=${this.act.failure}
      @undo=${() => void this.withdraw()} @passed=${() => this.passed()}></wall-undo>`;
  }
}
