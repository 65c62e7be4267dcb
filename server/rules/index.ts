export { createRules, type Rules, type RulesNeeds } from "./rules.ts";
export { looksBack } from "./remembered.ts";
