import type { OrderLogData, OrderLogRow } from "./order-log.ts";
import { bandsOf } from "./specimen-bands.ts";
import type { BandFacts } from "./title-band.ts";

const order = (id: string, come: number, over: Partial<OrderLogRow> = {}): OrderLogRow => ({
  id, state: "dispatched", at: "19:44", no: "№12,047", way: "湛江 湛江经济技术开发区 → 湛江经济技术开发区三防办", text: "坡头、麻章立即组织沿海低洼地带人员转移，16:00 前清零，逐村核对并上报", isAwaited: true, isOver: false,
  due: { text: "余 11 时 28 分", isPressing: false }, receipts: ["收", "到", "办"].map((word, i) => ({ word, at: i < come ? "19:44" : null })), ...over,
});
export const specimen: OrderLogData = {
  rows: [
    order("late", 1, { due: { text: "超时 11 时 36 分", isPressing: true } }), order("back", 0, { state: "returned", due: { text: "已退回", isPressing: true } }), order("soon", 2, { state: "onScene", due: { text: "余 9:41", isPressing: false } }),
    order("done", 3, { state: "finished", isAwaited: false, due: { text: "待核查", isPressing: false } }), order("over", 3, { state: "closed", isAwaited: false, isOver: true, due: { text: "已办结", isPressing: false } }),
    ...Array.from({ length: 24 }, (_, i) => order(`n${i}`, i % 4)),
  ],
  more: (n) => `另 ${n} 条`,
};
export const variants: readonly OrderLogData[] = [{ ...specimen, rows: specimen.rows.slice(0, 2) }, { ...specimen, rows: specimen.rows.filter(({ isOver }) => isOver).map((row) => ({ ...row, at: "昨日 19:44" })) }];
export const band = (): BandFacts[] => bandsOf({ heading: "指令流", note: "126 条 · 超时 14 · 收发为现实时间", standing: "14:10", state: "ageing" });
