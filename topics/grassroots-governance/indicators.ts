import type { Indicator } from "../../model/indicator.ts";
import { DAY, HOUR, MINUTE } from "../../model/time.ts";

const ours = { owner: "省委政法委", source: "省域治理专题指标目录 1.0（粤府办〔2021〕15号 附件）", version: 1 } as const;

/** What 基层社会治理 measures; ids are the catalogue's codes. */
export const indicators: readonly Indicator[] = [
  {
    id: "grid.event.report", title: { zh: "综合网格事件上报量(日)", en: "Grid events reported (day)" }, definition: "综合网格当天累计上报的事件件数。",
    unit: "件", decimals: 0, leaf: "village", rollup: "sum",
    cadenceMs: MINUTE, worse: "none", range: [0, 100_000], class: "internal", ...ours,
  },
  {
    id: "grid.event.closed", title: { zh: "网格事件办结率", en: "Grid event closure rate" }, definition: "网格上报的事件中已经办结的比例。",
    unit: "%", decimals: 1, leaf: "village", rollup: "ratio",
    numerator: "办结事件", denominator: "上报事件",
    cadenceMs: 5 * MINUTE, worse: "lower", range: [0, 100], class: "internal", ...ours,
  },
  {
    id: "grid.event.overdue", title: { zh: "超期未办件", en: "Overdue grid events" }, definition: "超过办理时限仍未办结的网格事件件数。",
    unit: "件", decimals: 0, leaf: "town", rollup: "sum",
    cadenceMs: 5 * MINUTE, worse: "higher", range: [0, 100_000], class: "internal", ...ours,
  },
  {
    id: "grid.dispute.open", title: { zh: "在调矛盾纠纷", en: "Open disputes" }, definition: "正在调解、尚未结案的矛盾纠纷宗数。",
    unit: "宗", decimals: 0, leaf: "village", rollup: "sum",
    cadenceMs: HOUR, worse: "higher", range: [0, 10_000], class: "internal", ...ours,
  },
  {
    id: "grid.dispute.resolve", title: { zh: "纠纷化解成功率", en: "Dispute resolution rate" }, definition: "受理的矛盾纠纷中已经成功化解的比例。",
    unit: "%", decimals: 1, leaf: "town", rollup: "ratio",
    numerator: "化解宗数", denominator: "受理宗数",
    cadenceMs: DAY, worse: "lower", range: [0, 100], class: "internal", ...ours,
  },
  {
    id: "grid.visit.keyperson", title: { zh: "重点人群走访完成率", en: "Key-person visit completion" }, definition: "重点人群中已按期走访的比例，只有比例，没有个人。",
    unit: "%", decimals: 1, leaf: "village", rollup: "ratio",
    numerator: "已走访", denominator: "应走访",
    cadenceMs: DAY, worse: "lower", range: [0, 100], class: "sensitive", ...ours,
  },
  {
    id: "grid.petition.group", title: { zh: "群体访批次(日)", en: "Group petition batches (day)" }, definition: "当天发生的群体访批次数。",
    unit: "批", decimals: 0, leaf: "county", rollup: "sum",
    cadenceMs: HOUR, worse: "higher", range: [0, 1000], class: "sensitive", ...ours,
  },
  {
    id: "grid.psych.hotline", title: { zh: "社会心理服务量(日)", en: "Psychological service (day)" }, definition: "社会心理服务当天累计服务的人次。",
    unit: "人次", decimals: 0, leaf: "town", rollup: "sum",
    cadenceMs: HOUR, worse: "none", range: [0, 100_000], people: true, class: "internal", ...ours,
  },
  {
    id: "grid.patrol.members", title: { zh: "在岗网格员", en: "Grid workers on duty" }, definition: "当前在岗的网格员岗位数。",
    unit: "人", decimals: 0, leaf: "village", rollup: "sum",
    cadenceMs: 5 * MINUTE, worse: "lower", range: [0, 1000], class: "internal", ...ours,
  },
  {
    id: "grid.school.patrol", title: { zh: "校院周边巡防覆盖率", en: "School-perimeter patrol coverage" }, definition: "校院周边应巡点位中已经巡到的比例。",
    unit: "%", decimals: 1, leaf: "town", rollup: "ratio",
    numerator: "已巡点位", denominator: "应巡点位",
    cadenceMs: HOUR, worse: "lower", range: [0, 100], class: "internal", ...ours,
  },
  {
    id: "grid.rail.hazard", title: { zh: "护路护线隐患未消除", en: "Open rail/line hazards" }, definition: "铁路和输电线路沿线尚未消除的隐患处数。",
    unit: "处", decimals: 0, leaf: "town", rollup: "sum",
    cadenceMs: DAY, worse: "higher", range: [0, 10_000], class: "internal", ...ours,
  },
];
