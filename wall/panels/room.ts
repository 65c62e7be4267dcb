import type { ReactiveController, ReactiveControllerHost } from "lit";

/** How much room a panel has, in u of its display: too much content means fewer rows, never smaller type. */
export class Room implements ReactiveController {
  widthU = 0;
  heightU = 0;
  private readonly host: ReactiveControllerHost & HTMLElement;
  private observer: ResizeObserver | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    host.addController(this);
  }
  hostConnected(): void {
    this.observer = new ResizeObserver(() => this.look());
    this.observer.observe(this.host);
  }
  hostDisconnected(): void {
    this.observer?.disconnect();
    this.observer = undefined;
  }
  /** How many rows of `rowU` fit once `takenU` is spent; at least one. */
  rows(rowU: number, takenU: number): number {
    return Math.max(1, Math.floor((this.heightU - takenU + 0.01) / rowU));
  }
  private look(): void {
    const u = Number.parseFloat(getComputedStyle(this.host).getPropertyValue("--u")) || 16;
    const [widthU, heightU] = [this.host.clientWidth / u, this.host.clientHeight / u];
    if (Math.abs(widthU - this.widthU) < 0.05 && Math.abs(heightU - this.heightU) < 0.05) return;
    [this.widthU, this.heightU] = [widthU, heightU];
    this.host.requestUpdate();
  }
}
