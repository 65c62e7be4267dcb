import type { LitElement } from "lit";

/**
 * Runs every update of a panel, the first as well as the thousandth, so that an error inside stays inside.
 * @param failed called once, with what went wrong; the panel is not updated again
 */
export function guard(panel: HTMLElement, failed: (error: unknown) => void): void {
  const updating = panel as unknown as Partial<Pick<LitElement, "isUpdatePending">> & { performUpdate?: () => void };
  const update = updating.performUpdate?.bind(panel);
  if (!update) return;
  let broken = false;
  updating.performUpdate = () => {
    if (broken) return;
    try {
      update();
    } catch (error) {
      broken = true;
      failed(error);
    }
  };
}
