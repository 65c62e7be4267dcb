import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { WALLS } from "../../layouts/shelf.ts";
import type { FrameCell } from "../../model/wire/frame.ts";
import { formatTime, HOUR, MINUTE } from "../../model/time.ts";
import { finding, house, NOW, SIM, storm } from "../../tests/fixtures/paper-house.ts";
import { asPage, asText, type Twin } from "./index.ts";
import { lettersIn, withinMinute, type Offer } from "./minute.ts";

/** Its own word for it: a check against the very constant could not fail. */
const LETTERS_A_MINUTE = 600;
const LONG = "组织沿海低洼地带人员转移，逐村逐户核对并上报，未回港渔船逐船联系，报船名、位置和预计回港时间".repeat(8);
const order = (i: number, text = LONG) => ({
  id: `t${i}`, incident: `i${i}`, unit: "440904:flood", unitName: "茂名市电白区三防指挥部", text, deadline: formatTime(NOW - (i + 1) * MINUTE), state: "dispatched", dispatchedBy: "commander@44", dispatchedFrom: "44",
  dispatchedAt: formatTime(NOW - HOUR), copied: [], log: [], difficulty: "路断", incidentTitle: "【演练】博贺港渔船回港避风", regionName: "电白区",
});
const incident = (i: number) => ({
  id: `i${i}`, type: "emg.evacuate.order", topic: "emergency-command", region: "440904", title: `【演练】第 ${i} 起：${"博贺港渔船回港避风".repeat(20)}`.slice(0, 200), state: (["handling", "graded", "reported", "verified"] as const)[i % 4],
  ...(i % 4 < 2 && { grade: 2 }), reportedBy: "duty@440904", reportedAt: formatTime(NOW - HOUR), escalated: false, tasks: [`t${i}`], log: [], regionName: "电白区", areaName: "茂名市", typeTitle: "转移",
});
const response = (i: number, kind: string, level: number, over: object = {}) => ({
  id: `r${i}`, state: "inForce", region: "44", regionName: "广东省", holdsHere: true, kind, level, since: formatTime(NOW - 20 * HOUR), levelSince: formatTime(NOW - 20 * HOUR), by: "commander@44", reason: "会商", ...over,
});
const COUNTIES = ["440825 湛江市 徐闻县", "440882 湛江市 雷州市", "440883 湛江市 吴川市", "440904 茂名市 电白区", "440981 茂名市 高州市", "441702 阳江市 江城区", "440781 江门市 台山市", "440402 珠海市 香洲区", "441502 汕尾市 城区", "445202 揭阳市 榕城区", "440103 广州市 荔湾区", "445381 云浮市 罗定市"];
const LEVELS = [1, 2, 3, 4];
const found = COUNTIES.flatMap((one, i) => {
  const [place, ...area] = one.split(" ");
  return LEVELS.map((severity) => finding(`${i}-${severity}`, place!, area.join(" "), { severity, rule: `storm#${severity}`, raisedAt: formatTime(NOW - (i + severity) * MINUTE) }));
});
const each = (value: (i: number) => number, more: object = {}): Partial<FrameCell>[] => COUNTIES.map((one, i) => ({ place: one.split(" ")[0]!, value: value(i), observedAt: SIM, have: 6, of: 21, ...more }));
/** One hour before it comes ashore, with all that people and rules then have set going. */
const peak = (orders = 5, incidents = 7) => ({
  records: {
    hazard: [storm], alerts: found,
    tasks: Array.from({ length: orders }, (_, i) => order(i)), incidents: Array.from({ length: incidents }, (_, i) => incident(i)),
    levels: LEVELS.map((severity) => ({ id: `l${severity}`, rule: `storm#${severity}`, severity, stood: [{ from: SIM - severity * HOUR }] })),
    responses: [response(1, "typhoon", 2), response(2, "flood", 3), response(3, "geology", 4), response(4, "typhoon", 1, { region: "4408", regionName: "湛江市", holdsHere: false }), response(5, "flood", 1, { region: "440904", regionName: "电白区", holdsHere: false })],
  },
  cells: {
    ...Object.fromEntries(["met.storm.exposed.r7", "met.storm.exposed.r10", "ener.outage.users", "emg.people.moved", "grid.event.report", "hlth.fever.visit", "water.river.level", "met.rain.24h"].flatMap((id) => [[`${id} province`, [{ value: 87_100, have: 119, of: 122 }]], [`${id} city`, [{ place: "4408", value: 63_401, have: 9, of: 10 }, { place: "4409", value: 3_401, have: 9, of: 10 }]]])),
    "emg.shelter.load county": each((i) => 40 + i), "met.storm.arrival.r7 county": each((i) => i + 0.4), "met.storm.arrival.r10 county": each((i) => i + 3.4), "met.storm.distance county": each((i) => 100 + i), "met.storm.circle county": each((i) => (i % 3 ? 7 : 10)),
    "met.storm.arrival.r7 town": each((i) => i + 0.4),
  },
});
type Setting = Parameters<typeof house>[0];
const tell = async (wall: string, setting: Setting): Promise<Twin> => (await house(setting)).twin(wall);
/** What is read of each situation: the wall's title belongs to the first. */
const minutes = (twin: Twin): number[] => asText(twin).split("\n\n").map(lettersIn);
const UNDROPPED = ["headline", "alerts", "orders", "clock"];
const STORM = { scene: "storm", focus: { situation: "storm", region: "44" } };
const OVERVIEW = { scene: "overview", focus: { situation: "live", region: "44" } };
const SETTINGS: Readonly<Record<string, Setting>> = {
  "in peace": {},
  "at the storm's peak": { ...peak() },
};

