import type { Entry, YamlSyntax } from '../parse/index.js';

/**
 * Nearly all front matter is lines of `key: value`, a value in plain words or in quotes without escapes.
 * Reading those here spares the YAML library, which takes longer for them than the rest of a brief does.
 * @returns what `parseYaml` says of the text; `undefined` where anything else stands in it.
 */
export function readFrontMatterFast(text: string, at: number): YamlSyntax | undefined {
  const entries: Entry[] = [];
  let end = 0;
  for (let start = 0; start < text.length; start = LINE.lastIndex) {
    LINE.lastIndex = start;
    const line = LINE.exec(text);
    if (line === null) return undefined;
    const [, key = '', colon = '', plain, double, single] = line;
    // What YAML calls nothing is for it to say.
    if (
      plain !== plain?.trimEnd() ||
      /^(?:null|Null|NULL)$/.test(plain ?? '') ||
      entries.some((entry) => entry.key.text === key)
    )
      return undefined;
    const value = plain ?? double ?? single ?? '';
    const quote = plain === undefined ? 1 : 0;
    const from = start + key.length + colon.length + quote;
    end = from + value.length + quote;
    entries.push({
      key: { text: key, span: { start: at + start, end: at + start + key.length } },
      value: placed(value, at + from),
    });
    if (entries.length > MAX_LINES) return undefined;
  }
  if (entries.length === 0) return undefined;
  const span = { start: at, end: at + end };
  return { value: { type: 'mapping', span, entries }, faults: [], comments: [] };
}

/** More keys than this are for the library, which does not compare all with all. */
const MAX_LINES = 30;

const LETTERS = String.raw`\u00a1-\u1fff\u2010-\u2027\u2030-\ud7ff`;
/** Begins with a letter or digit; without `#`, and without `:` before a space: these may be YAML. */
const PLAIN = String.raw`[\dA-Za-z${LETTERS}](?:[ !"$-9;-~${LETTERS}]|:(?=\S))*`;
const QUOTED = String.raw`"([ !#-[\]-~${LETTERS}]*)"|'([ -&(-~${LETTERS}]*)'`;
const LINE = new RegExp(
  String.raw`([A-Za-z][\w-]{0,60})(: {1,9})(?:(${PLAIN})|${QUOTED})(?:\r?\n|$)`,
  'y',
);

function placed(text: string, start: number): Entry['value'] {
  return { type: 'scalar', text, span: { start, end: start + text.length } };
}
