import type { PromiseWords } from '../lexicon.js';

// By hand.
export const promises: PromiseWords = {
  noAct:
    'have need require depend cost include involve contain cover consist mean likely become take result face see find know amount comprise receive exceed benefit suffer lose die win occur happen represent reflect seem appear fail want like feel think believe love miss get come fall rise grow reach total enable reduce increase create give bring mark last remember live age experience ultimately never always surely certainly no play',
  actsWithObject:
    'take give bring reduce increase create enable mark reach cover include find get become see come grow face win',
  besideAct:
    'not also jointly now further then soon together both each therefore only all again thus never hereby to more fully respectively actively',
  remaining:
    'committed engaged seized ready actively fully focused vigilant in united steadfast dedicated determined open involved available strongly firmly at',
  verbPrefixes: 'co re pre de over under out counter jump fast cross',
  noGerund: 'during being outstanding king thing nothing something everything having',
  besideVerb:
    'remain remains remained stand stands stood has have had is are was were be been being also both each all jointly not then now further therefore thus hereby again itself themselves himself herself already still today together respectively accordingly thereby likewise so soon do does did',
  ownBodies: 'country department government administration party ministry company team delegation',
  subclause: 'while whereas although though because but when whenever once',
  endsClause:
    'which who whom whose while whereas although though but yet so because as where when thus thereby making since according he she it they we',
  goesOn: 'including excluding concerning regarding following during being',
  takesOn:
    'hope plan intend aim pledge commit agree promise vow seek undertake resolve decide expect',
  newSubject: 'he she they it we i this that will would shall is are was were has have had',
  operative:
    'requests calls urges invites notes welcomes expresses reaffirms decides encourages recalls stresses agrees recalled agreed expressed welcomed noted reaffirmed said called urged discussed pledged committed plans hopes intends looks aims seeks undertakes undertook commits pledges resolves resolved',
  promiseNouns:
    'commitment commitments pledge pledges promise promises intention intentions resolve determination readiness willingness preparedness eagerness hope hopes ambition ambitions aspiration aspirations anticipation plan plans decision decisions undertaking undertakings vow vows guarantee guarantees aim aims goal goals target targets desire engagement engagements obligation obligations assurance assurances',
  announcing:
    'announce announces announced announcing unveil unveils unveiled unveiling outlined outlines reaffirmed reaffirms confirmed confirms reiterated reiterates made makes make making shared discussed presented detailed set has have had new issued',
  doubt:
    'hope hopes hoped hoping doubt doubts doubted expect expects expected believe believes believed if whether unless evidence fear fears feared worried concern concerned concerns assume assumes assuming until when whenever wish wishes wished urge urges urged demand demands demanded insist insists insisted suggests suggested suggest think thinks thought ensure ensures ensuring confident optimistic likelihood possibility chance predicts predicted estimates estimated speculation asked asks asking once trust trusts calls called calling how what where anticipates anticipated denied denies deny accused rumors reports claims claimed alleged threatened',
  directing:
    'recall recalls recalling recalled note notes noting noted request requests requesting requested stress stresses stressing emphasizes emphasizing underlines underlining reiterates reaffirms urges demands',
  generic:
    'countries parties members states participants signatories leaders ministers governments sides delegations officials diplomats authorities representatives nations partners companies donors ministries agencies institutions presidents heads governors principals supporters allies party side government delegation administration ministry committee council commission company bank agency provinces municipalities cities regions councils banks businesses firms employers universities operators officers department departments lenders investors airlines manufacturers retailers utilities unions industry regulators country economies beneficiaries executive secretariat board parliament authority organization organisation organizations organisations envoys negotiators mediators coalition alliance consortium mission police army forces troops rebels court tribunal chamber assembly registrar lawmakers senators mps deputies commissioners counterparts movement group',
  objectStart:
    'the a an its their his her our this that these those all any each both more new further additional with to on in for from of against towards upon by at into up out forward such other no joint greater as',
  nounStart:
    'the a an its their his her our this that these those all any each both more new further additional such other joint greater',
  besideNoun: 'by again once strongly also jointly their its full strong firm continued on of both',
  conditions: 'if unless provided subject',
  nounVerbs: 'is are was were remains will has have must should can may',
  relative: 'that which who where what how',
  besideShared: 'to also further then jointly not',
  modals: 'will shall would',
  quantities:
    'one two three four five six seven eight nine ten eleven twelve hundred thousand million billion trillion km percent per cent half least dozen dozens number additional further new more eur usd euros dollars pounds tonnes year years month months week weeks day days next up out also',
  besideList: 'also jointly further therefore now then together each',
  nobody: 'neither none no',
  mutual:
    'agree agrees agreed agreeing each another together joint jointly mutual mutually shared common bilateral bilaterally trilateral reciprocal cooperate cooperates cooperated cooperating cooperation co-operate co-operation collaborate collaborating collaboration coordinate coordinating coordination partnership partnerships partners consult consulting consultation consultations exchange exchanges exchanging sign signing conclude concluding negotiate negotiating negotiations talks dialogue meet meeting meetings relations relationship ties agreement ceasefire truce cessation',
};
