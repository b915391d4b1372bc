import type { PromiseWords } from '../lexicon.js';

// By hand. The markers themselves are those of the language.
export const promises: Partial<PromiseWords> = {
  noAct:
    'avoir être falloir devoir pouvoir coûter comprendre contenir comporter dépendre nécessiter signifier',
  besideAct: 'ne pas aussi également ensemble désormais notamment toujours ainsi',
  besideVerb:
    'a ont est sont se s ne également aussi ensemble toujours donc ainsi désormais notamment toutes tous deux',
  subclause: 'tandis alors quand lorsque si mais car parce',
  endsClause: 'qui que dont où tandis alors mais car afin il elle ils elles nous',
  newSubject: 'il elle ils elles nous on ce cela',
  promiseNouns: 'engagement engagements promesse promesses intention intentions volonté décision',
  doubt:
    'espère espèrent espérons doute doutent craint craignent si exige exigent demande demandent souhaite souhaitent estime estiment',
  generic:
    'pays parties états gouvernement gouvernements membres signataires dirigeants ministres ministère commission conseil entreprises collectivités région régions ville villes',
  objectStart:
    'le la les l un une des du au aux ce cet cette ces son sa ses leur leurs à de d en dans pour sur avec',
  mutual:
    'convenu convenus convenues conviennent conviendront accord accords ensemble mutuel mutuelle mutuels mutuelles commun commune communs communes conjoint conjointe conjointement réciproque bilatéral bilatérale bilatérales bilatéraux coopérer coopéreront coopération collaborer collaboreront collaboration partenariat partenariats coordonner coordination concertation échanger échanges signer signeront signent conclure concluront concluent négocier négocieront négociations dialogue rencontreront réuniront rencontre réunion relations trêve cessez-le-feu',
  nounStart: 'le la les l un une des ce cet cette ces son sa ses leur leurs',
};
