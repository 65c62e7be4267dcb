import { defineTopic } from "../../model/topic.ts";
import { incidentTypes } from "./incident-types.ts";
import { indicators } from "./indicators.ts";
import { plans } from "./plans.ts";
import { rules } from "./rules.ts";

export default defineTopic({
  id: "meteorology",
  no: 26,
  title: { zh: "气象服务", en: "Meteorological services" },
  lead: "省气象局",
  indicators,
  rules,
  incidentTypes,
  plans,
  scene: "meteorology",
});
