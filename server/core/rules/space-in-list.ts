import { type FaultText, faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const spaceInList: Rule = faultRule({
  name: 'space-in-list',
  summary: 'A space follows a comma in a list of ids.',
  reason:
    'Outside quotes a space ends the value, so the ids after it are lost: a commitment would lose a party without notice. Write the list without spaces, or in quotes.',
  level: 'error',
  fix: 'Remove the space',
  message: worded,
  examples: {
    bad: [
      {
        brief: 'The :agreement[Quad]{#quad parties=india, japan} met.\n',
        registry: 'place:\n  india: { name: India }\n  japan: { name: Japan }\n',
        fixed: 'The :agreement[Quad]{#quad parties=india,japan} met.\n',
      },
    ],
    good: [
      {
        brief: 'The :agreement[Quad]{#quad parties=india,japan} met.\n',
        registry: 'place:\n  india: { name: India }\n  japan: { name: Japan }\n',
      },
      {
        brief: 'The :agreement[Quad]{#quad parties="india, japan"} met.\n',
        registry: 'place:\n  india: { name: India }\n  japan: { name: Japan }\n',
      },
    ],
  },
});

/** Reads the list as it was meant: the attribute up to the space, and the items that go on behind it. */
function worded({ text, span }: FaultText): string {
  const before = LIST_BEFORE.exec(text.slice(Math.max(0, span.start - 200), span.start));
  const after = LIST_AFTER.exec(text.slice(span.end, span.end + 200));
  const [, name = '', value = ''] = before ?? [];
  const first = value.slice(value.lastIndexOf(',', value.length - 2) + 1);
  const joined = `${name}=${value}${after?.[0].replace(/\s+/g, '') ?? ''}`;
  if (before === null || joined.length > 80)
    return 'A space ends this list too early. Write the list without spaces, or put it in quotes.';
  return `A space ends the list after '${first}'. Write ${joined}, or put the list in quotes.`;
}

const LIST_BEFORE = /([\w-]+)=([^\s="'{}<>`]*)$/;
const LIST_AFTER =
  /^\s*,?\s*[^\s,="'{}<>`]+(?![^\s,="'{}<>`]|=)(?:\s*,\s*[^\s,="'{}<>`]+(?![^\s,="'{}<>`]|=))*/;
