import { fromSource } from "./from-source.mjs";
import { root } from "../scripts/prepare.mjs";

/** What a chain speaks of, from the product's own catalogue: rules of several topics, villages, and a type of incidents. */
export async function openCatalog() {
  const { openCatalog: open } = await fromSource("server/catalog/index.ts");
  const catalog = await open(root);
  const rules = catalog.rules.filter(({ when, indicator }) => !("of" in when) && catalog.topicOf(indicator)).map((rule) => ({ ...rule, topic: catalog.topicOf(rule.indicator) }));
  const villages = [];
  for (let i = 0; i < catalog.regions.size; i++) {
    const { code, level } = catalog.regions.row(i);
    if (level === "village") villages.push(code);
  }
  const [type] = catalog.topics.flatMap(({ id, incidentTypes }) => incidentTypes.map((each) => ({ id: each.id, topic: id })));
  return { rules, villages, type: type.id, topic: type.topic };
}
