import { counted, describeDate, whoOwesWhom } from '../../../core/index.js';
import type { ReportFormat } from '../../frame/report-format.js';
import type { ReportCommitment, ReportEntity, ReportView } from '../../frame/report-view.js';
import { readBriefs, wordsLeftOut } from '../../reading/read-briefs.js';
import { safeLink } from '../../reading/safe-link.js';
import { namesOf, promiseWords, termsOf } from '../../reading/terms.js';
import { scoreMatrix, scoresOfCell } from '../../tables/score-matrix.js';
import { briefHtml } from './brief-html.js';
import { html, name } from './escape.js';
import { STYLE, STYLE_HASH } from './style.js';

/** One file that needs no other, no script and no network, in a browser and on paper. */
export const htmlReport: ReportFormat = {
  name: 'html',
  extension: 'html',
  summary:
    'a page to read and to print: promises by party and by deadline, history, entities, briefs',
  views: [],
  holds: ['briefs', 'commitments', 'history', 'entities', 'mentions'],
  leavesOut: wordsLeftOut,
  *write(view) {
    const { asOf, briefs, commitments, chosen } = view;
    const title = `Commitments as of ${describeDate(asOf)}`;
    yield `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'">\n<meta name="referrer" content="no-referrer">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="generator" content="Rapporteur">\n<title>${title}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n`;
    yield `<header>\n<h1>${title}</h1>\n<p class="quiet">${counted(commitments.length, 'commitment')} of ${counted(briefs.length, 'brief')}${chosen === '' ? '' : `: ${html(chosen)}`}</p>\n${contents(view)}</header>\n<main>\n`;
    const numbers = new Map(commitments.map(({ key }, index) => [key, index + 1]));
    const numberOf = ({ key }: ReportCommitment): number => numbers.get(key) ?? 0;
    yield* summary(view);
    yield* byParty(view, numberOf);
    yield* byDeadline(view, numberOf);
    yield* whoOwes(view);
    yield* scores(view, numberOf);
    yield* promises(view, numberOf);
    yield* entities(view);
    yield section('briefs', 'Briefs');
    for (const [index, { brief, read }] of readBriefs(view).entries()) {
      const own = brief.commitments.map((each) => [each.span.start, numberOf(each)] as const);
      yield* briefHtml({ brief, read, number: index + 1, promises: new Map(own) });
    }
    yield '</section>\n</main>\n<footer><p>Made with Rapporteur.';
    const left = wordsLeftOut(view);
    yield `${left.length > 0 ? ` Left out: ${html(left.join(', '))}.` : ''}</p></footer>\n</body>\n</html>\n`;
  },
};

type NumberOf = (commitment: ReportCommitment) => number;

function contents(view: ReportView): string {
  const { entities: all } = view;
  const parts = [
    ['summary', 'Summary'],
    ['parties', 'By party'],
    ['deadlines', 'By deadline'],
    ['owing', 'Who owes whom'],
    ...(scoreMatrix(view).rows.length > 0 ? [['scores', 'Scores']] : []),
    ['promises', 'Promises in full'],
    ...(all.length > 0 ? [['entities', 'Entities']] : []),
    ['briefs', 'Briefs'],
  ];
  const items = parts.map(([id, words]) => `<li><a href="#${id}">${words}</a></li>`);
  return `<nav aria-label="Contents"><ul>${items.join('')}</ul></nav>\n`;
}

/** Begins one; whoever asks ends it. */
function section(id: string, title: string): string {
  return `<section id="${id}" aria-labelledby="${id}-title">\n<h2 id="${id}-title">${title}</h2>\n`;
}

function* summary({ commitments }: ReportView): Iterable<string> {
  yield section('summary', 'Summary');
  const count = (test: (each: ReportCommitment) => boolean): number =>
    commitments.filter(test).length;
  const figures: readonly (readonly [number, string])[] = [
    [commitments.length, commitments.length === 1 ? 'commitment' : 'commitments'],
    [count(({ standing }) => standing === 'overdue'), 'overdue'],
    [count(({ when }) => when === 'month'), 'due within 30 days'],
    [count(({ standing }) => standing === 'open'), 'open'],
    [count(({ standing }) => standing === 'over'), 'closed'],
    [
      count(({ sources, brief }) => sources.length + brief.sources.length === 0),
      'without a source',
    ],
  ];
  const items = figures.map(([number, words]) => `<li><strong>${number}</strong> ${words}</li>`);
  yield `<ul class="figures">${items.join('')}</ul>\n</section>\n`;
}

