/** An object of a JSON text that names one of its keys more than once. */
export interface RepeatedKey {
  readonly key: string;
  /** The first two steps from the outermost value to that object: `["samples", 3]`; empty = the outermost itself. */
  readonly path: readonly (string | number)[];
}

/** An object or a list that has been opened and not closed. */
interface Open {
  /** Keys so far; null in a list. */
  readonly keys: Set<string> | null;
  /** Key or number of the value that is being read. */
  at: string | number;
  /** The next text is a key. */
  awaitsKey: boolean;
  told: boolean;
}
const STEPS = 2;
const [QUOTE, COMMA, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x2c, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Every object that names a key twice, once each. JSON.parse takes the last value and says nothing; which of them was
 * meant, nobody can know. One pass, nothing is built.
 * @param text JSON that JSON.parse has taken
 */
export function repeatedKeys(text: string): RepeatedKey[] {
  const found: RepeatedKey[] = [];
  const open: Open[] = [];
  let here: Open | undefined;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case OPEN_OBJECT:
        open.push((here = { keys: new Set(), at: "", awaitsKey: true, told: false }));
        break;
      case OPEN_LIST:
        open.push((here = { keys: null, at: 0, awaitsKey: false, told: false }));
        break;
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        open.pop();
        here = open.at(-1);
        break;
      case COMMA:
        if (!here) break;
        if (here.keys) here.awaitsKey = true;
        else here.at = (here.at as number) + 1;
        break;
      case QUOTE: {
        const from = i + 1;
        let escaped = false;
        for (i = from; text.charCodeAt(i) !== QUOTE; i++) {
          if (text.charCodeAt(i) !== BACKSLASH) continue;
          escaped = true;
          i++;
        }
        if (!here?.awaitsKey) break;
        const raw = text.slice(from, i);
        const key = escaped ? (JSON.parse(`"${raw}"`) as string) : raw;
        if (here.keys!.has(key) && !here.told) {
          here.told = true;
          found.push({ key, path: open.slice(0, Math.min(STEPS, open.length - 1)).map(({ at }) => at) });
        }
        here.keys!.add(key);
        here.at = key;
        here.awaitsKey = false;
        break;
      }
    }
  }
  return found;
}
