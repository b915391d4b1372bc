import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import type { PreviewTips } from '../../server/lsp/protocol.js';
import type { PreviewTexts } from './preview-texts.js';
import { kindClass, type TagMark } from './tag-mark.js';
import { stateOf, type TagTip, tipOf, tipText } from './tag-tip.js';

/** What a document is shown with, at the moment it is rendered. */
export interface RenderContext {
  readonly words: PreviewTexts;
  /** @param env what Markdown's renderer was called with */
  tips(env: unknown): PreviewTips | undefined;
}

/** How the tokens of tags look in HTML. Every text goes through `escape`; there is no script. */
export function addRenderRules(md: MarkdownIt, render: RenderContext): void {
  const rule = (name: string, html: RenderRule): void => {
    md.renderer.rules[`rapporteur_${name}`] = (tokens, index, _options, env, self) => {
      const token = tokens[index] as Token;
      const mark: TagMark | undefined = token.meta.mark;
      const find = (of: TagMark): TagTip | undefined => tipOf(render.tips(env), of);
      const context: RuleContext = { escape: md.utils.escapeHtml, words: render.words, find };
      return html(context, token, mark as TagMark, self.renderAttrs(token));
    };
  };
  rule('mark_open', markOpen);
  rule('mark_close', markClose);
  rule('terms', terms);
  rule('box_open', (_context, _token, _mark, attributes) => `<div${attributes}>\n`);
  rule('box_close', (context, _token, mark) => `${footer(context, mark, 'div')}</div>\n`);
  rule('record_open', recordOpen);
  rule('record_close', recordClose);
}

type RenderRule = (context: RuleContext, token: Token, mark: TagMark, attributes: string) => string;

interface RuleContext {
  escape(text: string): string;
  readonly words: PreviewTexts;
  find(mark: TagMark): TagTip | undefined;
}

function markOpen(context: RuleContext, _token: Token, mark: TagMark): string {
  const tip = context.find(mark);
  const classes = ['rapporteur', kindClass(mark)];
  if (mark.role === 'commitment') classes.push('rapporteur-promise');
  if (tip?.overdue) classes.push('rapporteur-overdue');
  if (tip?.unresolved) classes.push('rapporteur-unresolved');
  if (!mark.sound) classes.push('rapporteur-slip');
  return `<${element(mark)} class="${classes.join(' ')}"${title(context, mark, tip)}>`;
}

function title(context: RuleContext, mark: TagMark, tip: TagTip | undefined): string {
  const text = tipText(mark, tip, context.words);
  return text === '' ? '' : ` title="${context.escape(text).replaceAll('\n', '&#10;')}"`;
}

function element({ role }: TagMark): string {
  return role === 'commitment' ? 'mark' : 'span';
}

function markClose(context: RuleContext, { meta }: Token, mark: TagMark): string {
  const close = `</${element(mark)}>`;
  if (meta.piece !== 'last') return close;
  const name = mark.wordless ? (context.find(mark)?.cards[0]?.title ?? mark.name) : '';
  const kind = `<span class="rapporteur-unseen"> (${context.escape(mark.title)})</span>`;
  return `${context.escape(name)}${number(meta.number)}${kind}${close}`;
}

function number(value: number): string {
  return value > 0 ? `<sup class="rapporteur-number">${value}</sup>` : '';
}

/** Below a paragraph, what its commitments come to. */
function terms(context: RuleContext, { meta }: Token): string {
  const lines = (meta.promises as { mark: TagMark; number: number }[]).map((promise) =>
    footer(context, promise.mark, 'span', number(promise.number)),
  );
  return lines.join('');
}

function footer(context: RuleContext, mark: TagMark, tag: 'div' | 'span', before = ''): string {
  const tip = context.find(mark);
  const state = stateOf(mark, tip, context.words);
  if (state === '') return '';
  const late = tip?.overdue ? ' rapporteur-late' : '';
  const kind = `<span class="rapporteur-unseen">${context.escape(mark.title)}: </span>`;
  // Each part may run its own way, and together they run as the paragraph does.
  const parts = state.split(' · ').map((part) => `<bdi>${context.escape(part)}</bdi>`);
  return `<${tag} class="rapporteur-terms${late}">${before}${kind}${parts.join(' · ')}</${tag}>`;
}

function recordOpen(
  context: RuleContext,
  { meta }: Token,
  mark: TagMark,
  attributes: string,
): string {
  const kind = `<span class="rapporteur-kind">${context.escape(mark.title)}</span>`;
  const name = meta.hasLabel ? '' : context.escape(nameOf(context, mark));
  return `<div${attributes}><div class="rapporteur-head">${kind} <span class="rapporteur-name">${name}`;
}

function nameOf(context: RuleContext, mark: TagMark): string {
  return context.find(mark)?.cards[0]?.title ?? mark.name;
}

/** An entity's card has its lines; a commitment or an update its state. */
function recordClose(context: RuleContext, _token: Token, mark: TagMark): string {
  const head = '</span></div>';
  if (mark.role !== 'definition') return `${head}${footer(context, mark, 'div')}</div>\n`;
  const card = context.find(mark)?.cards[0];
  const own = mark.terms.filter(({ name }) => name !== 'name');
  const lines = card?.lines ?? own.map(({ label, words }) => `${label}: ${words}`);
  const items = lines.map((line) => `<li dir="auto">${context.escape(line)}</li>`).join('');
  const list = items === '' ? '' : `<ul class="rapporteur-lines">${items}</ul>`;
  return `${head}${list}</div>\n`;
}
