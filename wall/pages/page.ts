import "./page.css";
import { ContextProvider } from "@lit/context";
import { systemClock } from "../../model/clock.ts";
import { decode } from "../../model/wire/codec.ts";
import type { Frame } from "../../model/wire/frame.ts";
import { Commands } from "../kit/commands.ts";
import { clockContext, commandsContext, linkContext, readsContext, sessionContext, situationContext, storeContext } from "../kit/contexts.ts";
import { browserIds, jitter } from "../kit/ids.ts";
import { recallLanguage } from "../kit/language.ts";
import { ReadRefused, Reads, type IndicatorView } from "../kit/reads.ts";
import type { Session } from "../kit/session.ts";
import type { Keeper, Kept } from "../link/kept.ts";
import { openLink, type Link } from "../link/link.ts";
import { socketWire } from "../link/socket.ts";
import { createStore, type Store } from "../store/store.ts";

/** What a page says only when nobody can be asked for its glyphs any more: the server that has them is the one that is gone. */
const LAST_WORDS = "与平台断开秒分时天，画面停在没有发出内容还请重试陈旧中断无响应末值从未上报未取到正在数本面板出错底图迟取此地界线不绘";

/** What an entry point gets: the living page, and two things it may change. */
export interface Page {
  readonly link: Link;
  readonly store: Store;
  readonly reads: Reads;
  readonly commands: Commands;
  readonly session: Session;
  readonly indicators: ReadonlyMap<string, IndicatorView>;
  /** The situation that everything on the page shows. */
  show(situation: string): void;
  /** Of the frame that was shown last: `<html data-tick data-epoch>`. */
  note(tick: number, epoch: number): void;
}

/**
 * Signs the page in with the cookie it has, opens its link and hands all that to the elements below `<body>`.
 * @param options.display which glass of which wall this page is, `main/2`; absent for a page that is no display
 * @param options.applied hears each frame as it is applied
 * @param options.kept the last picture, for a page that starts while nobody answers
 * @param options.keeper takes each frame that is shown
 * @param options.ownFace the page is read in the Chinese face of its device, and fetches none
 * @throws ReadRefused `no_session` when nobody has signed in
 */
export async function openPage(situation: string, { display, applied, kept, keeper, ownFace = false }: { readonly ownFace?: boolean; readonly display?: string | undefined; readonly applied?: (frame: Frame) => void; readonly kept?: Kept | undefined; readonly keeper?: Keeper } = {}): Promise<Page> {
  recallLanguage();
  for (const weight of [400, 500, 600]) {
    if (!ownFace) void document.fonts.load(`${weight} 16px "Noto Sans SC"`, LAST_WORDS).catch(() => undefined);
    // Numbers have widths of their own: a picture that was laid out before their face came is laid out twice.
    void document.fonts.load(`${weight} 16px "IBM Plex Sans Condensed"`, "0").catch(() => undefined);
  }
  const reads = new Reads();
  const session = await reads.session();
  // A role without the right to read topics still gets a page; it then shows no numbers.
  const topics = await reads.topics().catch((error: unknown) => {
    if (error instanceof ReadRefused && error.status === 403) return [];
    throw error;
  });
  const indicators = new Map(topics.flatMap((topic) => topic.indicators.map((i) => [i.id, i] as const)));
  const html = document.documentElement;
  let last = { tick: 0, epoch: 0 };
  const note = (tick: number, epoch: number) => {
    if (epoch === last.epoch && tick <= last.tick) return;
    last = { tick, epoch };
    html.dataset.tick = String(tick);
    html.dataset.epoch = String(epoch);
  };
  const link = openLink({ open: socketWire(systemClock, jitter, display === undefined ? undefined : { display }), decode, clock: systemClock, jitter, kept, keeper });
  const source: Parameters<typeof createStore>[0]["source"] = {
    watch: (s, channel, listener) =>
      link.watch(s, channel, {
        refused: (code) => listener.refused(code),
        anew: () => listener.anew(),
        frame(frame) {
          listener.frame(frame);
          // What comes of another world, as to a scene that is rehearsed, is not what the page shows, but for the wall in live that sends it there.
          if (s === html.dataset.situation || (s === "live" && channel.kind === "wall")) note(frame.tick, frame.epoch);
          applied?.(frame);
        },
      }),
    simNow: (s) => link.simNow(s),
    get state() {
      return link.state;
    },
    onState: (listener) => link.onState(listener),
  };
  const store = createStore({
    source,
    clock: systemClock,
    ageing(id, of) {
      const indicator = indicators.get(id);
      const cadences = link.situations.find((s) => s.id === of)?.cadences;
      return indicator && { cadenceMs: cadences?.[id] ?? indicator.cadence, leaf: indicator.leaf };
    },
  });
  const commands = new Commands({
    clock: systemClock,
    ids: browserIds,
    serverNow: () => link.serverNow(),
    post: (path, body, signal) => fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body, signal }),
  });

  html.dataset.tick = "0";
  html.dataset.epoch = "0";
  html.dataset.mode ??= "routine";
  html.dataset.link = link.state;
  link.onState((state) => (html.dataset.link = state));
  const body = document.body;
  new ContextProvider(body, { context: linkContext, initialValue: link });
  new ContextProvider(body, { context: storeContext, initialValue: store });
  new ContextProvider(body, { context: commandsContext, initialValue: commands });
  new ContextProvider(body, { context: readsContext, initialValue: reads });
  new ContextProvider(body, { context: sessionContext, initialValue: session });
  new ContextProvider(body, { context: clockContext, initialValue: systemClock });
  const shown = new ContextProvider(body, { context: situationContext, initialValue: situation });
  const show = (next: string) => {
    html.dataset.situation = next;
    shown.setValue(next);
  };
  show(situation);
  return { link, store, reads, commands, session, indicators, show, note };
}
