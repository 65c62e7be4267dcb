import { dictionary } from "../kit/language.ts";

/** Words of the seconds after orders to many. */
export const t = dictionary({ "撤回 {n} 项": "Withdraw {n}", "已下发 {many} 项，{n} 秒内可撤回": "{many} dispatched; {n} s to withdraw" });
