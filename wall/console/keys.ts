import type { Key } from "../kit/key-table.ts";
import type { Sheet } from "./desk-view.ts";
import type { RowKeys } from "./duty/row-keys.ts";
import { t } from "./keys-words.ts";

interface Does {
  readonly opens: (sheet: Extract<Sheet, string>) => () => void;
  readonly atQueues: () => boolean;
  readonly queues: () => void;
  readonly up: () => void;
  readonly mute: () => void;
}

interface OfRows {
  readonly rows: Pick<RowKeys, "row" | "isWhole" | "move" | "enter" | "press">;
  /** Whether no sheet lies above the queue. */
  readonly isFree: () => boolean;
}

/** Keys of the rows of a queue: they are about the row that has the focus. */
export function queueKeys({ rows, isFree }: OfRows): readonly Key[] {
  const onRow = () => isFree() && rows.row !== null;
  return [
    { keys: ["j"], words: t("队列下一行"), does: () => rows.move(1), when: isFree },
    { keys: ["k"], words: t("队列上一行"), does: () => rows.move(-1), when: isFree },
    { keys: ["ArrowDown"], words: t("队列下一行"), does: () => rows.move(1), when: onRow },
    { keys: ["ArrowUp"], words: t("队列上一行"), does: () => rows.move(-1), when: onRow },
    { keys: ["Enter"], words: t("所在行：打开本组，或到它的按钮"), does: () => rows.enter(), when: () => onRow() && rows.isWhole },
    { keys: ["a"], words: t("所在行：确认；组先列后果"), does: () => rows.press('[data-command="alert.acknowledge"]', '[data-opens="alert.acknowledgeGroup"]'), when: onRow },
    { keys: ["s"], words: t("所在行：搁置"), does: () => rows.press('[data-opens="alert.shelve"]'), when: onRow },
    { keys: ["n"], words: t("所在行：备注、交办"), does: () => rows.press('[data-opens="alert.remark"]'), when: onRow },
    { keys: ["i"], words: t("所在行：转为事件，或打开它的事件"), does: () => rows.press('[data-opens="incident.report"]', '[data-opens="incident"]'), when: onRow },
  ];
}
/** The same for the sheet of keys, each once. */
const told = (): readonly Key[] => {
  const words = queueKeys({ rows: { row: null, isWhole: false, move: () => {}, enter: () => {}, press: () => {} }, isFree: () => false });
  const by = new Map<string, string[]>();
  for (const { keys, words: what } of words) by.set(what, [...(by.get(what) ?? []), ...keys]);
  return [...by].map(([what, keys]) => ({ keys, words: what }));
};

/** All keys of the console, as they work and as the sheet of keys tells them. A sheet that is open takes Escape first. */
export const consoleKeys = ({ opens, atQueues, queues, up, mute }: Does): readonly Key[] => [
  { keys: ["/", "Control+k"], words: t("查找"), does: opens("search") },
  { keys: ["r"], words: t("应急响应：打开或收起"), does: opens("responses") },
  { keys: ["t"], words: t("态势：打开或收起"), does: opens("situations") },
  { keys: ["l"], words: t("告警负荷：打开或收起"), does: opens("load") },
  { keys: ["m"], words: t("静音或取消静音"), does: mute },
  { keys: ["Escape"], words: t("返回队列；在队列时返回上一级"), does: () => (atQueues() ? up() : queues()) },
  { keys: ["Backspace"], words: t("返回上一级"), does: up },
  ...told(),
  { keys: ["Tab"], words: t("在各控件间移动") },
  { keys: ["Enter"], words: t("按下所选的控件") },
  { keys: ["Enter"], words: t("按住 1.2 秒：滑到底、按住的控件") },
  { keys: ["Shift + F10"], words: t("菜单键、长按：一指拆数") },
  { keys: ["?"], words: t("这张表"), does: opens("keys") },
];
