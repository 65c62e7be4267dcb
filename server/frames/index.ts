export { createFrames, type Frames, type FramesNeeds, type EncodedFrame } from "./frames.ts";
