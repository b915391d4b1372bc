import type { NameWords } from '../lexicon.js';

// By hand.
export const names: NameWords = {
  hereinafter: 'hereinafter hereafter herein referred to as the or collectively abbreviated called',
  ofYear: 'act law code bill ordinance treaty convention constitution agreement',
  business:
    'technology technologies research solution solutions semiconductor semiconductors electronics pharmaceuticals motors materials software labs capital foods steel oil gas airlines therapeutics robotics aerospace dynamics logistics biosciences biotech chemicals minerals mining resources renewables telecom wireless',
  companyForms: 'inc ltd llc corp plc gmbh ag limited incorporated',
  settlements: 'city town village port province district region state capital island county',
  acting: 'will has have had is was are were would can may should shall must also and',
  crowned: 'king queen pope prince princess emir sultan emperor',
  states: 'republic kingdom state principality sultanate emirate commonwealth federation union',
  classMarks: 'this these that following such present said any each both our',
  classTails: 'understanding action intent reference cooperation agreement association',
  anyOf:
    'contracting either other third requesting requested receiving sending participating each any',
  withPlace: 'operation mission representative envoy force office ambassador coordinator',
  sentBodies: 'mission delegation office embassy representation',
  placesOf:
    'republic kingdom state emirates commonwealth strait gulf bay sea isle island province city district territory principality port cape horn lake',
  officesTo:
    'ambassador representative secretary envoy adviser advisor assistant councillor director delegate observer',
  looseHeads:
    'energy technologies systems service services group team teams unit facility network programme center centre front house school news times media press works industries partners ventures exchange community movement society administration government panel order plan strategy policy law bill statement framework package concept budget mandate vision commitment guidelines rules principles code day week year decade launch event hearing call visit exercise campaign talk workshop consultation session round crisis war election elections meeting park street base zone airport city county state district board delegation cabinet leader head chief judge director chair general agenda understanding arrangement bank fund police force forces',
  occasions:
    'visit call hearing talks launch event negotiations workshop consultations ceremony campaign',
  heldRanks: 'president minister premier chancellor taoiseach',
  noble: 'lord lady baroness baron viscount earl countess duke duchess',
  vagueOffices: 'head leader general state judge marshal chair',
  governments: 'government administration parliament',
  smallGovernments: 'government parliament',
  listedBodies:
    'companies firms corporations banks organizations organisations agencies institutions manufacturers businesses startups universities',
  placedBy: 'in at near outside around',
  numbered:
    'resolution directive regulation decree protocol decision resolutions directives regulations decrees protocols decisions',
  parties: 'party state government side country',
};
