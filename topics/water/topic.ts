import { defineTopic } from "../../model/topic.ts";
import { incidentTypes } from "./incident-types.ts";
import { indicators } from "./indicators.ts";
import { plans } from "./plans.ts";
import { rules } from "./rules.ts";

export default defineTopic({
  id: "water",
  no: 25,
  title: { zh: "水利", en: "Water resources" },
  lead: "省水利厅",
  indicators,
  rules,
  incidentTypes,
  plans,
  scene: "water",
});
