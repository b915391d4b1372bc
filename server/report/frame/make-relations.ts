import {
  type DefinitionAt,
  EACH_OTHER,
  entityOf,
  idOfPointer,
  membershipsOf,
} from '../../core/index.js';
import { usesOfDefinition } from './make-entities.js';
import type { ReportCommitment, ReportRef, ReportRelation, ReportView } from './report-view.js';
import type { Setting } from './setting.js';

/** What entities say of each other, by entity; then what commitments say of them. */
export function* relationsOf(
  settings: readonly Setting[],
  { entities, commitments }: ReportView,
): Iterable<ReportRelation> {
  for (const setting of settings)
    for (const { id, key } of entities) {
      const at = setting.keyOf(id) === key ? entityOf(setting.workspace, id) : undefined;
      if (at !== undefined) yield* ofEntity(setting, at);
    }
  for (const commitment of commitments) yield* ofCommitment(commitment);
}

function* ofEntity(setting: Setting, at: DefinitionAt): Iterable<ReportRelation> {
  const { workspace, refTo } = setting;
  const page = workspace.pages.get(at.page);
  if (page === undefined) return;
  const from = refTo(at.definition.id.text);
  for (const { id, attribute } of usesOfDefinition(page, at)) {
    if (attribute.startsWith('memberships')) continue;
    const to = refTo(idOfPointer(workspace, id.text));
    yield { ...NOT_DATED, type: attribute, from, to };
  }
  for (const { office, org, start, end } of membershipsOf(at.definition)) {
    const dated = { start, end, commitment: undefined, from };
    if (office !== undefined) yield { type: 'memberships.office', ...dated, to: refTo(office) };
    if (org !== undefined) yield { type: 'memberships.org', ...dated, to: refTo(org) };
  }
}

const NOT_DATED = { start: undefined, end: undefined, commitment: undefined };

function* ofCommitment(commitment: ReportCommitment): Iterable<ReportRelation> {
  const { made: start, due: end, by, for: behalf, to, under, at } = commitment;
  const dated = { start, end, commitment };
  const sides = behalf.length > 0 ? behalf : by;
  for (const from of by) {
    for (const each of to) {
      // Leaders promise for their countries what countries owe each other.
      const others = each.id === EACH_OTHER ? without(sides, from) : [each];
      for (const other of others) yield { type: 'promises', from, to: other, ...dated };
    }
    for (const other of behalf) yield { type: 'for', from, to: other, ...dated };
    if (under !== undefined) yield { type: 'under', from, to: under, ...dated };
    if (at !== undefined) yield { type: 'at', from, to: at, ...dated };
  }
}

function without(refs: readonly ReportRef[], { key }: ReportRef): readonly ReportRef[] {
  return refs.filter((ref) => ref.key !== key);
}
