import type { ReactiveController, ReactiveControllerHost } from "lit";

/** So little hidden is only a margin. */
const HIDDEN_PX = 24;

/** Marks its host with `more` while the page goes on below the screen: what is cut must say so. */
export class MoreBelow implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly sizes = new ResizeObserver(() => this.look());
  private readonly look = (): void => {
    const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
    this.host.toggleAttribute("more", scrollHeight - clientHeight - scrollTop > HIDDEN_PX);
  };

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    host.addController(this);
  }
  hostConnected(): void {
    addEventListener("scroll", this.look, { passive: true });
    addEventListener("resize", this.look);
    this.sizes.observe(this.host);
  }
  hostDisconnected(): void {
    removeEventListener("scroll", this.look);
    removeEventListener("resize", this.look);
    this.sizes.disconnect();
  }
}
