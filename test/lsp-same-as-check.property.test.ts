// Whatever lies where, and whatever happens on the disk: the editor says what a check in the same folder says.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { type Editor, withEditor } from './support/editor.js';
import { property, runs } from './support/needs.js';
import {
  checkSays,
  editorSays,
  editorSaysOf,
  utf16,
  WITHOUT_WATCHERS,
} from './support/same-as-check.js';

const FOLDERS = ['', 'one/', 'one/two/', 'other/'] as const;
const anyFolder = fc.constantFrom(...FOLDERS);

const anyText = fc
  .array(
    fc.constantFrom(
      ':person[Ann Lee] met :person[Bob].\n\n',
      '::person[Bob]{#bob}\n\n',
      ':place[Arcadia]{ref=arcadia,nowhere}\n\n',
      '[there](../registry.yaml) [picture](map.png)\n\n',
      '# Visit of \u{1f600} :person[Zoë]\n\n',
      ':person[Ann]{by=x\n\n',
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(''));

const anyRegistry = fc.constantFrom(
  'person:\n  ann: { name: Ann Lee }\n',
  'person:\n  bob: { name: Bob }\nplace:\n  arcadia: { name: Arcadia }\n',
  'person:\n  ann: { name: [\n',
);

const encodings: readonly ((text: string) => string | Uint8Array)[] = [
  (text) => text,
  (text) => `\ufeff${text}`,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => utf16(text),
  (text) => utf16(text, 'be'),
  (text) => Buffer.from(text, 'latin1'),
];

const encoded = (text: fc.Arbitrary<string>): fc.Arbitrary<string | Uint8Array> =>
  fc.tuple(text, fc.constantFrom(...encodings)).map(([words, encode]) => encode(words));

/** A file in one of the folders; `undefined`: there is none, or it goes. */
const anyFile = fc.oneof(
  fc.tuple(fc.constantFrom('a.md', 'b.md', 'c.md'), encoded(anyText)),
  fc.tuple(fc.constantFrom('registry.yaml', 'x.registry.yaml'), encoded(anyRegistry)),
  fc.tuple(
    fc.constant('rapporteur.yaml'),
    fc.constantFrom(
      '',
      'root: false\n',
      'rules: { unresolved-name: warning }\n',
      "ignore: ['two/**']\n",
    ),
  ),
  fc.tuple(fc.constant('.gitignore'), fc.constantFrom('two/\n', 'b.md\n', '')),
  fc.tuple(fc.constant('.git/HEAD'), fc.constant('')),
  fc.tuple(fc.constant('map.png'), fc.constant('')),
);
const placedFile = fc
  .tuple(anyFolder, anyFile)
  .map(([folder, [name, content]]) => [`${folder}${name}`, content] as const);

const anyChange = fc.tuple(placedFile, fc.constantFrom('written', 'gone'));

property('a folder that is open, in a client that tells nothing of the disk', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(placedFile, { maxLength: 12 }),
      anyFolder,
      fc.array(anyChange, { maxLength: 4 }),
      async (files, folder, changes) => {
        const open = `${folder}open.md`;
        const all = { ...Object.fromEntries(files), [open]: ':person[Ann Lee] and :person[Bob]\n' };
        const options = { capabilities: WITHOUT_WATCHERS, folders: [folder] };
        await withEditor(all, options, async (editor) => {
          assert.deepEqual(await editorSays(editor), await checkSays(editor, folder));
          for (const [[file, content], how] of changes) change(editor, file, how, content);
          editor.open(open);
          assert.deepEqual(await editorSays(editor), await checkSays(editor, folder));
        });
      },
    ),
    runs('server'),
  );
});

property('a file that is open alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(placedFile, { maxLength: 12 }), anyFolder, async (files, folder) => {
      const open = `${folder}open.md`;
      const all = { ...Object.fromEntries(files), [open]: ':person[Ann Lee] and :person[Bob]\n' };
      await withEditor(all, { folders: [] }, async (editor) => {
        editor.open(open);
        const wanted = (await checkSays(editor, folder)).filter((said) =>
          said.startsWith(`${open} `),
        );
        assert.deepEqual(await editorSaysOf(editor, open), wanted);
      });
    }),
    runs('server'),
  );
});

function change(editor: Editor, file: string, how: string, content: string | Uint8Array): void {
  if (how === 'written') editor.write(file, content);
  else fs.rmSync(path.join(editor.root, file), { force: true });
}
