import { CLOCK_FACT } from "./clock-fact.ts";
import { displayOf } from "./display.ts";
import { gatewayIn } from "./gateway-fact.ts";
import { JOURNAL_FACT } from "./journal-fact.ts";
import { packOf } from "./pack-fact.ts";
import { ruleOf } from "./rule-fact.ts";
import { STORE_FACT } from "./store-fact.ts";

/** True for what an alert speaks of that concerns the house itself, a display, a gateway, the code of a pack, a rule, the machine's clock, the store or the journal, and no indicator of the province. */
export const isHouseFact = (indicator: string): boolean => [displayOf, gatewayIn, packOf, ruleOf].some((of) => of(indicator) !== null) || [CLOCK_FACT, STORE_FACT, JOURNAL_FACT].includes(indicator);
