export { createPaper, type Paper, type PaperNeeds } from "./paper.ts";
export { asPage, asText, type Twin } from "./twin.ts";
