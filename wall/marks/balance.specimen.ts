import { grouped } from "../../model/numerals.ts";
import type { BalanceData, BalanceNode } from "./balance.ts";
import { bandsOf } from "./specimen-bands.ts";
import { told } from "./specimen-figures.ts";
import { headingOf, type BandFacts } from "./title-band.ts";

const node = (name: string, value: number | null, how: Parameters<typeof told>[2] = {}): BalanceNode => ({ id: name, name, value, figure: value === null ? told("从未上报", "", { state: "never" }) : told(grouped(value, 0), "MW", how) });
const words = { supply: "供", use: "用", difference: "余" };
const sources = [node("煤电", 61_200), node("气电", 30_400), node("西电东送", 28_100, { state: "stale" }), node("核电", 16_100), node("风光", 11_900, { quality: "extrapolated" }), node("抽水蓄能", 420)];
const sinks = [node("珠三角", 108_000), node("粤东", 16_200), node("粤西", 14_900), node("粤北", 7_900), node("线损", 1_100)];
export const specimen: BalanceData = { sources, sinks, words, supply: told("14.81", "万MW"), use: told("14.81", "万MW"), difference: told("+20", "MW") };
const partial: BalanceData = { sources: [...sources.slice(0, 4), node("风光", null), node("抽水蓄能示范电站", null)], sinks: [...sinks.slice(0, 4), node("线损", null), node("外送", null)], words, supply: told("13.58", "万MW", { prefix: "≥" }), use: told("14.70", "万MW", { prefix: "≥" }) };
const silent: BalanceData = { sources: sources.map(({ name }) => node(name, null)), sinks: sinks.map(({ name }) => node(name, null)), words, supply: told("—", "", { state: "never" }), use: told("—", "", { state: "never" }) };
export const variants: readonly BalanceData[] = [partial, silent, { ...specimen, sources: sources.slice(0, 1), sinks: sinks.slice(0, 2) }];
export const band = ({ title }: Readonly<Record<string, unknown>>): BandFacts[] => bandsOf({ heading: headingOf(title) ?? "电力平衡", note: "MW", standing: "14:30", state: "stale" }).slice(1);
