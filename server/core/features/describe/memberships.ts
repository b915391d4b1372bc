import type { Attribute, Definition } from '../../brief/index.js';
import { timeBetween } from '../../dates/index.js';
import { entityOf, holdings, type Workspace } from '../../workspace/index.js';

/** A person in an office or an organization, as the person's entry says it; dates as written (EDTF). */
export interface Membership {
  readonly person: string;
  readonly office: string | undefined;
  readonly org: string | undefined;
  readonly start: string | undefined;
  readonly end: string | undefined;
}

/** In the order they are written, without those whose dates tell nothing. */
export function membershipsOf(definition: Definition): readonly Membership[] {
  const value = definition.attributes.find(({ name }) => name === 'memberships')?.value;
  const items = value === undefined ? [] : value.type === 'list' ? value.items : [value];
  return items.flatMap((item) => {
    if (item.type !== 'mapping') return [];
    const field = (name: string): string | undefined => textAt(item, name);
    const [start, end] = [field('start_date'), field('end_date')];
    if (timeBetween(start, end) === undefined) return [];
    const person = definition.id.text;
    return [{ person, office: field('office'), org: field('org'), start, end }];
  });
}

/** Who holds or held an office. */
export function membershipsIn(workspace: Workspace, office: string): readonly Membership[] {
  const people = new Set(holdings(workspace, office).map(({ person }) => person));
  return [...people].flatMap((person) => {
    const definition = entityOf(workspace, person)?.definition;
    if (definition === undefined) return [];
    return membershipsOf(definition).filter((membership) => membership.office === office);
  });
}

type Mapping = Extract<Attribute['value'], { readonly type: 'mapping' }>;

function textAt(value: Mapping, name: string): string | undefined {
  const held = value.entries.find(({ key }) => key.text.replaceAll('-', '_') === name)?.value;
  return held?.type === 'scalar' ? held.text : undefined;
}
