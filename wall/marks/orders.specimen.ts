import type { OrderRow, OrdersData } from "./orders.ts";
import { bandsOf } from "./specimen-bands.ts";
import type { BandFacts } from "./title-band.ts";

const order = (id: string, come: number, over: Partial<OrderRow> = {}): OrderRow => ({
  id, state: "dispatched", text: "坡头、麻章立即组织沿海低洼地带人员转移，16:00 前清零，逐村核对并上报", unit: "湛江经济技术开发区三防办", isAwaited: true, isOpen: true,
  due: { text: "余 11 时 28 分", isPressing: false }, receipts: ["发", "收", "到", "办", "核"].map((word, i) => ({ word, at: i < come ? "19:44" : null })), ...over,
});
const closed = order("done", 5, { state: "closed", isAwaited: false, isOpen: false, due: { text: "已办结", isPressing: false }, difficulty: "有困难" });
export const specimen: OrdersData = {
  rows: [
    order("late", 2, { due: { text: "超时 11 时 36 分", isPressing: true } }),
    order("hard", 3, { state: "onScene", difficulty: "有困难" }),
    order("soon", 1, { due: { text: "余 9:41", isPressing: false } }),
    order("back", 1, { state: "returned", due: { text: "已退回", isPressing: true } }),
    closed,
    ...Array.from({ length: 24 }, (_, i) => order(`n${i}`, i % 6)),
  ],
  more: (n) => `另 ${n} 条`,
};
export const band = (): BandFacts[] => bandsOf({ heading: "指令", note: "126 条 · 未办结 114 · 收发为现实时间", standing: "14:10", state: "ageing" });
