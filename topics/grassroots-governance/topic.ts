import { defineTopic } from "../../model/topic.ts";
import { incidentTypes } from "./incident-types.ts";
import { indicators } from "./indicators.ts";
import { plans } from "./plans.ts";
import { rules } from "./rules.ts";

export default defineTopic({
  id: "grassroots-governance",
  no: 9,
  title: { zh: "基层社会治理", en: "Grassroots social governance" },
  lead: "省委政法委",
  indicators,
  rules,
  incidentTypes,
  plans,
  scene: null,
});
