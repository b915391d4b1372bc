import type { DiscourseWords } from '../lexicon.js';

// By hand.
export const discourse: DiscourseWords = {
  pointing:
    'he she they it we both our the these those their each this that said his her three four five six seven eight nine ten eleven twelve',
  groupsOfCountries:
    'countries nations states governments sides parties powers neighbours neighbors republics capitals economies democracies',
  groupsOfPeople:
    'leaders ministers presidents secretaries principals officials men women diplomats counterparts premiers chancellors envoys heads commanders ambassadors officers dignitaries',
  groupsOfBodies:
    'organizations organisations agencies institutions companies ministries unions banks commissions councils departments signatories participants partners governments sides parties',
  pairsOfPeople: 'leaders ministers presidents principals',
  ownGroups: 'governments countries nations',
  agreementNouns:
    'agreement treaty framework memorandum pledge convention protocol charter declaration pact accord order resolution partnership act strategy plan regulation directive communiqué statement mou roadmap deal compact arrangement policy',
  bodyNouns:
    'council commission committee ministry department agency union company bank fund group organization organisation alliance association assembly mission board authority parliament institute foundation corporation office secretariat court force coalition community federation league confederation consortium chamber panel bureau directorate congress senate party treasury tribunal facility centre center institution university regulator team observatory task',
  officeNouns:
    'minister president secretary secretary-general premier chancellor representative ambassador director director-general commissioner chairman chair governor king envoy councillor prime',
  looseAgreements:
    'order resolution act strategy plan policy statement deal partnership framework roadmap',
  leaders:
    'diplomat leader president premier chancellor minister ruler king monarch envoy secretary head statesman',
  speakers: 'leaders governments ministers presidents members representatives',
  being: 'is was would may can could seems appears takes took became remains will',
  judgements:
    'important necessary clear vital essential time possible hoped expected likely critical crucial not his her our the a an imperative understood estimated recalled noted agreed hard difficult true',
  doing:
    'will shall has invites calls urges requests welcomes encourages commits agreed agrees pledges pledged plans intends aims decides decided adopted asked asks supports condemns recalls recognises recognizes expects undertakes',
  actingPronouns: 'he she they it we',
  definite: 'the this that these those said',
  thisOne: 'this that said these those',
  ownedBy: 'his her',
  behindThe: 'two both parties signatories participants sides',
  countryNouns: 'country nation',
  besideActor: 'also both then each',
  betweenActors:
    'and the his her its mr mrs ms dr shri both as well counterpart along together with h.e h.e.',
};
