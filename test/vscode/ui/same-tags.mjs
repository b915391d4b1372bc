// Whether two briefs with their registries say the same: spans, kinds, who is meant, and the terms of promises.
import path from 'node:path';

const OUT = path.resolve(import.meta.dirname, '..', '..', '..', 'out');

/**
 * What differs between a brief and a copy that was tagged by hand, a line each; nothing if they say the same. What is meant
 * may have another id in each, but it is one for one.
 */
export async function differences(made, byHand) {
  const { commitmentsIn, strip } = await import(path.join(OUT, 'server/core/index.js'));
  const { mentionsOfPage } = await import(path.join(OUT, 'test/support/gold-tags.js'));
  const { workspaceWith } = await import(path.join(OUT, 'test/support/linting.js'));
  const read = ({ brief, registry }) => {
    const workspace = workspaceWith({ 'brief.md': brief, 'registry.yaml': registry });
    const page = workspace.pages.get('brief.md');
    const { mentions, spans, source } = mentionsOfPage(brief, registry);
    const before = source.indexOf('# ');
    const at = (offset) => offset - before;
    const words = ({ start, end }) => source.slice(start, end).replace(/\s+/g, ' ');
    const promises = [...commitmentsIn(workspace, page)];
    return {
      source: strip(page.text, page.facts).slice(before),
      mentions: mentions.map((one) => ({
        ...one,
        place: `${at(one.start)} ${one.kind} ${words(one)}`,
      })),
      promises: spans.map((one) => {
        const terms = promises.find(({ id }) => id === one.id);
        return { place: `${at(one.start)} ${words(one)}`, terms };
      }),
    };
  };
  const [one, other] = [read(made), read(byHand)];
  return [
    ...(one.source === other.source ? [] : ['the text itself']),
    ...differencesOf(one, other),
  ];
}

/** Ids of the one by those of the other. */
function pairs() {
  const [there, back] = [new Map(), new Map()];
  return (one, other) => {
    if (!there.has(one) && !back.has(other)) {
      there.set(one, other);
      back.set(other, one);
    }
    return there.get(one) === other;
  };
}

const PARTIES = ['by', 'for', 'to', 'saidBy'];

function* differencesOf(made, byHand) {
  const isSame = pairs();
  const isSameList = (ones = [], others = []) =>
    ones.length === others.length &&
    others.every((other) => ones.some((one) => one === other || isSame(one, other)));
  const found = new Map(made.mentions.map((one) => [one.place, one]));
  for (const { place, ids, via } of byHand.mentions) {
    const own = found.get(place);
    found.delete(place);
    if (own === undefined) yield `missing: ${place}`;
    else if (via === 'value' ? own.ids.join() !== ids.join() : !sameInOrder(isSame, own.ids, ids))
      yield `${place} means ${own.ids}, and not ${ids}`;
  }
  for (const place of found.keys()) yield `too much: ${place}`;
  const promised = new Map(made.promises.map((one) => [one.place, one.terms]));
  for (const { place, terms } of byHand.promises) {
    const own = promised.get(place);
    promised.delete(place);
    if (own === undefined) {
      yield `missing: ${place}`;
      continue;
    }
    for (const key of PARTIES)
      if (!isSameList(own[key], terms[key]))
        yield `${place}: ${key} ${own[key]}, and not ${terms[key]}`;
    for (const key of ['event', 'under'])
      if (!isSameList([own[key] ?? ''], [terms[key] ?? '']))
        yield `${place}: ${key} ${own[key]}, and not ${terms[key]}`;
    for (const key of ['due', 'dueText', 'strength']) {
      const [a, b] = [own[key], terms[key]].map((value) =>
        JSON.stringify(value?.text ?? value ?? ''),
      );
      if (a !== b) yield `${place}: ${key} ${a}, and not ${b}`;
    }
  }
  for (const place of promised.keys()) yield `too much: ${place}`;
}

/** Ids as a set: who was named first is of no matter. */
function sameInOrder(isSame, ones, others) {
  if (ones.length === 1 && others.length === 1) return isSame(ones[0], others[0]);
  return (
    ones.length === others.length && others.every((other) => ones.some((one) => isSame(one, other)))
  );
}
