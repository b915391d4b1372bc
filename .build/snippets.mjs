// Snippets for briefs and registries, made from the kinds. Every prefix begins with `new-`: a colon, in a
// sentence or behind a key, brings up only what the server offers there.

const LAST = '$0';

/** A place to fill in, with what stands there at first. */
const slot = (index, words) => ['$', '{', index, ':', words, '}'].join('');
/** What is selected, else these words. */
const selected = (words) => ['$', '{TM_SELECTED_TEXT:', words, '}'].join('');
const YEAR = '$CURRENT_YEAR';
const TODAY = '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE';

/** For Markdown. */
export function briefSnippets(kinds) {
  const entities = kinds.filter(({ role }) => role === 'entity');
  return Object.fromEntries([
    ...entities.map((kind) => [`${kind.title}, defined here`, record(kind)]),
    ['Commitment in a sentence', commitmentInText()],
    ['Commitment around paragraphs', commitmentBlock()],
    ['Commitment without words in the text', commitmentRecord()],
    ['Update of a commitment', update(kinds)],
    ['Assessment of a commitment', assessment()],
    ['Date', date()],
    ['Front matter of a brief', frontMatter()],
    ['Suppress a finding', suppress('next-line', 'on the next line')],
    ['Suppress a finding in the whole file', suppress('file', 'in the whole file')],
  ]);
}

/** For registries. */
export function registrySnippets(kinds) {
  const entities = kinds.filter(({ role }) => role === 'entity');
  return Object.fromEntries(
    entities.flatMap((kind) => {
      const { title, plural, tag } = kind;
      const one = title.toLowerCase();
      return [
        [
          `${title}, an entry`,
          {
            prefix: `new-${tag}`,
            body: entry(kind, ''),
            description: `An entry in a registry, below ${tag}: an id, a name, and facts about the ${one}.`,
          },
        ],
        [
          `${plural}, with a first entry`,
          {
            prefix: `new-${tag}-first`,
            body: [`${tag}:`, ...entry(kind, '\t')],
            description: `Begins the ${plural.toLowerCase()} of a registry.`,
          },
        ],
      ];
    }),
  );
}

function record(kind) {
  const terms = termsOf(kind).map(({ name, type, example }, index) => {
    const [open, close] = /^texts?$/.test(type.type) ? ['"', '"'] : ['', ''];
    return ` ${name.replaceAll('_', '-')}=${open}${place(index + 3, type, example)}${close}`;
  });
  const words = slot(1, selected('Name'));
  return {
    prefix: `new-${kind.tag}`,
    body: [`::${kind.tag}[${words}]{#${slot(2, 'id')}${terms.join('')}}`, LAST],
    description: `A record on its own line: ${kind.summary.charAt(0).toLowerCase()}${kind.summary.slice(1)}`,
  };
}

function commitmentInText() {
  const words = slot(1, selected('words of the promise'));
  return {
    prefix: 'new-commitment',
    body: [
      `:commitment[${words}]{#${slot(2, 'c-id')} by=${slot(3, 'who')} to=${slot(4, 'whom')} due=${slot(5, '2026')}}${LAST}`,
    ],
    description: 'A promise in a sentence: its words, who must act, to whom, and by when.',
  };
}

function commitmentBlock() {
  const words = slot(5, selected('What was promised.'));
  return {
    prefix: 'new-commitment-block',
    body: [
      `:::commitment{#${slot(1, 'c-id')} by=${slot(2, 'who')} to=${slot(3, 'whom')} due=${slot(4, '2026')}}`,
      words,
      ':::',
      LAST,
    ],
    description: 'A promise of whole paragraphs, between two lines with three colons.',
  };
}

function commitmentRecord() {
  return {
    prefix: 'new-commitment-record',
    body: [
      `::commitment[${slot(1, 'What was promised')}]{#${slot(2, 'c-id')} by=${slot(3, 'who')} to=${slot(4, 'whom')} due=${slot(5, '2026')} source=${slot(6, 'source-id')}}`,
      LAST,
    ],
    description: 'A promise that is not in the text of this brief, as a record.',
  };
}

function update(kinds) {
  const kind = kinds.find(({ tag }) => tag === 'update');
  const status = kind.attributes.find(({ name }) => name === 'status').type;
  return {
    prefix: 'new-update',
    body: [
      `::update[${slot(1, 'What happened')}]{of=${slot(2, 'c-id')} status=${place(3, status, '')} on=${slot(4, TODAY)} source=${slot(5, 'source-id')}}`,
      LAST,
    ],
    description: 'What happened to a commitment, on which day, according to which source.',
  };
}

function assessment() {
  return {
    prefix: 'new-assessment',
    body: [
      `::assessment[${slot(1, 'What was found')}]{of=${slot(2, 'c-id')} by=${slot(3, 'assessor-id')} score=${slot(4, '+1')} on=${slot(5, TODAY)} source=${slot(6, 'source-id')}}`,
      LAST,
    ],
    description: 'How well a commitment was kept, on a scale, in the judgement of somebody.',
  };
}

function date() {
  const words = slot(1, selected('this year'));
  return {
    prefix: 'new-date',
    body: [`:date[${words}]{edtf=${slot(2, YEAR)}}${LAST}`],
    description: 'A date whose words are not clear, with its meaning.',
  };
}

function frontMatter() {
  return {
    prefix: 'new-front-matter',
    body: [
      '---',
      `title: ${slot(1, 'Title')}`,
      `date: ${slot(2, TODAY)}`,
      `source: ${slot(3, 'source-id')}`,
      '---',
      '',
      LAST,
    ],
    description: 'The beginning of a brief: its title, its date and its source.',
  };
}

function suppress(form, where) {
  const word = form === 'file' ? 'disable-file' : 'disable-next-line';
  return {
    prefix: form === 'file' ? 'new-suppression-file' : 'new-suppression',
    body: [`<!-- rapporteur-${word} ${slot(1, 'rule')} -- ${slot(2, 'why')} -->${LAST}`],
    description: `A comment that suppresses a finding ${where}, with a reason.`,
  };
}

function entry(kind, indent) {
  const terms = termsOf(kind).map(({ name, type, example }, index) => {
    const value = place(index + 3, type, example);
    const isList = type.type === 'texts' || type.type === 'ids';
    return `${indent}\t${name}: ${isList ? `[${value}]` : value}`;
  });
  return [
    `${indent}${slot(1, 'id')}:`,
    `${indent}\tname: ${slot(2, 'Name')}`,
    ...terms,
    `${indent}${LAST}`,
  ];
}

/** The attributes that one fills in at once, with an example; the others are offered as one types. */
function termsOf({ tag, attributes, firstAttributes = {} }) {
  return Object.entries(firstAttributes).map(([name, example]) => {
    const spec = attributes.find((attribute) => attribute.name === name);
    if (spec === undefined) throw new Error(`${tag} has no ${name}`);
    return { ...spec, example };
  });
}

/** A place to fill in: a choice where only some words may stand. */
function place(index, type, example) {
  if (type.type !== 'one-of') return slot(index, example);
  const words = type.values.map(({ value }) => value).join(',');
  return ['$', '{', index, '|', words, '|}'].join('');
}
