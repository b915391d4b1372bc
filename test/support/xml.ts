import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { validateXML } from 'xmllint-wasm';

/** Holds a text to the XSD `test/schemas/<name>`; nothing is fetched. */
export async function assertValid(xml: string, name: string): Promise<void> {
  const schema = fs.readFileSync(path.resolve('test', 'schemas', name), 'utf8');
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'report.xml', contents: xml }],
    schema: [schema],
    maxMemoryPages: 4096,
  });
  assert.ok(valid, errors.map(({ message }) => message).join('\n'));
}
