export { createDirector, type Director, type DirectorNeeds } from "./director.ts";
