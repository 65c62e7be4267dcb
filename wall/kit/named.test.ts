import { expect, test } from "vitest";
import { named } from "./named.ts";

test("an element is told what it is and says, and what stands is not written again", () => {
  const written: string[] = [];
  const element = {
    kept: { role: null as string | null, ariaLabel: null as string | null },
    get role() {
      return this.kept.role;
    },
    set role(role) {
      written.push(`role ${role}`);
      this.kept.role = role;
    },
    get ariaLabel() {
      return this.kept.ariaLabel;
    },
    set ariaLabel(label) {
      written.push(`label ${label}`);
      this.kept.ariaLabel = label;
    },
  };
  named(element, "timer", "8:00");
  named(element, "timer", "8:00");
  named(element, "timer", "8:01");
  expect(written).toEqual(["role timer", "label 8:00", "label 8:01"]);
});
