import { defineTopic } from "../../model/topic.ts";
import { incidentTypes } from "./incident-types.ts";
import { indicators } from "./indicators.ts";
import { plans } from "./plans.ts";
import { rules } from "./rules.ts";

export default defineTopic({
  id: "health",
  no: 16,
  title: { zh: "卫生健康", en: "Health" },
  lead: "省卫生健康委",
  indicators,
  rules,
  incidentTypes,
  plans,
  scene: "health",
});
