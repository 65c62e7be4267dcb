export { createUsual, type Usual, type UsualNeeds } from "./usual.ts";
