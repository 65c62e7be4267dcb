import type { CommandData } from "../../../model/command.ts";
import type { Consequence } from "../../../model/consequence.ts";
import type { Incident } from "../../../model/incident.ts";

/** What a form says of an incident; an empty text of a point is none. */
export interface Told {
  readonly title: string;
  readonly description: string;
  readonly type: string;
  readonly point: string;
  readonly consequence: Consequence | undefined;
}
/** A point as somebody writes it: longitude, latitude; null where it is none. */
export function pointIn(text: string): [number, number] | null {
  const [, lon, lat] = /^\s*(-?\d{1,3}(?:\.\d+)?)\s*[,，\s]\s*(-?\d{1,2}(?:\.\d+)?)\s*$/.exec(text) ?? [];
  if (lon === undefined || lat === undefined) return null;
  return Math.abs(Number(lon)) <= 180 && Math.abs(Number(lat)) <= 90 ? [Number(lon), Number(lat)] : null;
}
export const pointText = (point: readonly [number, number] | undefined): string => (point ? `${point[0]},${point[1]}` : "");

/** Only what differs is sent; undefined when nothing does. */
export function updateOf(incident: Incident, told: Told): CommandData<"incident.update"> | undefined {
  const point = told.point.trim() === pointText(incident.point) ? null : pointIn(told.point);
  const { consequence } = told;
  const isNew = consequence !== undefined && Object.entries(consequence).some(([kind, n]) => incident.consequence?.[kind as keyof Consequence] !== n);
  const change = {
    ...(told.title.trim() && told.title.trim() !== incident.title && { title: told.title.trim() }),
    ...(told.description.trim() !== (incident.description ?? "") && { description: told.description.trim() }),
    ...(told.type && told.type !== incident.type && { type: told.type }),
    ...(point && { point }),
    ...(isNew && { consequence }),
  };
  return Object.keys(change).length > 0 ? { incident: incident.id, ...change } : undefined;
}
