import type { FactKind } from "../kit/fact.ts";
import { dictionary } from "../kit/language.ts";

/** Words of what this device has noted and not yet told. */
export const t = dictionary({
  "待发 {n} 条，最早 {at} 记": "{n} waiting, the first noted at {at}",
  "待发 {n} 条（含照片 {photos} 张），最早 {at} 记": "{n} waiting ({photos} with a photo), the first noted at {at}",
  "联系上后按顺序自动发出": "sent in order as soon as the platform is heard",
  "已补报 {n} 条，最早 {at} 记": "{n} told late (补报), the first noted at {at}",
  没有待发: "nothing waiting",
  "最后联系 {at}": "last contact {at}",
  "本机存不下：关掉页面，没发出的就没有了": "This device keeps nothing: what is not sent is lost with the page",
  "没被接受：{what}（{at} 记）": "Not taken: {what} (noted at {at})",
  "这项任务{state}，没有记入": "Not recorded: the order is {state}",
  删去这条: "Drop this one",
  "已记下 {n} 条，待发": "{n} noted, waiting to be sent",
  补报: "told late", "{at} 发生": "happened at {at}",
  我的回执: "What I told",
  到场: "on scene", 情况: "report", 办结: "finished", 补记: "note", 接令: "accepted", 有困难: "difficulty", 退回: "returned",
  补记一笔: "Add a note", "要补记什么？": "What is to be noted?", 记下: "Note it",
  附一张照片: "Add a photo", "已附照片：{name}": "Photo: {name}",
  "照片不能用：{why}": "The photo cannot be used: {why}",
  "这是决定，不代存代发：联系上后请再做一次": "A decision is never kept and sent later: do it again once the platform is heard",
  步骤: "Steps", "勾过的随下一次报告发出": "What is ticked goes with your next report", 办成标准: "Done when", 请写情况: "Write what happened",
  正在定位: "Finding the position",
});
const KIND: Readonly<Record<string, Parameters<typeof t>[0]>> = {
  "task.arrive": "到场", "task.report": "情况", "task.finish": "办结", "task.note": "补记", "task.accept": "接令", "task.difficulty": "有困难", "task.return": "退回",
} satisfies Partial<Record<FactKind | "task.accept" | "task.difficulty" | "task.return", Parameters<typeof t>[0]>>;
/** Receipts of a unit by their kind; undefined of anybody else's. */
export const receiptWord = (kind: string): string | undefined => (KIND[kind] ? t(KIND[kind]) : undefined);
