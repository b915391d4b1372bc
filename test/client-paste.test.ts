// What is offered when something is pasted into Markdown, with stand-ins for VS Code and for its clipboard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asParagraphs, importHtml } from '../server/import/index.js';
import type { ImportParams } from '../server/lsp/protocol.js';
import { loadClientModule } from './support/client-module.js';

interface Edit {
  readonly title: string;
  readonly kind: { readonly value: string };
  readonly yieldTo: readonly { readonly value: string }[];
  insertText: string;
}
interface Provider {
  provideDocumentPasteEdits(...given: readonly unknown[]): Promise<readonly Edit[]>;
  resolveDocumentPasteEdit(edit: Edit, token: unknown): Promise<Edit>;
}
interface Metadata {
  readonly providedPasteEditKinds: readonly { readonly value: string }[];
}

const kind = (value: string): object => ({
  value,
  append: (...parts: readonly string[]) => kind([value, ...parts].filter(Boolean).join('.')),
});
const TOKEN = { isCancellationRequested: false };

/** The provider that the extension gives to VS Code, what the server was asked, and what people were told. */
async function opened(comments = 'named') {
  const asked: ImportParams[] = [];
  const said: string[] = [];
  let provider: Provider | undefined;
  let metadata: Metadata | undefined;
  const vscode = {
    DocumentDropOrPasteEditKind: { Empty: kind(''), Text: kind('text') },
    DocumentPasteEdit: class {
      constructor(
        readonly insertText: string,
        readonly title: string,
        readonly kind: object,
      ) {}
    },
    Range: class {
      constructor(
        readonly startLine: number,
        readonly startCharacter: number,
        readonly line: number,
        readonly character: number,
      ) {}
    },
    l10n: { t: (text: string, ...words: readonly string[]) => text.replace('{0}', words[0] ?? '') },
    languages: {
      registerDocumentPasteEditProvider: (_selector: object, given: Provider, more: Metadata) => {
        provider = given;
        metadata = more;
      },
    },
    workspace: { getConfiguration: () => ({ get: () => comments }) },
    window: { showInformationMessage: (words: string) => said.push(words) },
  };
  const { offerMarkdown } = await loadClientModule<{ offerMarkdown(server: object): unknown }>(
    'client/paste/offer-markdown.ts',
    { vscode },
  );
  offerMarkdown({
    started: async () => ({
      sendRequest: async (_method: string, params: ImportParams) => {
        asked.push(params);
        const { document, firstFootnote = 1 } = params;
        if ('text' in document) return { markdown: asParagraphs(document.text), account: [] };
        assert.ok('html' in document);
        const { markdown } = importHtml(document.html, {
          ...{ comments: true, authors: true, firstFootnote },
        });
        return { markdown, account: ['Left out: 1 tracked deletion.'] };
      },
    }),
  });
  assert.ok(provider !== undefined && metadata !== undefined);
  return { asked, said, provider, metadata };
}

/** Pastes at `‸` in a document. */
async function paste(
  { provider }: { readonly provider: Provider },
  text: string,
  clipboard: Readonly<Record<string, string>>,
): Promise<readonly Edit[]> {
  const before = text.slice(0, text.indexOf('‸')).split('\n');
  const document = {
    getText: (range?: { readonly line: number; readonly character: number }) => {
      if (range === undefined) return text.replace('‸', '');
      assert.deepEqual([range.line, range.character], [before.length - 1, before.at(-1)?.length]);
      return before.join('\n');
    },
  };
  const start = { line: before.length - 1, character: before.at(-1)?.length };
  const transfer = {
    get: (type: string) =>
      clipboard[type] === undefined ? undefined : { asString: async () => clipboard[type] },
  };
  return provider.provideDocumentPasteEdits(document, [{ start }], transfer, {}, TOKEN);
}

const WORD =
  '<h2>Ports</h2><p>Paid <del>never</del><sup><a href="#n" id="r">1</a></sup></p><ol><li id="n">A note. <a href="#r">^</a></li></ol>';

test('HTML is offered as Markdown behind the plain text, and converted when it is chosen', async () => {
  const open = await opened();
  const [offer, ...others] = await paste(open, 'Old[^2]\n\n> ‸\n\n[^2]: x', {
    'text/html': WORD,
    'text/plain': 'Ports Paid',
  });
  assert.ok(offer !== undefined && others.length === 0);
  assert.equal(offer.title, 'Paste as Markdown');
  assert.equal(offer.kind.value, 'rapporteur.markdown');
  assert.deepEqual(
    offer.yieldTo.map(({ value }) => value),
    ['text'],
  );
  assert.equal(offer.insertText, 'Ports Paid');
  assert.deepEqual(open.asked, []);
  await open.provider.resolveDocumentPasteEdit(offer, TOKEN);
  assert.equal(offer.insertText, '## Ports\n>\n> Paid[^3]\n>\n> [^3]: A note.');
  assert.deepEqual(open.said, ['Pasted as Markdown. Left out: 1 tracked deletion.']);
});

test('comments come along as the settings say', async () => {
  const clipboard = { 'text/html': WORD, 'text/plain': '' };
  for (const [set, sent] of [
    ['named', true],
    ['nameless', 'nameless'],
    ['none', false],
  ] as const) {
    const open = await opened(set);
    const [offer] = await paste(open, '‸', clipboard);
    assert.ok(offer !== undefined);
    await open.provider.resolveDocumentPasteEdit(offer, TOKEN);
    assert.deepEqual(
      open.asked.map(({ comments }) => comments),
      [sent],
    );
  }
});

test('lines of plain text are offered as paragraphs', async () => {
  const open = await opened();
  const [offer] = await paste(open, '‸', { 'text/plain': 'One line.\nAnother line.\n' });
  assert.ok(offer !== undefined);
  assert.equal(offer.kind.value, 'rapporteur.paragraphs');
  await open.provider.resolveDocumentPasteEdit(offer, TOKEN);
  assert.equal(offer.insertText, 'One line.\n\nAnother line.');
  assert.deepEqual(
    open.metadata.providedPasteEditKinds.map(({ value }) => value),
    ['rapporteur.markdown', 'rapporteur.paragraphs'],
  );
});

test('nothing is offered for what is plain, and nowhere but in prose', async () => {
  const open = await opened();
  const plain = {
    'text/html': '<meta charset="utf-8"><div style="color:#fff"><span>a</span></div>',
    'text/plain': 'a\n\n- b\n- c\n',
  };
  assert.deepEqual(await paste(open, '‸', plain), []);
  const rich = { 'text/html': WORD, 'text/plain': 'a\nb' };
  for (const text of ['---\ntitle: ‸\n---\n', '```\n‸\n```', '- a\n\n  ~~~~ js\n  ~~~\n  ‸'])
    assert.deepEqual(await paste(open, text, rich), [], text);
  for (const text of ['---\ntitle: a\n---\n‸', '```\na\n```\n‸', '---\n\n‸', '`` ``` ``\n‸'])
    assert.equal((await paste(open, text.replace('---\n\n', '***\n\n'), rich)).length, 2, text);
  assert.deepEqual(open.asked, []);
});