describe.each([...WALLS.keys()])("on the wall %s", (wall) => {
  describe.each(["storm", "overview"])("the scene %s", (scene) => {
    const own = scene === "storm" ? STORM : OVERVIEW;
    test.each(Object.keys(SETTINGS))("is read in a minute %s, and tells what must be told", async (name) => {
      for (const focus of [own.focus, { ...own.focus, region: "440904" }, { ...own.focus, situation: "storm" }, { ...own.focus, at: formatTime(SIM + 2 * HOUR) }]) {
        const twin = await tell(wall, { ...SETTINGS[name], picture: { scene, focus } });
        const text = asText(twin);
        expect(minutes(twin).map((n) => Math.max(n, LETTERS_A_MINUTE)), text).toEqual([LETTERS_A_MINUTE]);
        expect(twin.pieces[0]!.panels.map(({ kind }) => kind), text).toEqual(expect.arrayContaining(UNDROPPED));
        if (name !== "in peace") {
          expect(text).toContain("II 级响应");
          expect(text).toMatch(/指令 5 条，未办结 5 条/);
          expect(text).toMatch(/红 12、橙 12、黄 12、蓝 12/);
        }
        if (focus.situation === "storm" && "at" in focus) expect(text).toContain("所看时刻");
      }
    });
  });
});
describe("a second situation on a part of the glass", () => {
  describe.each([["main", [3]], ["three-uhd", [2]], ["wall-side", [2]], ["led-7680", "right"], ["led-5760", "right"]] as const)("of the wall %s, %s", (wall, area) => {
    test.each([["storm", STORM, OVERVIEW], ["overview", OVERVIEW, STORM]] as const)("beside the scene %s it has its own minute and says where it begins", async (_, own, other) => {
      const twin = await tell(wall, { ...peak(), picture: { ...own, parts: [{ area, ...other }] } });
      const [first, second, ...more] = minutes(twin);
      expect([first! <= LETTERS_A_MINUTE, second! <= LETTERS_A_MINUTE, more], asText(twin)).toEqual([true, true, []]);
      expect(asText(twin)).toMatch(/\n第 1 个态势，[^\n]*\n[^]*\n\n第 2 个态势，/);
    });
  });
});

