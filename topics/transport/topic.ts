import { defineTopic } from "../../model/topic.ts";
import { incidentTypes } from "./incident-types.ts";
import { indicators } from "./indicators.ts";
import { plans } from "./plans.ts";
import { rules } from "./rules.ts";

export default defineTopic({
  id: "transport",
  no: 22,
  title: { zh: "交通运输", en: "Transport" },
  lead: "省交通运输厅",
  indicators,
  rules,
  incidentTypes,
  plans,
  scene: "transport",
});
