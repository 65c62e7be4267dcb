/** A value as nobody can change it any more, all that it holds included; the same value. What is frozen already is not looked into: nothing here is frozen but whole. */
export function frozen<T>(value: T): T {
  if ((typeof value !== "object" && typeof value !== "function") || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const key of Reflect.ownKeys(value)) frozen((value as Record<PropertyKey, unknown>)[key]);
  return value;
}
