import { isAddress, isId, nearId, sourceAddress } from '../brief/index.js';
import type { Written } from '../text/index.js';
import { definitionsOf, idsNamed, type Page, type Workspace } from '../workspace/index.js';
import type { Finding, Rule } from './rule.js';
import { soundUses } from './sound-tags.js';
import { listOf, quoted } from './wording.js';

export const unregisteredSource: Rule = {
  name: 'unregistered-source',
  summary: 'A source is given by an address or by words that no source is registered with.',
  reason:
    'A source that is registered has a name and a date, and every brief and promise that comes from it can be found. An address works as a source as soon as a source with this url is in a registry. Words such as "Official Journal, vol. 3" are not looked up: define a source with this name, and write its id.',
  level: 'warning',
  examples: {
    bad: [
      {
        brief:
          '---\nsource: https://example.org/statement\n---\nThey met on :date[31 October 2025].\n',
      },
      {
        brief: '---\nsource: Official Journal, vol. 3\n---\nThey met on :date[31 October 2025].\n',
      },
    ],
    good: [
      {
        registry:
          'source:\n  joint-statement: { name: Joint statement, url: https://example.org/statement }\n',
        brief:
          '---\nsource: https://example.org/statement\n---\nThey met on :date[31 October 2025].\n',
      },
    ],
  },
  sees: 'block',
  *check(page, workspace) {
    for (const { id } of soundUses(page)) {
      if (isId(id.text) || definitionsOf(workspace, id.text).length > 0) continue;
      yield isAddress(id.text) ? addressFinding(page, id) : wordsFinding(page, workspace, id);
    }
  },
};

function addressFinding(page: Page, id: Written): Finding {
  const written = writtenAddress(page, id);
  const message = `No source is registered with the address ${quoted(written)}. Define it in a registry under 'source:', with this url.`;
  return { span: id.span, message };
}

/** As it stands in the page: what is compared is not what an author wrote. */
export function writtenAddress(
  { text }: Pick<Page, 'text'>,
  { text: compared, span }: Written,
): string {
  const written = text
    .slice(span.start, span.end)
    .trim()
    .replace(/^<(\S*)>$/, '$1');
  return sourceAddress(written) === compared ? written : compared;
}

/** What a person wrote in front matter in place of an id. */
function wordsFinding(page: Page, workspace: Workspace, { text, span }: Written): Finding {
  const ids = registeredAs(workspace, text);
  if (ids.length === 0) {
    const message = `${quoted(text)} is not the id or the address of a source. Define the source in a registry under 'source:', with this as its name, and write its id here.`;
    return { span, message };
  }
  const all = listOf(
    ids.map((id) => `'${id}'`),
    'or',
  );
  const message = `${quoted(text)} is not the id or the address of a source. Write the id of the source that is registered under this name: ${all}.`;
  const fixes = ids.map((id) => ({
    title: `Change to '${id}'`,
    edits: [{ page: page.id, span, text: id }],
    certain: false,
  }));
  return { span, message, fixes };
}

/** The sources of this name, or of the id that it comes close to; of several names all their ids, as they are written. */
function registeredAs(workspace: Workspace, words: string): readonly string[] {
  const whole = sourcesCalled(workspace, words);
  if (whole.length > 0) return whole.slice(0, 3);
  const parts = words.split(/\s*[,;]\s*|\s+and\s+/);
  const ids = parts.map((part) => sourcesCalled(workspace, part));
  return ids.every((each) => each.length === 1) ? [ids.flat().join(', ')] : [];
}

function sourcesCalled(workspace: Workspace, words: string): readonly string[] {
  const named = idsNamed(workspace, 'source', words);
  const near = nearId(words);
  const isSource = definitionsOf(workspace, near ?? '').some(
    ({ definition }) => definition.kind === 'source',
  );
  return named.length > 0 || near === undefined || !isSource ? named : [near];
}
