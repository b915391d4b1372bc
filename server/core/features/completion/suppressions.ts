import { RULES } from '../../rules/index.js';
import type { Span } from '../../text/index.js';
import type { Completion } from './completion.js';
import { lineEnd, lineStart } from './tag-at-cursor.js';

/** Where in a comment that silences rules the cursor is; the offset is in its text. */
interface CommentContext {
  /** Of the word at the cursor. */
  readonly span: Span;
  /** The word that says what is silenced where; `undefined`: the cursor is on it. */
  readonly form: string | undefined;
  /** Rules that stand there already. */
  readonly rules: readonly string[];
}

const FORMS: readonly { readonly word: string; readonly summary: string }[] = [
  { word: 'rapporteur-disable-next-line', summary: 'Suppresses rules on the next line.' },
  {
    word: 'rapporteur-disable',
    summary: 'Suppresses rules from here on, or until they are enabled.',
  },
  { word: 'rapporteur-enable', summary: 'Enables suppressed rules again.' },
  { word: 'rapporteur-disable-file', summary: 'Suppresses rules in the whole file.' },
];

/** The words of a comment that silences findings, and the names of rules in it. */
export function suppressionItems(
  text: string,
  offset: number,
  marks: 'html' | 'yaml',
): readonly Completion[] | undefined {
  const place = commentAt(text, offset, marks);
  if (place === undefined) return undefined;
  const { span, form, rules } = place;
  if (form === undefined) {
    return FORMS.map(({ word, summary }) => ({
      label: word,
      detail: summary,
      filter: word,
      icon: { type: 'word' },
      insert: word,
      span,
    }));
  }
  return RULES.filter(({ name }) => !rules.includes(name)).map(({ name, summary }) => ({
    label: name,
    detail: summary,
    filter: name,
    icon: { type: 'rule' },
    about: { type: 'rule', rule: name },
    insert: name,
    span,
  }));
}

const WORD = /[\w-]/;

function commentAt(
  text: string,
  offset: number,
  marks: 'html' | 'yaml',
): CommentContext | undefined {
  const start = bodyStart(text, offset, marks);
  if (start === undefined) return undefined;
  let word = offset;
  while (word > start && WORD.test(text[word - 1] ?? '')) word -= 1;
  let end = offset;
  while (WORD.test(text[end] ?? '')) end += 1;
  // `rule-->`: the dashes close the comment.
  if (text.startsWith('-->', end - 2)) end = Math.max(offset, end - 2);
  const span = { start: word, end };
  const before = text.slice(start, word);
  if (before.trim() === '')
    return isForm(text.slice(word, offset)) ? { span, form: undefined, rules: [] } : undefined;
  const [, form, rest = ''] = /^\s*(rapporteur-[\w-]+)([\s,][\s\S]*)$/.exec(before) ?? [];
  if (form === undefined || /[\s,]--(?:\s|$)/.test(rest)) return undefined;
  const after = text.slice(end, lineEnd(text, end)).split(/-->|--\s/)[0] ?? '';
  return { span, form, rules: `${rest} ${after}`.split(/[\s,]+/).filter((each) => each !== '') };
}

/** Any other comment is the author's own. */
function isForm(typed: string): boolean {
  return typed === '' || 'rapporteur-'.startsWith(typed) || typed.startsWith('rapporteur-');
}

/** Behind the mark that opens the comment on the cursor's line. */
function bodyStart(text: string, offset: number, marks: 'html' | 'yaml'): number | undefined {
  const line = lineStart(text, offset);
  const before = text.slice(line, offset);
  if (marks === 'yaml') {
    const found = /(?:^|\s)#(?=\s*(?:r|$))/.exec(before);
    return found === null ? undefined : line + found.index + found[0].length;
  }
  const open = before.lastIndexOf('<!--');
  return open < 0 || before.includes('-->', open + 4) ? undefined : line + open + 4;
}
