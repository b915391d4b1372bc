// Counts work instead of taking its time: the same on every machine, whatever else runs on it.

/** Over how many characters `indexOf` and `includes` go while something is done: each call may go over the whole of a text. */
export function charactersSearched(work: () => void): number {
  const { indexOf, includes } = String.prototype;
  let searched = 0;
  String.prototype.indexOf = function counted(this: string, what: string, from = 0) {
    const found = indexOf.call(this, what, from);
    searched += (found < 0 ? this.length : found) - Math.min(from, this.length);
    return found;
  };
  String.prototype.includes = function counted(this: string, what: string, from = 0) {
    return this.indexOf(what, from) >= 0;
  };
  try {
    work();
  } finally {
    Object.assign(String.prototype, { indexOf, includes });
  }
  return searched;
}
