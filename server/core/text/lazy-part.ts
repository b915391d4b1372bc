/** A part of the program that is read when it is needed, and answers without waiting from then on. */
export interface LazyPart<T> {
  /** Reads it, if nobody has. */
  load(): Promise<T>;
  /** Says what it is, where it is there anyway and nobody can wait. */
  provide(part: T): void;
  /** `undefined` until it was read. */
  loaded(): T | undefined;
}

/** @param read an `import()`: a bundle makes a file of what it names */
export function lazyPart<T>(read: () => Promise<T>): LazyPart<T> {
  let reading: Promise<T> | undefined;
  let part: T | undefined;
  return {
    load() {
      reading ??= read().then((value) => {
        part = value;
        return value;
      });
      return reading;
    },
    provide(value) {
      part ??= value;
      reading ??= Promise.resolve(value);
    },
    loaded: () => part,
  };
}
