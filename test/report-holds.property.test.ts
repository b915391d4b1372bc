// What a format declares to hold is in it: each piece of some briefs has a word that nothing else has, and these are counted.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { ReportPart } from '../server/report/frame/report-format.js';
import {
  loadReportFormat,
  REPORT_FORMATS,
  type ReportFormat,
  type ReportView,
  reportView,
} from '../server/report/index.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

interface Promised {
  readonly isDue: boolean;
  readonly updates: number;
  readonly isAssessed: boolean;
}

const promised = fc.record({
  isDue: fc.boolean(),
  updates: fc.nat({ max: 2 }),
  isAssessed: fc.boolean(),
});
const briefs = fc.array(fc.array(promised, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 3,
});

const FORMS: Readonly<Record<Exclude<ReportPart, 'deadlines' | 'relations'>, RegExp>> = {
  briefs: /Brief\d+q/g,
  commitments: /Pay\d+q/g,
  history: /Step\d+q/g,
  assessments: /Score\d+q/g,
  entities: /Name\d+q/g,
  mentions: /Seen\d+q/g,
};

/** Briefs in which each piece has its word, and those words. */
function written(all: readonly (readonly Promised[])[]): Readonly<Record<string, string>> {
  let number = 0;
  const texts = all.map((promises, brief) => {
    const lines = promises.flatMap(({ isDue, updates, isAssessed }) => {
      const n = number++;
      return [
        `:place[Seen${n}q]{ref=p${n % 3}} :commitment[will Pay${n}q]{#c${n} by=p${n % 3}${isDue ? ' due=2025-10-17' : ''}}.`,
        ...range(updates).map((u) => `::update[Step${n}${u}q]{of=c${n} on=2025-09-0${u + 1}}`),
        ...(isAssessed ? [`::assessment[Score${n}q]{of=c${n} by=p1 score=0 on=2025-10-20}`] : []),
      ];
    });
    return [
      `brief${brief}.md`,
      [
        '---',
        `title: Brief${brief}q`,
        'date: 2025-08-01',
        '---',
        `# Brief${brief}q`,
        ...lines,
      ].join('\n\n'),
    ];
  });
  const places = range(3).map((n) => `  p${n}: { name: Name${n}q }`);
  return { 'registry.yaml': `place:\n${places.join('\n')}\n`, ...Object.fromEntries(texts) };
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

function viewOf(files: Readonly<Record<string, string>>): ReportView {
  const workspace = workspaceOf(files);
  return reportView(
    [{ workspace, pages: Object.keys(files), fileOf: (page) => page }],
    workspace.today,
  );
}

/** All that a format writes, in one file or in several. Tables for databases are read back in test/report-parquet.test.ts. */
function textOf(format: ReportFormat, view: ReportView): string {
  const asked = { view: format.views[0] ?? 'timeline' } as const;
  const parts = [
    ...(format.write?.(view, asked) ?? []),
    ...[...(format.files?.(view, asked) ?? [])].flatMap(({ content }) => [...content]),
  ];
  return parts.map((part) => (typeof part === 'string' ? part : unpacked(part))).join('');
}

function unpacked(bytes: Uint8Array): string {
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');
}

const wordsIn = (text: string, form: RegExp): readonly string[] =>
  [...new Set(text.match(form) ?? [])].sort();

for (const name of REPORT_FORMATS.filter((each) => each !== 'parquet'))
  property(`a report as ${name} holds all that it declares to hold`, async () => {
    const format = (await loadReportFormat(name)) ?? assert.fail();
    fc.assert(
      fc.property(briefs, (all) => {
        const files = written(all);
        const view = viewOf(files);
        const text = textOf(format, view);
        for (const part of format.holds) {
          if (part === 'deadlines') {
            const due = all.flat().filter(({ isDue }) => isDue).length;
            assert.equal(text.match(/BEGIN:VEVENT/g)?.length ?? 0, due);
            assert.equal(
              format.leavesOut(view, { view: 'timeline' }).length > 0,
              due < all.flat().length,
            );
          } else if (part === 'relations') {
            for (const { commitment } of view.relations())
              assert.ok(text.includes(commitment?.key ?? ''));
          } else {
            const wanted =
              part === 'entities'
                ? view.entities.map((each) => each.name).sort()
                : wordsIn(Object.values(files).join('\n'), FORMS[part]);
            assert.deepEqual(wordsIn(text, FORMS[part]), wanted, part);
          }
        }
      }),
      runs('run'),
    );
  });
