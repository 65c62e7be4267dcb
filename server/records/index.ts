export { newsOf } from "./news.ts";
export { recordsOf } from "./records.ts";
export type { Audience, Shelves, Viewer } from "./shelves.ts";
