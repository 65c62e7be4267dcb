import type { AlertState } from "../../model/alert.ts";
import type { Severity } from "../../model/words.ts";
import { SEVERITY_WORDS } from "../../model/words.ts";
import { BADGE_U } from "../../themes/scale.ts";
import type { Mark, Size } from "./mark.ts";
import { caption, rule } from "./panel-text.ts";
import { lineWidth, shorten } from "./words.ts";

export const spec = { kind: "alert-list", minU: [30, 5.4] } as const;

/** A row: what the machine found where, which standard it meets, since when. Words come ready. */
export interface AlertRow {
  readonly id: string;
  readonly severity: Severity;
  readonly state: AlertState;
  /** 市+县. */
  readonly place: string;
  /** 达到台风黄色预警标准. */
  readonly says: string;
  /** 32.1 m/s ≥ 24.5. */
  readonly value: string;
  readonly since: string;
  readonly sourceDown?: boolean;
  /** Issued by an authority: a Warning, with a filled badge. */
  readonly issued?: boolean;
}
export interface AlertListData {
  readonly rows: readonly AlertRow[];
  /** Said when there is none: 无告警（14:30 核）. */
  readonly empty: string;
}

export const STATE_SHORT: Readonly<Record<AlertState, string>> = {
  unacknowledged: "待确认", acknowledged: "已确认", returned: "已回落", shelved: "搁置", suppressed: "抑制", outOfService: "停用", closed: "已结",
};
const ROW_U = 3.6;

/** Worst first; what does not fit is counted in the last line: 另 23 条. */
export function marks({ rows, empty }: AlertListData, size: Size): Mark[] {
  const { u, width, height } = size;
  if (rows.length === 0) return [{ kind: "text", id: "empty", x: 0, y: 1.6 * u, text: empty, sizePx: 1.2 * u, ink: "t2" }];
  const room = Math.max(1, Math.floor((height - (rows.length * ROW_U * u > height ? 1.5 * u : 0)) / (ROW_U * u)));
  const shown = rows.slice(0, room);
  const out = shown.flatMap((row, i) => rowMarks(row, i * ROW_U * u, size));
  const rest = rows.length - shown.length;
  if (rest > 0) out.push(caption(`另 ${rest} 条`, width, shown.length * ROW_U * u + 1.15 * u, size, { anchor: "end", ink: "t2" }));
  return out;
}

function rowMarks(row: AlertRow, top: number, size: Size): Mark[] {
  const { u, width } = size;
  const settled = row.state !== "unacknowledged";
  const badge = BADGE_U.row * u * 1.15;
  const left = badge + 0.6 * u;
  const line1 = top + 1.45 * u;
  const line2 = top + 2.9 * u;
  const state = STATE_SHORT[row.state];
  const right: Mark = settled
    ? { kind: "text", id: `state-${row.id}`, x: width, y: line1, anchor: "end", text: state, sizePx: u, ink: "t3" }
    : { kind: "text", id: `state-${row.id}`, x: width, y: line1, anchor: "end", text: state, sizePx: u, weight: 600, ink: "bg", box: { fill: "t1", padPx: 0.3 * u } };
  const since: Mark = { kind: "text", x: width, y: line2, anchor: "end", text: row.sourceDown ? `来源中断  ${row.since}` : row.since, sizePx: u, ink: row.sourceDown ? "t1" : "t3", family: "num" };
  const rightWidth = lineWidth({ text: state, sizePx: u, ink: "t1" }, size) + 1.4 * u;
  const sinceWidth = lineWidth({ text: since.kind === "text" ? since.text : "", sizePx: u, ink: "t1" }, size) + u;
  const judged = row.issued ? [] : [{ text: "研判", sizePx: u, ink: "t2" as const, gapPx: 0.5 * u, box: { stroke: "hair2" as const, padPx: 0.2 * u } }];
  const judgedWidth = row.issued ? 0 : 3.4 * u;
  return [
    { kind: "badge", cx: badge / 2, cy: top + 1.1 * u, heightPx: badge, severity: row.severity, look: row.issued ? "filled" : "hollow" },
    { kind: "text", id: `alert-${row.id}`, x: left, y: line1, text: shorten(row.place, width - left - rightWidth - judgedWidth, 1.35 * u, 600, size), sizePx: 1.35 * u, weight: 600, ink: settled ? "t2" : "t1", tail: judged, data: { [row.issued ? "warning" : "alert"]: row.id, state: row.state } },
    right,
    { kind: "text", id: `says-${row.id}`, x: left, y: line2, text: shorten(`${row.says}  ${row.value}`, width - left - sinceWidth, 1.05 * u, 400, size, "end"), sizePx: 1.05 * u, ink: "t2" },
    since,
    rule(top + ROW_U * u - 0.1 * u, width, u),
  ];
}

export function sentence({ rows, empty }: AlertListData): string {
  if (rows.length === 0) return `${empty}。`;
  const first = rows[0]!;
  return `告警 ${rows.length} 条，最重为${SEVERITY_WORDS[first.severity].zh}：${first.place}，${first.says}（系统研判，未发布）。`;
}
