import type { DateLexicon, GrammarWords } from '../lexicon.js';

// By hand.
export const grammar: GrammarWords = {
  determiners:
    'the a an this that these those his her its their our my your each every both all some any no another other such said several many most few',
  prepositions:
    'of in to for with on at from by about as into like through after over between out against during without before under around among within along across behind beyond toward towards upon via per amid despite regarding concerning including throughout near since until till alongside pending',
  small:
    'he she it they we i you him them us me who what there here not also however thus therefore moreover furthermore finally meanwhile today yesterday tomorrow now then yes is are was were be been being will would shall should can could may might must do does did has have had let more most much both either neither just even only still yet already again',
  saying:
    'said says say saying announced announces confirmed confirms declared declares stated states assured added adds told tells noted notes stressed emphasized emphasised reiterated reaffirmed warned warns claimed insisted argued explained believes believed thanked welcomed urged met visited spoke indicated indicates signalled signaled replied responded',
  and: 'and',
  conjunctions:
    'and or but if when while because although though whereas that which who whom whose where as so than unless whether',
  auxiliaries:
    "will shall would must can could may might should is are was were has have had does do did be been won't isn't doesn't didn't",
  where: 'in from at across on near into throughout including like',
  towards: 'in at near from to outside around toward towards through of',
};

export const dates: DateLexicon = {
  months: [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sept', 'sep'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
  weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  numbers: 'two three four five six seven eight nine ten eleven twelve'.split(' '),
};
