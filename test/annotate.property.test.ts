import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  annotationEdits,
  applyChanges,
  applyEdits,
  contains,
  overlaps,
  strip,
  syntaxOf,
} from '../server/core/index.js';
import { createSuggestions } from '../server/core/suggest/suggestions/index.js';
import { workspaceWith } from './support/linting.js';
import { property, runs } from './support/needs.js';
import { annotationsIn, candidatesIn } from './support/suggesting.js';

const LEVELS = ['certain', 'likely', 'possible'];
const REGISTRY = `person:
  ann: { name: Ann Lee, other_names: [Minister Lee, Lee] }
place:
  norland: { name: Norland, other_names: [the North, 北国] }
org:
  bank: { name: Bank of Norland }
topic:
  trade: { name: free trade }
`;

/** What briefs are made of: sentences that suggest much, and all that Markdown puts around them. */
const PIECES = [
  'Norland will open a port and fund schools by 2027.',
  'The Bank of Norland and Ann Lee agreed to meet.',
  'She said Norland would pay [again](https://x.org/Norland).',
  'Foreign Minister **Ada** Moreau met *Jan Berg* of the `Bank of Norland`.',
  'The United States–Norland Trade Agreement (USNTA) [1] is [open.',
  ':person[Ann Lee] :commitment[will call :place[Norland]]{#c-1 by=ann} on Monday.',
  '> They look forward to visiting Norland in March 2026.',
  '- both countries\n- the Agreement\n- Lee',
  '| Norland | Ann Lee |\n|---|---|\n| 北国会见 | free trade |',
  '```\nAnn Lee\n```',
  '<b>Ann Lee</b> <!-- Norland -->',
  '# Ann Lee of Norland',
  'Mr. Lee\\] &amp; Sons, “H.E.” Dr. Tolvanen; U.S.',
  ':::commitment{#c-2 by=ann}\nAnn Lee will go.\n:::',
];

const brief = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 20, unit: 'grapheme' })), {
    maxLength: 8,
  })
  .chain((parts) =>
    fc
      .constantFrom('\n\n', ' ', '\n')
      .map((gap) => `---\ndate: 2025-10-31\n---\n\n${parts.join(gap)}\n`),
  );

property('whatever is accepted, the text without tags is the text there was', () => {
  fc.assert(
    fc.property(brief, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (text, choice) => {
      const workspace = workspaceWith({ 'a.md': text, 'registry.yaml': REGISTRY });
      const { suggestions } = annotationsIn(workspace, 'a.md', LEVELS);
      const some = suggestions.filter((_, at) => choice[at % choice.length]);
      const tagged = applyEdits(text, annotationEdits(some));
      const after = workspaceWith({ 'a.md': tagged, 'registry.yaml': REGISTRY }).pages.get('a.md');
      const before = workspace.pages.get('a.md');
      assert.ok(before !== undefined && after !== undefined);
      assert.equal(strip(tagged, after.facts), strip(text, before.facts));
      assert.equal(after.facts.tags.length, before.facts.tags.length + some.length);
    }),
    runs('page'),
  );
});

property('what was accepted is not suggested again', () => {
  fc.assert(
    fc.property(brief, (text) => {
      const workspace = workspaceWith({ 'a.md': text, 'registry.yaml': REGISTRY });
      const { suggestions } = annotationsIn(workspace, 'a.md', LEVELS);
      const tagged = applyEdits(text, annotationEdits(suggestions));
      const after = workspaceWith({ 'a.md': tagged, 'registry.yaml': REGISTRY });
      const page = after.pages.get('a.md');
      assert.ok(page !== undefined);
      for (const { span, words } of annotationsIn(after, 'a.md', LEVELS).suggestions)
        assert.ok(
          !page.facts.tags.some(
            ({ label }) => label?.start === span.start && label.end === span.end,
          ),
          words,
        );
    }),
    runs('page'),
  );
});

property('nothing is suggested in code, targets of links, tags and front matter', () => {
  fc.assert(
    fc.property(brief, (text) => {
      const workspace = workspaceWith({ 'a.md': text, 'registry.yaml': REGISTRY });
      const page = workspace.pages.get('a.md');
      assert.ok(page !== undefined);
      const { blocks, frontMatter } = syntaxOf(page);
      const prose = blocks.flatMap(({ at, block }) =>
        block.prose.map(({ span }) => ({ start: at + span.start, end: at + span.end })),
      );
      for (const one of candidatesIn(workspace, page)) {
        assert.ok(
          prose.some((span) => contains(span, one)),
          text.slice(one.start, one.end),
        );
        assert.ok(frontMatter === undefined || !overlaps(frontMatter.span, one));
        if (one.type === 'mention')
          for (const { span, label, role } of page.facts.tags)
            assert.ok(
              role === 'commitment' || !overlaps(span, one),
              `${text.slice(one.start, one.end)} in ${text.slice(span.start, span.end)} ${label?.start}`,
            );
      }
    }),
    runs('page'),
  );
});

