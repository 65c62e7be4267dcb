import { dictionary } from "../kit/language.ts";

/** Words of the sheet from which a wall is directed. */
export const t = dictionary({
  大屏控制: "Direct the wall", 叠加图层: "Layer over the map", 地图上未叠加点位: "no points lie over the map", "已叠加：{what}": "laid over: {what}", 大屏: "Wall", 显示屏: "Displays", 场景: "Scene", 预设: "Presets", 轮播: "Rotation", 平时: "Routine", 战时: "Emergency", 平战: "Mode", 主题: "Theme", 锁定: "Lock",
  "点选显示屏，再占用或归还": "Choose displays, then take or give back", "占用所选，看本页": "Take them, show this page", 全部归还: "Give all back", 左半: "left half", 右半: "right half", 整屏: "the whole wall",
  "已占用：{what}": "taken: {what}", "{n} 屏": "display {n}", "占用所选将归还已占用的 {what}": "Taking these gives back what was taken: {what}", "已归还 {what}": "Given back: {what}", 未接入: "not connected", 黑屏: "dark", "帧偏差 {ms} ms": "skew {ms} ms", 正常: "well",
  滑到底转入战时: "Slide to switch to emergency", 滑到底恢复平时: "Slide to restore routine", "转入战时：大屏换成指挥场景，平时画面原样保留": "The wall shows the command scene; the routine picture is kept as it is",
  "恢复平时：各屏回到转入前的画面": "All displays return to the picture they had before", 每屏秒数: "seconds each", "开始轮播（{n} 个预设）": "Rotate {n} presets", 停止轮播: "Stop the rotation", "轮播中，每 {n} 秒": "rotating every {n} s",
  "{what}不能放上此屏": "{what} does not stand on this wall", 此屏没有预设: "This wall has no presets", "锁定 30 分钟": "Lock for 30 min", 解锁: "Unlock", 接管: "Take over", "由 {who} 锁定至 {at}": "held by {who} until {at}", 未锁定: "not locked", "战时不轮播": "Nothing rotates during a response",
  标绘: "Draw", 指点: "Point", 撤销一笔: "Undo stroke", 收手: "Done", 清除标绘: "Clear strokes", "标绘 {n} 条": "{n} strokes", 正在取大屏: "Loading the wall", "未取到大屏：{what}": "The wall failed: {what}", 预设由大屏文件规定: "presets stand in the room file", 正在换屏: "changing", 本页画面: "this page",
});
