import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const tagInHtml: Rule = faultRule({
  name: 'tag-in-html',
  summary: 'A tag is inside HTML, where tags are not read.',
  reason:
    'Markdown is not read between HTML tags, so a tag there stays as it is written, and readers see its brackets. After a blank line below the opening HTML tag, Markdown and tags are read again. The rest of a line after a comment or </pre> is HTML, too. Only what is inside of comments, <pre>, <script>, <style> and <textarea> is not checked: nobody expects a tag there to be read.',
  level: 'error',
  message: ({ detail }) =>
    `This :${detail.kind ?? 'kind'} tag is inside HTML, where tags are not read. Put a blank line between the HTML and the tag, or move the tag out.`,
  examples: {
    bad: [
      {
        brief: `We met in :date[2025].

<div>
And in :date[October 2025].
</div>
`,
      },
      {
        brief: `- We met in :date[2025].
- <!-- checked --> And in :date[October 2025].
`,
      },
    ],
    good: [
      {
        brief: `<div>

We met in :date[October 2025].

</div>

<!-- :date[soon] -->
`,
      },
    ],
  },
});
