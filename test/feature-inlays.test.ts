// What is meant and not written, drawn into the text where an editor shows it: `⟨Pete Hegseth⟩`.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hover, type InlayChoice, inlays } from '../server/core/index.js';
import { pageOf } from './support/features.js';
import { workspaceOf } from './support/workspace.js';

const REGISTRY = `person:
  bo: { name: Bo Berg, other_names: [Berg, The Minister], memberships: [{ office: minister, start_date: 2025-01 }] }
  cy: { name: Cy Smith, memberships: [{ office: minister, start_date: 2020, end_date: 2024 }] }
office:
  minister: { name: Minister of Harbours }
place:
  a: { name: Arcadia }
  b: { name: Borduria }
  c: { name: Caledon }
  d: { name: Drakmar }
  e: { name: Elbonia }
`;

const NONE: InlayChoice = { names: false, holders: false, dates: false };

function shown(
  text: string,
  choice: Partial<InlayChoice>,
  range = { start: 0, end: text.length },
): string {
  const workspace = workspaceOf({ 'registry.yaml': REGISTRY, 'a.md': text });
  const page = pageOf(workspace, 'a.md');
  let drawn = '';
  let at = 0;
  for (const { offset, words } of inlays(workspace, page, range, { ...NONE, ...choice })) {
    drawn += `${text.slice(at, offset)}⟨${words}⟩`;
    at = offset;
  }
  return drawn + text.slice(at);
}

const names = (text: string): string => shown(text, { names: true });
const dates = (text: string): string => shown(text, { dates: true });

describe('inlays of names', () => {
  it('say who is meant where the words are no name', () => {
    assert.equal(names(':person[He]{ref=bo} came'), ':person[He⟨Bo Berg⟩]{ref=bo} came');
    assert.equal(
      names(':place[Both :topic[x] lands]{ref=a,b}'),
      ':place[Both :topic[x] lands⟨Arcadia and Borduria⟩]{ref=a,b}',
    );
    assert.equal(
      names(':place[All]{ref=a,b,c,d,e}'),
      ':place[All⟨Arcadia, Borduria, Caledon and 2 more⟩]{ref=a,b,c,d,e}',
    );
  });

  it('are silent where the words say it, and where nobody is found', () => {
    for (const text of [
      ':person[Bo Berg] and :person[Berg]{ref=bo}',
      ':person[the minister]{ref=bo}',
      ':person[He]{ref=nobody}',
      ':person[He]{ref=bo,nobody}',
      ':person[Zed]',
      ':commitment[that promise]{ref=c-x} :commitment[will]{#c-x by=bo}',
      ':person[Di Do]{#di}',
      '`:person[He]{ref=bo}`',
    ]) {
      assert.equal(names(text), text);
    }
  });

  it('are those of the range only', () => {
    const text = ':person[He]{ref=bo} :person[she]{ref=cy} :person[it]{ref=bo}';
    assert.equal(
      shown(text, { names: true }, { start: 21, end: 40 }),
      ':person[He]{ref=bo} :person[she⟨Cy Smith⟩]{ref=cy} :person[it]{ref=bo}',
    );
  });

  it('tell in a hover what a hover over the words tells', () => {
    const text = ':office[the :place[Arcadia] one]{ref=minister}';
    const workspace = workspaceOf({ 'registry.yaml': REGISTRY, 'a.md': text });
    const page = pageOf(workspace, 'a.md');
    const [inlay] = inlays(workspace, page, { start: 0, end: 99 }, { ...NONE, names: true });
    const told = hover(workspace, page, inlay?.about ?? -1)?.telling[0];
    assert.match(JSON.stringify(told), /Minister of Harbours/);
  });
});

describe('inlays of holders', () => {
  const on = (date: string, text: string): string =>
    shown(`---\ndate: ${date}\n---\n${text}`, { holders: true }).split('---\n').at(-1) ?? '';

  it("say who held an office at the brief's date", () => {
    const text = 'The :office[Minister of Harbours] came';
    assert.equal(on('2025-06-01', text), 'The :office[Minister of Harbours⟨Bo Berg⟩] came');
    assert.equal(on('2022', text), 'The :office[Minister of Harbours⟨Cy Smith⟩] came');
    assert.equal(on('2019', text), text);
    assert.equal(shown(text, { holders: true }), text);
  });

  it('are silent where the text says who', () => {
    const text = 'The :office[Minister of Harbours] :person[Bo Berg] came';
    assert.equal(on('2025-06-01', text), text);
    assert.equal(
      on('2025-06-01', text.replace('Bo Berg', 'Cy Smith')),
      'The :office[Minister of Harbours⟨Bo Berg⟩] :person[Cy Smith] came',
    );
  });
});

describe('inlays of dates', () => {
  it('say the last day of a deadline that does not', () => {
    assert.equal(
      dates(':commitment[x]{by=bo due=2025} :commitment[y]{by=bo due="2026-33" made=2024}'),
      ':commitment[x]{by=bo due=2025⟨by 31 December 2025⟩} :commitment[y]{by=bo due="2026-33⟨by 31 March 2026⟩" made=2024}',
    );
    const exact = ':commitment[x]{by=bo due=2025-10-31} :commitment[x]{by=bo due=soon}';
    assert.equal(dates(exact), exact);
  });

  it('say which date words mean that do not say it themselves', () => {
    assert.equal(
      dates(':date[this year]{edtf=2025} and :date[February 2025] and :date[2025]{edtf=2025}'),
      ':date[this year⟨2025⟩]{edtf=2025} and :date[February 2025] and :date[2025]{edtf=2025}',
    );
  });

  it('are off unless asked for', () => {
    const text = ':date[this year]{edtf=2025}';
    assert.equal(shown(text, { names: true, holders: true }), text);
  });
});

it('nothing is shown while whom it means is still to be typed', () => {
  assert.equal(names(':person[he]{ref=}'), ':person[he]{ref=}');
});
