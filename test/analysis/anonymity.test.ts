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
];

const named: readonly string[] = [
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
