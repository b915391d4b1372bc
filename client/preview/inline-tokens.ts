import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import type { MaskedText } from './mask-tags.js';
import { type Piece, piecesOf } from './placeholders.js';
import type { TagMark } from './tag-mark.js';

/**
 * Turns the placeholders in running text into tokens around the words. Where emphasis or a link begins inside
 * a tag and ends outside, both are cut in two, so that what comes out nests.
 */
export function markInlineTokens(state: StateCore, masked: MaskedText): void {
  for (const token of state.tokens) {
    if (token.type === 'inline' && masked.alphabet.any.test(token.content)) {
      token.children = markedTokens(state, masked, token.children ?? []);
      token.content = masked.restore(token.content);
    } else restoreToken(token, masked);
  }
}

function markedTokens(state: StateCore, masked: MaskedText, children: readonly Token[]): Token[] {
  const writer = writerOf(state, masked);
  for (const token of children) {
    if (token.children !== null) token.children = markedTokens(state, masked, token.children);
    if (token.type === 'text' && masked.alphabet.any.test(token.content))
      for (const piece of piecesOf(masked.alphabet, token.content))
        writer.piece(piece, token.level);
    else {
      restoreToken(token, masked);
      writer.token(token);
    }
  }
  return writer.end();
}

/** Code and HTML into which placeholders came after all are shown as they were written. */
function restoreToken(token: Token, masked: MaskedText): void {
  if (token.content !== '') token.content = masked.restore(token.content);
  if (token.info !== '') token.info = masked.restore(token.info);
}

interface Writer {
  token(token: Token): void;
  piece(piece: Piece, level: number): void;
  end(): Token[];
}

/** A tag by its mark, or what Markdown opened by its token. */
type Open =
  | { readonly type: 'tag'; readonly index: number; readonly mark: TagMark; number: number }
  | { readonly type: 'token'; readonly token: Token };

function writerOf({ Token: Make }: StateCore, { marks }: MaskedText): Writer {
  const out: Token[] = [];
  const open: Open[] = [];
  const promises: { mark: TagMark; number: number }[] = [];

  const emit = (type: string, nesting: -1 | 0 | 1, meta: object): void => {
    const made = new Make(type, '', nesting);
    made.meta = meta;
    out.push(made);
  };
  const begin = (entry: Open, piece: 'first' | 'again'): void => {
    if (entry.type === 'tag') emit('rapporteur_mark_open', 1, { mark: entry.mark, piece });
    else out.push(piece === 'first' ? entry.token : copyOf(entry.token, Make));
    open.push(entry);
  };
  const finish = (entry: Open, piece: 'last' | 'torn'): void => {
    if (entry.type === 'tag')
      emit('rapporteur_mark_close', -1, { mark: entry.mark, piece, number: entry.number });
    else out.push(closerOf(entry.token, Make));
  };
  /** Ends the entry at `at`: those inside of it are ended, too, and begun again behind it. */
  const close = (at: number, token?: Token): void => {
    const torn = open.splice(at);
    const [ended, ...inner] = torn;
    for (const entry of inner.reverse()) finish(entry, 'torn');
    if (token !== undefined) out.push(token);
    else if (ended !== undefined) finish(ended, 'last');
    for (const entry of inner.reverse()) begin(entry, 'again');
  };
  const openTag = (index: number): void => {
    const mark = marks[index];
    if (mark === undefined) return;
    const isPromise = mark.role === 'commitment';
    if (isPromise) promises.push({ mark, number: promises.length + 1 });
    begin({ type: 'tag', index, mark, number: isPromise ? promises.length : 0 }, 'first');
  };

  return {
    token(token) {
      if (token.nesting > 0) begin({ type: 'token', token }, 'first');
      else if (token.nesting === 0) out.push(token);
      else {
        const at = open.findLastIndex(({ type }) => type === 'token');
        if (at < 0) out.push(token);
        else close(at, token);
      }
    },
    piece(piece, level) {
      if (piece.type === 'text') {
        const text = new Make('text', '', 0);
        text.content = piece.text;
        text.level = level;
        out.push(text);
      } else if (piece.type === 'join') {
        if (/^(?:soft|hard)break$/.test(out.at(-1)?.type ?? '')) out.pop();
      } else if (piece.type === 'open') openTag(piece.index);
      else if (piece.type === 'close') {
        const at = open.findLastIndex(
          (entry) => entry.type === 'tag' && entry.index === piece.index,
        );
        if (at >= 0) close(at);
      }
    },
    end() {
      while (open.length > 0) close(open.length - 1);
      // One alone needs no number to be found by.
      if (promises.length === 1)
        for (const token of out) if (token.meta?.number) token.meta.number = 0;
      if (promises.length === 1) for (const promise of promises) promise.number = 0;
      if (promises.length > 0) emit('rapporteur_terms', 0, { promises });
      return out;
    },
  };
}

type Maker = StateCore['Token'];

function copyOf(token: Token, Make: Maker): Token {
  const copy = new Make(token.type, token.tag, token.nesting);
  copy.attrs = token.attrs;
  copy.markup = token.markup;
  copy.info = token.info;
  copy.level = token.level;
  return copy;
}

function closerOf(token: Token, Make: Maker): Token {
  const closer = new Make(token.type.replace(/_open$/, '_close'), token.tag, -1);
  closer.markup = token.markup;
  closer.level = token.level;
  return closer;
}