property('any text is read, and the same text gives the same', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400, unit: 'binary' }), brief, (noise, text) => {
      for (const whole of [noise, text + noise]) {
        const workspace = workspaceWith({ 'a.md': whole, 'registry.yaml': REGISTRY });
        assert.deepEqual(
          annotationsIn(workspace, 'a.md', LEVELS),
          annotationsIn(workspace, 'a.md', LEVELS),
        );
      }
    }),
    runs('page'),
  );
});

property('after any edits of briefs and registries the same is suggested as from scratch', () => {
  const registries = [REGISTRY, REGISTRY.replace('ann:', 'ann-lee:'), 'place: {}\n'];
  const edits = fc.array(fc.tuple(brief, fc.constantFrom(...registries)), {
    minLength: 2,
    maxLength: 5,
  });
  fc.assert(
    fc.property(edits, (all) => {
      const kept = createSuggestions();
      let workspace = workspaceWith({ 'a.md': '', 'registry.yaml': REGISTRY });
      for (const [text, registry] of all) {
        workspace = applyChanges(workspace, [
          { type: 'text', id: 'a.md', text },
          { type: 'text', id: 'registry.yaml', text: registry },
        ]);
        const page = workspace.pages.get('a.md');
        assert.ok(page !== undefined);
        assert.deepEqual(kept.candidatesIn(workspace, page), candidatesIn(workspace, page));
      }
    }),
    runs('workspace'),
  );
});

/** What is said again in later paragraphs, and all that it follows from. */
const SPEECH = [
  'We, the Government of Norland and the Government of Sudland, met in Norland City.',
  'Foreign Minister Ada Moreau met President Jan Berg. She said he would come to Norland in March.',
  'The two ministers will open a port by 2027.',
  'Both countries agreed to fund schools. They also intend to train judges.',
  'The Bank of Norland will lend money under the Norland Trade Agreement.',
  'The Bank said it will open an office; the Agreement is to last.',
  'The Minister pledged to call the President.',
  'The Parties will:',
  '- build a bridge;',
  '- support both sides;',
  'Three countries joined: Norland, Sudland and Eastland.',
  'The three countries will send observers.',
  'The top Norwegian diplomat said Norway would help. His country will pay.',
  'The committee met.',
];

property('whatever is typed in a long brief, the same is suggested as from scratch', () => {
  const change = fc.record({
    at: fc.nat({ max: 29 }),
    what: fc.oneof(
      fc.constantFrom(...SPEECH),
      fc.constantFrom('a', ' ', '.', 'The ', 'Norland '),
      fc.constant(undefined),
    ),
  });
  const texts = fc.tuple(
    fc.array(fc.constantFrom(...SPEECH), { minLength: 12, maxLength: 30 }),
    fc.array(change, { minLength: 2, maxLength: 6 }),
  );
  fc.assert(
    fc.property(texts, ([paragraphs, changes]) => {
      const kept = createSuggestions();
      let workspace = workspaceWith({ 'a.md': '', 'registry.yaml': REGISTRY });
      const now = [...paragraphs];
      for (const { at, what } of [{ at: 99, what: '' }, ...changes]) {
        const place = at % (now.length + 1);
        // A paragraph goes, comes, or has something typed at its end or its start.
        if (what === undefined) now.splice(place, 1);
        else if (what.length > 8) now.splice(place, 0, what);
        else if (what.length > 1) now[place] = what + (now[place] ?? '');
        else now[place] = (now[place] ?? '') + what;
        const text = `---\ndate: 2025-10-31\n---\n\n${now.join('\n\n')}\n`;
        workspace = applyChanges(workspace, [{ type: 'text', id: 'a.md', text }]);
        const page = workspace.pages.get('a.md');
        assert.ok(page !== undefined);
        assert.deepEqual(kept.candidatesIn(workspace, page), candidatesIn(workspace, page));
        // Of another page nothing is kept.
        const id = `${text.length}.md`;
        const fresh = workspaceWith({ [id]: text, 'registry.yaml': REGISTRY });
        const of = (all: ReturnType<typeof annotationsIn>): unknown => [
          all.entities,
          all.suggestions.map(({ page: _, ...one }) => one),
        ];
        assert.deepEqual(of(annotationsIn(workspace, 'a.md')), of(annotationsIn(fresh, id)));
      }
    }),
    runs('workspace'),
  );
});
