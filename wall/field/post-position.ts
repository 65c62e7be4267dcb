import { formatTime, SECOND } from "../../model/time.ts";

const ANSWER_MS = 8 * SECOND;

/** Tells where a unit is, once: one that did not arrive is too old to be sent again. @returns whether the server took it */
export async function postPosition(unit: string, situation: string, point: readonly [number, number], observedAt: number): Promise<boolean> {
  const response = await fetch(`/api/v1/units/${encodeURIComponent(unit)}/position?${new URLSearchParams({ situation }).toString()}`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ point, observedAt: formatTime(observedAt) }), signal: AbortSignal.timeout(ANSWER_MS),
  });
  return response.ok;
}
