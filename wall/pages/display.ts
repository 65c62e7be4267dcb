import "./page.css";
import "./display.css";
import "../panels/all.ts";
import { findScene, findWall } from "../../layouts/shelf.ts";
import { piecesOn, setPicture } from "../../layouts/picture.ts";
import { PAGE_MS, sizesOf, type SizeOf } from "../../layouts/scene.ts";
import { typeset } from "../../layouts/typeset.ts";
import { systemClock } from "../../model/clock.ts";
import { sceneFor, type Picture, type WallState } from "../../model/wall.ts";
import { givenBuild, ownBuild } from "../kit/build.ts";
import { jitter } from "../kit/ids.ts";
import { panelOf } from "../kit/panel.ts";
import type { Link } from "../link/link.ts";
import { Keeper } from "../link/kept.ts";
import { ReadRefused } from "../kit/reads.ts";
import { MOTION } from "../../themes/scale.ts";
import { isThemeId, THEMES } from "../../themes/themes.ts";
import { askedSituation } from "./asked-situation.ts";
import { Report } from "./display-report.ts";
import { soundFor } from "./display-sound.ts";
import { makeGlass } from "./glass.ts";
import { idleTurn } from "./idle-turn.ts";
import { keepPicture, recallPicture } from "./keeping.ts";
import { likelyPictures } from "./likely.ts";
import { Hangings, type Hung } from "./hanging.ts";
import { followBuild } from "./new-build.ts";
import { NotActualFrames } from "./not-actual-frames.ts";
import { openPage } from "./page.ts";
import { waitForPairing } from "./pairing-page.ts";
import { fit, planeOf, wallAddress } from "./plane.ts";
import { Raising, type Prepared } from "./raising.ts";
import { Rehearsing } from "./rehearsing.ts";
import { TakingApart } from "./taking-apart.ts";
import { themeOf, wear } from "./theme.ts";
import { whenUnanswered } from "./unanswered.ts";

/** After a start that failed; spread, so that the displays of a wall do not come all at once. */
const TRY_AGAIN_MS = [5_000, 10_000] as const;

/** A server that has not answered a plain question by then is gone. */
const ANSWERS_WITHIN_MS = 10_000;

/** How often a display looks whether its session is gone, and how long a page stands at least before it is loaded anew for that. */
const SESSION_LOOKED_AT_MS = 10_000;
const SHORTEST_PAGE_MS = 60_000;

const query = new URLSearchParams(location.search);
const address = wallAddress(location.pathname) ?? { wall: "main", display: 0 };
const wall = findWall(address.wall);
const plane = planeOf(wall, address.display);
/** A page may be asked to wear one theme, whatever the wall wears. */
const askedTheme = isThemeId(query.get("theme")) ? themeOf(query, "graphite") : null;
const first: Picture = { scene: wall.scene, focus: { situation: wall.situation, region: wall.region }, parts: [], mode: "routine", theme: askedTheme ?? "graphite" };
const sizeOf: SizeOf = (panel) => sizesOf(panelOf(panel));
const unitPx = (surface: string): number => wall.surfaces.find((s) => s.id === surface)!.u;
// What belongs to no screen (the frame of a drill) is drawn in the unit of the first.
const pageUnit = unitPx(plane.sheets[0]!.display.surface);
wear(askedTheme ?? "graphite", pageUnit);

const root = document.createElement("main");
root.className = "plane";
root.style.width = `${plane.widthPx}px`;
root.style.height = `${plane.heightPx}px`;
// Which wall this is, for who does not see it hang in its room.
const title = document.createElement("h1");
title.className = "unseen";
title.textContent = plane.sheets.length === 1 ? `${wall.title.zh} 显示屏 ${plane.sheets[0]!.display.n}` : wall.title.zh;
root.append(title);
/** Every ten minutes the picture moves by two pixels, so that no line burns in (VISUAL §4). */
const SHIFTS = [[0, 0], [1, 0], [1, 1], [0, 1], [-1, 1], [-1, 0], [-1, -1], [0, -1], [1, -1]] as const;
let shifted = 0;
const sit = () => {
  const { scale, x, y } = fit(plane, innerWidth, innerHeight);
  const [dx, dy] = SHIFTS[shifted % SHIFTS.length]!.map((step) => step * MOTION.shiftPx) as [number, number];
  const still = scale === 1 && x + dx === 0 && y + dy === 0;
  root.style.transform = still ? "none" : `translate(${x + dx}px,${y + dy}px) scale(${scale})`;
};
sit();
addEventListener("resize", sit);
systemClock.every(MOTION.shiftEveryMs, () => {
  shifted++;
  sit();
});

