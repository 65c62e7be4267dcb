import { moveTask, type Task } from "../../../model/task.ts";
import type { Consequence } from "../../kit/consequence-sheet.ts";
import type { Aside } from "./acts.ts";
import { t } from "./words.ts";

/** What an aside comes to, before it is done. @param to the region, or the instant, or the incident that was chosen */
export function ofAside(act: Aside, tasks: readonly Pick<Task, "state">[], to: string): Consequence {
  const open = tasks.filter(({ state }) => moveTask(state, "withdraw")).length;
  const count = open > 0 ? t("1 件事件，{n} 项任务在办", { n: open }) : t("1 件事件，没有在办任务");
  return { count, ...COSTS[act](to) };
}
const COSTS: Readonly<Record<Aside, (to: string) => Pick<Consequence, "cost" | "back">>> = {
  "incident.update": () => ({ cost: t("前后都留痕"), back: t("随时可再更新") }),
  "incident.resume": () => ({ cost: t("回到处置中，限时重新计"), back: t("不能再次挂起") }),
  "incident.escalate": (to) => ({ cost: t("{place}当值须 5 分钟内接管", { place: to }), back: t("不能收回，可继续处置") }),
  "incident.transfer": (to) => ({ cost: t("由{place}负责；本席位不再管辖的看不到", { place: to }), back: t("只能由接收方再移送；来回移送会被记为推诿") }),
  "incident.merge": () => ({ cost: t("本件结案，任务和告警并入所选事件"), back: t("不能恢复") }),
  "incident.suspend": () => ({ cost: t("到期自动恢复；期间不能下达新任务"), back: t("可提前恢复；只能挂起一次") }),
  "incident.reject": () => ({ cost: t("告警可另报事件；不再处置"), back: t("不能恢复") }),
  "incident.reopen": () => ({ cost: t("回到处置中，限时重新计"), back: t("处置完可再关闭") }),
  "incident.evaluate": () => ({ cost: t("评估只做一次，写入结案"), back: t("不能恢复") }),
  "incident.cancel": () => ({ cost: t("在办任务全部撤回，单位收到撤回"), back: t("不能恢复；须另一账号 60 秒内确认才生效") }),
};
