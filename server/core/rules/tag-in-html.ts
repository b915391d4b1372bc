import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const tagInHtml: Rule = faultRule({
  name: 'tag-in-html',
  summary: 'A tag is inside an HTML block, where tags are not read.',
  reason:
    'Markdown is not read between HTML tags, so a tag there stays as it is written, and readers see its brackets. After a blank line below the opening HTML tag, Markdown and tags are read again. Comments, <pre>, <script> and <style> are not checked: a tag in them is meant to be shown.',
  level: 'error',
  message: ({ detail }) =>
    `This :${detail.kind ?? 'kind'} tag is inside HTML, where tags are not read. Put a blank line after the HTML tag above it, or move it out.`,
  examples: {
    bad: [
      {
        brief: `We met in :date[2025].

<div>
And in :date[October 2025].
</div>
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