try {
  await show();
} catch (error) {
  // A wall is never blank: whatever keeps it from starting stands on it in words.
  document.body.replaceChildren(notice(error));
  // Nobody stands by to press reload. A display signs in by its key, or shows the code by which it is paired.
  if (isUnpaired(error) && address.display > 0) await waitForPairing(wall, address.display);
  else if (!isUnpaired(error)) tryAgain();
}

async function show(): Promise<void> {
  const asked = askedSituation(location.search);
  // What people have published comes with the record that shows it.
  let definitions: NonNullable<WallState["definitions"]> = {};
  const setOn = (picture: Picture) => setPicture(picture, wall, (scene, room) => typeset(definitions[scene] ?? findScene(scene), room, sizeOf));
  // The wall's own must stand, or the page says why not.
  setOn(first);
  const display = plane.sheets.length === 1 ? plane.sheets[0]!.display : undefined;
  let report: Report | undefined;
  const keeper = new Keeper();
  const kept = await recallPicture(location.pathname, ownBuild());
  const page = await openPage(asked ?? wall.situation, { ...(display && { display: `${wall.id}/${display.n}` }), applied: (frame) => report?.applied(frame), kept, keeper });
  // A browser that is another display of the wall: each glass has a key, and a profile, of its own.
  if (display && page.session.display !== undefined && page.session.display !== display.n) {
    page.link.close();
    await waitForPairing(wall, display.n);
    return;
  }
  const serverNow = (): number => page.link.serverNow();
  if (display) report = new Report({ clock: systemClock, serverNow, path: `/api/v1/walls/${wall.id}/displays/${display.n}` });
  document.body.replaceChildren(root);
  // Beside the start, which it need not wait for: until then the page shows a scene without numbers.
  page.reads.walls().then(
    (walls) => {
      if (walls.some(({ id }) => id === wall.id)) return;
      page.link.close();
      report?.close();
      document.body.replaceChildren(unseen(page.session.account));
    },
    () => {},
  );
  // A page of a display is what pairs it on loopback.
  systemClock.every(SESSION_LOOKED_AT_MS, () => {
    const { state, farewell } = page.link;
    if (state === "down" && (farewell === "no_session" || farewell === "session_ended") && systemClock.monotonic() > SHORTEST_PAGE_MS) location.reload();
  });
  if (!kept) sayWhenNobodyAnswers(page.link);
  // A person's numbers stay in no machine that others use.
  if (page.session.role === "device") keepPicture({ clock: systemClock, link: page.link, keeper, reads: page.reads, path: location.pathname, build: ownBuild() });
  const glasses = plane.sheets.map((sheet) => makeGlass(root, wall, sheet, THEMES[askedTheme ?? "graphite"], unitPx(sheet.display.surface)));
  const frames = new NotActualFrames(root, plane.sheets);
  const html = document.documentElement.dataset;
  const kindOf = (id: string): string => {
    const { situations: running } = page.link;
    // What does not run is no drill; before the first beat nobody knows what runs.
    return id === "live" ? "live" : (running.find((s) => s.id === id)?.kind ?? (running.length > 0 ? "gone" : "unknown"));
  };
  let hung: Hung | undefined;
  const apart = new TakingApart(root);
  const sayKinds = (): void => {
    html.kind = kindOf(html.situation!);
    frames.show(hung?.pieces ?? [], kindOf);
  };
  const hangings = new Hangings({
    glasses, setOn,
    awaits: (situation) => page.store.awaits(situation),
    wear(theme) {
      if (askedTheme) return;
      wear(theme, pageUnit);
      for (const glass of glasses) glass.wear(THEMES[theme]);
    },
    shown(next) {
      hung = next;
      // What was taken apart is not seen any more, or may not be.
      apart.close();
      // A page says what it shows: of a display that was taken, what it was taken for.
      const { scene, focus } = (display ? piecesOn(display, next.pieces)[0]?.piece : undefined) ?? next.pieces[0]!;
      html.scene = scene;
      html.mode = next.picture.mode;
      page.show(focus.situation);
      sayKinds();
    },
  });
  const rehearsing = new Rehearsing<Picture>({
    clock: systemClock, idle: idleTurn,
    isQuiet: () => page.link.state === "live" && !page.store.awaits(html.situation!),
    // A page that is pinned to a world follows no wall, and one that shows none yet has nothing to follow.
    likely: () => (asked !== null || !hung ? new Map() : likelyPictures(wall, hung.picture, page.link.situations)),
    rehearse(picture) {
      // A page's own costs are told from those of what it prepares.
      performance.mark(`rehearses ${picture.scene}`);
      return hangings.rehearse(picture);
    },
  });
  const prepare = (picture: Picture): Prepared => {
    rehearsing.giveWay();
    const prepared = hangings.prepare(picture);
    const then = (work: () => void) => (): void => {
      work();
      if (hung) rehearsing.stood(hung.picture.scene);
    };
    return { ...prepared, raise: then(prepared.raise), drop: then(prepared.drop) };
  };

  // Turns are counted from the server's clock: all displays turn together, and nothing adds up over a day.
  const turn = () => hangings.turn(Math.floor(serverNow() / PAGE_MS));
  const turns = () => {
    turn();
    systemClock.after(PAGE_MS - (serverNow() % PAGE_MS), turns);
  };
  turns();
  document.body.append(apart);
  soundFor(wall, display?.n, page.indicators, root);
  prepare(asked === null ? first : { ...first, focus: { ...first.focus, situation: asked } }).raise();
  const toldBuild = followBuild({ clock: systemClock, jitter, own: ownBuild(), kept: sessionStorage, ask: givenBuild, reload: () => location.reload() });
  page.link.onSituations(() => {
    toldBuild(page.link.build);
    sayKinds();
    rehearsing.look();
    // Until the server has told its time, turns were counted by the machine's own: each beat sets them right.
    turn();
  });

  if (asked === null) {
    const raising = new Raising<Picture>({ clock: systemClock, serverNow, prepare, ready: (picture) => report?.ready(picture), raised: (ms) => report?.late(ms) });
    const channel = { kind: "wall", wall: wall.id } as const;
    page.store.subscribe("live", channel, () => {
      const state = page.store.records<WallState>("live", channel).records.get(wall.id);
      definitions = state?.definitions ?? {};
      if (state?.show) raising.take(pictureOf(state), state.show);
    });
    return;
  }
  // A page opened on a situation of its own does not follow the wall there: what it plays, or played before it was stopped, decides the scene.
  let feed = "";
  const look = () => {
    const { situations: running } = page.link;
    const here = running.find((s) => s.id === asked);
    if (here) ({ feed } = here);
    else if (feed === "" && running.length > 0)
      page.reads.gone(asked).then((told) => {
        if (told === "never" || told.feed === "") return;
        ({ feed } = told);
        look();
      }, () => {});
    const scene = sceneFor(wall, feed);
    if (scene !== html.scene) prepare({ ...first, scene, focus: { ...first.focus, situation: asked } }).raise();
  };
  look();
  page.link.onSituations(look);
}

