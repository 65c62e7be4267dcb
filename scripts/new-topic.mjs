// `npm run new:topic -- <id> --no=28 --zh=海洋 --en=Ocean --lead=省自然资源厅 --prefix=ocean`: writes the folder of a new topic pack, which builds, passes its test and has one
// indicator with one rule, one incident type and one simulated feed, to be replaced one by one. With `--scene` also a scene of layouts/scenes that shows it on every wall where it has room.
// docs/topic-guide.md walks through it.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "./prepare.mjs";

const OPTIONS = {
  no: ["a whole number that no topic has yet, as 28", /^[1-9]\d{0,2}$/],
  zh: ["its Chinese name, as 海洋", /^[\u4e00-\u9fff]{2,12}$/],
  en: ["its English name, as Ocean", /^[A-Z][A-Za-z -]{1,39}$/],
  lead: ["its lead department in Chinese, as 省自然资源厅", /^[\u4e00-\u9fff]{3,20}$/],
  prefix: ["what its indicators' ids begin with, as ocean", /^[a-z]{2,10}$/],
};
const USE = `npm run new:topic -- <id> ${Object.keys(OPTIONS).map((name) => `--${name}=…`).join(" ")} [--scene]`;

function fail(words) {
  console.error(`${words}\nUse: ${USE}`);
  process.exit(2);
}
let parsed;
try {
  parsed = parseArgs({ allowPositionals: true, options: { ...Object.fromEntries(Object.keys(OPTIONS).map((name) => [name, { type: "string" }])), scene: { type: "boolean" } } });
} catch (error) {
  fail(error.message);
}
const { values, positionals } = parsed;
const [id] = positionals;
/** All that is wrong is told at once: what stands where, and what is expected. */
const problems = [];
const isId = positionals.length === 1 && /^[a-z][a-z-]{2,39}$/.test(id);
if (!isId) problems.push(`The id is ${positionals.length === 1 ? `"${id}"` : `${positionals.length} words`}; expected one word of small letters and hyphens, as ocean-watch.`);
for (const [name, [what, shape]] of Object.entries(OPTIONS)) if (!shape.test(values[name] ?? "")) problems.push(`--${name} is ${values[name] === undefined ? "missing" : `"${values[name]}"`}; expected ${what}.`);

const topics = join(root, "topics");
const folder = join(topics, id ?? "");
if (isId && existsSync(folder)) problems.push(`topics/${id} stands already; choose another id, or work on that one.`);
const scenePath = join("layouts", "scenes", `${id}.json`);
if (isId && values.scene && existsSync(join(root, scenePath))) problems.push(`${scenePath} stands already; leave --scene out and name it in topic.ts, or choose another id.`);
for (const other of readdirSync(topics)) {
  const text = readFileSync(join(topics, other, "topic.ts"), "utf8");
  const [, zh, en] = /\btitle: \{ zh: "([^"]*)", en: "([^"]*)" \}/.exec(text) ?? [];
  if (new RegExp(`\\bno: ${values.no},`).test(text)) problems.push(`--no=${values.no} is the number of topics/${other}; expected one that no topic has.`);
  if (zh !== undefined && zh === values.zh) problems.push(`--zh=${values.zh} is the Chinese name of topics/${other}; expected one that no topic has.`);
  if (en !== undefined && en.toLowerCase() === values.en?.toLowerCase()) problems.push(`--en=${values.en} is the English name of topics/${other}; expected one that no topic has.`);
  if (values.prefix && readFileSync(join(topics, other, "indicators.ts"), "utf8").includes(`id: "${values.prefix}.`)) problems.push(`--prefix=${values.prefix} begins the ids of topics/${other}; expected one of its own.`);
}
if (problems.length > 0) fail(problems.join("\n"));

