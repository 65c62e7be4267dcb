import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Stop } from "../../model/ports.ts";

/**
 * Listens for its host from the first update in which it can until the host leaves. Asked to update in the very moment in which it
 * left, an element does so once more, for nobody: what began to listen then would keep it alive, and at work, for as long as the page stands.
 */
export class Listening implements ReactiveController {
  private readonly host: ReactiveControllerHost & { readonly isConnected: boolean };
  private readonly begin: () => Stop | undefined;
  private stop: Stop | undefined;

  /** @param begin undefined = not yet */
  constructor(host: ReactiveControllerHost & { readonly isConnected: boolean }, begin: () => Stop | undefined) {
    this.host = host;
    this.begin = begin;
    host.addController(this);
  }
  hostUpdate(): void {
    if (this.host.isConnected) this.stop ??= this.begin();
  }
  hostDisconnected(): void {
    this.stop?.();
    this.stop = undefined;
  }
}
