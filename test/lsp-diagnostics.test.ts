// Whatever was typed, in whatever order: the server says what `rapporteur check` says of the final texts.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { applyChanges, gatherReports, linesOf, linksToAsk, lint } from '../server/core/index.js';
import { ABLE, type Editor, eventually, type Finding, startEditor } from './support/editor.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

const TODAY = '2025-11-01';

const START: Readonly<Record<string, string>> = {
  'registry.yaml':
    'person:\n  ann: { name: Ann Lee, other_names: [Lee] }\nplace:\n  arcadia: { name: Arcadia }\n  borduria: { name: Borduria }\nsource:\n  paper: { name: Paper }\n',
  'a.md':
    '---\ndate: 2025-10-01\nsource: paper\n---\n# Aid\n\n:person[Ann Lee] says :place[Arcadia] :commitment[will help]{#c-aid by=arcadia to=borduria due=2025-10-15}.\n\nSee [news](b.md#news) and :person[Lee].\n',
  'b.md':
    '---\ndate: 2025-10-20\nsource: paper\n---\n# News\n\n::update[Done]{of=c-aid status=fulfilled on=2025-10-10}\n\n:commitment[that pledge]{ref=c-aid} of :place[Arcadia]. [Aid](a.md#aid)\n',
};
const FILES = Object.keys(START);

/** Pieces that make and unmake what other files depend on. */
const PIECES = [
  ':person[Bob]',
  ':person[Lee]',
  '{ref=ann}',
  ' ',
  '\n\n',
  '# Aid\n',
  '::person[Bob]{#bob}\n',
  '::update{of=c-aid status=broken}\n',
  '\n  bob: { name: Bob }\n',
  'ann',
  ':',
  '🙂',
  'x',
  '[n](b.md#aid)',
  '<!-- rapporteur-disable-file unresolved-name -->',
];

const edit = fc.record({
  file: fc.constantFrom(...FILES),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.integer({ min: 0, max: 12 }),
  insert: fc.constantFrom(...PIECES),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** What the rules say of the texts read from nothing, in the protocol's words. */
function expected(texts: Readonly<Record<string, string>>, file: string): readonly string[] {
  const read = workspaceOf(texts);
  // Whatever a link leads to that chance has made, there is no such file.
  const exist = new Map(linksToAsk(read).map((target) => [target, false]));
  const workspace = applyChanges(read, [{ type: 'files', exist }]);
  const lines = linesOf(texts[file] ?? '');
  const page = workspace.pages.get(file);
  const reports = lint(workspace, file, new Map());
  return (page === undefined ? [] : gatherReports(page, reports)).map(
    ({ rule, span, message, related = [] }) => {
      const { line, column } = lines.positionAt(span.start);
      const places = related.map(({ page, span: at }) => {
        const place = linesOf(texts[page] ?? '').positionAt(at.start);
        return `${page}:${place.line}:${place.column}`;
      });
      return [rule, line, column, message, ...places].join(' ');
    },
  );
}

function said(editor: Editor, items: readonly Finding[]): readonly string[] {
  return items.map(({ code, range, message, relatedInformation = [] }) => {
    const places = relatedInformation.map(({ location: { uri, range: at } }) => {
      const file = FILES.find((each) => editor.uri(each) === uri);
      return `${file}:${at.start.line}:${at.start.character}`;
    });
    return [code, range.start.line, range.start.character, message, ...places].join(' ');
  });
}

class Typing {
  readonly texts: Record<string, string> = { ...START };
  readonly #versions = new Map<string, number>();
  constructor(readonly editor: Editor) {}

  open(): void {
    for (const file of FILES) this.editor.open(file, START[file]);
  }

  /** As an editor sends it: the range that went, the words that came. */
  type({ file, at, remove, insert }: Edit): void {
    const text = this.texts[file] ?? '';
    let start = Math.floor(at * text.length);
    let end = Math.min(text.length, start + remove);
    if (/[\udc00-\udfff]/.test(text[start] ?? '')) start -= 1;
    if (/[\udc00-\udfff]/.test(text[end] ?? '')) end += 1;
    const lines = linesOf(text);
    const position = (offset: number): object => {
      const { line, column } = lines.positionAt(offset);
      return { line, character: column };
    };
    this.send(file, text.slice(0, start) + insert + text.slice(end), {
      range: { start: position(start), end: position(end) },
      text: insert,
    });
  }

  reset(): void {
    for (const file of FILES) this.send(file, START[file] ?? '', { text: START[file] ?? '' });
  }

  send(file: string, text: string, change: object): void {
    const version = (this.#versions.get(file) ?? 1) + 1;
    this.#versions.set(file, version);
    this.texts[file] = text;
    void this.editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.editor.uri(file), version },
      contentChanges: [change],
    });
  }
}

