// The fences of a Markdown file of cases, each with what its first line says.

/** What is wrong with a case, and what to do about it. */
export interface Fault {
  /** In the file of cases, from 1. */
  readonly line: number;
  readonly message: string;
}

export interface Fence {
  readonly type: 'fence';
  /** The first word: ```` ```brief path=a.md ````. */
  readonly word: string;
  /** The words after it: `path=a.md`, `to="Jane Doe"`; `clean` alone is `clean=''`. */
  readonly options: ReadonlyMap<string, string>;
  /** Of its first line, from 1. */
  readonly line: number;
  readonly body: string;
  /** Offsets of the body in the file of cases, for rewriting. */
  readonly start: number;
  readonly end: number;
}

export interface Heading {
  readonly type: 'heading';
  readonly depth: number;
  readonly title: string;
  readonly line: number;
}

const OPENER = /^([ \t]*)(`{3,}|~{3,})(.*)$/;
const HEADING = /^(#{1,6}) +(.*)$/;
const OPTION = /[ ]+([a-z][a-z-]*)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"']\S*)))?(?= |$)/gy;

/** The headings and fences in order; what is written so that it could be overlooked is a fault. */
export function readFences(source: string): {
  readonly parts: readonly (Fence | Heading)[];
  readonly faults: readonly Fault[];
} {
  const parts: (Fence | Heading)[] = [];
  const faults: Fault[] = [];
  let open: Omit<Fence, 'body' | 'end'> | undefined;
  let closer = '';
  let offset = 0;
  source.split('\n').forEach((text, index) => {
    const line = index + 1;
    const start = offset;
    offset += text.length + 1;
    if (open !== undefined) {
      if (text.trimEnd() !== closer) return;
      parts.push({ ...open, body: source.slice(open.start, start), end: start });
      open = undefined;
      return;
    }
    const heading = HEADING.exec(text);
    if (heading?.[1])
      parts.push({ type: 'heading', depth: heading[1].length, title: heading[2] ?? '', line });
    const opener = OPENER.exec(text);
    if (opener === null) return;
    const [, indent = '', ticks = '', info = ''] = opener;
    if (indent !== '' || ticks.startsWith('~'))
      faults.push({ line, message: 'A fence begins at the start of the line, with ```.' });
    const { word, options, rest } = readInfo(info);
    if (rest !== '')
      faults.push({
        line,
        message: `"${rest}" is no option: write name=value, name="two words", name='a "quoted" word' or a word alone.`,
      });
    closer = ticks;
    open = { type: 'fence', word, options, line, start: offset };
  });
  if (open !== undefined)
    faults.push({ line: open.line, message: `The fence is not closed: end it with ${closer}.` });
  return { parts, faults };
}

function readInfo(info: string): Pick<Fence, 'word' | 'options'> & { readonly rest: string } {
  const word = /^\S*/.exec(info)?.[0] ?? '';
  const options = new Map<string, string>();
  OPTION.lastIndex = word.length;
  let end = word.length;
  for (let found = OPTION.exec(info); found !== null; found = OPTION.exec(info)) {
    options.set(found[1] ?? '', found[2] ?? found[3] ?? found[4] ?? '');
    end = OPTION.lastIndex;
  }
  return { word, options, rest: info.slice(end).trim() };
}