test("no number of incidents and orders makes it longer than a minute", async () => {
  for (const count of [0, 1, 10, 100, 1_000]) expect(minutes(await tell("led-5760", { ...peak(count, count), picture: STORM }))[0], `${count}`).toBeLessThanOrEqual(LETTERS_A_MINUTE);
});
test("what two pieces of one situation say in the same words is said once, and they share the minute", async () => {
  const part = { area: "right", ...STORM } as const;
  const twin = await tell("three-uhd", { ...peak(), picture: { ...STORM, parts: [part] } });
  expect(lettersIn(asText(twin))).toBeLessThanOrEqual(LETTERS_A_MINUTE);
  expect(asText(twin).match(/II 级响应，/g)).toHaveLength(1);
});
describe("pieces of one situation, each of another place", () => {
  const PLACES = COUNTIES.map((one) => one.split(" ")[0]!);
  const split = (wall: string) => {
    const areas = wall === "lcd-4x4" ? [[3, 4, 7, 8], [9, 10, 13, 14], [11, 12, 15, 16]] : WALLS.get(wall)!.displays.slice(1).map(({ n }) => [n]);
    return areas.map((area, i) => ({ area, scene: i % 2 ? "overview" : "storm", focus: { situation: "storm", region: PLACES[i % PLACES.length]! } }));
  };
  // No scene stands on one screen of a wall of eight.
  const many = [...WALLS.keys()].filter((wall) => wall !== "lcd-4x2" && split(wall).length >= 2);
  test("there are walls of three pieces and more", () => expect(many).toEqual(expect.arrayContaining(["main", "lcd-4x4"])));
  test.each(many)("share the minute on the wall %s, the first told and the others told or named", async (wall) => {
    const all = split(wall);
    for (const count of [2, 3, all.length]) {
      const parts = all.slice(0, count);
      const twin = await tell(wall, { ...peak(), picture: { ...STORM, parts } });
      const text = asText(twin);
      expect(lettersIn(text), text).toBeLessThanOrEqual(LETTERS_A_MINUTE);
      const [first] = twin.pieces;
      expect(first!.panels.map(({ kind }) => kind), text).toEqual(expect.arrayContaining(UNDROPPED));
      const [gone, unread] = [parts.length + 1 - twin.pieces.length, twin.pieces.at(-1)!.unread ?? ""];
      expect(gone === 0 || unread !== "", text).toBe(true);
    }
  });
});
test("what is left out is named in the last line of its piece, on paper and on a page", async () => {
  const twin = await tell("led-5760", { picture: STORM });
  const less: Twin = { ...twin, pieces: [{ ...twin.pieces[0]!, unread: "另有 强度与气压、广州雨风 未读。" }] };
  expect(asText(less)).toMatch(/。\n另有 强度与气压、广州雨风 未读。\n$/);
  expect(asPage(less)).toContain("<p>另有 强度与气压、广州雨风 未读。</p></section></main>");
});
test("in peace nothing is left out, and at a storm's peak every sentence is whole", async () => {
  const quiet = await tell("led-5760", { picture: STORM });
  expect(quiet.pieces[0]!.unread).toBeUndefined();
  const twin = await tell("led-5760", { ...peak(), picture: STORM });
  for (const { said } of twin.pieces[0]!.panels) expect(said).toMatch(/。$/);
});

