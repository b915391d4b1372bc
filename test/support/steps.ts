// Counts work instead of taking its time: the same on every machine, whatever else runs on it.
import inspector from 'node:inspector';
import v8 from 'node:v8';

/** Over how many characters `indexOf`, `lastIndexOf` and `includes` go while something is done: each call may go over the whole of a text. */
export function charactersSearched(work: () => void): number {
  const { indexOf, lastIndexOf, includes } = String.prototype;
  let searched = 0;
  String.prototype.indexOf = function counted(this: string, what: string, from = 0) {
    const found = indexOf.call(this, what, from);
    searched += (found < 0 ? this.length : found) - Math.min(from, this.length);
    return found;
  };
  String.prototype.lastIndexOf = function counted(
    this: string,
    what: string,
    from = Number.POSITIVE_INFINITY,
  ) {
    const found = lastIndexOf.call(this, what, from);
    searched += Math.min(from, this.length) - Math.max(found, 0);
    return found;
  };
  String.prototype.includes = function counted(this: string, what: string, from = 0) {
    return this.indexOf(what, from) >= 0;
  };
  try {
    work();
  } finally {
    Object.assign(String.prototype, { indexOf, lastIndexOf, includes });
  }
  return searched;
}

/**
 * What V8's block coverage counts as `work` runs (each round of a loop and each call of a function, in our code and in that of
 * packages), and how many characters built-in searches and patterns go over. Not seen are copies of arrays by `...`, and how far
 * a sticky pattern went that did not match.
 */
export function stepsOf(work: () => void): number {
  const session = new inspector.Session();
  session.connect();
  // What V8 has optimized meanwhile is not counted, and how much that is depends on how busy the machine is.
  v8.setFlagsFromString('--no-opt');
  try {
    ask(session, 'Profiler.enable');
    ask(session, 'Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    // What ran before counts too, until it has been asked for.
    ask(session, 'Profiler.takePreciseCoverage');
    let matched = 0;
    const searched = charactersSearched(() => {
      matched = charactersMatched(work);
    });
    return searched + matched + blocksRun(ask(session, 'Profiler.takePreciseCoverage'));
  } finally {
    session.disconnect();
    v8.setFlagsFromString('--opt');
  }
}

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

/** A session in the same process answers before `post` returns. */
function ask(session: inspector.Session, method: string, params?: object): Coverage {
  let answer: unknown;
  session.post(method, params, (error, result) => {
    if (error !== null) throw error;
    answer = result;
  });
  return answer as Coverage;
}

const COUNTED = /\/(?:out\/server|node_modules)\//;

function blocksRun({ result }: Coverage): number {
  let sum = 0;
  for (const { url, functions } of result)
    if (COUNTED.test(url))
      for (const { ranges } of functions) for (const { count } of ranges) sum += count;
  return sum;
}

/** All that takes a pattern asks its `exec`. */
function charactersMatched(work: () => void): number {
  const { exec } = RegExp.prototype;
  let matched = 0;
  RegExp.prototype.exec = function counted(this: RegExp, text: string) {
    const start = this.global || this.sticky ? this.lastIndex : 0;
    const found = exec.call(this, text);
    const end = found ? found.index + found[0].length : this.sticky ? start + 1 : text.length;
    matched += Math.max(end - start, 0);
    return found;
  };
  try {
    work();
  } finally {
    RegExp.prototype.exec = exec;
  }
  return matched;
}
