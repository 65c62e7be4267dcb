import { customElement } from "lit/decorators.js";
import { definePanel } from "../kit/panel.ts";
import { data, read, type ResponseTagConfig } from "../marks/facts/response-tag.ts";
import { marks, sentence, spec } from "../marks/response-tag.ts";
import { tagPanel } from "./tag-panel.ts";

/** The response level and the mode on a display that has neither banner nor headline: they are seen from every one (VISUAL §9). */
@customElement("wall-response-tag")
export class ResponseTagPanel extends tagPanel({ read, data, marks, sentence }) {}
declare global {
  interface HTMLElementTagNameMap {
    "wall-response-tag": ResponseTagPanel;
  }
}
definePanel<ResponseTagConfig>({ ...spec, tag: "wall-response-tag", title: { zh: "响应级别", en: "Response level" }, example: {} });
