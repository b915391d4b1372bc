import { l10n } from 'vscode';
import type { Overview, OverviewParams } from '../../server/lsp/protocol.js';
import { attribute, html } from './markup.js';
import { type Part, partMarkup, piece } from './parts.js';
import { commitmentTable, matrixPart, type TableParts, tableMarkup } from './table-markup.js';
import { timelineParts } from './timeline-markup.js';

/** Where the page finds what it is made of. Nothing else may be loaded. */
export interface PageParts {
  /** The source that styles and scripts may come from. */
  readonly source: string;
  readonly style: string;
  readonly script: string;
  readonly nonce: string;
}

/** All of the panel that commitments can change. */
export interface PanelContent {
  readonly only: Part;
  readonly timeline: readonly Part[];
  readonly matrix: Part;
  readonly table: TableParts;
}

export function panelContent(overview: Overview, { pair }: OverviewParams): PanelContent {
  return {
    only: onlyPart(pair),
    timeline: timelineParts(overview),
    matrix: matrixPart(overview),
    table: commitmentTable(overview),
  };
}

export function partsOf({ only, timeline, matrix, table }: PanelContent): readonly Part[] {
  return [only, ...timeline, matrix, table.caption, table.body, table.more];
}

function onlyPart(pair: OverviewParams['pair']): Part {
  const all = `<button data-do="all">${html(l10n.t('Show All'))}</button>`;
  const words = pair && `${html(pairInWords(pair))} ${all}`;
  const pieces = words === undefined ? [] : [piece('pair', 'p', [['class', 'only']], words)];
  return { id: 'only', tag: 'div', attributes: [], pieces };
}

/** The panel: three views of the same commitments, one at a time. */
export function panelPage(
  { only, timeline, matrix, table }: PanelContent,
  query: string,
  { source, style, script, nonce }: PageParts,
): string {
  const policy = `default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'`;
  const tabs = [
    ['timeline', l10n.t('Timeline'), timeline.map(partMarkup).join('')],
    ['matrix', l10n.t('Who Owes Whom'), partMarkup(matrix)],
    ['table', l10n.t('Table'), tableMarkup(table)],
  ] as const;
  const buttons = tabs.map(
    ([id, title]) =>
      `<button role="tab" id="tab-${id}" aria-controls="${id}" aria-selected="false" tabindex="-1">${html(title)}</button>`,
  );
  const sections = tabs.map(
    ([id, , body]) =>
      `<section role="tabpanel" id="${id}" aria-labelledby="tab-${id}" hidden>${body}</section>`,
  );
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="${style}">
<title>${html(l10n.t('Commitments'))}</title></head>
<body>
<header><div role="tablist">${buttons.join('')}</div>
<input id="filter" type="search" value="${html(query)}" ${attribute('placeholder', l10n.t('Words, a party, an agreement, a status or a brief'))} aria-label="${html(l10n.t('Filter commitments'))}">
<button data-do="mermaid">${html(l10n.t('Copy as Mermaid'))}</button>
<button data-do="print">${html(l10n.t('Save for Printing…'))}</button></header>
${partMarkup(only)}${sections.join('\n')}
<script nonce="${nonce}" src="${script}"></script>
</body></html>`;
}

/** The same on paper: everything one below the other, with its styles in it, and no script. */
export function printPage(overview: Overview, style: string): string {
  const { timeline, matrix, table } = panelContent(overview, {});
  const title = html(l10n.t('Commitments as of {0}', overview.today));
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title><style>${style}</style></head>
<body class="print"><h1>${title}</h1>
${[timeline.map(partMarkup).join(''), partMarkup(matrix), tableMarkup(table)]
  .map((part) => `<section>${part}</section>`)
  .join('\n')}
</body></html>`;
}

function pairInWords({ by, to }: NonNullable<OverviewParams['pair']>): string {
  const name = (party: string): string => (party === '' ? l10n.t('nobody named') : party);
  return l10n.t('Only what {0} owes to {1}.', name(by), name(to));
}
