import type { Theme } from "./theme.ts";

/** High contrast (高对比): every word at 7 to 1 and more, every line at 3 to 1, for glare and for tired or weak eyes. */
export const stark: Theme = {
  id: "stark",
  title: { zh: "高对比", en: "High contrast" },
  outlineFills: false,
  inks: {
    bg: "#000000", sea: "#000000", land: "#1C2326", land2: "#12171A", raise: "#0B0E0F", band: "#333C40", hair: "#6E787C", hair2: "#9AA4A8",
    t1: "#FFFFFF", t2: "#E6E8E4", t3: "#C3C8C5", focus: "#FFFFFF", obs: "#A6F0D8",
    c1: "#244A49", c2: "#37716D", c3: "#559C92", c4: "#86CABB", c5: "#C8F6E7",
    w1: "#D8CAFF", w2: "#A294D6", w3: "#3B3454",
    "red.line": "#FF8F85", "red.fill": "#AE1409", "red.on": "#FFFFFF",
    "orange.line": "#FFB36B", "orange.fill": "#FFA033", "orange.on": "#000000",
    "yellow.line": "#FFE76E", "yellow.fill": "#FFDA33", "yellow.on": "#000000",
    "blue.line": "#93C3FF", "blue.fill": "#164FB0", "blue.on": "#FFFFFF",
  },
};
