import { counted } from '../../../core/index.js';
import { fileNames } from '../../frame/file-names.js';
import type { ReportFormat } from '../../frame/report-format.js';
import type { ReportBrief, ReportMention } from '../../frame/report-view.js';
import { segmentsOf } from '../../reading/segments.js';

/**
 * UIMA CAS JSON 0.4.0, a file a brief, in the types that INCEpTION has for sentences, tokens and names: all marked words,
 * commitments too. Offsets count in UTF-16 units of the words without tags, without front matter.
 */
export const cas: ReportFormat = {
  name: 'cas',
  extension: 'json',
  summary: 'annotations for INCEpTION, a file a brief (UIMA CAS JSON 0.4.0)',
  views: [],
  holds: ['briefs', 'mentions'],
  leavesOut({ commitments }) {
    const records = commitments.filter(({ plain }) => plain === undefined).length;
    return records === 0 ? [] : [`${counted(records, 'commitment')} without words in the text`];
  },
  *files({ briefs }) {
    const names = fileNames(
      briefs.map(({ file }) => file),
      'json',
    );
    for (const [index, brief] of briefs.entries())
      yield { name: names[index] ?? '', content: jsonOf(brief) };
  },
};

const SENTENCE = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence';
const TOKEN = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token';
const NAME = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';

const TYPES = Object.fromEntries(
  [
    [SENTENCE, []],
    [TOKEN, []],
    // The kind, and whom it means or which day it is.
    [NAME, ['value', 'identifier']],
  ].map(([name, features]) => [
    name,
    {
      '%NAME': name,
      '%SUPER_TYPE': 'uima.tcas.Annotation',
      ...Object.fromEntries(
        (features as readonly string[]).map((feature) => [
          feature,
          { '%NAME': feature, '%RANGE': 'uima.cas.String' },
        ]),
      ),
    },
  ]),
);

const SOFA = 1;

function* jsonOf({ plain, lang, mentions }: ReportBrief): Iterable<string> {
  const text = plain.text.slice(plain.body);
  const inBody = mentions.filter((mention) => mention.plain.start >= plain.body);
  const segments = segmentsOf(
    plain.text,
    plain.body,
    inBody.map((mention) => mention.plain),
  );
  let id = SOFA;
  const at = (type: string, start: number, end: number): object => {
    id += 1;
    const place = { '@sofa': SOFA, begin: start - plain.body, end: end - plain.body };
    return { '%ID': id, '%TYPE': type, ...place };
  };
  const whole = {
    ...at('uima.tcas.DocumentAnnotation', plain.body, plain.text.length),
    language: lang ?? 'x-unspecified',
  };
  const structures = [
    {
      ...{ '%ID': SOFA, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView' },
      ...{ mimeType: 'text/plain', sofaString: text },
    },
    whole,
    ...segments.map(({ start, end }) => at(SENTENCE, start, end)),
    ...segments.flatMap(({ tokens }) => tokens.map(({ start, end }) => at(TOKEN, start, end))),
    ...inBody.map((mention) => ({
      ...at(NAME, mention.plain.start, mention.plain.end),
      value: mention.kind,
      ...identifierOf(mention),
    })),
  ];
  const members = Array.from({ length: id - SOFA }, (_, index) => index + SOFA + 1);
  const views = { _InitialView: { '%SOFA': SOFA, '%MEMBERS': members } };
  yield `{\n"%TYPES": ${JSON.stringify(TYPES)},\n"%FEATURE_STRUCTURES": [\n`;
  for (const [index, structure] of structures.entries())
    yield `${JSON.stringify(structure)}${index === structures.length - 1 ? '' : ','}\n`;
  yield `],\n"%VIEWS": ${JSON.stringify(views)}\n}\n`;
}

function identifierOf({ means, edtf }: ReportMention): { readonly identifier?: string } {
  const identifier = edtf ?? means.map(({ key }) => key).join(' ');
  return identifier === '' ? {} : { identifier };
}
