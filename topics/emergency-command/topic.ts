import { defineTopic } from "../../model/topic.ts";
import { incidentTypes } from "./incident-types.ts";
import { indicators } from "./indicators.ts";
import { plans } from "./plans.ts";
import { rules } from "./rules.ts";

export default defineTopic({
  id: "emergency-command",
  no: 11,
  title: { zh: "风险防控与应急指挥", en: "Risk control & emergency command" },
  lead: "省应急管理厅",
  indicators,
  rules,
  incidentTypes,
  plans,
  scene: "emergency",
});