async function typingIn(
  capabilities: ClientCapabilities,
  use: (typing: Typing) => Promise<void>,
): Promise<void> {
  const editor = await startEditor(START, { capabilities, configuration: { today: TODAY } });
  try {
    const typing = new Typing(editor);
    typing.open();
    await use(typing);
  } finally {
    await editor.close();
  }
}

const PUSHED: ClientCapabilities = {
  ...ABLE,
  textDocument: { publishDiagnostics: { relatedInformation: true } },
};

describe('what the server finds', () => {
  property('is what a check of the final texts finds, pulled document by document', async () => {
    await typingIn(ABLE, async (typing) => {
      await fc.assert(
        fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
          typing.reset();
          for (const each of edits) {
            typing.type(each);
            // Asked in the midst of it, so that what is kept from then is put to the test.
            if (each.remove % 3 === 0) await typing.editor.pull(each.file);
          }
          for (const file of FILES) {
            const items = await typing.editor.pull(file);
            assert.deepEqual(said(typing.editor, items), expected(typing.texts, file), file);
          }
        }),
        runs('run'),
      );
    });
  });

  property('is what a check of the final texts finds, pushed', async () => {
    await typingIn(PUSHED, async (typing) => {
      const { editor } = typing;
      await fc.assert(
        fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
          for (const each of edits) typing.type(each);
          for (const file of FILES) {
            const wanted = JSON.stringify(expected(typing.texts, file));
            await eventually(
              () =>
                JSON.stringify(
                  said(editor, (editor.published.get(editor.uri(file))?.at(-1) ?? []) as Finding[]),
                ),
              (found) => found === wanted,
            );
          }
        }),
        runs('server'),
      );
    });
  });

  it('is right after 200 quick edits', async () => {
    await typingIn(ABLE, async (typing) => {
      const words = ':person[Bob Ray] and :place[Arcadia]{ref=borduria}. ';
      for (let index = 0; index < 200; index += 1) {
        typing.type({ file: 'a.md', at: 1, remove: 0, insert: words[index % words.length] ?? '' });
      }
      const items = await typing.editor.pull('a.md');
      assert.deepEqual(said(typing.editor, items), expected(typing.texts, 'a.md'));
      assert.ok(items.some(({ message }) => message.includes('Bob Ray')));
    });
  });

  it('is published anew for the documents it concerns, and for no other', async () => {
    await typingIn(PUSHED, async (typing) => {
      const { editor } = typing;
      const count = (file: string): number => editor.published.get(editor.uri(file))?.length ?? 0;
      await eventually(
        () => FILES.map(count),
        (counts) => counts.every((each) => each === 1),
      );
      typing.send('registry.yaml', `${START['registry.yaml']}org:\n  who: { name: WHO }\n`, {
        text: `${START['registry.yaml']}org:\n  who: { name: WHO }\n`,
      });
      await eventually(
        () => count('registry.yaml'),
        (published) => published === 2,
      );
      const renamed = (START['registry.yaml'] ?? '').replace('Ann Lee', 'Anna Lee');
      typing.send('registry.yaml', renamed, { text: renamed });
      await eventually(
        () => count('a.md'),
        (published) => published === 2,
      );
      assert.equal(count('b.md'), 1, 'b.md speaks of no Ann');
    });
  });

  it('comes for the whole workspace, with what is new since the last answer', async () => {
    await typingIn(ABLE, async (typing) => {
      const { editor } = typing;
      interface Item {
        readonly uri: string;
        readonly kind: string;
        readonly resultId: string;
        readonly items?: readonly Finding[];
      }
      const ask = (previousResultIds: readonly object[]): Promise<{ items: readonly Item[] }> =>
        editor.connection.sendRequest('workspace/diagnostic', { previousResultIds });
      const first = await ask([]);
      for (const file of FILES) {
        const item = first.items.find(({ uri }) => uri === editor.uri(file));
        assert.deepEqual(said(editor, item?.items ?? []), expected(typing.texts, file));
      }
      const known = first.items.map(({ uri, resultId }) => ({ uri, value: resultId }));
      const second = ask(known);
      typing.type({ file: 'b.md', at: 1, remove: 0, insert: ':person[Bob]' });
      const news = await second;
      const full = news.items.filter(({ kind }) => kind === 'full');
      assert.deepEqual(
        full.map(({ uri }) => uri),
        [editor.uri('b.md')],
      );
      assert.deepEqual(said(editor, full[0]?.items ?? []), expected(typing.texts, 'b.md'));
    });
  });

  it('names the page of its rule, and fades what is only a hint', async () => {
    await typingIn(ABLE, async (typing) => {
      typing.send('registry.yaml', `${START['registry.yaml']}org:\n  who: { name: WHO }\n`, {
        text: `${START['registry.yaml']}org:\n  who: { name: WHO }\n`,
      });
      const [unused] = await typing.editor.pull('registry.yaml');
      assert.equal(unused?.code, 'unused-entity');
      assert.deepEqual(unused?.tags, [1]);
      assert.match(unused?.codeDescription?.href ?? '', /^file:.*unused-entity\.md$/);
    });
  });
});
