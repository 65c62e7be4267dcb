export { createPositions, type Positions } from "./positions.ts";