function* byParty({ commitments }: ReportView, numberOf: NumberOf): Iterable<string> {
  const parties = new Map<string, { name: string; held: ReportCommitment[] }>();
  for (const commitment of commitments) {
    const { by } = commitment;
    for (const party of by.length > 0 ? by : [{ key: '', name: 'Nobody is named' }]) {
      const known = parties.get(party.key) ?? { name: party.name, held: [] };
      parties.set(party.key, known);
      known.held.push(commitment);
    }
  }
  yield section('parties', 'Promises by party');
  yield nothing(commitments);
  for (const { name: party, held } of parties.values())
    yield* promiseTable(party, held, numberOf, ['To', ({ to }) => name(namesOf(to))]);
  yield '</section>\n';
}

const GROUPS = [
  ['overdue', 'Overdue'],
  ['month', 'Due within 30 days'],
  ['year', 'Due within a year'],
  ['later', 'Due later'],
  ['none', 'No deadline'],
  ['over', 'Closed'],
] as const;

function* byDeadline({ commitments }: ReportView, numberOf: NumberOf): Iterable<string> {
  yield section('deadlines', 'Promises by deadline');
  yield nothing(commitments);
  for (const [group, title] of GROUPS) {
    const held = commitments.filter(({ when }) => when === group);
    if (held.length > 0)
      yield* promiseTable(title, held, numberOf, ['By', ({ by }) => name(namesOf(by))]);
  }
  yield '</section>\n';
}

function nothing(commitments: readonly ReportCommitment[]): string {
  return commitments.length === 0 ? '<p>No commitments.</p>\n' : '';
}

function* promiseTable(
  title: string,
  held: readonly ReportCommitment[],
  numberOf: NumberOf,
  [who, of]: readonly [string, (commitment: ReportCommitment) => string],
): Iterable<string> {
  yield `<h3 dir="auto">${html(title)}</h3>\n<table>\n<caption>${counted(held.length, 'commitment')}</caption>\n<thead><tr><th scope="col" class="number">No.</th><th scope="col">Promise</th><th scope="col">${who}</th><th scope="col">Due</th><th scope="col">Status</th></tr></thead>\n<tbody>\n`;
  for (const commitment of held) {
    const { deadline } = commitment;
    const number = numberOf(commitment);
    yield `<tr><td class="number"><a href="#p${number}">${number}</a></td><td dir="auto">${html(promiseWords(commitment))}</td><td>${of(commitment)}</td><td>${html(deadline)}</td><td>${standing(commitment)}</td></tr>\n`;
  }
  yield '</tbody>\n</table>\n';
}

function standing({ standing: how, statusName, urgency }: ReportCommitment): string {
  const words = how === 'overdue' && urgency !== '' ? `${urgency} (${statusName})` : statusName;
  return `<span class="${how}">${html(words)}</span>`;
}

function* whoOwes({ commitments }: ReportView): Iterable<string> {
  yield section('owing', 'Who owes whom');
  const { cells } = whoOwesWhom(commitments.map(({ row }) => row));
  if (cells.length > 0) {
    yield '<table>\n<caption>Commitments, for each pair of parties</caption>\n<thead><tr><th scope="col">Who</th><th scope="col">To whom</th><th scope="col" class="number">All</th><th scope="col" class="number">Open</th><th scope="col" class="number">Overdue</th></tr></thead>\n<tbody>\n';
    const party = (words: string): string => (words === '' ? 'nobody named' : name(words));
    for (const { by, to, count, open, overdue } of cells) {
      const numbers = [count, open, overdue].map((each) => `<td class="number">${each}</td>`);
      yield `<tr><th scope="row">${party(by)}</th><td>${party(to)}</td>${numbers.join('')}</tr>\n`;
    }
    yield '</tbody>\n</table>\n';
  }
  yield `${nothing(commitments)}</section>\n`;
}

