import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HitMark, TextMark } from "../marks/mark.ts";
import { WordsLayer } from "./words-layer.ts";

/** As much of a page as words need: elements in an order, each with its text. */
class Leaf {
  parent: Leaf | undefined;
  children: Leaf[] = [];
  own = "";
  moves = 0;
  readonly tag: string;
  className = "";
  type = "";
  readonly style = { setProperty: () => {} };
  readonly dataset = {};
  readonly classList = { add: () => {} };
  constructor(tag: string) {
    this.tag = tag;
  }
  get textContent(): string {
    return this.own + this.children.map((child) => child.textContent).join("");
  }
  set textContent(text: string) {
    this.children = [];
    this.own = text;
  }
  get parentElement() {
    return this.parent;
  }
  get firstChild(): Leaf | null {
    return this.children[0] ?? null;
  }
  get firstElementChild(): Leaf | null {
    return this.firstChild;
  }
  get nextSibling(): Leaf | null {
    const beside = this.parent?.children ?? [];
    return beside[beside.indexOf(this) + 1] ?? null;
  }
  append(...leaves: Leaf[]): void {
    for (const leaf of leaves) this.insertBefore(leaf, null);
  }
  insertBefore(leaf: Leaf, before: Leaf | null): void {
    if (leaf === before) return;
    if (leaf.parent) this.moves++;
    leaf.remove();
    this.children.splice(before ? this.children.indexOf(before) : this.children.length, 0, leaf);
    leaf.parent = this;
  }
  remove(): void {
    if (this.parent) this.parent.children = this.parent.children.filter((child) => child !== this);
    this.parent = undefined;
  }
  replaceChildren(): void {
    this.children = [];
    this.own = "";
  }
  querySelectorAll(): Leaf[] {
    return this.children.flatMap((child) => (child.tag === "wall-value" ? child.children : [child]));
  }
  setAttribute(): void {}
  addEventListener(): void {}
}
const page = { createElement: (tag: string) => new Leaf(tag), timeline: { currentTime: 0 } } as unknown as Document;
const layer = () => {
  const words = new WordsLayer(page, 24, () => true);
  return { words, root: words.element as unknown as Leaf };
};
const word = (id: string | undefined, text: string, y = 0): TextMark => ({ kind: "text", ...(id !== undefined && { id }), text, sizePx: 20, ink: "t1", x: 0, y });
const hit = (code: string): HitMark => ({ kind: "hit", x: 0, y: 0, width: 1, height: 1, label: code, hit: { kind: "region", code } });
const read = ({ children }: Leaf) => children.filter(({ tag }) => tag === "div").map(({ textContent }) => textContent);

describe("the words of a picture stand in the page in the order in which they are read", () => {
  test("also after a row has gone and come back in its place", () => {
    const { words, root } = layer();
    const rows = ["气象", "水利", "应急"].map((name) => word(name, name));
    words.set(rows, []);
    words.set([rows[0]!, rows[2]!], []);
    words.set(rows, []);
    expect(read(root)).toEqual(["气象", "水利", "应急"]);
  });
  test("whatever the pictures are that follow each other, with names and without, and with buttons among them", () => {
    const picture = fc.record({
      words: fc.uniqueArray(fc.record({ id: fc.option(fc.constantFrom("a", "b", "c", "d", "e", "f"), { nil: undefined }), text: fc.string({ minLength: 1, maxLength: 4 }) }), { maxLength: 9, selector: ({ id, text }) => id ?? text }),
      hits: fc.uniqueArray(fc.constantFrom("44", "4401", "4408")),
    });
    fc.assert(fc.property(fc.array(picture, { minLength: 1, maxLength: 6 }), (pictures) => {
      const { words, root } = layer();
      for (const { words: all, hits } of pictures) {
        words.set(all.map(({ id, text }) => word(id, text)), hits.map(hit));
        expect(read(root)).toEqual(all.map(({ text }) => text));
        expect(root.children).toHaveLength(all.length + hits.length);
      }
    }));
  });
  test("and nothing is moved while the order is the same", () => {
    const { words, root } = layer();
    const rows = (value: string) => [word("a", "气象"), word("b", value), word(undefined, "站")];
    words.set(rows("1"), [hit("44")]);
    const { moves } = root;
    words.set(rows("2"), [hit("44"), hit("4408")]);
    expect([read(root), root.moves - moves]).toEqual([["气象", "2", "站"], 0]);
  });
});
