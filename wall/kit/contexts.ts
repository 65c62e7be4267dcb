import { createContext } from "@lit/context";
import type { Clock } from "../../model/ports.ts";
import type { Mode } from "../../model/wall.ts";
import type { Link } from "../link/link.ts";
import type { Store } from "../store/store.ts";
import type { Commands } from "./commands.ts";
import type { Queue } from "./queue.ts";
import type { Reads } from "./reads.ts";
import type { Session } from "./session.ts";
import type { Sound } from "./sound.ts";

/** For pages, which see the link through the kit. */
export type { Link };
export const linkContext = createContext<Link>("wall-link");
export const storeContext = createContext<Store>("wall-store");
/** Which situation everything below this element shows. */
export const situationContext = createContext<string>("wall-situation");
/** In which mode everything below this element is run; absent = routine. */
export const modeContext = createContext<Mode>("wall-mode");
export const commandsContext = createContext<Commands>("wall-commands");
export const readsContext = createContext<Reads>("wall-reads");
export const sessionContext = createContext<Session>("wall-session");
export const clockContext = createContext<Clock>("wall-clock");
/** What this page sounds with; absent on a page that is silent. */
export const soundContext = createContext<Sound>("wall-sound");
/** What this device has noted and not yet told; absent on a page that keeps nothing. */
export const queueContext = createContext<Queue>("wall-queue");