const { no, zh, en, lead, prefix } = values;
const files = {
  "topic.ts": `import { defineTopic } from "../../model/topic.ts";
import { incidentTypes } from "./incident-types.ts";
import { indicators } from "./indicators.ts";
import { rules } from "./rules.ts";

export default defineTopic({
  id: "${id}",
  no: ${no},
  title: { zh: "${zh}", en: "${en}" },
  lead: "${lead}",
  indicators,
  rules,
  incidentTypes,
  plans: [],
  scene: ${values.scene ? `"${id}"` : "null"},
});
`,
  "indicators.ts": `import type { Indicator } from "../../model/indicator.ts";
import { MINUTE } from "../../model/time.ts";

const ours = { owner: "${lead}", source: "${lead}（示例）", version: 1 } as const;

/** What ${zh} measures. */
export const indicators: readonly Indicator[] = [
  {
    id: "${prefix}.example.count", title: { zh: "示例数量", en: "Example count" }, definition: "每个县（市、区）此刻的示例数量，各县相加为全省总量。",
    unit: "个", decimals: 0, leaf: "county", rollup: "sum",
    cadenceMs: 15 * MINUTE, worse: "higher", range: [0, 100_000], class: "open", ...ours,
  },
];
`,
  "rules.ts": `import type { Rule } from "../../model/rule.ts";

/** When a number of ${zh} calls for somebody; each with the standard that it comes from. */
export const rules: readonly Rule[] = [
  { id: "${prefix}.example.count#3", indicator: "${prefix}.example.count", level: 3, when: { op: ">=", value: 100 }, holdMs: 0, deadband: 5, source: "operational default" },
];
`,
  "incident-types.ts": `import type { IncidentType } from "../../model/topic.ts";

/** What kinds of incident ${zh} handles. */
export const incidentTypes: readonly IncidentType[] = [
  {
    id: "${prefix}.example.case", title: { zh: "示例事件", en: "Example incident" }, severity: 3, class: "open",
    sop: ["核实情况", "通知责任单位", "现场处置", "复核销号"],
    units: "县${lead.replace(/^省/, "")}",
    limits: { verifyMin: 30, acceptMin: 30, arriveMin: 120, reportMin: 60, closeH: 72, source: "operational default unless a statute is named in sop" },
  },
];
`,
  "feed.ts": `import type { PackFeed } from "../../model/pack-feed.ts";
import { MINUTE } from "../../model/time.ts";

/** Simulated numbers of ${zh}, for drills: a pure function of time, place and the world that all topics share. */
const feed: PackFeed = {
  everyMs: 15 * MINUTE,
  tells: [{ indicator: "${prefix}.example.count", level: "county" }],
  feed(at, random, { point }, world) {
    const rain = point ? world.rainMm(at, point, 3) : 0;
    return [{ indicator: "${prefix}.example.count", value: Math.round(20 + 10 * random() + 2 * rain) }];
  },
};
export default feed;
`,
  "topic.test.ts": `import { expect, test } from "vitest";
import topic from "./topic.ts";

test("a hundred of them in one county call for somebody", () => {
  expect(topic.rules.find(({ indicator }) => indicator === "${prefix}.example.count")).toMatchObject({ level: 3, when: { op: ">=", value: 100 } });
});
`,
  "README.md": `# ${zh} ${en}

Topic ${no}; lead: ${lead}. Written by \`npm run new:topic\`: replace the example by what ${zh} measures ([docs/topic-guide.md](../../docs/topic-guide.md)).
`,
};
mkdirSync(folder);
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
if (values.scene) writeFileSync(join(root, scenePath), sceneOf({ indicator: `${prefix}.example.count`, title: { zh: "示例数量", en: "Example count" } }));
console.log(`topics/${id}: ${Object.keys(files).join(", ")}.${values.scene ? `\n${scenePath}: what a wall shows of it.` : ""}\nNext: npm start, or npx vitest run --project unit topics/${id}. What to write there: docs/topic-guide.md.`);

/** One indicator on the map, by city, over the day, with what calls for somebody: a scene that finds its place in every room. */
function sceneOf({ indicator, title }) {
  const of = (words) => JSON.stringify(words);
  return `{
  "id": "${id}",
  "title": ${of({ zh, en })},
  "strip": [
    {"panel": "banner", "optional": true},
    {"panel": "headline", "config": {"topics": ["${indicator}"]}},
    {"panel": "clock"}
  ],
  "focal": {"panel": "map", "config": {"figures": "${indicator}", "camera": "province"}},
  "context": [
    {"panel": "ranking", "config": {"title": ${of(title)}, "indicator": "${indicator}", "region": "44", "level": "city"}},
    {"panel": "curve", "optional": true, "config": {"title": ${of(title)}, "indicator": "${indicator}", "hours": 24}}
  ],
  "action": [
    {"panel": "alerts"},
    {"panel": "orders", "optional": true}
  ],
  "spine": {"fromH": -24, "toH": 24, "config": {"series": {"indicator": "${indicator}", "title": ${of(title)}}}}
}
`;
}
