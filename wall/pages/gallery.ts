import "./page.css";
import "./gallery.css";
import "../panels/all.ts";
import { ContextProvider } from "@lit/context";
import { systemClock } from "../../model/clock.ts";
import { THEMES, isThemeId } from "../../themes/themes.ts";
import { THEME_IDS, type ThemeId } from "../../themes/theme.ts";
import { clockContext, linkContext, readsContext, situationContext, storeContext } from "../kit/contexts.ts";
import { allPanels, type PanelElement, type PanelSpec } from "../kit/panel.ts";
import { stageContext } from "../kit/stage-context.ts";
import { guard } from "../scenes/guard.ts";
import { createStage } from "../stage/stage.ts";
import { sampleLink } from "./sample/link.ts";
import { SampleReads } from "./sample/reads.ts";
import { LOOKS, sampleStore, type Look } from "./sample/store.ts";
import { galleryControls } from "./gallery-controls.ts";
import { glassOf, wear } from "./theme.ts";

const UNIT_PX = 16;
const WORD: Readonly<Record<Look, string>> = { normal: "正常", empty: "空", stale: "断开", failed: "未取到" };
const query = new URLSearchParams(location.search);
const asked = query.get("theme");
const themes: readonly ThemeId[] = isThemeId(asked) ? [asked] : THEME_IDS;
const kind = query.get("panel");
wear(themes[0]!, UNIT_PX);
glassOf(0.233);

const reads = new SampleReads();
const worlds = Object.fromEntries(LOOKS.map((look) => [look, { store: sampleStore(look), link: sampleLink(look) }])) as Record<Look, { store: ReturnType<typeof sampleStore>; link: ReturnType<typeof sampleLink> }>;

/** What is to be drawn as soon as it comes near to what is seen; of one kind alone all of it stands at once. */
const waiting = new WeakMap<Element, () => void>();
const near = new IntersectionObserver((all) => {
  for (const { target, isIntersecting } of all) {
    if (!isIntersecting) continue;
    near.unobserve(target);
    waiting.get(target)?.();
  }
}, { rootMargin: "100%" });

const root = document.createElement("main");
root.className = "gallery";
root.append(head("h1", "面板图册"), head("p", "示例数据，非真实。每种面板以其示例出现，四种主题，四种状态。 Sample data: every panel, every theme, normal, empty, cut off and failed."), links());
document.body.replaceChildren(root);
if (kind === null || kind === "controls") root.append(galleryControls(themes, UNIT_PX));
for (const spec of allPanels().filter((p) => kind === null || p.kind === kind)) section(spec);

function section(spec: PanelSpec): void {
  const box = document.createElement("section");
  box.id = spec.kind;
  const looks = document.createElement("div");
  looks.className = "looks";
  box.append(head("h2", `${spec.title.zh} ${spec.title.en} · ${spec.kind}`), looks);
  root.append(box);
  for (const theme of themes) for (const look of LOOKS) figure(looks, spec, theme, look);
}

/** One panel in one theme and look, on a stage of its own, so that themes stand side by side. */
function figure(looks: HTMLElement, spec: PanelSpec, theme: ThemeId, look: Look): void {
  const box = document.createElement("figure");
  box.className = "look";
  box.dataset.theme = theme;
  box.dataset.look = look;
  box.style.margin = "0";
  const caption = document.createElement("figcaption");
  caption.textContent = `${THEMES[theme].title.zh} · ${WORD[look]}`;
  const ground = document.createElement("div");
  ground.className = "ground";
  ground.style.width = `${Math.max(spec.minU[0], 28) * UNIT_PX}px`;
  ground.style.height = `${spec.minU[1] * UNIT_PX}px`;
  box.append(caption, ground);
  looks.append(box);
  const draw = (): void => drawn({ box, ground }, spec, theme, look);
  if (kind !== null) return draw();
  waiting.set(box, draw);
  near.observe(box);
}
function drawn({ box, ground }: { readonly box: HTMLElement; readonly ground: HTMLElement }, spec: PanelSpec, theme: ThemeId, look: Look): void {
  // The stage dresses its host in the theme's inks; the caption wears them too.
  const stage = createStage(ground, { theme: THEMES[theme], unitPx: UNIT_PX, webgl: false });
  for (const ink of ["--bg", "--t1", "--t3"]) box.style.setProperty(ink, ground.style.getPropertyValue(ink));
  new ContextProvider(ground, { context: storeContext, initialValue: worlds[look].store });
  new ContextProvider(ground, { context: linkContext, initialValue: worlds[look].link });
  new ContextProvider(ground, { context: readsContext, initialValue: reads });
  new ContextProvider(ground, { context: clockContext, initialValue: systemClock });
  new ContextProvider(ground, { context: situationContext, initialValue: "storm" });
  new ContextProvider(ground, { context: stageContext, initialValue: stage });
  const panel = document.createElement(spec.tag) as PanelElement;
  panel.className = "panel";
  guard(panel, (error) => {
    box.dataset.error = String(error);
    panel.replaceWith(head("p", `✕ ${String(error)}`));
  });
  panel.config = spec.example;
  ground.append(panel);
}

function links(): HTMLElement {
  const nav = document.createElement("nav");
  for (const [href, words] of [["/gallery", "全部 all"], ...THEME_IDS.map((id) => [`/gallery?theme=${id}`, `${THEMES[id].title.zh} ${THEMES[id].title.en}`])] as const) {
    const link = document.createElement("a");
    link.href = href!;
    link.textContent = words!;
    nav.append(link);
  }
  return nav;
}
function head(tag: "h1" | "h2" | "p", words: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = words;
  return element;
}
