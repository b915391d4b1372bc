import type { GrammarWords } from '../lexicon.js';

// By hand.
export const grammar: Partial<GrammarWords> = {
  determiners:
    "l' le la les un une des du au aux ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes chaque tout toute tous toutes plusieurs certains certaines aucun aucune autre autres quelques deux",
  prepositions:
    "d' de en dans à pour par sur sous avec sans entre vers chez contre depuis pendant durant avant après selon malgré parmi dès hors outre envers lors concernant",
  small:
    "il elle ils elles on nous vous je tu qui que quoi dont où ici là ne pas plus aussi ainsi alors donc enfin cependant toutefois pourtant aujourd'hui hier demain oui non est sont était étaient être été sera seront serait a ont avait avaient aura auront aurait avoir peut peuvent doit doivent fait font même très",
  saying:
    'dit déclare déclaré annonce annoncé affirme affirmé ajoute ajouté précise précisé indique indiqué souligne souligné assure assuré estime estimé rappelle rappelé confirme confirmé promet promis explique expliqué',
  and: 'et',
  conjunctions: 'et ou mais si quand lorsque puisque car que tandis comme afin parce quoique',
  auxiliaries:
    'a ont avait auront aura est sont était seront sera doit doivent devra devront peut peuvent va vont',
};
