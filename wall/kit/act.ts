import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Acknowledgement, CommandData, CommandKind } from "../../model/command.ts";
import { commandsContext, situationContext } from "./contexts.ts";
import { refusal } from "./refusal.ts";

/** One act at a time from one place on the page: whether it is on its way, and why the last one failed. */
export class Act implements ReactiveController {
  /** Kind of the command that is on its way. */
  busy: CommandKind | null = null;
  /** Why the last one did not go through; empty when it did. */
  failure = "";
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly commands: ContextConsumer<typeof commandsContext, ReactiveControllerHost & HTMLElement>;
  private readonly situation: ContextConsumer<typeof situationContext, ReactiveControllerHost & HTMLElement>;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    this.commands = new ContextConsumer(host, { context: commandsContext });
    this.situation = new ContextConsumer(host, { context: situationContext, subscribe: true });
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
  async do<K extends CommandKind>(kind: K, data: CommandData<K>): Promise<Acknowledgement | null> {
    const commands = this.commands.value;
    if (!commands || this.busy) return null;
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
