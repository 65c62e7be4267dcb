export { createScenes, type Scenes, type ScenesNeeds } from "./scenes.ts";
