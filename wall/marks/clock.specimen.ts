import type { ClockData } from "./clock.ts";
import { NOW } from "./specimen-figures.ts";

export const specimen: ClockData = { at: NOW, notActual: "演练　60 倍速", note: "现实时间 18:16:29" };
/** Now, and cut off. */
export const variants: readonly ClockData[] = [{ at: NOW, note: "北京时间", tag: "演示系统" }, { ...specimen, cut: true }];
