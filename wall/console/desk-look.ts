import { css } from "lit";

/** A desk stands in the page's frame as if it were no element of its own: the map on the left, decisions on the right. */
export const desk = css`
  :host { display: contents; }
  main { display: grid; grid-template-columns: minmax(0, 61fr) minmax(0, 39fr); min-height: 0; }
`;
