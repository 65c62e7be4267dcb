/** One key of a page, or one that is held elsewhere and is only told of. */
export interface Key {
  /** Each does the same: `/`, `Control+k`, `Escape`. Letters are small; Meta counts as Control. */
  readonly keys: readonly string[];
  readonly words: string;
  /** Absent = told only: the control that has the focus answers it. */
  readonly does?: () => void;
  /** Whether it does anything now; absent = always. */
  readonly when?: () => boolean;
}
type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

/** `Control+k`, `?`, `Escape`; null with Alt, which is the browser's. */
export function keyName({ key, ctrlKey, metaKey, altKey }: Pressed): string | null {
  if (altKey) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  return ctrlKey || metaKey ? `Control+${name}` : name;
}
/** What a key does now. Where somebody types only keys held with Control count: everything else is text. */
export function keyFor(table: readonly Key[], pressed: Pressed, isTyping: boolean): Key | undefined {
  const name = keyName(pressed);
  if (name === null || (isTyping && !name.startsWith("Control+"))) return undefined;
  return table.find(({ keys, does, when }) => does !== undefined && keys.includes(name) && (when?.() ?? true));
}
