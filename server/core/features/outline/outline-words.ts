import { type Definition, scalar, scalars, type Tag } from '../../brief/index.js';
import { describeDate, describeLength } from '../../dates/index.js';
import { foldSpace } from '../../text/index.js';
import {
  type Commitment,
  commitmentOf,
  type Page,
  resolve,
  type Workspace,
} from '../../workspace/index.js';
import { commitmentState } from '../describe/card.js';
import { actOf, assumedMark, progressWords, statusName } from '../describe/commitment-words.js';
import { nameOfId } from '../describe/id-names.js';

/** An editor cuts a name where its list ends: only what nobody could mean as a name is cut here. */
export const MAX_NAME = 1000;

/**
 * Words for one line of a list: white space folded, cut behind a word where they are long, `…` for
 * what is left out. Text without spaces is cut between characters.
 */
export function shortWords(text: string, most: number = MAX_NAME): string {
  const words = PLAIN.test(text) ? text : foldSpace(text.replace(CONTROLS, ' '));
  if (words.length <= most) return words;
  const space = words.lastIndexOf(' ', most);
  const cut = space > most / 2 ? space : most - Number(isLowSurrogate(words.charCodeAt(most)));
  return `${words.slice(0, cut).replace(/[\s,;:.–—-]+$/, '')}…`;
}

/** Most texts, which are asked for by the 100,000: nothing in them to fold. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

const CONTROLS = /[\p{Cc}\u2028\u2029]/gu;

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

/** `due 31 December 2025 · overdue by 15 days`, `due “soon” · active`. */
export function commitmentDetail(workspace: Workspace, commitment: Commitment): string {
  const { due, dueAssumed, status, overdue, overdueDays } = commitmentState(workspace, commitment);
  const said = commitment.dueText && `“${commitment.dueText}”`;
  const when = due === undefined ? said : `${describeDate(due)}${assumedMark(dueAssumed)}`;
  const state = overdue
    ? `overdue by ${describeLength(overdueDays)}`
    : status && statusName(status);
  return [when && `due ${when}`, state].filter(Boolean).join(' · ');
}

/** The words of an update, else what it is about. */
export function updateName(workspace: Workspace, tag: Tag): string {
  return followUpName(workspace, tag, 'Update');
}

/** As of an update. */
export function assessmentName(workspace: Workspace, tag: Tag): string {
  return followUpName(workspace, tag, 'Assessment');
}

/** `+1 by G20 Research Group, 30 June 2026`. */
export function assessmentDetail(workspace: Workspace, page: Page, { attributes }: Tag): string {
  const by = scalars(attributes, 'by').map(({ text }) => nameOfId(workspace, text));
  const on = scalar(attributes, 'on')?.text || page.facts.front.date?.edtf;
  const score = shortWords(scalar(attributes, 'score')?.text ?? '');
  const who = shortWords(joined(by));
  return [who === '' ? score : `${score} by ${who}`, on && describeDate(on)]
    .filter(Boolean)
    .join(', ');
}

function followUpName(workspace: Workspace, tag: Tag, title: string): string {
  const words = shortWords(tag.words);
  if (words !== '') return words;
  const of = scalar(tag.attributes, 'of')?.text ?? '';
  const commitment = of === '' ? undefined : commitmentOf(workspace, of);
  const about = shortWords((commitment && actOf(commitment)) || of);
  return about === '' ? title : `${title}: ${about}`;
}

/** `fulfilled, 3 November 2025`. */
export function updateDetail(page: Page, { attributes }: Tag): string {
  const text = (name: string): string | undefined => scalar(attributes, name)?.text || undefined;
  const [status, progress, due] = [text('status'), text('progress'), text('due')];
  const on = text('on') ?? page.facts.front.date?.edtf;
  return [
    status && statusName(status),
    progress && progressWords(progress),
    due && `now due ${describeDate(due)}`,
    on && describeDate(on),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Whom a mention means, by name; where nobody can tell, its own words. Never empty. */
export function mentionName(workspace: Workspace, page: Page, tag: Tag): string {
  const words = shortWords(tag.words);
  const found = tag.role === 'mention' ? resolve(workspace, page, tag) : undefined;
  const commitment = tag.kind === 'commitment';
  const ids = found?.type === 'resolved' && !commitment ? found.ids : [];
  const names = ids.map((id) => nameOfId(workspace, id));
  return shortWords(joined(names)) || words || title(workspace, tag);
}

function title({ vocabulary }: Workspace, { kind }: Tag): string {
  return vocabulary.kinds.get(kind)?.title ?? kind;
}

function joined(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** `Person · Secretary Hegseth, Hegseth`; without a title the other names alone. */
export function definitionDetail(title: string, definition: Definition | undefined): string {
  const others = definition?.otherNames.map(({ text }) => foldSpace(text)).join(', ') ?? '';
  return [title, shortWords(others)].filter(Boolean).join(' · ');
}
