import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import type { TagMark } from './tag-mark.js';

/**
 * Puts blocks between the lines of their fences into boxes. A box never crosses a list, a quote or
 * another box: where its end is deeper, it ends after that, and where what holds it ends, it does.
 */
export function wrapBlocks(state: StateCore): void {
  const out: Token[] = [];
  const open: Open[] = [];
  const close = (count: number): void => {
    while (open.length > count) {
      const box = open.pop();
      if (box?.mark === undefined) continue;
      const token = new state.Token('rapporteur_box_close', 'div', -1);
      token.meta = { mark: box.mark };
      token.block = true;
      out.push(token);
    }
  };
  for (const token of state.tokens) {
    close(endedBefore(token, open));
    if (token.type === 'rapporteur_box_end') {
      close(endedBy(token.meta.index, open));
      continue;
    }
    if (token.nesting < 0) close(holderOf(open));
    if (token.nesting < 0) open.pop();
    if (token.type === 'rapporteur_box') {
      token.type = 'rapporteur_box_open';
      token.tag = 'div';
      token.nesting = 1;
      open.push(token.meta as Open);
    } else if (token.nesting > 0) open.push(HOLDER);
    out.push(token);
  }
  close(0);
  state.tokens = out;
}

/** A box, or (without a mark) a list, a quote, a paragraph. */
interface Open {
  readonly mark?: TagMark;
  readonly index?: number;
  /** The line before which it ends, if no line closes it. */
  readonly end?: number | undefined;
}

const HOLDER: Open = {};

/** How many stay open before a token, given the lines at which boxes end by themselves. */
function endedBefore({ map, nesting }: Token, open: readonly Open[]): number {
  if (map === null || nesting < 0) return open.length;
  const [line] = map;
  let count = open.length;
  for (let at = open.length - 1; at >= 0 && open[at]?.mark !== undefined; at -= 1)
    if ((open[at]?.end ?? Number.POSITIVE_INFINITY) <= line) count = at;
  return count;
}

/** A closing line ends its box and those in it, unless it is in a list or quote inside of it. */
function endedBy(index: number, open: readonly Open[]): number {
  for (let at = open.length - 1; at >= 0 && open[at]?.mark !== undefined; at -= 1)
    if (open[at]?.index === index) return at;
  return open.length;
}

/** How many are open up to the innermost that is no box. */
function holderOf(open: readonly Open[]): number {
  let count = open.length;
  while (count > 0 && open[count - 1]?.mark !== undefined) count -= 1;
  return count;
}
