export { Channel, Watch, channelKey } from "./channel.ts";
export { WireError } from "./bytes.ts";
export { decode, encode } from "./codec.ts";
export { BEAT_MS, LINK_LOST_MS, type Beat, type ClientEvents, type ServerEvents, type WatchAnswer, type WatchedChannel } from "./events.ts";
export { WIRE_VERSION, type CellFrame, type Frame, type FrameCell, type FrameHead, type FrameRecord, type RecordFrame } from "./frame.ts";
