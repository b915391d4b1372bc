import type { PeopleWords } from '../lexicon.js';

// By hand. First names: those that are often read in the news.
export const people: PeopleWords = {
  honorifics:
    'm mm mme mmes mlle mlles dr me mgr sa son monsieur madame mademoiselle messieurs mesdames maître',
  ranks:
    'président présidente ministre premier première chancelier chancelière général générale amiral colonel juge roi reine prince princesse pape émir sultan ambassadeur ambassadrice sénateur sénatrice gouverneur secrétaire commissaire',
  particles: 'de du des d le la les von van der ben bin al el ould',
  firstNames:
    'adama adrien agnès alain albert alexandre alice alioune amadou amélie amina anne antoine arnaud aurore bernadette bernard bertrand brice brigitte bruno catherine cécile charles christian christine christophe claire claude clément colette dominique édouard édith elisabeth élisabeth emmanuel éric étienne fabien fatou florence françois françoise frédéric gabriel georges gérald gérard guillaume guy hélène henri hervé hubert ibrahim idriss ismaël jacques jean jérôme joseph julien justin karim laurent léopold louis luc macky mahamat marc marie mathieu maurice michel mohamed mohammed moussa nathalie nicolas olivier ousmane pascal patrice paul philippe pierre rachida raphaël raymond rené robert roch roland romain ségolène simone sophie stéphane sylvie thierry thomas ursula valérie véronique victor vincent xavier yves',
};
