export { createResponses, type Responses } from "./response.ts";
