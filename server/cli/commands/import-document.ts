import { basename, dirname, extname, resolve } from 'node:path';
import { stringify } from 'yaml';
import {
  createAtomically,
  createNew,
  decodePage,
  leadsOut,
  namesIn,
  readBytes,
  writeFaultOf,
} from '../../host/index.js';
import {
  accountOf,
  frontMatter,
  type ImportChoices,
  type Imported,
  importFile,
  refusalWords,
} from '../../import/index.js';
import type { Command, ExitStatus, Invocation } from '../invocation/command.js';
import { textOf } from '../invocation/shared-options.js';
import { shownPath } from '../report/places.js';
import { escapePath } from '../terminal/escape-controls.js';
import { Failure } from '../terminal/failure.js';
import type { Io } from '../terminal/io.js';

export const importDocument: Command = {
  name: 'import',
  arguments: [
    { syntax: '<file>', summary: "a .docx or .html file; '-' reads one from standard input" },
  ],
  summary: 'make a brief of a document of Word or a web page',
  description:
    'Reads .docx, as Word, LibreOffice and Google Docs write it, and HTML, as browsers, Word, Outlook, Google Docs and converters save it, and writes clean Markdown: headings, lists with their kinds and levels, tables, links, footnotes and emphasis. Tracked insertions stay, deletions are left out and counted, comments become comments of Markdown. Words that would be read as a tag are escaped. The title, day and author that the document names go into the front matter. What could not be taken along is said.\n\nThe brief is written into the current folder, under the name of the document, and the pictures of a .docx next to it; a file that is there is not replaced without --force, and a picture never. What is read from standard input goes to standard output, without pictures.',
  options: [
    { syntax: '--output <file>', summary: 'write here instead' },
    { syntax: '--force', summary: 'write over a brief that is there' },
    { syntax: '--no-comments', summary: 'leave comments out' },
    { syntax: '--no-authors', summary: 'keep comments without the names of those who wrote them' },
    {
      syntax: '--source <id>',
      summary: 'name the document as the source of the brief, and show its entry for the registry',
    },
    { syntax: '--annotate', summary: 'show what could be tagged in the brief' },
  ],
  examples: [
    { line: 'rapporteur import statement.docx', summary: 'writes statement.md and its pictures' },
    { line: 'rapporteur import --annotate page.html', summary: 'and suggests tags' },
    { line: 'rapporteur import - < page.html > brief.md', summary: 'from one program to the next' },
  ],
  run: runImport,
};

async function runImport(invocation: Invocation): Promise<ExitStatus> {
  const { io, words, options } = invocation;
  const [name = ''] = words;
  const output = textOf(invocation, 'output');
  const target = output ?? (name === '-' ? undefined : `${basename(name, extname(name))}.md`);
  if (target === undefined && options.annotate === true)
    throw new Failure('--annotate needs a brief in a file. Name one with --output.');
  const source = sourceOf(invocation);
  const imported = documentOf(await bytesNamed(io, name), {
    name,
    target: target === undefined ? undefined : resolve(io.cwd, target),
    comments: options.comments !== false,
    authors: options.authors !== false,
  });
  const text = `${frontMatter(imported.properties, source)}${imported.markdown}`;
  if (target === undefined) io.stdout.write(text);
  else save(io, target, text, imported, options.force === true);
  for (const line of accountOf(imported)) io.stderr.write(`${line}\n`);
  if (source !== undefined) io.stderr.write(`For the registry:\n${entryOf(source, imported)}`);
  if (target === undefined || options.annotate !== true) return 0;
  const { annotate } = await import('./annotate.js');
  return annotate.run({ ...invocation, words: [target], options: {} });
}

interface Wanted extends ImportChoices {
  readonly name: string;
  readonly target: string | undefined;
}

function documentOf(bytes: Uint8Array, { name, target, ...choices }: Wanted): Imported {
  const pictures = target === undefined ? undefined : picturesBeside(target);
  const imported = importFile({ name, bytes, pictures, decodePage }, choices);
  if (!('refused' in imported)) return imported;
  const document = name === '-' ? 'what was read from standard input' : escapePath(name);
  throw new Failure(`${document} ${refusalWords(imported)}.`);
}

function picturesBeside(target: string): { stem: string; taken: readonly string[] } {
  return { stem: basename(target, extname(target)), taken: namesIn(dirname(target)) };
}

async function bytesNamed(io: Io, name: string): Promise<Uint8Array> {
  if (name !== '-' && !/\.(?:x?html?|do[ct][xm]?)$/i.test(name))
    throw new Failure(
      `${escapePath(name)} is not a document that can be read: name a .docx or .html file, or - for standard input.`,
    );
  return name === '-' ? await io.stdin() : bytesOf(resolve(io.cwd, name), io.cwd, name);
}

function bytesOf(path: string, cwd: string, name: string): Uint8Array {
  const reading = leadsOut(path, cwd) ? undefined : readBytes(path);
  if (reading?.type === 'bytes') return reading.bytes;
  const reason = reading?.fault.reason ?? 'it is a link that leads out of the repository';
  throw new Failure(`${escapePath(name)} could not be read: ${reason}.`);
}

function sourceOf(invocation: Invocation): string | undefined {
  const id = textOf(invocation, 'source');
  if (id === undefined || /^[a-z0-9][\w.-]*$/i.test(id)) return id;
  throw new Failure(
    `--source: '${id}' cannot be an id. Use letters, digits and hyphens: joint-statement.`,
  );
}

/** What a registry says of a source, indented as in one. */
function entryOf(id: string, { properties: { title, date, author } }: Imported): string {
  const entry = {
    name: title ?? id,
    ...(date === undefined ? {} : { date }),
    ...(author === undefined ? {} : { description: `By ${author}.` }),
  };
  return stringify({ source: { [id]: entry } }, { lineWidth: 0 });
}

/** The pictures first: a brief that is there has all that it links to. */
function save(
  io: Io,
  target: string,
  text: string,
  { pictures }: Imported,
  isForced: boolean,
): void {
  const path = resolve(io.cwd, target);
  const isThere = `${shown(path, io)} is there already. Name another with --output, or use --force.`;
  if (!isForced && namesIn(dirname(path)).includes(basename(path))) throw new Failure(isThere);
  for (const { name, bytes } of pictures) {
    const picture = resolve(dirname(path), name);
    const wasWritten = writing(picture, io, () => createNew(picture, bytes, io.cwd));
    if (!wasWritten) throw new Failure(`${shown(picture, io)} is there already. Try again.`);
  }
  const wasWritten = writing(path, io, () => {
    if (!isForced) return createNew(path, text, io.cwd);
    createAtomically(path, text, io.cwd);
    return true;
  });
  if (!wasWritten) throw new Failure(isThere);
  io.stderr.write(`${shown(path, io)} was written.\n`);
}

function writing(path: string, io: Io, write: () => boolean): boolean {
  try {
    return write();
  } catch (error) {
    const reason = writeFaultOf(error as NodeJS.ErrnoException);
    throw new Failure(`${shown(path, io)} could not be written: ${reason}.`);
  }
}

function shown(path: string, { cwd }: Io): string {
  return escapePath(shownPath(path, cwd));
}