/** How well each party kept what was assessed: a row a commitment, a column a party. */
function* scores(view: ReportView, numberOf: NumberOf): Iterable<string> {
  const { parties, rows } = scoreMatrix(view);
  if (rows.length === 0) return;
  yield section('scores', 'Scores');
  const heads = parties.map((party) => `<th scope="col" dir="auto">${html(party.name)}</th>`);
  yield `<table>\n<caption>The last word of each assessor, for each party</caption>\n<thead><tr><th scope="col" class="number">No.</th><th scope="col">Promise</th>${heads.join('')}</tr></thead>\n<tbody>\n`;
  for (const { commitment, cells } of rows) {
    const number = numberOf(commitment);
    const scored = cells.map((cell) => {
      const said = scoresOfCell(cell).map((words) => name(words));
      return `<td class="score">${said.join('<br>')}</td>`;
    });
    yield `<tr><td class="number"><a href="#p${number}">${number}</a></td><th scope="row" dir="auto">${html(promiseWords(commitment))}</th>${scored.join('')}</tr>\n`;
  }
  yield '</tbody>\n</table>\n</section>\n';
}

const LOOKS = { overdue: 'late', open: 'due', over: 'done' } as const;

function* promises({ briefs, commitments }: ReportView, numberOf: NumberOf): Iterable<string> {
  yield section('promises', 'Promises in full');
  // What a brief names as its source is that of all that it says.
  const sourcesOf = new Map(briefs.map(({ file, sources }) => [file, sources]));
  yield nothing(commitments);
  for (const commitment of commitments) {
    const { brief, line, history } = commitment;
    const number = numberOf(commitment);
    yield `<article class="promise ${LOOKS[commitment.standing]}" id="p${number}" aria-labelledby="p${number}-title">\n<h3 id="p${number}-title"><span class="quiet">${number}.</span> ${name(promiseWords(commitment))}</h3>\n<dl>\n`;
    for (const { name: term, words } of termsOf(commitment))
      yield `<dt>${term}</dt><dd dir="auto">${html(words)}</dd>\n`;
    yield `<dt>Brief</dt><dd dir="auto">${html(brief.title)} (${html(brief.file)}, line ${line})</dd>\n</dl>\n`;
    yield '<h4>History</h4>\n<ol class="steps">\n';
    for (const step of history) {
      const on = step.on === undefined ? 'no date' : describeDate(step.on);
      const said = step.said === '' ? 'reported' : step.said;
      const own = step.sources.length > 0 ? step.sources : sourcesOf.get(step.file);
      const sources = namesOf(own ?? []);
      const later = step.isKnown
        ? ''
        : ' <span class="quiet">(after the day of this report)</span>';
      yield `<li class="step"><strong>${html(on)}</strong>: ${name(said)}${later}<br><span class="quiet">${sources === '' ? 'No source' : `Source: ${name(sources)}`} · ${html(step.file)}, line ${step.line}</span></li>\n`;
    }
    yield '</ol>\n</article>\n';
  }
  yield '</section>\n';
}

function* entities({ entities: all }: ReportView): Iterable<string> {
  if (all.length === 0) return;
  yield section('entities', 'Entities');
  const kinds = new Map<string, ReportEntity[]>();
  for (const entity of all) {
    const known = kinds.get(entity.kindPlural) ?? [];
    kinds.set(entity.kindPlural, known);
    known.push(entity);
  }
  for (const [kind, held] of kinds) {
    yield `<h3>${html(kind)}</h3>\n<table>\n<caption>${counted(held.length, 'entity', 'entities')}</caption>\n<thead><tr><th scope="col">Name</th><th scope="col">Also known as</th><th scope="col">About</th><th scope="col" class="number">Mentions</th><th scope="col" class="number">Owes</th><th scope="col" class="number">Is owed</th></tr></thead>\n<tbody>\n`;
    for (const entity of held) {
      const { description, links, mentions, owes, isOwed } = entity;
      const numbers = [mentions, owes, isOwed].map((each) => `<td class="number">${each}</td>`);
      const about = [html(description), ...links.map(linkHtml)].filter(Boolean).join('<br>');
      yield `<tr class="entity"><th scope="row" dir="auto">${html(entity.name)}</th><td dir="auto">${html(entity.otherNames.join(', '))}</td><td dir="auto">${about}</td>${numbers.join('')}</tr>\n`;
    }
    yield '</tbody>\n</table>\n';
  }
  yield '</section>\n';
}

function linkHtml(address: string): string {
  const link = safeLink(address);
  if (link === undefined) return html(address);
  return `<a href="${html(link)}" rel="noreferrer noopener">${html(address)}</a>`;
}
