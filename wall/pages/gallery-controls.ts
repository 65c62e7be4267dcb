import "../kit/consequence-sheet.ts";
import "../kit/hold.ts";
import "../kit/read-back.ts";
import "../kit/slide.ts";
import "../kit/sound-button.ts";
import "../kit/undo.ts";
import { ContextProvider } from "@lit/context";
import { html, render } from "lit";
import { systemClock } from "../../model/clock.ts";
import { OWN_SOUND, toneOf } from "../../model/tone.ts";
import { SEVERITY_WORDS, type Severity } from "../../model/words.ts";
import { customProperties } from "../../themes/css.ts";
import type { ThemeId } from "../../themes/theme.ts";
import { THEMES } from "../../themes/themes.ts";
import { clockContext, linkContext, soundContext } from "../kit/contexts.ts";
import { browserAir, Sound } from "../kit/sound.ts";
import { guardTouches } from "../kit/touch-guard.ts";
import { sampleLink } from "./sample/link.ts";

const LEVELS: readonly Severity[] = [1, 2, 3, 4];
/** Counts what a control would have sent, where a reader of the page finds it. */
function sent(e: Event): void {
  const control = e.currentTarget as HTMLElement;
  control.dataset.sent = String(Number(control.dataset.sent ?? 0) + 1);
  // A hold and a slide rest until what they sent is answered; here nobody answers.
  if ("arm" in control) (control as HTMLElement & { arm(): void }).arm();
}

/** The controls of touch pages in every theme: what sends counts what it would have sent. */
export function galleryControls(themes: readonly ThemeId[], unitPx: number): HTMLElement {
  guardTouches(window, () => systemClock.monotonic());
  const box = document.createElement("div");
  box.id = "controls";
  box.className = "looks";
  const sound = new Sound({ clock: systemClock, room: OWN_SOUND, air: browserAir });
  new ContextProvider(box, { context: clockContext, initialValue: systemClock });
  new ContextProvider(box, { context: linkContext, initialValue: sampleLink("normal") });
  new ContextProvider(box, { context: soundContext, initialValue: sound });
  for (const theme of themes) {
    const figure = document.createElement("figure");
    figure.className = "controls";
    figure.dataset.theme = theme;
    for (const [name, value] of Object.entries(customProperties(THEMES[theme], unitPx))) figure.style.setProperty(name, value);
    render(controls(theme, sound), figure);
    box.append(figure);
  }
  return box;
}

const controls = (theme: ThemeId, sound: Sound) => html`<figcaption>${THEMES[theme].title.zh} · 控件</figcaption>
  <wall-consequence .of=${{ count: "21 市 · 7 块大屏", cost: "各级按预案启动值守和行动", back: "只能逐级降，每级写明理由" }}>
    <wall-slide data-command="sample.slide" words="滑到底下发" @slide=${sent}></wall-slide></wall-consequence>
  <wall-hold data-command="sample.hold" words="撤回任务" @hold=${sent}></wall-hold>
  <wall-hold data-command="sample.sos" words="紧急求援" .forMs=${2_000} @hold=${sent}></wall-hold>
  <wall-hold words="撤回任务" disabled></wall-hold>
  <wall-read-back question="搁置哪一级的研判？" said="红色" .choices=${LEVELS.map((level) => SEVERITY_WORDS[level].zh)}></wall-read-back>
  <wall-read-back question="地点和时长" said="雷州市 30 分"></wall-read-back>
  <wall-undo of="sample" command="sample.undo" act="撤回" .words=${(n: number) => `已下发，${n} 秒内可撤回`} @undo=${sent}></wall-undo>
  <div class="row"><button data-command="sample.tap" @click=${sent}>确认</button><wall-sound></wall-sound></div>
  <div class="row">${LEVELS.map((level) => html`<button data-tone=${level} @click=${() => void sound.open().then(() => sound.play({ severity: level }))}>听${SEVERITY_WORDS[level].zh} ${toneOf(level, OWN_SOUND).notes.length} 声</button>`)}</div>`;
