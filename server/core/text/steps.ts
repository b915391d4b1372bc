/** Work that can stop after each of its steps, so that something else goes first. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** So many blocks, entries or findings are one step: a few milliseconds. */
export const STEP = 500;

/** Does all of it at once. */
export function allSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** A list made of others, one item after the other. */
export function* mapInSteps<T, Made>(items: Iterable<T>, make: (item: T) => Made): Steps<Made[]> {
  const made: Made[] = [];
  for (const item of items) {
    made.push(make(item));
    if (made.length % STEP === 0) yield;
  }
  return made;
}
