// The part of `node:assert/strict` that the suite uses, for the browser's extension host.

function fail(message: unknown, otherwise: string): never {
  if (message instanceof Error) throw message;
  throw new Error(typeof message === 'string' ? message : otherwise);
}

const shown = (value: unknown): string => JSON.stringify(value) ?? String(value);

function ok(value: unknown, message?: unknown): asserts value {
  if (!value) fail(message, `${shown(value)} is not truthy`);
}

function equal(actual: unknown, expected: unknown, message?: unknown): void {
  if (!Object.is(actual, expected)) fail(message, `${shown(actual)} is not ${shown(expected)}`);
}

function notEqual(actual: unknown, expected: unknown, message?: unknown): void {
  if (Object.is(actual, expected)) fail(message, `${shown(actual)} is what it should not be`);
}

function deepEqual(actual: unknown, expected: unknown, message?: unknown): void {
  if (!same(actual, expected)) fail(message, `${shown(actual)} is not ${shown(expected)}`);
}

function notDeepEqual(actual: unknown, expected: unknown, message?: unknown): void {
  if (same(actual, expected)) fail(message, `${shown(actual)} is what it should not be`);
}

function match(text: string, pattern: RegExp, message?: unknown): void {
  if (!pattern.test(text)) fail(message, `${shown(text)} does not match ${pattern}`);
}

function doesNotMatch(text: string, pattern: RegExp, message?: unknown): void {
  if (pattern.test(text)) fail(message, `${shown(text)} matches ${pattern}`);
}

async function rejects(
  run: Promise<unknown> | (() => Promise<unknown>),
  why?: RegExp,
): Promise<void> {
  let fault: unknown;
  try {
    await (typeof run === 'function' ? run() : run);
  } catch (error) {
    fault = error;
  }
  if (fault === undefined) throw new Error('it was not rejected');
  if (why) match(fault instanceof Error ? fault.message : String(fault), why);
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Map && b instanceof Map) return same([...a], [...b]);
  if (a instanceof Set && b instanceof Set) return same([...a], [...b]);
  const keys = Object.keys(a);
  const others = new Set(Object.keys(b));
  return (
    keys.length === others.size &&
    keys.every((key) => others.has(key) && same(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

export default Object.assign(ok, {
  ok,
  equal,
  notEqual,
  deepEqual,
  notDeepEqual,
  strictEqual: equal,
  deepStrictEqual: deepEqual,
  match,
  doesNotMatch,
  rejects,
  fail: (message?: unknown): never => fail(message, 'failed'),
});
