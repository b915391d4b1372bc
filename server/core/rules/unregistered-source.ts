import { isAddress } from '../brief/index.js';
import { definitionsOf } from '../workspace/index.js';
import type { Rule } from './rule.js';
import { soundUses } from './sound-tags.js';
import { quoted } from './wording.js';

export const unregisteredSource: Rule = {
  name: 'unregistered-source',
  summary: 'A source is given by an address that no source is registered with.',
  reason:
    'A source that is registered has a name and a date, and every brief and promise that comes from it can be found. An address works as a source as soon as a source with this url is in a registry.',
  level: 'warning',
  examples: {
    bad: [
      {
        brief:
          '---\nsource: https://example.org/statement\n---\nThey met on :date[31 October 2025].\n',
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
      if (!isAddress(id.text) || definitionsOf(workspace, id.text).length > 0) continue;
      const message = `No source is registered with the address ${quoted(id.text)}. Define it in a registry under 'source:', with this url.`;
      yield { span: id.span, message };
    }
  },
};
