import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english, STRENGTHS } from '../server/core/language/index.js';
import { worked } from './support/clock.js';

const { readStrength } = english;

/** What is read, as `strength: marker`. */
function read(words: string): string | undefined {
  const found = readStrength(words);
  return found && `${found.strength}: ${words.slice(found.start, found.end)}`;
}

const readings: Record<string, string> = {
  // the wordings of the first brief
  'the two leaders are set to sign the framework': 'planned: are set to',
  'reaffirmed the commitment to the Major Defense Partnership': 'pledged: commitment to',
  'they agreed to pursue an ambitious agenda': 'pledged: agreed to',
  'voiced anticipation for the next dialogue': 'aspired: anticipation for',
  'the Secretary is eager to work alongside India': 'aspired: is eager to',
  'expressed hope to finalize pending sales': 'aspired: hope to',
  'their shared commitment to a free and open Indo-Pacific': 'pledged: commitment to',
  'expressed his eagerness to meet soon': 'aspired: eagerness to',
  // section 4
  'The buyer shall pay': 'binding: shall',
  'each side must report yearly': 'binding: must',
  'The Government undertakes to cut tariffs': 'binding: undertakes to',
  'The Parties agree to consult': 'binding: agree to',
  'Each Party agrees to notify the other': 'binding: agrees to',
  'the Labour Party agrees to consult': 'pledged: agrees to',
  'India and France agree to deepen ties': 'pledged: agree to',
  'agreed on Friday to resume talks': 'pledged: agreed on Friday to',
  'India commits $5 billion': 'pledged: commits',
  'is firmly committed to reform': 'pledged: is firmly committed to',
  'pledged not to use force': 'pledged: pledged not',
  'renewed its pledge to help': 'pledged: pledge to',
  'will deliver the jets': 'planned: will',
  "they'll sign in May": "planned: they'll",
  'will not deploy troops': 'planned: will',
  'is set to visit': 'planned: is set to',
  'were both set to meet': 'planned: were both set to',
  'India set to buy jets': 'planned: set to',
  'the talks are due to resume': 'planned: are due to',
  'plans to expand the base': 'planned: plans to',
  'intends to ratify': 'intended: intends to',
  'stated its intention to withdraw': 'intended: intention to',
  'aims to double trade': 'intended: aims to',
  'is aiming for a deal': 'intended: is aiming for',
  'seeks closer ties': 'intended: seeks',
  'sought to widen the pact': 'intended: sought to',
  'will endeavour to consult': 'intended: will endeavour to',
  'will endeavor to consult': 'intended: will endeavor to',
  'will also seek to expand': 'intended: will also seek to',
  'will aim to finish': 'intended: will aim to',
  'hopes the deal holds': 'aspired: hopes',
  'was hoping to sign': 'aspired: was hoping to',
  'looks forward to the visit': 'aspired: looks forward to',
  'is looking forward to it': 'aspired: is looking forward to',
  'will look forward to hosting': 'aspired: will look forward to',
  'anticipates a signing': 'aspired: anticipates',
  // the rest of what an annotator marks
  'are committed to peace': 'pledged: are committed to',
  'the joint resolve to act': 'pledged: resolve to',
  'resolved to continue': 'pledged: resolved to',
  'give mutual assurances that they will not attack': 'pledged: assurances that',
  'assured the other side that it will not attack': 'pledged: assured the other side that',
  'gave an undertaking that it will not attack': 'binding: undertaking that',
  'guarantees the supply': 'pledged: guarantees',
  'guaranteed that prices hold': 'pledged: guaranteed that',
  'the commitment of both countries to peace': 'pledged: commitment of both countries to',
  'the commitment of India to peace': 'pledged: commitment of India to',
  'agreed in principle to sell': 'pledged: agreed in principle to',
  'agree that the fund shall pay': 'binding: shall',
  'decides to renew the mandate': 'planned: decides to',
  'decided on Monday to send aid': 'planned: decided on Monday to',
  'the decision to withdraw': 'planned: decision to',
  'are scheduled to meet': 'planned: are scheduled to',
  'will undertake efforts to help': 'planned: will',
  'said it would take part': 'planned: would',
  'announced that the two navies would patrol': 'planned: would',
  'set a goal of halving emissions': 'intended: set a goal of',
  'has set itself an ambitious target of 30%': 'intended: set itself an ambitious target of',
  'is willing to help': 'intended: is willing to',
  'willing to help': 'intended: willing to',
  'is determined to win': 'intended: is determined to',
  'are prepared to talk': 'intended: are prepared to',
  'its readiness to talk': 'intended: readiness to',
  'will strive to improve': 'intended: will strive to',
  'ambition to lead': 'aspired: ambition to',
  'their shared ambition for the ocean': 'aspired: ambition for',
  // the first that is one
  'hopes to agree that it will': 'aspired: hopes to',
  'does not commit but hopes to help': 'aspired: hopes to',
  'it could pledge aid and will send food': 'planned: will',
  'not only commits but acts': 'pledged: commits',
  'Those who do not sign will seek talks': 'intended: will seek',
  'It WILL SEEK TO help': 'intended: WILL SEEK TO',
  'their commitment\nto it': 'pledged: commitment\nto',
};

const silent = [
  '',
  'is likely to sign',
  'is expected to agree to a deal',
  'could commit troops',
  'will likely encompass sales',
  'will be likely to commit',
  'probably will sign',
  'likely to pledge aid',
  'might seek to join',
  'does not commit to anything',
  "didn't agree to it",
  'has not yet committed to a date',
  'made no firm commitment to India',
  'no plans to join',
  'refused to commit',
  'without pledging aid',
  'is not set to sign',
  'is not eager to meet',
  'never intended to sign',
  'the long-anticipated signing',
  'the anticipated signing',
  'is anticipated in May',
  'the delay due to weather',
  'a lack of political will to act',
  'their will to fight',
  'Will Smith spoke',
  'visa is a must',
  'honour its pledge',
  'keep its commitments under the pact',
  'the aims and the means',
  'the agreed framework',
  'the set of rules',
  'the set goal of the plan',
  'share the objective of peace',
  'agreed that both should act',
  'would take part',
  'would commit troops',
  'said it would probably rain',
  'he knew it. It would rain',
  'is not willing to help',
  'is unwilling to help',
  'made no decision to leave',
  'has no ambition to lead',
  'security guarantees for Ukraine',
  'guaranteed prices',
  'is guaranteed to fail',
  'prepared food',
  'a determined man',
  'the agreement of 1998 to end the war',
  'commitmentless',
  'constructor __proto__ toString',
];

test('the strength of words is that of their first marker', () => {
  const found = Object.fromEntries(Object.keys(readings).map((words) => [words, read(words)]));
  assert.deepEqual(found, readings);
});

test('forecasts, denials and the same letters in other words are no markers', () => {
  assert.deepEqual(
    silent.filter((words) => read(words) !== undefined).map((words) => [words, read(words)]),
    [],
  );
});

test('strengths are ordered from firm to soft', () => {
  assert.deepEqual(STRENGTHS, ['binding', 'pledged', 'planned', 'intended', 'aspired']);
});

test('a long text without markers is read in linear time', () => {
  const started = worked();
  assert.equal(readStrength('not to be so very likely to '.repeat(40_000)), undefined);
  assert.ok(worked() - started < 3000);
});
