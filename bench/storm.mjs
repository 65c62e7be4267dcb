// The storm of alerts (RELIABILITY F17): 5,000 causes and ten repeats of each, the ten minutes of it pressed into one and a half.
import { fromSource } from "./from-source.mjs";
import { startHouse } from "./house.mjs";
import { listen } from "./listen.mjs";
import { quantile } from "./quantile.mjs";
import { root } from "../scripts/prepare.mjs";

const REPEATS = 10;
/** A number goes beyond its limit, and back: between the two the server judges at least once. */
const HALF_MS = 4_000;
const BATCH = 1_000;
const COMMAND_EVERY_MS = 250;
const rest = (ms) => new Promise((done) => setTimeout(done, ms));

/** @returns {Promise<{id: string, what: string, value: number, unit: string, goal: number | null}[]>} */
export async function stormFigures() {
  const { interruptions, NEW_SEAT } = await fromSource("model/interruption.ts");
  const { openCatalog } = await fromSource("server/catalog/index.ts");
  const { CAUSES, causesOf, RED } = await fromSource("tests/fixtures/storm-causes.ts");
  const house = await startHouse({ tellsMemory: true });
  try {
    const causes = causesOf(await openCatalog(root));
    // What every house holds once it has been looked at, and not what the storm brings.
    await house.get("/alerts?limit=1");
    await rest(5_000);
    const before = (await house.memory()).rss;

    const groups = new Map();
    const redSeen = new Map();
    const redSent = new Map();
    let [memory, interrupted, flood] = [NEW_SEAT, 0, false];
    const seat = await listen(house, {
      situation: "live", channels: [{ kind: "alertGroups", region: "44" }, { kind: "alerts", region: "44", severity: 1 }],
      heard({ body, kind, records }, at) {
        if (body !== "records") return;
        for (const { id, record } of records) {
          if (id.includes("|") && record === null) groups.delete(id);
          else if (id.includes("|")) groups.set(id, record);
          else if (record && !redSeen.has(record.place) && redSent.has(record.place)) redSeen.set(record.place, at - redSent.get(record.place));
        }
        if (kind === "snapshot") return;
        const told = interruptions(groups.values(), memory, at);
        memory = told.memory;
        flood ||= told.flood;
        if (told.sound.length > 0) interrupted++;
      },
    });

    const answers = [];
    let isOver = false;
    const people = (async () => {
      while (!isOver) {
        const [group] = [...groups.values()].filter(({ critical }) => critical.length > 0);
        if (group) {
          const asked = performance.now();
          await house.command("alert.comment", { alert: group.critical[0], text: "已通知乡镇" }).then(() => answers.push(performance.now() - asked), (error) => console.error(String(error)));
        }
        await rest(COMMAND_EVERY_MS);
      }
    })();
    let peak = 0;
    for (let repeat = 0; repeat <= REPEATS; repeat++)
      for (const isBeyond of repeat === REPEATS ? [true] : [true, false]) {
        const begun = Date.now();
        for (let from = 0; from < causes.length; from += BATCH) {
          const part = causes.slice(from, from + BATCH);
          const observedAt = new Date().toISOString();
          for (const { indicator, place } of part) if (indicator === "water.flash.go" && isBeyond && !redSent.has(place)) redSent.set(place, Date.now());
          await house.samples(part.map(({ indicator, place, beyond }) => ({ indicator, place, observedAt, value: isBeyond ? beyond : 0 })));
        }
        await rest(Math.max(0, HALF_MS - (Date.now() - begun)));
        peak = Math.max(peak, house.peakRssMb());
      }
    isOver = true;
    await people;
    await rest(3_000);
    const after = (await house.memory()).rss;
    const open = await allOf(house);
    const ours = new Set(causes.map(({ indicator, place }) => `${indicator}@${place}`));
    const found = new Set(open.map(({ indicator, place }) => `${indicator}@${place}`).filter((cause) => ours.has(cause)));
    const grouped = [...groups.values()].reduce((sum, { counts }) => sum + Object.entries(counts).reduce((all, [state, n]) => all + (state === "closed" ? 0 : n), 0), 0);
    const { seq } = await house.get("/journal/head").catch(() => ({ seq: Number.NaN }));
    seat.close();
    answers.sort((a, b) => a - b);
    return [
      { id: "storm.causes", what: `of ${CAUSES} causes, those that are no open alert after ${REPEATS} repeats each`, value: CAUSES - found.size, unit: "", goal: 0 },
      { id: "storm.ungrouped", what: "open alerts that stand in no group, or in more than one", value: Math.abs(open.length - grouped), unit: "", goal: 0 },
      { id: "storm.interruptions", what: `interruptions of one seat; in flood: ${flood}`, value: interrupted, unit: "", goal: 10 },
      { id: "storm.red", what: `a red alert, from its sample to its frame: the last of ${redSeen.size} of ${RED}`, value: redSeen.size < RED ? Number.POSITIVE_INFINITY : Math.round(Math.max(...redSeen.values())), unit: "ms", goal: 2_000 },
      { id: "storm.answer", what: `p99 of ${answers.length} comments meanwhile, sent → durable answer`, value: Math.round(quantile(answers, 0.99)), unit: "ms", goal: 300 },
      { id: "storm.memory", what: `resident memory after it, over before (${Math.round(before / 2 ** 20)} MB; at most ${peak} MB meanwhile)`, value: Math.round((100 * after) / before) / 100, unit: "×", goal: 1.5 },
      ...(Number.isFinite(seq) ? [{ id: "storm.entries", what: "entries of the chain for each cause", value: Math.round((10 * seq) / CAUSES) / 10, unit: "", goal: 8 }] : []),
    ];
  } finally {
    await house.stop();
  }
}

/** All alerts that are open, a page at a time. */
async function allOf(house) {
  const items = [];
  let after = "";
  do {
    const page = await house.get(`/alerts?limit=1000&state=unacknowledged,acknowledged,returned,shelved,suppressed,outOfService${after}`);
    items.push(...page.items);
    after = page.next === undefined ? "" : `&after=${page.next}`;
  } while (after !== "");
  return items;
}
