import { basename, extname, resolve } from 'node:path';
import { stringify } from 'yaml';
import { counted } from '../../core/index.js';
import {
  createAtomically,
  createNew,
  decode,
  leadsOut,
  readBytes,
  writeFaultOf,
} from '../../host/index.js';
import { type Imported, importHtml, type LeftOutKind } from '../../import/index.js';
import type { Command, ExitStatus, Invocation } from '../invocation/command.js';
import { shownPath } from '../report/places.js';
import { escapePath } from '../terminal/escape-controls.js';
import { Failure } from '../terminal/failure.js';
import type { Io } from '../terminal/io.js';

export const importDocument: Command = {
  name: 'import',
  arguments: [{ syntax: '<file>', summary: "an HTML file; '-' reads HTML from standard input" }],
  summary: 'make a brief of a web page or a saved document',
  description:
    'Reads HTML, as browsers, Word, Outlook, Google Docs and converters save it, and writes clean Markdown: headings, lists, tables, links, footnotes and emphasis; what Word shows as an item of a list is one. Tracked insertions stay, deletions are left out and counted, comments become comments of Markdown. Words that would be read as a tag are escaped. The title, day and author that the document names go into the front matter.\n\nThe brief is written into the current folder, under the name of the document; a file that is there is not replaced without --force. What is read from standard input goes to standard output.',
  options: [
    { syntax: '--output <file>', summary: 'write here instead' },
    { syntax: '--force', summary: 'write over a file that is there' },
    { syntax: '--no-comments', summary: 'leave comments out' },
    { syntax: '--no-authors', summary: 'keep comments without the names of those who wrote them' },
  ],
  examples: [
    { line: 'rapporteur import statement.html', summary: 'writes statement.md' },
    { line: 'rapporteur import - < page.html > brief.md', summary: 'from one program to the next' },
  ],
  run: runImport,
};

async function runImport({ io, words, options }: Invocation): Promise<ExitStatus> {
  const [name = ''] = words;
  const html = await textOf(io, name);
  const imported = importHtml(html, {
    comments: options.comments !== false,
    authors: options.authors !== false,
  });
  const text = `${frontMatter(imported)}${imported.markdown}`;
  const output = typeof options.output === 'string' ? options.output : undefined;
  const target = output ?? (name === '-' ? undefined : `${basename(name, extname(name))}.md`);
  if (target === undefined) io.stdout.write(text);
  else save(io, target, text, options.force === true);
  for (const line of accountOf(imported)) io.stderr.write(`${line}\n`);
  return 0;
}

async function textOf(io: Io, name: string): Promise<string> {
  if (name !== '-' && !/\.x?html?$/i.test(name))
    throw new Failure(
      `${escapePath(name)} is not a document that can be read: name an .html file, or - for standard input.`,
    );
  const bytes = name === '-' ? await io.stdin() : bytesOf(resolve(io.cwd, name), io.cwd, name);
  const { text, encoding } = decode(bytes);
  if (encoding === undefined || /^UTF-/.test(encoding.found)) return text;
  const declared = inDeclaredCharset(bytes);
  if (declared !== undefined) return declared;
  throw new Failure(
    `${escapePath(name)} is not in UTF-8, and does not say in which other way its letters are written. Save it as UTF-8.`,
  );
}

function bytesOf(path: string, cwd: string, name: string): Uint8Array {
  const reading = leadsOut(path, cwd) ? undefined : readBytes(path);
  if (reading?.type === 'bytes') return reading.bytes;
  const reason = reading?.fault.reason ?? 'it is a link that leads out of the repository';
  throw new Failure(`${escapePath(name)} could not be read: ${reason}.`);
}

/** Pages that word processors save name their code page near the start, in plain letters: `charset=windows-1252`. */
function inDeclaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const name = /charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1];
  try {
    return name && new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    // It names a code page that nobody knows, or is not in it.
    return undefined;
  }
}

function frontMatter({ properties }: Imported): string {
  return Object.keys(properties).length === 0
    ? ''
    : `---\n${stringify(properties, { lineWidth: 0 })}---\n\n`;
}

function save(io: Io, target: string, text: string, isForced: boolean): void {
  const path = resolve(io.cwd, target);
  const shown = escapePath(shownPath(path, io.cwd));
  try {
    if (isForced) createAtomically(path, text, io.cwd);
    else if (!createNew(path, text, io.cwd))
      throw new Failure(`${shown} is there already. Name another with --output, or use --force.`);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const reason = writeFaultOf(error as NodeJS.ErrnoException);
    throw new Failure(`${shown} could not be written: ${reason}.`);
  }
  io.stderr.write(`${shown} was written.\n`);
}

/** What came along that cannot be seen at once, and what did not. */
function accountOf({ leftOut, footnotes, comments }: Imported): readonly string[] {
  const kept = [
    ...(footnotes > 0 ? [counted(footnotes, 'footnote')] : []),
    ...(comments > 0 ? [counted(comments, 'comment')] : []),
  ];
  const left = leftOut.map(({ kind, count }) => LEFT_OUT[kind](count));
  return [
    ...(kept.length > 0 ? [`Kept: ${kept.join(', ')}.`] : []),
    ...(left.length > 0 ? [`Left out: ${left.join(', ')}.`] : []),
  ];
}

const LEFT_OUT: Readonly<Record<LeftOutKind, (count: number) => string>> = {
  deletion: (count) => counted(count, 'tracked deletion'),
  comment: (count) => counted(count, 'comment'),
  image: (count) => `${counted(count, 'picture')} that only the document has`,
  control: (count) => counted(count, 'form field or frame', 'form fields or frames'),
  link: (count) => `${counted(count, 'address')} that no link may lead to`,
  depth: () => 'the form of parts that are nested too deep; their words are there',
};
