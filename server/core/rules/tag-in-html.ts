import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const tagInHtml: Rule = faultRule({
  name: 'tag-in-html',
  summary: 'A tag stands inside an HTML block, where no tag is read.',
  reason:
    'Between HTML tags Markdown is not read, so a tag there stays as it stands and its brackets show. A blank line after the opening HTML tag lets Markdown, and tags, begin again. Comments, <pre>, <script> and <style> are left alone: a tag there is meant to be seen.',
  level: 'error',
  message: ({ detail }) =>
    `This :${detail.kind ?? 'kind'} tag stands inside HTML, where no tag is read. Put a blank line after the HTML tag above it, or move it out.`,
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
