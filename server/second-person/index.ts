export { createSecondPerson, type SecondPerson } from "./second-person.ts";
