import { DISPLAY_DARK_MS, displayFact, displayOf, type DisplayHealth } from "../../model/display.ts";
import type { Device } from "../../model/device.ts";
import { stillHolds, type Alert } from "../../model/alert.ts";
import type { Finding } from "../../model/finding.ts";
import type { Clock, Stop } from "../../model/ports.ts";
import type { Rule } from "../../model/rule.ts";
import { SECOND } from "../../model/time.ts";
import type { DarkDisplay } from "../../model/wall.ts";
import type { Watch } from "../../model/watched.ts";

const LOOKED_AT_MS = 250;
/** After a start of the server a paired display has so long to come back before it is missed. */
export const RETURNS_WITHIN_MS = 20_000;
export const DARK_RULE = "wall.display.dark";

export interface DarkNeeds {
  devices(): Iterable<Device>;
  /** Ms since a display was last there; 0 while it is, null when it has not been there since the server started. */
  darkFor(wall: string, display: number): number | null;
  /** Alerts of live. */
  readonly alerts: { all(): Iterable<Alert> };
  readonly watch: Watch;
  /** What is written of dark displays has changed: walls say it themselves. */
  tell(): void;
  readonly clock: Clock;
}

/** The displays of a wall that its alerts say are dark, the longest first: the same that the console is told. */
export const darkOf = (alerts: Iterable<Alert>, wall: string): DarkDisplay[] =>
  [...alerts].flatMap((alert): DarkDisplay[] => {
    const display = alert.rule === DARK_RULE && stillHolds(alert) ? displayOf(alert.indicator) : null;
    return display?.wall === wall ? [{ n: display.n, since: alert.raisedAt }] : [];
  }).sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.n - b.n));

/** How displays are, also when the server has started since: one that has not been heard is dark while its alert says so, not unknown. */
export const withDark = (displays: readonly DisplayHealth[], dark: readonly DarkDisplay[]): DisplayHealth[] =>
  displays.map((display) => (display.state === "unknown" && dark.some(({ n }) => n === display.n) ? { ...display, state: "dark" } : display));

/** Raises an alert of live for each paired display that is dark, and returns it when the display is back or no longer paired. */
export function watchDark({ devices, darkFor, alerts, watch, tell, clock }: DarkNeeds): Stop {
  const since = clock.monotonic();
  function findings(): Finding[] {
    const out: Finding[] = [];
    const paired = new Set<string>();
    for (const { wall, display, region } of devices()) {
      const fact = displayFact(wall, display);
      paired.add(fact);
      const darkMs = darkFor(wall, display);
      const missedMs = darkMs ?? clock.monotonic() - since;
      if (missedMs >= (darkMs === null ? RETURNS_WITHIN_MS : DISPLAY_DARK_MS)) out.push(finding("exceed", fact, region, missedMs));
      else if (darkMs === 0) out.push(finding("clear", fact, region, 0));
    }
    for (const { rule, indicator, place } of alerts.all()) if (rule === DARK_RULE && displayOf(indicator) && !paired.has(indicator)) out.push(finding("clear", indicator, place, 0));
    return out;
  }
  return watch({ everyMs: LOOKED_AT_MS, findings, written: tell, unwritten: "That a display is dark, or back, could not be written yet" });
}

function finding(kind: Finding["kind"], indicator: string, place: string, darkMs: number): Finding {
  const limit = DISPLAY_DARK_MS / SECOND;
  const rule: Rule = { id: DARK_RULE, indicator, level: 3, when: { op: ">=", value: limit }, holdMs: 0, deadband: 0, source: `平台设定：显示屏连续 ${limit} 秒无响应即为黑屏` };
  return { kind, indicator, place, rule, value: Math.round(darkMs / SECOND), limit };
}
