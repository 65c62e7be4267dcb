import type { Theme } from "./theme.ts";

/** The night watch: half the light of the day, warm. */
export const ember: Theme = {
  id: "ember",
  title: { zh: "夜间", en: "Night" },
  outlineFills: false,
  inks: {
    bg: "#070605", sea: "#050403", land: "#13100D", land2: "#0D0B09", raise: "#100E0B", band: "#191613", hair: "#241F1A", hair2: "#3D362E",
    t1: "#C9B79C", t2: "#94876F", t3: "#877C66", focus: "#E6D3B5", obs: "#8F8763",
    c1: "#191B16", c2: "#2A2D20", c3: "#43432E", c4: "#665F42", c5: "#948660",
    w1: "#8C7A96", w2: "#574C60", w3: "#1C181F",
    "red.line": "#E0503F", "red.fill": "#B33021", "red.on": "#F3DCCB",
    "orange.line": "#C97A2C", "orange.fill": "#B3691F", "orange.on": "#0B0805",
    "yellow.line": "#BFA238", "yellow.fill": "#A88C26", "yellow.on": "#0B0805",
    "blue.line": "#5C86BD", "blue.fill": "#36609F", "blue.on": "#E6ECF3",
  },
};
