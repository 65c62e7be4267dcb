import { dictionary } from "../../kit/language.ts";

/** Words of the commander's desk. */
export const t = dictionary({ "最急：{title}": "Most urgent: {title}", 本处没有待决事件: "Nothing to decide here", "另 {n} 件待决": "{n} more to decide", 待确认: "To confirm", 无待确认: "none waits", "{n} 项": "{n}", 响应: "Response", 启动或调整: "start or change" });
