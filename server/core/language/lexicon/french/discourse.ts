import type { DiscourseWords } from '../lexicon.js';

// By hand. What `il` and `elle` mean is not read: they often mean nobody (`il est convenu`).
export const discourse: Partial<DiscourseWords> = {
  pointing: 'les ces leurs ce cette',
  groupsOfCountries: 'pays nations états gouvernements parties puissances voisins capitales',
  groupsOfPeople:
    'dirigeants ministres présidents responsables chefs ambassadeurs homologues hommes femmes',
  behindThe: 'deux',
};