describe("what is told of panels that are too much for a minute", () => {
  const offer = (kind: string, whole: number, brief?: number): Offer => {
    const panel = (letters: number) => ({ kind, heading: kind, standing: "", said: `${"字".repeat(letters)}。` });
    return { whole: panel(whole), ...(brief !== undefined && { brief: panel(brief) }) };
  };
  const told = (offers: readonly Offer[], spent = 0) => {
    const [read] = withinMinute([{ offers, opening: 0, name: "" }], spent);
    return { lengths: Object.fromEntries(read!.panels.map(({ kind, said }) => [kind, said.length - 1])), unread: read!.unread };
  };
  test("while all has room all is told whole", () => {
    expect(told([offer("trends", 200, 10), offer("alerts", 200, 10)])).toEqual({ lengths: { alerts: 200, trends: 200 }, unread: undefined });
  });
  test("the least needed gives its shorter sentence first", () => {
    expect(told([offer("trends", 300, 20), offer("map", 100, 10), offer("alerts", 250, 10)]).lengths).toEqual({ alerts: 250, map: 100, trends: 20 });
  });
  test("only when shorter sentences do not do is a panel left out, by name, and what is left over is the most needed one's again", () => {
    expect(told([offer("trends", 300), offer("storm-intensity", 150, 100), offer("alerts", 300, 40), offer("map", 150)])).toEqual({ lengths: { alerts: 300, map: 150, "storm-intensity": 100 }, unread: "另有 trends 未读。" });
  });
  test("what must be told stays, if need be in its shorter sentence", () => {
    expect(told([offer("map", 500), offer("orders", 500, 50), offer("headline", 300, 90)])).toEqual({ lengths: { headline: 300, orders: 50 }, unread: "另有 map 未读。" });
  });
  test("it is never longer than a minute while what must be told is not, and every panel is told or named", () => {
    const kinds = ["incidents", "spine", "storm-now", "map", "trust", "ledger", "ranking", "trends", "unknown"];
    const one = fc.record({ kind: fc.constantFrom(...kinds), whole: fc.integer({ min: 1, max: 700 }), brief: fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }) });
    fc.assert(fc.property(fc.array(one, { maxLength: 12 }), (all) => {
      // Each says something of its own: what is said twice in the same words is told once.
      const offers = [...all.map(({ kind, whole, brief }, i) => offer(kind, whole + 1_000 * i, brief)), offer("headline", 200, 100), offer("alerts", 200, 100)];
      const [{ panels, unread }] = withinMinute([{ offers, opening: 0, name: "" }], 60) as [ReturnType<typeof withinMinute>[number]];
      const letters = panels.reduce((sum, { heading, said }) => sum + lettersIn(`${heading}${said}`), 60) + lettersIn(unread ?? "");
      return letters <= LETTERS_A_MINUTE && panels.some(({ kind }) => kind === "headline") && (panels.length === offers.length) === (unread === undefined);
    }));
  });
  /** So that nothing is said twice in the same words; signs are no letters. */
  const ownWords = ({ whole, brief }: Offer, i: number): Offer => ({ whole: { ...whole, said: `${whole.said}${"、".repeat(i)}` }, ...(brief && { brief }) });
  test("of any number of pieces it is never longer, tells the first one's headline, and names a piece of which nothing is told", () => {
    const one = fc.record({ kind: fc.constantFrom("alerts", "orders", "clock", "banner", "map", "trends"), whole: fc.integer({ min: 1, max: 400 }), brief: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }) });
    fc.assert(fc.property(fc.array(fc.array(one, { maxLength: 6 }), { minLength: 1, maxLength: 16 }), (all) => {
      let said = 0;
      const pieces = all.map((panels, p) => ({ opening: 30, name: `画面${p}`, offers: [{ kind: "headline", whole: 200, brief: 100 }, ...panels].map(({ kind, whole, brief }) => ownWords(offer(kind, whole, brief), said++)) }));
      // The longest that the first one's headline can be, whatever lies beside it.
      pieces[0]!.offers[0] = ownWords(offer("headline", 300, 200), said);
      const read = withinMinute(pieces, 20);
      const letters = read.reduce((sum, { panels, unread, isGone }, i) => (isGone ? sum : sum + pieces[i]!.opening + panels.reduce((n, { heading, said: words }) => n + lettersIn(`${heading}${words}`), 0) + lettersIn(unread ?? "")), 20);
      expect(letters).toBeLessThanOrEqual(LETTERS_A_MINUTE);
      expect(read[0]!.panels.some(({ kind }) => kind === "headline")).toBe(true);
      const gone = read.findIndex(({ isGone }) => isGone);
      if (gone >= 0) expect(read[gone - 1]!.unread).toMatch(/另有 .*未读。$/);
      read.forEach(({ panels, unread, isGone }, i) => expect(isGone || panels.length === pieces[i]!.offers.length || unread !== undefined).toBe(true));
    }), { numRuns: 40 });
  });
  test("of names that would be too many the count is said", () => {
    const many = Array.from({ length: 30 }, (_, i) => ({ whole: { kind: "ranking", heading: `各市停电用户与人数之${"甲乙丙丁戊己庚辛壬癸"[i % 10]}${i}`, standing: "", said: `${"字".repeat(300)}${i}。` } }));
    expect(withinMinute([{ offers: many, opening: 0, name: "" }], 0)[0]!.unread).toMatch(/等 29 项未读。$/);
  });
});
