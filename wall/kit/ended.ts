import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { asOf } from "../../model/moments.ts";
import type { Stop } from "../../model/ports.ts";
import { parseTime } from "../../model/time.ts";
import { clockContext, linkContext, readsContext, situationContext } from "./contexts.ts";
import { dictionary, language } from "./language.ts";
import { Names } from "./names.ts";
import type { Gone } from "./reads.ts";

const t = dictionary({
  已停止: "STOPPED", 无此态势: "NO SUCH SITUATION", 未运行: "NOT RUNNING",
  此态势已停止: "This situation has been stopped", "此态势已停止：{at}，{who}": "This situation was stopped: {at}, {who}",
  没有这个态势: "There is no such situation", "没有这个态势：{id}": "There is no such situation: {id}", 此态势不在运行: "This situation does not run",
  "请回到实况，或在触控台“态势”中另开演练": "Go back to live, or start another drill on the console (Situations)",
  "请回到实况，或在触控台“态势”中选择": "Go back to live, or choose one on the console (Situations)",
});
/** Of what somebody typed into an address, so much is enough to know it by. */
const LONGEST_ID = 32;
/** After a read that failed. */
const ASK_AGAIN_MS = 10_000;

/** Whether the situation of its host does not run, what became of it, and what to do then. */
export class Ended implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly link: ContextConsumer<typeof linkContext, ReactiveControllerHost & HTMLElement>;
  private readonly reads: ContextConsumer<typeof readsContext, ReactiveControllerHost & HTMLElement>;
  private readonly situation: ContextConsumer<typeof situationContext, ReactiveControllerHost & HTMLElement>;
  private readonly clock: ContextConsumer<typeof clockContext, ReactiveControllerHost & HTMLElement>;
  private readonly names: Names;
  private asked = "";
  private waiting: Stop | undefined;
  private told: Gone | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    this.link = new ContextConsumer(host, { context: linkContext });
    this.reads = new ContextConsumer(host, { context: readsContext });
    this.situation = new ContextConsumer(host, { context: situationContext, subscribe: true });
    this.clock = new ContextConsumer(host, { context: clockContext });
    this.names = new Names(host);
    host.addController(this);
  }
  /** Known not to run; false as long as nobody has told which situations do. */
  get has(): boolean {
    const running = this.link.value?.situations ?? [];
    return this.id !== "live" && running.length > 0 && !running.some((s) => s.id === this.id);
  }
  private get id(): string {
    return this.situation.value ?? "live";
  }
  hostUpdate(): void {
    const { id } = this;
    if (!this.has || this.asked === id) return;
    this.asked = id;
    this.told = undefined;
    this.reads.value?.gone(id).then(
      (told) => {
        if (this.asked !== id) return;
        this.told = told;
        this.host.requestUpdate();
      },
      // Nobody stands by to ask again: the server may only have been restarting.
      () => {
        if (this.asked !== id) return;
        this.waiting?.();
        this.waiting = this.clock.value?.after(ASK_AGAIN_MS, () => {
          if (this.asked !== id) return;
          this.asked = "";
          this.host.requestUpdate();
        });
      },
    );
  }
  hostDisconnected(): void {
    // Put up again elsewhere, it asks anew.
    if (this.waiting) this.asked = "";
    this.waiting?.();
    this.waiting = undefined;
  }
  /** 已停止, as a heading. */
  get word(): string {
    return this.told === undefined ? t("未运行") : this.told === "never" ? t("无此态势") : t("已停止");
  }
  /** 此态势已停止; until the server has said what became of it, only that it does not run. */
  get brief(): string {
    return this.told === undefined ? t("此态势不在运行") : this.told === "never" ? t("没有这个态势") : t("此态势已停止");
  }
  /** 此态势已停止：14:31，广东省 指挥长. */
  get what(): string {
    if (this.told === "never") return t("没有这个态势：{id}", { id: this.id.slice(0, LONGEST_ID) });
    const at = parseTime(this.told?.at);
    if (!this.told || at === null || !this.link.value) return this.brief;
    return t("此态势已停止：{at}，{who}", { at: asOf(at, this.link.value.serverNow(), 0, language()), who: this.names.post(this.told.by) });
  }
  get advice(): string {
    return this.told === "never" ? t("请回到实况，或在触控台“态势”中选择") : t("请回到实况，或在触控台“态势”中另开演练");
  }
}
