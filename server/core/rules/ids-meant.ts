import { attributeSpec, type Fault, nearId } from '../brief/index.js';
import { halfWidth } from '../text/index.js';
import { definitionsOf, idsNamed, type Page, type Workspace } from '../workspace/index.js';
import { kindsMeant } from './wording.js';

/**
 * A fault of an id with what was meant by it in place of its mere spelling: a defined id, or several
 * where other signs than commas part them. Nothing is suggested that nothing defines, and no new id that
 * is taken.
 */
export function withDefinedIds(page: Page, workspace: Workspace, fault: Fault): Fault {
  const { kinds, wanted, attribute, found } = fault.detail;
  if (kinds !== undefined)
    return certainIfWide(page, wanting(fault, idsMeant(page, workspace, fault)));
  const isTaken = attribute === 'id' && wanted !== undefined && isDefined(workspace, wanted);
  return isTaken && found !== wanted ? wanting(fault, undefined) : fault;
}

/** Defined ids that differ in the width of their signs from what stands there are beyond doubt. */
function certainIfWide({ text }: Page, fault: Fault): Fault {
  const { span, detail } = fault;
  const { wanted, found = '' } = detail;
  if (wanted === undefined || wanted === found || halfWidth(found) !== wanted) return fault;
  if (text.slice(span.start, span.end) !== found) return fault;
  return { ...fault, fix: `Change to '${wanted}'`, edits: [{ span, text: wanted }] };
}

function wanting(fault: Fault, wanted: string | undefined): Fault {
  const { wanted: _, ...detail } = fault.detail;
  return { ...fault, detail: wanted === undefined ? detail : { ...detail, wanted } };
}

function idsMeant(page: Page, workspace: Workspace, { detail, span }: Fault): string | undefined {
  const { kinds = 'any', found = '' } = detail;
  const whole = idMeant(workspace, kinds, found);
  if (whole !== undefined || !takesSeveral(workspace, detail) || isListItem(page, span.start))
    return whole;
  const parts = found.split(BETWEEN_IDS).map((part) => idMeant(workspace, kinds, part));
  const ids = parts.filter((id) => id !== undefined);
  if (ids.length > 1 && ids.length === parts.length) return ids.join(',');
  // Blanks stand in names too, so between them only ids count.
  const words = found.split(/[\s,]+/).filter((word) => word !== '');
  const allowed = kinds === 'any' ? kinds : kinds.split(' ');
  const areIds = words.length > 1 && words.every((word) => fits(workspace, word, allowed));
  return areIds ? words.join(',') : undefined;
}

const BETWEEN_IDS =
  /\s*[;/|+&\uff0c\uff1b\u3001\u060c\u061b\ufe10\ufe11\ufe14\ufe50\ufe51\ufe54]\s*|\s+and\s+/;

function takesSeveral(
  { vocabulary }: Workspace,
  { kind, attribute = '' }: Fault['detail'],
): boolean {
  const known = kind === undefined ? undefined : vocabulary.kinds.get(kind);
  if (known === undefined || attribute === 'ref') return true;
  return attributeSpec(known, attribute)?.type.type === 'ids';
}

/** In a YAML list each id is an item of its own. */
function isListItem({ text, facts }: Page, at: number): boolean {
  const before = text.slice(Math.max(0, at - MAX_INDENT), at);
  return facts.role === 'registry' || /(?:-[ \t]+|[[,][ \t]*)["']?$/.test(before);
}

const MAX_INDENT = 20;

/** The one defined id of these kinds that is written so, spelt so, or of the thing that is called so. */
function idMeant(workspace: Workspace, kinds: string, written: string): string | undefined {
  const allowed = kinds === 'any' ? kinds : kinds.split(' ');
  const spelt = [written, nearId(written) ?? written].find((id) => fits(workspace, id, allowed));
  if (spelt !== undefined) return spelt;
  const named = kindsMeant(workspace, allowed).flatMap((kind) =>
    idsNamed(workspace, kind, written),
  );
  const [only, ...others] = new Set(named);
  return others.length === 0 ? only : undefined;
}

function fits(workspace: Workspace, id: string, kinds: readonly string[] | 'any'): boolean {
  const allowed = kindsMeant(workspace, kinds);
  return definitionsOf(workspace, id).some(({ definition }) => allowed.includes(definition.kind));
}

function isDefined(workspace: Workspace, id: string): boolean {
  return definitionsOf(workspace, id).length > 0;
}
