import assert from 'node:assert/strict';
import type { Anonymity, Span } from '../../src/analysis/contract';
import { slice, sourceOf } from './actors/article';

const unnamed: readonly (readonly [line: string, record: string])[] = [
  ['{Anonymous officials} said no.', 'group unstated'],
  ['{A senior official} said no.', 'individual one'],
  ['{Two senior officials} said no.', 'group two'],
  ['{Several aides} said no.', 'group several'],
  ['{One of the officials} said no.', 'individual one'],
  ['{Police} said no.', 'collective unstated'],
  ['{Prosecutors} said no.', 'collective unstated'],
  ['{A spokesman for the Harbour Institute} said no.', 'role one'],
  ["{The Harbour Institute's spokeswoman} said no.", 'role one'],
  ['{Experts} said no.', 'group unstated'],
  ['{Those close to the mayor} said no.', 'group unstated; basis: close to the mayor'],
  ['{People familiar with the matter} said no.', 'group unstated; basis: familiar with the matter'],
  ['{Two officials briefed on the talks} said no.', 'group two; basis: briefed on the talks'],
  [
    '{A person with direct knowledge of the deal} said no.',
    'individual one; basis: with direct knowledge of the deal',
  ],
  ['{An aide who saw the letter} said no.', 'individual one; basis: who saw the letter'],
  [
    '{A source close to the talks, who asked not to be named because the talks are private,} said no.',
    'individual one; basis: close to the talks; reason: because the talks are private; conditions: asked not to be named',
  ],
  [
    '{An aide}, speaking on condition of anonymity, said no.',
    'individual one; conditions: on condition of anonymity',
  ],
  ['Speaking on background, {an aide} said no.', 'individual one; conditions: on background'],
  [
    '{An officer} said no. The officer spoke on condition of anonymity because he was not authorised to speak publicly.',
    'individual one; reason: because he was not authorised to speak publicly; conditions: on condition of anonymity',
  ],
  [
    '{An aide who was not authorized to discuss the case} said no.',
    'individual one; reason: who was not authorized to discuss the case',
  ],
  [
    '{An aide} who requested anonymity, citing fear of reprisals, said no.',
    'individual one; reason: citing fear of reprisals; conditions: requested anonymity',
  ],
  ['{An aide} said no because it was raining.', 'individual one'],

  // Class and count.
  ['{A dozen residents} said no.', 'group several'],
  ['{Both officials} said no.', 'group two'],
  ['{A pair of aides} said no.', 'group two'],
  ['{At least two officials} said no.', 'group two'],
  ['{More than a dozen people} said no.', 'group several'],
  ['{Another official} said no.', 'individual one'],
  ['{One official} said no.', 'individual one'],
  ['{A second person familiar with the sale} said no.', 'individual one; basis: familiar with the sale'],
  ['{The family} said no.', 'group unstated'],
  ['{A couple} said no.', 'group two'],
  ['{The crew} said no.', 'group unstated'],
  ['{Residents} said no.', 'group unstated'],
  ['{Critics} said no.', 'group unstated'],
  ['{Some Centrists} said no.', 'group several'],
  ['{Authorities} said no.', 'collective unstated'],
  ['{Federal investigators} said no.', 'collective unstated'],
  ['{Two prosecutors} said no.', 'group two'],
  ['{A prosecutor} said no.', 'individual one'],
  ['{Two companies} said no.', 'collective two'],
  ['{A shipping company} said no.', 'collective one'],
  ['{An aide and a lawyer} said no.', 'group two'],
  [
    '{Two aides and a lawyer familiar with the talks} said no.',
    'group several; basis: familiar with the talks',
  ],
  ['{A bank} said no. The bank closed.', 'collective one'],
  ['{Two banks} said no.', 'collective two'],
  ['{A senator} said no. The senator left.', 'individual one'],
  ['{The senior official} said no.', 'individual one'],
  ['{Members of the council} said no.', 'group unstated'],
  // Who speaks for somebody.
  ['{A ministry spokesman} said no.', 'role one'],
  ["{The company's spokeswoman} said no.", 'role one'],
  ['{A spokesperson at the port authority} said no.', 'role one'],
  ['{An embassy representative} said no.', 'role one'],
  ['{A spokesman} said no.', 'role one'],
  ['{The spokeswoman} said no.', 'role one'],
  ['{Spokesmen for both firms} said no.', 'role unstated'],
  ['{A representative of the airline} said no.', 'role one'],
  ['{A representative for the union} said no.', 'role one'],
  ['{A police spokesman} said no.', 'role one'],
  ['{A press officer for the hospital} said no.', 'role one'],
  ['{A Verrin Rail spokesperson} said no.', 'role one'],
  ['{The mayor’s spokesman} said no.', 'role one'],
  ['{A customer representative} said no.', 'individual one'],
  // Portions, and nouns of work.
  ['{The announcer} said no.', 'individual one'],
  ['{The film’s narrator} said no.', 'individual one'],
  ['{Two speechwriters} said no.', 'group two'],
  ['{Nearly 40 percent of those asked} said no.', 'group several'],
  ['{Six of ten voters} said no.', 'group several'],
  // How the source knows.
  ['{A person who attended the meeting} said no.', 'individual one; basis: who attended the meeting'],
  ['{An official who has seen the draft} said no.', 'individual one; basis: who has seen the draft'],
  ['{Three people who were in the room} said no.', 'group several; basis: who were in the room'],
  ['{A person in the room} said no.', 'individual one; basis: in the room'],
  ['{Two people present at the dinner} said no.', 'group two; basis: present at the dinner'],
  [
    '{A source with knowledge of the inquiry} said no.',
    'individual one; basis: with knowledge of the inquiry',
  ],
  [
    '{Officials with first-hand knowledge of the raid} said no.',
    'group unstated; basis: with first-hand knowledge of the raid',
  ],
  [
    '{A person who has direct knowledge of the sale} said no.',
    'individual one; basis: who has direct knowledge of the sale',
  ],
  ['{Sources close to Ms Hale} said no.', 'group unstated; basis: close to Ms Hale'],
  [
    '{A person close to the prosecutor’s office} said no.',
    'individual one; basis: close to the prosecutor’s office',
  ],
  ['{An aide involved in the negotiations} said no.', 'individual one; basis: involved in the negotiations'],
  [
    '{Two diplomats directly involved in the talks} said no.',
    'group two; basis: directly involved in the talks',
  ],
  ['{A lawyer who worked on the contract} said no.', 'individual one; basis: who worked on the contract'],
  ['{An engineer who inspected the bridge} said no.', 'individual one; basis: who inspected the bridge'],
  ['{A clerk who handled the files} said no.', 'individual one; basis: who handled the files'],
  ['{A neighbour who heard the blast} said no.', 'individual one; basis: who heard the blast'],
  ['{A neighbour who witnessed the crash} said no.', 'individual one; basis: who witnessed the crash'],
  ['{An employee who was at the meeting} said no.', 'individual one; basis: who was at the meeting'],
  ['{An employee who took part in the call} said no.', 'individual one; basis: who took part in the call'],
  ['{A person told of the plan} said no.', 'individual one; basis: told of the plan'],
  ['{Two people informed about the decision} said no.', 'group two; basis: informed about the decision'],
  [
    '{A minister who had been briefed on the report} said no.',
    'individual one; basis: who had been briefed on the report',
  ],
  ['{People with access to the ledgers} said no.', 'group unstated; basis: with access to the ledgers'],
  ['{A person privy to the discussions} said no.', 'individual one; basis: privy to the discussions'],
  ['{Officials aware of the order} said no.', 'group unstated; basis: aware of the order'],
  [
    '{A person who spoke with the mayor afterwards} said no.',
    'individual one; basis: who spoke with the mayor afterwards',
  ],
  [
    'The bridge is unsafe, said {a person familiar with the survey}.',
    'individual one; basis: familiar with the survey',
  ],
  [
    'The bridge is unsafe, according to {two people who saw the survey}.',
    'group two; basis: who saw the survey',
  ],
  [
    'The bridge is unsafe, said {an engineer}, who was briefed on the survey.',
    'individual one; basis: who was briefed on the survey',
  ],
  [
    '{An official}, who was present at the signing, said no.',
    'individual one; basis: who was present at the signing',
  ],
  [
    '{A former aide, who read the memo before it went out,} said no.',
    'individual one; basis: who read the memo before it went out',
  ],
  [
    '{An official} familiar with the planning told the Verrin Courier no.',
    'individual one; basis: familiar with the planning',
  ],
  ['{Two aides} said no. They had seen the letter.', 'group two; basis: had seen the letter'],
  ['{An aide} said no. She was briefed on the letter.', 'individual one; basis: was briefed on the letter'],
  [
    '{An aide} said no. The aide, who was present at the talks, left.',
    'individual one; basis: who was present at the talks',
  ],
  ['{An aide} said the mayor was aware of the plan.', 'individual one'],
  ['{An aide} said the council was never told about the debts.', 'individual one'],
  ['{An aide} said a clerk familiar with the files had called.', 'individual one'],
  [
    '{An aide} who was briefed on the talks and spoke anonymously said no.',
    'individual one; basis: who was briefed on the talks; conditions: spoke anonymously',
  ],
  ['{Two aides present} who requested anonymity said no.', 'group two; conditions: requested anonymity'],
  ['{Neighbours} say the town is poor and close to the river.', 'group unstated'],
  ['{Voters} were moved by Ann Lee and Tom Roe, who saw the race.', 'group unstated'],
  ['{Some Republicans} said no.', 'group several'],
  ['{Republican aides} said no.', 'group unstated'],
  ['{Democrats involved in the talks} said no.', 'group unstated; basis: involved in the talks'],
  ['{Aides who spoke with reporters} said no.', 'group unstated'],
  ['{A source familiar with the plan} did so.', 'individual one; basis: familiar with the plan'],
  ['{A clerk who worked for Mr. Hale} said no.', 'individual one; basis: who worked for Mr. Hale'],
  ['{Officers with no direct knowledge of the case} said no.', 'group unstated'],
  // Why no name is given.
  [
    '{An aide} said no, asking not to be named for fear of losing her job.',
    'individual one; reason: for fear of losing her job; conditions: asking not to be named',
  ],
  [
    '{An aide} said no on condition of anonymity out of fear of retaliation.',
    'individual one; reason: out of fear of retaliation; conditions: on condition of anonymity',
  ],
  [
    '{A nurse} who asked that her name be withheld because she feared reprisals said no.',
    'individual one; reason: because she feared reprisals; conditions: asked that her name be withheld',
  ],
  [
    '{A nurse} who did not want to be named, fearing retaliation, said no.',
    'individual one; reason: fearing retaliation; conditions: did not want to be named',
  ],
  [
    '{An official} who spoke on condition of anonymity due to the sensitivity of the talks said no.',
    'individual one; reason: due to the sensitivity of the talks; conditions: on condition of anonymity',
  ],
  [
    '{An official} who spoke on condition of anonymity given the sensitivity of the matter said no.',
    'individual one; reason: given the sensitivity of the matter; conditions: on condition of anonymity',
  ],
  [
    '{An official} said no, speaking on condition of anonymity because of the sensitivity of the matter.',
    'individual one; reason: because of the sensitivity of the matter; conditions: on condition of anonymity',
  ],
  [
    '{An official} said no, speaking on condition of anonymity to discuss internal deliberations.',
    'individual one; reason: to discuss internal deliberations; conditions: on condition of anonymity',
  ],
  [
    '{An official} said no, speaking on condition of anonymity in order to speak candidly.',
    'individual one; reason: in order to speak candidly; conditions: on condition of anonymity',
  ],
  [
    '{An official} who was granted anonymity to describe private conversations said no.',
    'individual one; reason: to describe private conversations; conditions: was granted anonymity',
  ],
  [
    '{An official} said no on condition of anonymity, as he was not permitted to talk to the press.',
    'individual one; reason: as he was not permitted to talk to the press; conditions: on condition of anonymity',
  ],
  [
    '{An official} said no on condition of anonymity since the figures are not public.',
    'individual one; reason: since the figures are not public; conditions: on condition of anonymity',
  ],
  [
    '{An official}, who is not allowed to speak to reporters, said no.',
    'individual one; reason: who is not allowed to speak to reporters',
  ],
  [
    '{An official}, who isn’t authorised to brief the press, said no.',
    'individual one; reason: who isn’t authorised to brief the press',
  ],
  [
    '{Two officials not authorised to speak publicly} said no.',
    'group two; reason: not authorised to speak publicly',
  ],
  [
    '{An official who lacked authorisation to speak publicly} said no.',
    'individual one; reason: who lacked authorisation to speak publicly',
  ],
  [
    '{A worker} who asked to remain anonymous to protect his job said no.',
    'individual one; reason: to protect his job; conditions: asked to remain anonymous',
  ],
  [
    '{A worker} who asked not to be identified to avoid repercussions said no.',
    'individual one; reason: to avoid repercussions; conditions: asked not to be identified',
  ],
  [
    '{A worker} who asked not to be identified, citing company policy, said no.',
    'individual one; reason: citing company policy; conditions: asked not to be identified',
  ],
  [
    '{A worker} who requested anonymity, citing the ongoing inquiry, said no.',
    'individual one; reason: citing the ongoing inquiry; conditions: requested anonymity',
  ],
  [
    '{A worker} who asked not to be named out of concern for her safety said no.',
    'individual one; reason: out of concern for her safety; conditions: asked not to be named',
  ],
  [
    '{A worker} who asked not to be named over fears for his safety said no.',
    'individual one; reason: over fears for his safety; conditions: asked not to be named',
  ],
  [
    '{A worker} who was afraid of being dismissed and asked not to be named said no.',
    'individual one; reason: was afraid of being dismissed; conditions: asked not to be named',
  ],
  [
    '{A worker} who asked not to be named for security reasons said no.',
    'individual one; reason: for security reasons; conditions: asked not to be named',
  ],
  [
    '{A worker} who asked not to be named for fear that she would be sacked said no.',
    'individual one; reason: for fear that she would be sacked; conditions: asked not to be named',
  ],
  [
    '{A worker} who asked not to be named as the report has not been published said no.',
    'individual one; reason: as the report has not been published; conditions: asked not to be named',
  ],
  [
    '{A worker} who asked not to be named because he still has family in the town said no.',
    'individual one; reason: because he still has family in the town; conditions: asked not to be named',
  ],
  [
    '{A worker} who insisted on anonymity so as not to anger his employer said no.',
    'individual one; reason: so as not to anger his employer; conditions: insisted on anonymity',
  ],
  [
    '{A worker} who insisted on anonymity lest his employer punish him said no.',
    'individual one; reason: lest his employer punish him; conditions: insisted on anonymity',
  ],
  [
    '{A worker} whose contract forbids interviews and who asked not to be named said no.',
    'individual one; reason: whose contract forbids interviews; conditions: asked not to be named',
  ],
  [
    '{A worker} who asked not to be named in line with company rules said no.',
    'individual one; reason: in line with company rules; conditions: asked not to be named',
  ],
  [
    '{A worker} said no on condition of anonymity under the ground rules of the briefing.',
    'individual one; reason: under the ground rules of the briefing; conditions: on condition of anonymity',
  ],
  [
    'Because he was not authorised to speak, {the official} asked not to be named when he said no.',
    'individual one; reason: Because he was not authorised to speak; conditions: asked not to be named',
  ],
  [
    'Citing fear of reprisals, {a nurse} who asked not to be named said no.',
    'individual one; reason: Citing fear of reprisals; conditions: asked not to be named',
  ],
  // On what terms.
  [
    '{An official} said no under condition of anonymity.',
    'individual one; conditions: under condition of anonymity',
  ],
  [
    '{An official} said no on the condition of anonymity.',
    'individual one; conditions: on the condition of anonymity',
  ],
  [
    '{An official} said no on the condition that she not be named.',
    'individual one; conditions: on the condition that she not be named',
  ],
  [
    '{An official} said no on condition that his name not be used.',
    'individual one; conditions: on condition that his name not be used',
  ],
  [
    '{An official} said no on condition he not be identified.',
    'individual one; conditions: on condition he not be identified',
  ],
  ['{An official} who spoke anonymously said no.', 'individual one; conditions: spoke anonymously'],
  ['{An official} who declined to be named said no.', 'individual one; conditions: declined to be named'],
  [
    '{An official} who declined to give his name said no.',
    'individual one; conditions: declined to give his name',
  ],
  ['{A woman} who refused to give her name said no.', 'individual one; conditions: refused to give her name'],
  ['{A woman} who would not give her name said no.', 'individual one; conditions: would not give her name'],
  ['{A woman} who gave only her first name said no.', 'individual one; conditions: gave only her first name'],
  [
    '{An official} who asked that his name be withheld said no.',
    'individual one; conditions: asked that his name be withheld',
  ],
  [
    '{An official} who asked that he not be named said no.',
    'individual one; conditions: asked that he not be named',
  ],
  [
    '{An official} who asked to have his name withheld said no.',
    'individual one; conditions: asked to have his name withheld',
  ],
  ['{An official} who asked for anonymity said no.', 'individual one; conditions: asked for anonymity'],
  ['{An official} who sought anonymity said no.', 'individual one; conditions: sought anonymity'],
  [
    '{An official} who wished to remain anonymous said no.',
    'individual one; conditions: wished to remain anonymous',
  ],
  [
    '{An official} who preferred not to be named said no.',
    'individual one; conditions: preferred not to be named',
  ],
  [
    '{An official} who did not wish to be identified said no.',
    'individual one; conditions: did not wish to be identified',
  ],
  ['{An official} who spoke on background said no.', 'individual one; conditions: on background'],
  ['{An official} who spoke on deep background said no.', 'individual one; conditions: on deep background'],
  ['{An official} who spoke off the record said no.', 'individual one; conditions: off the record'],
  ['{An official} who was promised anonymity said no.', 'individual one; conditions: was promised anonymity'],
  [
    '{Two officials} whom this newspaper agreed not to name said no.',
    'group two; conditions: agreed not to name',
  ],
  [
    '{An official} whose name is being withheld said no.',
    'individual one; conditions: whose name is being withheld',
  ],
  ['{An official} speaking privately said no.', 'individual one; conditions: speaking privately'],
  ['{An official} who was not identified said no.', 'individual one; conditions: was not identified'],
  [
    '{An official} who could not be named for legal reasons said no.',
    'individual one; reason: for legal reasons; conditions: could not be named',
  ],
  // Where it stands: in the next sentence, in brackets, before.
  [
    '{An official} said no. He spoke on condition of anonymity because the talks are private.',
    'individual one; reason: because the talks are private; conditions: on condition of anonymity',
  ],
  [
    '{Two officials} said no. They were not authorised to speak publicly.',
    'group two; reason: They were not authorised to speak publicly',
  ],
  [
    '{Two officials} said no. They asked not to be named because they feared reprisals.',
    'group two; reason: because they feared reprisals; conditions: asked not to be named',
  ],
  [
    '{Two officials} said no. Both spoke on condition of anonymity.',
    'group two; conditions: on condition of anonymity',
  ],
  [
    '{Three officials} said no. All of them spoke on condition of anonymity.',
    'group several; conditions: on condition of anonymity',
  ],
  [
    '{Three officials} said no. All three asked for anonymity, citing the sensitivity of the talks.',
    'group several; reason: citing the sensitivity of the talks; conditions: asked for anonymity',
  ],
  [
    '{Two officials} said no. The officials were granted anonymity so they could speak freely.',
    'group two; reason: so they could speak freely; conditions: were granted anonymity',
  ],
  [
    '{The official} said no. Anonymity was granted because of the risk of reprisals.',
    'individual one; reason: because of the risk of reprisals; conditions: Anonymity was granted',
  ],
  [
    '{The official} said no. The person requested anonymity to discuss the matter.',
    'individual one; reason: to discuss the matter; conditions: requested anonymity',
  ],
  [
    'Speaking on condition of anonymity because he was not authorised to brief the press, {an official} said no.',
    'individual one; reason: because he was not authorised to brief the press; conditions: on condition of anonymity',
  ],
  [
    '“No,” {an official} said, speaking on condition of anonymity.',
    'individual one; conditions: on condition of anonymity',
  ],
  [
    '“No,” said {an official}, who spoke on condition of anonymity because the plan is confidential.',
    'individual one; reason: because the plan is confidential; conditions: on condition of anonymity',
  ],
  [
    '“No,” said {an official} — who was not authorised to talk about the plan — on Monday.',
    'individual one; reason: who was not authorised to talk about the plan',
  ],
  [
    '“No,” said {an official} (who asked not to be named).',
    'individual one; conditions: asked not to be named',
  ],
  [
    '{A senior official, speaking anonymously to protect a colleague,} said no.',
    'individual one; reason: to protect a colleague; conditions: speaking anonymously',
  ],
  [
    '{Two officials and an aide}, all of whom spoke on condition of anonymity, said no.',
    'group several; conditions: on condition of anonymity',
  ],
  [
    '{The people}, who asked not to be identified because the matter is private, said no.',
    'group unstated; reason: because the matter is private; conditions: asked not to be identified',
  ],
  // Words that are like it.
  ['{An aide} said no for fear of rain.', 'individual one'],
  ['{An aide} said the mayor was not authorised to sell the port.', 'individual one'],
  ['{A driver} said he was unable to name the street because of the fog.', 'individual one'],
  ['{A teacher} said no to discuss the plan later.', 'individual one'],
  ['{A man with a dog} said no.', 'individual one'],
  ['{A man who lives nearby} said no.', 'individual one'],
];

