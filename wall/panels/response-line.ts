import { customElement } from "lit/decorators.js";
import { definePanel } from "../kit/panel.ts";
import { data, read, type ResponseLineConfig } from "../marks/facts/response-line.ts";
import { marks, sentence, spec } from "../marks/response-line.ts";
import { tagPanel } from "./tag-panel.ts";

/** The response level, a world that is not the one now, and the mode, on a screen below the strip: all are seen from every one (VISUAL §9). */
@customElement("wall-response-line")
export class ResponseLinePanel extends tagPanel({ read, data, marks, sentence }) {}
declare global {
  interface HTMLElementTagNameMap {
    "wall-response-line": ResponseLinePanel;
  }
}
definePanel<ResponseLineConfig>({ ...spec, tag: "wall-response-line", title: { zh: "下排响应标签", en: "Response on a lower screen" }, example: {} });
