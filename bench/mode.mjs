import { listen } from "./listen.mjs";
import { quantile } from "./quantile.mjs";

const WALL = "lcd-4x4";
const DISPLAYS = Array.from({ length: 16 }, (_, i) => i + 1);
const SILENT = 16;
const ROUNDS = 6;
/** What a page takes to set a picture up: two frames, and the look after them. */
const SET_UP_MS = 60;
/** How often a page says how it is. */
const WORD_MS = 2_000;
const LIMIT_MS = 10_000;

/**
 * A command for 战时 or 平时 → the last of sixteen displays shows it. The displays are sockets that answer the director as pages do:
 * hear the picture, say that it is set up, hear the instant and show it then. In half of the rounds all answer; in the others one has
 * stopped within the five seconds in which nobody can know that yet, and the other fifteen go on without it.
 */
export async function modeSwitch(house) {
  const displays = await Promise.all(DISPLAYS.map((n) => simulate(house, n)));
  try {
    await until(async () => (await house.get(`/walls/${WALL}`)).displays.every(({ state }) => state === "connected"));
    const [all, oneSilent] = [await rounds(house, displays, null), await rounds(house, displays, SILENT)];
    return [
      { id: "mode.switch.all", what: `mode switch, 16 simulated displays that all answer, the slowest of ${ROUNDS}`, value: Math.round(Math.max(...all)), unit: "ms", goal: null },
      { id: "mode.switch", what: `mode switch committed on 15 of 16 simulated displays, one silent, the slowest of ${ROUNDS} (median ${Math.round(quantile(oneSilent, 0.5))})`, value: Math.round(Math.max(...oneSilent)), unit: "ms", goal: 2_000 },
    ];
  } finally {
    for (const display of displays) display.close();
  }
}

async function rounds(house, displays, silent) {
  const taken = [];
  for (let k = 0; k < ROUNDS; k++) {
    const mode = (await house.get(`/walls/${WALL}`)).mode === "routine" ? "emergency" : "routine";
    // All are there when it begins.
    await Promise.all(displays.map((display) => display.say()));
    const answering = displays.filter(({ n }) => n !== silent);
    for (const display of displays) display.silence(display.n === silent);
    const begun = Date.now();
    await house.command("wall.mode", { wall: WALL, mode });
    await until(async () => answering.every((display) => display.shown()?.mode === mode), LIMIT_MS);
    const shown = answering.map((display) => display.shown());
    if (new Set(shown.map(({ since }) => since)).size !== 1) throw new Error(`The displays were told different instants: ${JSON.stringify(shown)}`);
    taken.push(Math.max(...shown.map(({ at }) => at)) - begun);
    for (const display of displays) display.silence(false);
    await new Promise((done) => setTimeout(done, 1_000));
  }
  return taken;
}

/** A display's side of the transaction, without glass. */
async function simulate(house, n) {
  let [isSilent, said, shown] = [false, {}, null];
  const say = async (more = {}) => {
    said = { ...said, ...more };
    await house.call("commander@44", "POST", `/walls/${WALL}/displays/${n}`, said);
  };
  const heard = ({ records }, at) => {
    const state = records?.find(({ id }) => id === WALL)?.record;
    if (!state?.show || isSilent) return;
    const { picture, since } = state.show;
    if (said.picture !== picture && (since === null || said.picture === undefined)) {
      said = { ...said, picture };
      setTimeout(() => void say().catch(() => undefined), SET_UP_MS);
    }
    if (since !== null && shown?.picture !== picture) shown = { picture, mode: state.mode, since, at: Math.max(at, since) };
  };
  const socket = await listen(house, { situation: "live", channels: [{ kind: "wall", wall: WALL }], display: `${WALL}/${n}`, heard });
  const words = setInterval(() => !isSilent && void say().catch(() => undefined), WORD_MS);
  return {
    n, say,
    shown: () => shown,
    silence: (silent) => (isSilent = silent),
    close() {
      clearInterval(words);
      socket.close();
    },
  };
}

async function until(isSo, limitMs = LIMIT_MS) {
  const latest = Date.now() + limitMs;
  while (!(await isSo())) {
    if (Date.now() > latest) throw new Error("The simulated displays waited in vain.");
    await new Promise((done) => setTimeout(done, 20));
  }
}
