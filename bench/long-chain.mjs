// A chain as long as that of a province after some months: what rules find and people acknowledge, incidents from report to close with their orders, logins and
// walls, in legal order, so that every fold of the house takes it. Written through the product's own seal and store.
import { randomBytes } from "node:crypto";
import { openCatalog } from "./catalog.mjs";
import { fromSource } from "./from-source.mjs";

const BATCH = 5_000;
/** Kinds of entries of one round, an incident with all that goes on beside it: about 50. */
const ALERTS_BESIDE = 6;
const ORDERS = 2;
const LOGINS = 4;
/** So long before now the last entry was written, and so long lies between two. */
const ENDED_MS = 60_000;
const BETWEEN_MS = 20_000;

/** @param file of a store that is not there yet */
export async function writeLongChain(file, count, hash = "sm3") {
  const [{ seal, EMPTY_HEAD }, { openSqlite }, { formatTime }, catalog] = await Promise.all([fromSource("server/journal/seal.ts"), fromSource("server/store/index.ts"), fromSource("model/time.ts"), openCatalog()]);
  const store = await openSqlite(file);
  const begin = Date.now() - ENDED_MS - count * BETWEEN_MS;
  let [head, batch] = [EMPTY_HEAD, []];
  for (const draft of rounds(catalog)) {
    if (head.seq === count) break;
    const now = begin + head.seq * BETWEEN_MS;
    const at = formatTime(now);
    const { body, ...said } = draft;
    const entry = seal({ ...said, body: body(formatTime, now) }, { situation: "live", at, simAt: at, salt: randomBytes(16).toString("hex") }, head, hash);
    head = { seq: entry.seq, hash: entry.hash };
    batch.push(entry);
    if (batch.length < BATCH && head.seq < count) continue;
    await store.commit({ entries: batch });
    batch = [];
  }
  await store.close();
  return head;
}

/** Drafts without an end; a body is asked for with the clock, for what lies ahead of it. */
function* rounds({ rules, villages, type, topic }) {
  let nth = 0;
  const id = (prefix) => `${prefix}-${(nth++).toString(36).padStart(9, "0")}`;
  const draft = (kind, actor, region, body) => ({ kind, actor, region, body: typeof body === "function" ? body : () => body });
  for (let round = 0; ; round++) {
    const place = villages[(round * 7919) % villages.length];
    const [town, county, city] = [place.slice(0, 9), place.slice(0, 6), place.slice(0, 4)];
    const officer = `officer@${county}`;
    const raised = (rule, alert) => {
      const at = county;
      return draft("alert.raised", `rule:${rule.id}`, at, { alert, rule: rule.id, indicator: rule.indicator, place: at, topic: rule.topic, severity: rule.level, value: 39.4, limit: 30, source: rule.source, group: `${rule.indicator}|${city}|${rule.topic}` });
    };
    const cleared = (rule, alert) => draft("alert.cleared", `rule:${rule.id}`, county, { alert, value: 12.5 });
    for (let i = 0; i < ALERTS_BESIDE; i++) {
      const [rule, alert] = [rules[(round + i) % rules.length], id("al")];
      yield raised(rule, alert);
      yield draft("alert.acknowledged", officer, county, { alert });
      yield cleared(rule, alert);
    }
    for (let i = 0; i < LOGINS; i++) yield draft("login.succeeded", officer, county, { role: "officer", from: "10.44.0.12" });
    const [rule, alert, incident] = [rules[(round + ALERTS_BESIDE) % rules.length], id("al"), id("inc")];
    yield raised(rule, alert);
    yield draft("alert.acknowledged", officer, county, { alert, comment: "已电话核实，通知属地" });
    yield draft("incident.report", officer, town, { incident, type, topic, title: "【模拟】村道被淹，两户被困", description: "巡查发现积水约 0.6 米，水位仍在上涨。", point: [113.2644, 23.1291], alert });
    yield draft("alert.linked", officer, county, { alert, incident });
    yield draft("incident.verify", officer, town, { incident, note: "电话核实属实" });
    yield draft("incident.grade", officer, town, { incident, grade: 4, reason: "影响一村，无人员伤亡" });
    const tasks = Array.from({ length: ORDERS }, () => id("task"));
    const unit = `unit@${place}`;
    for (const task of tasks) {
      yield draft("task.dispatch", officer, town, (formatTime, now) => ({ task, incident, unit: `${place}:village`, text: "组织转移并报告人数", deadline: formatTime(now + 4 * 3_600_000), from: county, copied: [] }));
      yield draft("task.delivered", unit, town, { task });
      yield draft("task.seen", unit, town, { task });
      yield draft("task.accept", unit, town, { task, text: "收到，立即出发" });
      yield draft("task.arrive", unit, town, { task, point: [113.2651, 23.1288] });
      yield draft("task.report", unit, town, { task, text: "到达现场，水位 12.35 m，已设警戒", point: [113.2651, 23.1288] });
      yield draft("task.report", unit, town, { task, text: "已转移 12 人，安置在村小学" });
      yield draft("task.finish", unit, town, { task, text: "全部转移完毕" });
      yield draft("task.check", officer, town, { task, passed: true, text: "无误" });
    }
    yield draft("incident.checking", officer, town, { incident });
    yield cleared(rule, alert);
    yield draft("incident.close", officer, town, { incident, text: "水已退，群众返家", from: county });
    yield draft("wall.focus", officer, city, { wall: "main", focus: { situation: "live", region: city } });
    yield draft("wall.back", officer, city, { wall: "main", depth: 0 });
  }
}
