/// <reference types="vite/client" />
import type { Topic } from "../../../model/topic.ts";
import { Reads, type RegionView, type TopicView } from "../../kit/reads.ts";
import { SAMPLE_CITIES, sampleRegion } from "./places.ts";
import { SAMPLE_SITES } from "./sites.ts";

const packs = import.meta.glob<Topic>("../../../topics/*/topic.ts", { eager: true, import: "default" });
const TOPICS: readonly TopicView[] = Object.values(packs).map((topic) => ({ ...topic, indicators: topic.indicators.map((i) => ({ ...i, cadence: i.cadenceMs })) }));

/** What pages ask by HTTP, answered from the packs themselves; only shapes of maps come from the server, where one is. */
export class SampleReads extends Reads {
  override topics = async (): Promise<readonly TopicView[]> => TOPICS;
  override sites = async () => [...SAMPLE_SITES];
  override cities = async (): Promise<readonly RegionView[]> => SAMPLE_CITIES.map((code) => sampleRegion(code)!);
  override region = async (code: string): Promise<RegionView> => {
    const region = sampleRegion(code);
    if (!region) throw new Error(`The sample holds no region ${code}.`);
    return region;
  };
  override regionNow = (code: string): RegionView | undefined => sampleRegion(code);
}
