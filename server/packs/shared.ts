/** What the language makes and gives no name to: what loops, spreads and `await` go by. */
function nameless(): object[] {
  const of = (value: object): object => Object.getPrototypeOf(value) as object;
  return [of(function* () {}), of(async function* () {}), of(async () => {}), of([][Symbol.iterator]()), of(""[Symbol.iterator]()), of(new Map().entries()), of(new Set().values()), of("".matchAll(/./gu))];
}

/** An error's name may still be written, as on any other: under a frozen prototype an assignment to what is inherited would itself be an error. */
function keepAssignable(prototype: object, name: string): void {
  const found = Object.getOwnPropertyDescriptor(prototype, name);
  if (!found || !("value" in found)) return;
  Object.defineProperty(prototype, name, {
    get: () => found.value as unknown,
    set(value: unknown) {
      Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
    },
    enumerable: false,
    configurable: false,
  });
}
const ERRORS = [Error, AggregateError, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];

/**
 * Freezes for good what all code of this thread shares: the global object and everything that is reached from it, and the language's own prototypes. Code
 * that tries to change `Array.prototype` or `Math` throws where it does so, and its neighbours do not notice.
 */
export function freezeShared(): void {
  for (const { prototype } of ERRORS) for (const name of ["name", "message"]) keepAssignable(prototype, name);
  const seen = new Set<unknown>();
  const due: unknown[] = [globalThis, ...nameless()];
  while (due.length > 0) {
    const one = due.pop();
    if ((typeof one !== "object" && typeof one !== "function") || one === null || seen.has(one)) continue;
    seen.add(one);
    Object.freeze(one);
    due.push(Object.getPrototypeOf(one));
    // What a getter would answer is not asked for: it may be made only then.
    for (const key of Reflect.ownKeys(one)) {
      const { value, get, set } = Object.getOwnPropertyDescriptor(one, key)!;
      due.push(value, get, set);
    }
  }
}
