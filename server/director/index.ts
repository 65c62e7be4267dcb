export { createDirector, type Director, type DirectorNeeds } from "./director.ts";
export { createDisplays, type Displays } from "./displays.ts";
export { createShows, type Shows } from "./shows.ts";
export { createStrokePace } from "./stroke-pace.ts";
