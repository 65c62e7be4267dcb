import { HOUR, MINUTE } from "../../../model/time.ts";
import type { FitView } from "../../kit/fits.ts";

/** What a person has said about the orders that are being written; what is not said is the card's. */
export interface Said {
  /** For all whom the card tells nothing. */
  readonly text: string;
  /** In place of the card's words, by unit. */
  readonly instead: ReadonlyMap<string, string>;
  /** One limit for all; null = the card's, and an hour for whom it tells nothing. */
  readonly limitMs: number | null;
  /** Steps of the type's standing procedure that go along, by unit. */
  readonly steps: ReadonlyMap<string, readonly string[]>;
}
/** One order as it will be sent. */
export interface Written {
  readonly unit: FitView;
  /** Empty = nobody has said what is to be done. */
  readonly text: string;
  readonly limitMs: number;
  readonly success?: string;
  readonly steps?: readonly string[];
  /** Its words are the card's, unchanged. */
  readonly isCard: boolean;
}

export const LIMITS_MS = [15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 6 * HOUR] as const;

export function writtenFor(unit: FitView, said: Said): Written {
  const { order } = unit;
  const text = said.instead.get(unit.id) ?? order?.text ?? said.text;
  const isCard = order !== undefined && text === order.text;
  const steps = said.steps.get(unit.id);
  return {
    unit, text: text.trim(), isCard, limitMs: said.limitMs ?? (order ? order.minutes * MINUTE : HOUR),
    // By what the card's order is known to be done says nothing of another order.
    ...(isCard && order.success !== undefined && { success: order.success }), ...(steps && steps.length > 0 && { steps }),
  };
}
/** Which of them still lacks its words; undefined when all can be sent. */
export const lacking = (orders: readonly Written[]): Written | undefined => orders.find(({ text }) => text === "");

/** The order of one unit as the command carries it. */
export const asSent = ({ unit, text, limitMs, success, steps }: Written, deadline: (limitMs: number) => string) =>
  ({ unit: unit.id, text, deadline: deadline(limitMs), ...(success !== undefined && { success }), ...(steps && { steps: [...steps] }) });
