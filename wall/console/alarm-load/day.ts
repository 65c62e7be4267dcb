import { svg } from "lit";
import { GOALS, type AlarmLoad } from "../../../model/alarm-load.ts";
import { clockText, HOUR, parseTime } from "../../../model/time.ts";
import { topOf } from "./goals.ts";
import { numbered } from "./numbered.ts";

const [WIDTH, HEIGHT, LEFT, FOOT] = [1_000, 220, 34, 26] as const;
const LINES = [GOALS.perTenMin, GOALS.mostPerTenMin, GOALS.floodFrom] as const;
/** What a number needs for itself. */
const ROOM = 13;
/** So wide is one with four digits. */
const WIDE = 34;
/** A clock under every sixth hour. */
const EVERY_MS = 6 * HOUR;

/** The numbers at the lines; two that have no room for each other share one. */
function scale(y: (n: number) => number): readonly (readonly [string, number])[] {
  const [one, two, ten] = LINES;
  const low = y(one) - y(two) < ROOM ? [[`${one} ${two}`, (y(one) + y(two)) / 2] as const] : [[`${one}`, y(one)] as const, [`${two}`, y(two)] as const];
  return [...low, [`${ten}`, y(ten)]];
}

/** The last day by ten minutes: what a desk was told, before what asked; a flood has a bar under it. */
export function dayPicture(load: AlarmLoad, label: string) {
  const top = topOf(load);
  const ground = HEIGHT - FOOT;
  const y = (n: number): number => ground - (Math.min(n, top) / top) * (ground - 14);
  const step = (WIDTH - LEFT) / load.tenMinutes.length;
  const middle = (i: number): number => Math.min(WIDTH - 12, LEFT + (i + 0.5) * step);
  const said = numbered(load.tenMinutes.map(({ asked, told }) => Math.max(asked, told)), top, (i, j) => Math.abs(middle(i) - middle(j)) >= WIDE);
  const bar = (i: number, n: number, look: string) => (n === 0 ? null : svg`<rect class=${look} x=${LEFT + i * step + 0.5} y=${y(n)} width=${step - 1} height=${ground - y(n)}></rect>`);
  return svg`<svg class="day" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label}>
    ${LINES.map((n) => svg`<line x1=${LEFT} x2=${WIDTH} y1=${y(n)} y2=${y(n)} class=${n === GOALS.floodFrom ? "limit" : "goal"}></line>`)}
    ${scale(y).map(([words, at]) => svg`<text class="scale" x=${LEFT - 6} y=${at + 4} text-anchor="end">${words}</text>`)}
    <line x1=${LEFT} x2=${WIDTH} y1=${ground} y2=${ground} class="ground"></line>
    ${load.tenMinutes.map(({ from, asked, told, flood }, i) => {
      const at = parseTime(from)!;
      const hour = (at + 8 * HOUR) % EVERY_MS === 0;
      return svg`${bar(i, asked, "asked")}${bar(i, told, "told")}${flood ? svg`<rect class="flood" x=${LEFT + i * step} y=${ground} width=${step} height="5"></rect>` : null}
        ${said.has(i) ? svg`<text class="scale beyond" x=${middle(i)} y="11" text-anchor="middle">${Math.max(asked, told)}</text>` : null}
        ${hour ? svg`<line class="ground" x1=${LEFT + i * step} x2=${LEFT + i * step} y1=${ground} y2=${ground + 6}></line><text class="scale" x=${LEFT + i * step} y=${HEIGHT - 4} text-anchor="middle">${clockText(at)}</text>` : null}`;
    })}</svg>`;
}
