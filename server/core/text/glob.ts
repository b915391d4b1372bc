// Patterns of paths come from repositories that nobody vouches for, and every pattern matcher on npm compiles to regular
// expressions, which take for ever on some of them (`*a*a*a*b`, `*(a|aa)`). So they are matched by an automaton: each
// character of a path is looked at once.
import { type GlobNode, parseGlob } from './glob-parse.js';

/** Whether a path (with `/`, not starting with one) matches. */
export type PathMatcher = (path: string) => boolean;

/**
 * Makes a matcher for any of some patterns, in the syntax of picomatch and bash: `*`, `**`, `?`, `[a-z]`, `{a,b}`,
 * `{1..9}`, and `?(…)`, `*(…)`, `+(…)`, `@(…)`. A dot at the start of a name is a character like any other. Takes time
 * linear in the path for each pattern, whatever the patterns are. Those that {@link globSyntaxFault} refuses match nothing.
 */
export function globMatcher(globs: readonly string[]): PathMatcher {
  const automaton = new Automaton();
  for (const glob of globs) {
    const parsed = parseGlob(glob);
    if (typeof parsed !== 'string') automaton.add(parsed);
  }
  return (path) => automaton.matches(path);
}

/** Why a pattern cannot be read, as a sentence; `undefined` when it can. */
export function globSyntaxFault(glob: string): string | undefined {
  const parsed = parseGlob(glob);
  return typeof parsed === 'string' ? parsed : undefined;
}

/** A character class, or `undefined`: a step that takes no character. */
type Test = (code: number) => boolean;

interface Edge {
  readonly test: Test | undefined;
  readonly to: number;
}

/** A set of states of the automaton, with where each character leads from it as far as it was asked. */
interface StateSet {
  readonly states: readonly number[];
  readonly accepts: boolean;
  readonly next: Map<number, StateSet>;
}

/** Made anew when it holds so many sets: a path could be made to meet more and more of them. */
const MAX_SETS = 1000;

class Automaton {
  readonly #edges: Edge[][] = [[]];
  readonly #accepting = new Set<number>();
  readonly #sets = new Map<string, StateSet>();
  #start: StateSet | undefined;

  add(node: GlobNode): void {
    this.#accepting.add(this.#build(node, 0));
  }

  matches(path: string): boolean {
    this.#start ??= this.#setOf([0]);
    let set = this.#start;
    for (let at = 0; at < path.length; at += 1) {
      const code = path.charCodeAt(at);
      const known = set.next.get(code);
      set = known ?? this.#step(set, code);
      if (set.states.length === 0) return false;
    }
    return set.accepts;
  }

  #step(from: StateSet, code: number): StateSet {
    const to: number[] = [];
    for (const state of from.states) {
      for (const edge of this.#edges[state] ?? []) if (edge.test?.(code) === true) to.push(edge.to);
    }
    const set = this.#setOf(to);
    from.next.set(code, set);
    return set;
  }

  /** The set of these states and of all that is reached from them without a character. */
  #setOf(states: readonly number[]): StateSet {
    const reached = new Set(states);
    for (const state of reached) {
      for (const { test, to } of this.#edges[state] ?? []) if (test === undefined) reached.add(to);
    }
    const sorted = [...reached].sort((a, b) => a - b);
    const key = sorted.join(',');
    const known = this.#sets.get(key);
    if (known !== undefined) return known;
    if (this.#sets.size >= MAX_SETS) this.#forget();
    const made = {
      states: sorted,
      accepts: sorted.some((state) => this.#accepting.has(state)),
      next: new Map<number, StateSet>(),
    };
    this.#sets.set(key, made);
    return made;
  }

  #forget(): void {
    for (const set of this.#sets.values()) set.next.clear();
    this.#sets.clear();
    this.#start = undefined;
  }

  #state(): number {
    return this.#edges.push([]) - 1;
  }

  #link(from: number, to: number, test?: Test): number {
    this.#edges[from]?.push({ test, to });
    return to;
  }

  /** Adds what takes `node` from a state on; gives the state after it. */
  #build(node: GlobNode, from: number): number {
    switch (node.type) {
      case 'one':
        return this.#link(from, this.#state(), node.test);
      case 'sequence':
        return node.parts.reduce((at, part) => this.#build(part, at), from);
      case 'any-of': {
        const end = this.#state();
        for (const part of node.parts) {
          this.#link(this.#build(part, this.#link(from, this.#state())), end);
        }
        return end;
      }
      case 'repeat': {
        // A state of its own, or what leads into `from` would share the way back.
        const loop = this.#link(from, this.#state());
        const end = this.#build(node.part, loop);
        this.#link(end, loop);
        if (node.least === 0) this.#link(loop, end);
        return this.#link(end, this.#state());
      }
    }
  }
}
