import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const spaceInList: Rule = faultRule({
  name: 'space-in-list',
  summary: 'A space follows a comma in a list of ids.',
  reason:
    'Outside quotes a space ends the value, so the ids after it are lost: a commitment would lose a party without a word. Write the list without spaces, or in quotes.',
  level: 'error',
  fix: 'Remove the space',
  message: ({ detail, written }) => {
    const list = detail.list ?? written;
    const first = list.split(/\s/, 1)[0] || list;
    const name = detail.attribute === undefined ? '' : `${detail.attribute}=`;
    const joined = list.replace(/\s+/g, '');
    return `A space ends the list after '${first}'. Write ${name}${joined}, or put the list in quotes.`;
  },
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
