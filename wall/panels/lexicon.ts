import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { readsContext } from "../kit/contexts.ts";
import type { IndicatorView, TopicView } from "../kit/reads.ts";

type RuleView = NonNullable<TopicView["rules"]>[number];
const NONE: readonly RuleView[] = [];

/** The dictionary of topics, indicators and rules, for panels that word what a record only names. */
export class Lexicon implements ReactiveController {
  topics: readonly TopicView[] = [];
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly reads: ContextConsumer<typeof readsContext, ReactiveControllerHost & HTMLElement>;
  private readonly indicators = new Map<string, IndicatorView>();
  private readonly rules = new Map<string, RuleView>();
  private readonly standards = new Map<string, RuleView[]>();
  private asked = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    this.reads = new ContextConsumer(host, { context: readsContext });
    host.addController(this);
  }
  hostUpdate(): void {
    if (this.asked || !this.reads.value) return;
    this.asked = true;
    // Without the dictionary numbers stay unworded; the next update asks again.
    this.reads.value.topics().then((topics) => this.learn(topics), () => (this.asked = false));
  }
  indicator = (id: string): IndicatorView | undefined => this.indicators.get(id);
  rule = (id: string): RuleView | undefined => this.rules.get(id);
  rulesOf = (indicator: string): readonly RuleView[] => this.standards.get(indicator) ?? NONE;
  topic = (id: string): TopicView | undefined => this.topics.find((t) => t.id === id);

  private learn(topics: readonly TopicView[]): void {
    this.topics = topics;
    for (const topic of topics) {
      for (const indicator of topic.indicators) this.indicators.set(indicator.id, indicator);
      for (const rule of topic.rules ?? []) {
        this.rules.set(rule.id, rule);
        this.standards.set(rule.indicator, [...this.rulesOf(rule.indicator), rule]);
      }
    }
    this.host.requestUpdate();
  }
}
