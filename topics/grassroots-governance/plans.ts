import type { Plan } from "../../model/plan.ts";

/** The steps are those of the catalogue; which unit takes which, and the minutes, are ours. */
const SOURCE = "operational default after the catalogue's steps and units";

/** Run cards of 基层治理. */
export const plans: readonly Plan[] = [
  {
    id: "grid.plan.dispute", title: { zh: "矛盾纠纷化解行动卡", en: "Escalating dispute" }, types: ["grid.dispute.acute"], source: SOURCE,
    orders: [
      { unitKind: "grid", level: "village", text: "网格员到场稳控", minutes: 30, success: "双方已分开" },
      { unitKind: "governance", level: "town", text: "综治中心会商，调解队到场，日报", minutes: 60, success: "达成调解或移送" },
    ],
  },
  {
    id: "grid.plan.hazard", title: { zh: "公共安全隐患行动卡", en: "Public-safety hazard" }, types: ["grid.hazard.street"], source: SOURCE,
    orders: [
      { unitKind: "governance", level: "town", text: "分拨责任部门限时整改", minutes: 240, success: "隐患消除" },
      { unitKind: "grid", level: "village", text: "复核整改并拍照", minutes: 240, success: "复核通过" },
    ],
  },
];
