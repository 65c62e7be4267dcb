import type { Theme } from "./theme.ts";

/** The wall by day. */
export const graphite: Theme = {
  id: "graphite",
  title: { zh: "日间", en: "Day" },
  outlineFills: false,
  inks: {
    bg: "#0F1213", sea: "#0B0E0F", land: "#1B2022", land2: "#151A1B", raise: "#191E20", band: "#2C3436", hair: "#2B3234", hair2: "#4A5356",
    t1: "#F1EEE6", t2: "#B9BBB4", t3: "#8C918D", focus: "#FFFFFF", obs: "#8CC7B5",
    c1: "#22393A", c2: "#2C5352", c3: "#3D736D", c4: "#619A8E", c5: "#9BCDBD",
    w1: "#B9A6E0", w2: "#6F6391", w3: "#2C2839",
    "red.line": "#FF5A4D", "red.fill": "#D8301F", "red.on": "#FFFFFF",
    "orange.line": "#FF9838", "orange.fill": "#F08A24", "orange.on": "#14110A",
    "yellow.line": "#FFD84A", "yellow.fill": "#F5CB2E", "yellow.on": "#14110A",
    "blue.line": "#5AA2FF", "blue.fill": "#2C6BDB", "blue.on": "#FFFFFF",
  },
};
