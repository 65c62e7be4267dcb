import type { SituationKind } from "../../model/situation.ts";
import { dictionary } from "../kit/language.ts";
import type { Steering } from "./steering.ts";

/** Words of the menu of situations. */
export const t = dictionary({
  态势: "Situations", 实况: "Live", 演练: "Drill", 回放: "Replay", 正在运行: "Running now", 本页: "this page",
  "实况之外 {n} 个，最多 {most} 个": "{n} beside live, at most {most}", 按现实时间运行: "runs with people's time", "实况按现实时间运行，没有可调的钟": "Live runs with people's time; it has no clock to set",
  暂停: "Pause", 继续: "Resume", 已暂停: "paused", "{n} 倍速": "{n}×", 倍速: "Speed", "其他倍速（1–3600）": "Other speed (1–3600)", 改为此速: "Set speed", 已放到头: "at the end of the record",
  时刻: "Time", "后退 {d}": "Back {d}", "前进 {d}": "Forward {d}", "1 时": "1 h", "1 天": "1 day", "10 分": "10 min", 将跳到此刻: "will jump here",
  滑到底停止演练: "Slide to stop the drill", 滑到底停止回放: "Slide to stop the replay",
  另开演练或回放: "Start a drill or replay", 返回时钟: "Back to the clock", 先选一个实录: "Choose a record first", "第 {n} 号": "no. {n}", 疫情: "Epidemic", 日常: "Ordinary", 运行中: "running",
  回放实况: "Replay live", "最近 {h} 小时": "Last {h} h", "回放，只读": "replay, read-only", "开始回放：实况最近 {h} 小时，{n} 倍速": "Start the replay: the last {h} h of live, {n}×",
  "开始演练：{what}，{n} 倍速": "Start the drill: {what}, {n}×", 正在开始: "Starting", "已有 {most} 个，先停掉一个再开": "{most} are running; stop one before starting another", "未取到实录清单：{what}": "The list of records failed: {what}",
  "本席位无权调态势的钟，仅可查看": "This seat may not set clocks; view only", "只有全省席位可以调态势的钟，仅可查看": "Only seats of the whole province may set clocks; view only", "与平台断开，控制停用": "Cut off from the platform; controls are off",
  "倍速须是 1 到 3600 的数": "Speed must be a number from 1 to 3600", 此态势已停止: "This situation has been stopped",
});
const KIND: Readonly<Record<SituationKind, Parameters<typeof t>[0]>> = { live: "实况", drill: "演练", replay: "回放" };
export const kindWord = (kind: SituationKind): string => t(KIND[kind]);
const BARRED: Readonly<Record<Exclude<Steering, "may">, Parameters<typeof t>[0]>> = { no_right: "本席位无权调态势的钟，仅可查看", not_root: "只有全省席位可以调态势的钟，仅可查看" };
/** Why the controls do nothing; empty when they do. */
export const barredWords = (may: Steering): string => (may === "may" ? "" : t(BARRED[may]));
