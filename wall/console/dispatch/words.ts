import { dictionary } from "../../kit/language.ts";

/** Words of the orders that are being written. */
export const t = dictionary({
  接收单位: "Units", 任务要求: "Order", 时限: "Deadline", "{n} 分": "{n} min", "{n} 小时": "{n} h", 按卡: "by card", "在办 {n} 项": "{n} open", "约 {n} 分": "about {n} min", 到场: "to arrive", "未报具体位置，到场时间算到{place}": "No exact place told; time to arrive is counted to {place}", "位置 {n} 分前": "position {n} min old", 位置刚报: "position just told",
  "行动卡 · {title}": "Run card · {title}", "无行动卡：按到场时间列": "No run card: by time to arrive", "按卡选 {n} 个单位": "Choose {n} units by the card", "限 {d}": "within {d}", "以“{what}”为完成": "done when: {what}", "再列 {n} 个": "{n} more",
  "不推荐（{n}）": "Not recommended ({n})", "推荐（{n}）": "Recommended ({n})", "↓ 其后还有 {n} 个单位": "↓ {n} more units below", 正在取可派单位: "Fetching the units", "未取到可派单位：{code}": "The units could not be fetched: {code}", "未取到新的位置和负荷，下列是 {at} 的": "Positions and load could not be fetched anew; these are of {at}", 重试: "Try again", 本席位没有可派的单位: "This seat may order no unit here",
  "给 {unit} 的要求": "Order to {unit}", "步骤 {n}/{of}": "Steps {n}/{of}", 随令下发的步骤: "Steps that go with the order", 滑到底下发: "Slide to dispatch", "滑到底下发 {n} 个单位": "Slide to dispatch to {n} units", 正在发出: "Sending",
  "派 {unit} → {place}：{text}，限 {at} 前": "Send {unit} → {place}: {text}, before {at}", "派 {unit} → {place}：{text}，限现实时间 {at} 前": "Send {unit} → {place}: {text}, before {at} real time",
  "派 {n} 个单位 → {place}，{k} 条要求": "Send {n} units → {place}, {k} orders", "{unit}：{text}，限 {at} 前": "{unit}: {text}, before {at}", "{unit}：{text}，限现实时间 {at} 前": "{unit}: {text}, before {at} real time",
  "先选单位、写要求": "Choose a unit and write the order first", "先写给 {unit} 的要求": "Write the order to {unit} first", "影响：发出后 10 秒内可撤回，指令留痕": "Effect: can be withdrawn within 10 s; the orders are on record", "越级下达，抄送 {levels}": "Levels skipped; copies to {levels}", "、": ", ",
  "内容还在，请重试": "Your words are still here; try again", "键盘：按住 Enter 1.2 秒等效": "Keyboard: hold Enter for 1.2 s", "现实时间 {at}": "real time {at}", "全部或全不：有一条发不出，一条都不发": "All or none: if one cannot be sent, none is", 模: "sim", 模拟位置: "simulated position",
});
