import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Stop } from "../../model/ports.ts";
import type { Store } from "../store/store.ts";
import { situationContext, storeContext } from "./contexts.ts";
import { Reader } from "../marks/facts/reader.ts";

/** For pages, which see it through the kit. */
export type { Reader };

/**
 * What a panel shows of the store. The selector runs before each render; the host renders again when a channel that it
 * read has changed, and nothing listens once the host has gone.
 */
export class Select<T> implements ReactiveController {
  private current: T | undefined;
  private dirty = true;
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly selector: (reader: Reader) => T;
  private readonly store: ContextConsumer<typeof storeContext, ReactiveControllerHost & HTMLElement>;
  private readonly situation: ContextConsumer<typeof situationContext, ReactiveControllerHost & HTMLElement>;
  private readonly listening = new Map<string, Stop>();
  private connected = false;
  private heldStore: Store | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, selector: (reader: Reader) => T) {
    this.host = host;
    this.selector = selector;
    this.store = new ContextConsumer(host, { context: storeContext, subscribe: true });
    this.situation = new ContextConsumer(host, { context: situationContext, subscribe: true });
    host.addController(this);
  }

  /** What the selector says of the store now. */
  get value(): T {
    if (this.dirty) this.run();
    return this.current as T;
  }
  hostConnected(): void {
    this.connected = true;
    this.host.requestUpdate();
  }
  hostDisconnected(): void {
    this.connected = false;
    this.release(() => true);
  }
  /** The host's own fields may have changed, so the selector runs again. */
  hostUpdate(): void {
    this.run();
  }

  private run(): void {
    const store = this.store.value;
    const reader = new Reader(store, this.situation.value ?? "live");
    this.current = this.selector(reader);
    this.dirty = !store;
    if (!this.connected || !store) return;
    if (store !== this.heldStore) this.release(() => true);
    this.heldStore = store;
    // New channels first, so that one that stays is never let go in between.
    for (const [key, channel] of reader.touched)
      if (!this.listening.has(key)) this.listening.set(key, store.subscribe(reader.situation, channel, () => this.heard()));
    this.release((key) => !reader.touched.has(key));
  }
  private heard(): void {
    this.dirty = true;
    this.host.requestUpdate();
  }
  private release(gone: (key: string) => boolean): void {
    for (const [key, stop] of this.listening)
      if (gone(key)) {
        stop();
        this.listening.delete(key);
      }
  }
}
