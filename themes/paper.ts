import type { Theme } from "./theme.ts";

/** Phone by day, and print. */
export const paper: Theme = {
  id: "paper",
  title: { zh: "纸面", en: "Paper" },
  outlineFills: true,
  inks: {
    bg: "#F6F4EE", sea: "#E6EAE8", land: "#FBFAF6", land2: "#EFEDE6", raise: "#FFFFFF", band: "#E9E6DD", hair: "#D9D6CC", hair2: "#A8A69C",
    t1: "#16191A", t2: "#4B5150", t3: "#6B706D", focus: "#000000", obs: "#2B7568",
    c1: "#DCEAE4", c2: "#B5D4CA", c3: "#82B3A6", c4: "#4B8C7F", c5: "#1F5F55",
    w1: "#6B54A8", w2: "#A99AD0", w3: "#E9E4F4",
    "red.line": "#C2271A", "red.fill": "#D8301F", "red.on": "#FFFFFF",
    "orange.line": "#A85400", "orange.fill": "#F08A24", "orange.on": "#14110A",
    "yellow.line": "#7A5F00", "yellow.fill": "#F5CB2E", "yellow.on": "#14110A",
    "blue.line": "#1F5BC4", "blue.fill": "#2C6BDB", "blue.on": "#FFFFFF",
  },
};
