// Whatever stands in HTML: it becomes Markdown without a fault, and none of its words becomes a tag.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { recognize } from '../server/core/brief/index.js';
import { vocabularyOf } from '../server/core/kinds/index.js';
import { parse } from '../server/core/parse/index.js';
import { importHtml } from '../server/import/index.js';
import { property, runs } from './support/needs.js';

const vocabulary = vocabularyOf([]);

const WORDS = [
  ':person[Jane]',
  ':person[Jane]{ref=x}',
  '::update{of=c}',
  ':::commitment{#c}',
  ':commitment[will *pay*]{by=a}',
  '---',
  'date: 2025',
  ':persn[Jane]',
  '<!-- rapporteur-disable -->',
  '-->',
  '&nbsp;',
  '[^1]',
  '# a',
  '- a',
  '| a |',
  'plain words',
];
const MARKUP = [
  '<p>',
  '</p>',
  '<b>',
  '</b>',
  '<ul><li>',
  '</li></ul>',
  '<table><tr><td>',
  '</table>',
  '<a href="#a" name="b">[1]</a>',
  '<a href="#b" name="a">[1]</a>',
  '<div style="mso-element:comment;mso-comment-author:x"><a name="_msocom_1"></a>',
  '<a class="msocomanchor" href="#_msocom_1">x</a>',
  '<p style="mso-list:l0 level2"><span style="mso-list:Ignore">1.</span>',
  '<del>',
  '<pre>',
  '<h2>',
  '<br>',
  '<![if !x]>',
  '<o:p>',
];
const piece = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(...MARKUP),
  fc.string({ maxLength: 8, unit: 'binary' }),
);

property(
  'never throws, and no word of a text becomes a tag, a comment of ours or front matter',
  () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { markdown } = importHtml(pieces.join(' '));
        assert.deepEqual(recognize(parse(markdown), vocabulary).tags, [], markdown);
        assert.doesNotMatch(markdown, /^---/);
      }),
      runs('text'),
    );
  },
);
