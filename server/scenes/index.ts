export { createScenes, type SavedScene, type Scenes, type ScenesNeeds } from "./scenes.ts";