function pictureOf({ scene, focus, parts, mode, theme }: WallState): Picture {
  return { scene, focus, parts, mode, theme };
}

/** A page whose shell came from this machine, with no picture, knows neither the time nor what goes on: it says that alone, and tries again. */
function sayWhenNobodyAnswers(link: Link): void {
  whenUnanswered({
    clock: systemClock, link, answers: isThere,
    giveUp: () => {
      link.close();
      document.body.replaceChildren(words("连不上平台", "本屏没有可用的上一幅画面，正在重试。 The platform cannot be reached and no picture is kept here; trying again."));
      tryAgain();
    },
  });
}
async function isThere(): Promise<boolean> {
  return (await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) })).ok;
}
function tryAgain(): void {
  systemClock.after(TRY_AGAIN_MS[0] + jitter() * (TRY_AGAIN_MS[1] - TRY_AGAIN_MS[0]), () => location.reload());
}

/** Stands in the place of the wall for a person whose subtree does not hold it; the server gives them nothing of it. */
function unseen(account: string): HTMLElement {
  return words("这块大屏不属于当前账号的区域", `当前登录：${account}。大屏“${wall.title.zh}”由上级区域管理，本账号看不到，也不能操作。请换账号登录，或在首页退出后由本机重新打开。 This wall lies outside your region. Sign in as a post that sees it, or sign out and open it again.`);
}
function isUnpaired(error: unknown): boolean {
  return error instanceof ReadRefused && error.status === 401;
}
function notice(error: unknown): HTMLElement {
  if (isUnpaired(error)) return words("此屏尚未配对", "整幅大屏只在本机回环地址或登录后打开；要配对一块显示屏，请打开它自己的地址（/wall/大屏/1 等）。 Not signed in: open a single display to pair it, or sign in first.");
  return words("大屏未能启动", error instanceof Error ? error.message : String(error));
}
function words(heading: string, text: string): HTMLElement {
  const box = document.createElement("main");
  box.className = "entrance";
  const title = document.createElement("h1");
  title.textContent = heading;
  const said = document.createElement("p");
  said.textContent = text;
  const home = document.createElement("a");
  home.href = "/";
  home.textContent = "首页 Home";
  box.append(title, said, home);
  return box;
}
