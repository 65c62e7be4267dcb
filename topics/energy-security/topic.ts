import { defineTopic } from "../../model/topic.ts";
import { incidentTypes } from "./incident-types.ts";
import { indicators } from "./indicators.ts";
import { plans } from "./plans.ts";
import { rules } from "./rules.ts";

export default defineTopic({
  id: "energy-security",
  no: 27,
  title: { zh: "能源保障", en: "Energy security" },
  lead: "省能源局",
  indicators,
  rules,
  incidentTypes,
  plans,
  scene: "energy",
});
