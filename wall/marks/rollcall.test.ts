import { expect, test } from "vitest";
import type { Size, TextMark } from "./mark.ts";
import { marks, type RollcallData } from "./rollcall.ts";

const u = 24;
const data: RollcallData = {
  total: { text: "100.0", unit: "%" }, counts: [], more: (n) => `另 ${n} 处`,
  cells: [{ id: "4413", name: "惠州", state: "some", figure: { text: "99.9", unit: "%" } }, ...["广州", "韶关"].map((name) => ({ id: name, name, state: "all" as const, figure: { text: "齐", unit: "", isNumber: false } }))],
};

test("every cell is as wide as the widest name beside its number, and no name is cut", () => {
  for (let widthU = 30; widthU <= 80; widthU += 0.25) {
    const size: Size = { width: widthU * u, height: 14 * u, u };
    const names = marks(data, size).filter((mark): mark is TextMark => mark.kind === "text" && /[.]name$/.test(mark.id ?? ""));
    expect(names.map(({ text }) => text), `${widthU} u`).toEqual(["惠州", "广州", "韶关"]);
  }
});