const named: readonly string[] = [
  // Taken for known: a body that is named elsewhere, and other words for somebody who is.
  '{The bank} said no.',
  '{Her campaign} said no.',
  '{The senator} said no.',
  '{Both candidates} said no.',
  '{The northern businessman} said no.',
  '{The members of the Harbour Council} said no.',
  '{An aide and Jane Doe} said no.',
  // A party or a people by its own name.
  '{Republicans} said no.',
  '{House Democrats} said no.',
  '{Norwegians} said no.',
  '{Jane Doe} said no.',
  '{The Harbour Institute} said no.',
  '{The Daily Harbour} said no.',
  '{The Norlandic government} said no.',
  '{London} said no.',
  '{The report} said no.',
  '{The Doe campaign} said no.',
  '{Jane Doe, a spokeswoman for the council,} said no.',
  '{The mayor, Jane Doe,} said no.',
];

function record({ text, anonymity }: { readonly text: string; readonly anonymity: Anonymity }): string {
  const part = (name: string, spans: readonly Span[]): string =>
    spans.length === 0 ? '' : `; ${name}: ${spans.map(span => slice(text, span)).join(', ')}`;
  const { basis, reason, conditions, count } = anonymity;
  return `${anonymity.class} ${count}${part('basis', basis)}${part('reason', reason)}${part('conditions', conditions)}`;
}

describe('an anonymous source', () => {
  for (const [line, expected] of unnamed)
    it(`is recorded as ${expected}: ${line}`, () => {
      const { actor, text } = sourceOf(line);
      assert.ok(actor.anonymity);
      assert.equal(record({ text, anonymity: actor.anonymity }), expected);
    });

  it('is described by the words that add to the description', () => {
    const { actor, text } = sourceOf(
      '{Anonymous officials} said no. These officials left. The officials, who were tired, stayed.',
    );
    assert.deepEqual(
      actor.anonymity?.descriptor.map(span => slice(text, span)),
      ['Anonymous officials'],
    );
  });
});

describe('a source with a name', () => {
  for (const line of named)
    it(`has no record of anonymity: ${line}`, () => {
      const { actor } = sourceOf(line);
      assert.equal(actor.anonymous, false);
      assert.equal(actor.anonymity, null);
    });
});
