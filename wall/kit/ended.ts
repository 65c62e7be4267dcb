import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { asOf } from "../../model/moments.ts";
import { parseTime } from "../../model/time.ts";
import { linkContext, readsContext, situationContext, type Link } from "./contexts.ts";
import { dictionary, language } from "./language.ts";
import { Names } from "./names.ts";

const t = dictionary({
  此态势已停止: "This situation has been stopped", "此态势已停止：{at}，{who}": "This situation was stopped: {at}, {who}",
  "请回到实况，或在触控台“态势”中另开演练": "Go back to live, or start another drill on the console (Situations)",
});

/** Known to have ended; false as long as nobody has told which situations run. */
export const hasEnded = (link: Pick<Link, "situations"> | undefined, situation: string): boolean =>
  situation !== "live" && link !== undefined && link.situations.length > 0 && !link.situations.some((s) => s.id === situation);

/** Whether the situation of its host has ended, when and by whom, and what to do then. */
export class Ended implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly link: ContextConsumer<typeof linkContext, ReactiveControllerHost & HTMLElement>;
  private readonly reads: ContextConsumer<typeof readsContext, ReactiveControllerHost & HTMLElement>;
  private readonly situation: ContextConsumer<typeof situationContext, ReactiveControllerHost & HTMLElement>;
  private readonly names: Names;
  private asked = "";
  private told: { readonly at: string; readonly by: string } | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    this.link = new ContextConsumer(host, { context: linkContext });
    this.reads = new ContextConsumer(host, { context: readsContext });
    this.situation = new ContextConsumer(host, { context: situationContext, subscribe: true });
    this.names = new Names(host);
    host.addController(this);
  }
  get has(): boolean {
    return hasEnded(this.link.value, this.situation.value ?? "live");
  }
  hostUpdate(): void {
    const id = this.situation.value ?? "live";
    if (!this.has || this.asked === id) return;
    this.asked = id;
    this.told = undefined;
    this.reads.value?.situation(id).then(
      ({ ended }) => {
        this.told = ended;
        this.host.requestUpdate();
      },
      () => {},
    );
  }
  /** 此态势已停止：14:31，广东省 指挥长; without time and post until they are known. */
  get what(): string {
    const at = parseTime(this.told?.at);
    if (!this.told || at === null || !this.link.value) return t("此态势已停止");
    return t("此态势已停止：{at}，{who}", { at: asOf(at, this.link.value.serverNow(), 0, language()), who: this.names.post(this.told.by) });
  }
  get advice(): string {
    return t("请回到实况，或在触控台“态势”中另开演练");
  }
}
