import { html, nothing } from "lit";
import type { IncidentStep } from "../../model/incident.ts";
import { clockText, parseTime } from "../../model/time.ts";
import { dictionary } from "../kit/language.ts";

const t = dictionary({ 补报: "told late", "{at} 发生": "happened at {at}" });

/** That a step was told afterwards (补报), and when it happened: the time before it is when it was heard. */
export function toldLate({ isLate, occurredAt }: Pick<IncidentStep, "isLate" | "occurredAt">) {
  const at = parseTime(occurredAt);
  return isLate && at !== null ? html` <b class="late" data-late=${occurredAt!}>${t("补报")}</b> ${t("{at} 发生", { at: clockText(at) })}` : nothing;
}
