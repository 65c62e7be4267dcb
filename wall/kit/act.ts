import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { AnswerTo, CommandData, CommandKind } from "../../model/command.ts";
import { commandsContext, linkContext, situationContext } from "./contexts.ts";
import { dictionary } from "./language.ts";
import { refusal } from "./refusal.ts";

const t = dictionary({ "与平台断开，未发出": "Cut off: not sent" });

/** One act at a time from one place on the page: whether it is on its way, and why the last one failed. */
export class Act implements ReactiveController {
  /** Kind of the command that is on its way. */
  busy: CommandKind | null = null;
  /** Why the last one did not go through; empty when it did. */
  failure = "";
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly commands: ContextConsumer<typeof commandsContext, ReactiveControllerHost & HTMLElement>;
  private readonly link: ContextConsumer<typeof linkContext, ReactiveControllerHost & HTMLElement>;
  private readonly situation: ContextConsumer<typeof situationContext, ReactiveControllerHost & HTMLElement>;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    this.commands = new ContextConsumer(host, { context: commandsContext });
    this.situation = new ContextConsumer(host, { context: situationContext, subscribe: true });
    this.link = new ContextConsumer(host, { context: linkContext });
    host.addController(this);
  }
  hostConnected(): void {
    this.failure = "";
  }
  clear(): void {
    this.failure = "";
    this.host.requestUpdate();
  }
  /** Answers null when it failed; what the person typed stays where it is. */
  async do<K extends CommandKind>(kind: K, data: CommandData<K>): Promise<AnswerTo<K> | null> {
    const commands = this.commands.value;
    if (!commands || this.busy) return null;
    // What is decided on an old picture must not be carried out when the link comes back (VISUAL §12).
    if (this.link.value && this.link.value.state !== "live") {
      this.failure = t("与平台断开，未发出");
      this.host.requestUpdate();
      return null;
    }
    this.busy = kind;
    this.failure = "";
    this.host.requestUpdate();
    try {
      return await commands.send(kind, data, this.situation.value ?? "live");
    } catch (error) {
      this.failure = refusal(error);
      return null;
    } finally {
      this.busy = null;
      this.host.requestUpdate();
    }
  }
}
