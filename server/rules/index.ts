export { createRules, type Rules, type RulesNeeds } from "./rules.ts";
