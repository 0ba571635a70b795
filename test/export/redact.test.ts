import assert from 'node:assert/strict';
import type { Actor, Analysis } from '../../src/analysis/contract';
import { redact, sourceNamed } from '../../src/export/redact';
import { actorWith, analysisWith, ferryAnalysis, ferryText, spanOf } from '../articles/fixture';
import { inEveryFormat } from './everyFormat';

/** What becomes of a text where one actor, whose name stands first in it, is redacted. */
function redacted(text: string, name: string, actor: Partial<Actor> = {}): string {
  const mentions = [{ span: [spanOf(text, name)], form: 'name' as const }];
  const analysis = analysisWith({ actors: [actorWith({ id: 'k1', name, mentions, ...actor })] });
  return redact(analysis, text, ['k1'], 'replace').text;
}

describe('redaction', () => {
  const texts: [what: string, name: string, before: string, after: string][] = [
    [
      'a name and its words',
      'Ida Brandt',
      'Ida Brandt left. Brandt’s car. IDA!',
      '[source 1] left. [source 1]’s car. [source 1]!',
    ],
    ['a name over the end of a line', 'Ida Brandt', 'Ida Brandt? Ida\nBrandt.', '[source 1]? [source 1].'],
    [
      'the parts of a name with hyphens',
      'Eva-Lena Holm',
      'Eva-Lena Holm and Lena',
      '[source 1] and [source 1]',
    ],
    [
      'a name in an address',
      'Ida Brandt',
      'Ida Brandt, ida.brandt@elden.example, @brandt, @idabrandt',
      '[source 1], [source 1]@elden.example, @[source 1], @[source 1]',
    ],
    ['either apostrophe', 'Niall O’Dea', "Niall O’Dea or O'Dea", '[source 1] or [source 1]'],
    ['letters with marks of their own', 'Zoë', 'Zoë, Zoe\u0308', '[source 1], [source 1]'],
    ['another script', '王小明', '王小明 said. 王小明。', '[source 1] said. [source 1]。'],
    [
      'an organization',
      'Bank of Elden',
      'Bank of Elden, bank of elden. The price of fish.',
      '[source 1], [source 1]. The price of fish.',
    ],
    [
      'no word that is in another one',
      'Ann Marsh',
      'Ann Marsh in Annapolis saw a marsh and Marshall',
      '[source 1] in Annapolis saw a marsh and Marshall',
    ],
    [
      'no particle, no suffix, no initial alone',
      'J. van Dam Jr.',
      'J. van Dam Jr. in a van with J. Holm Jr.',
      '[source 1] in a van with J. Holm Jr.',
    ],
    ['no title alone', 'Mayor Ida Brandt', 'Mayor Ida Brandt and Mayor Holm', '[source 1] and Mayor Holm'],
    [
      'a surname that could be a title',
      'Stig King',
      'Stig King said. King left.',
      '[source 1] said. [source 1] left.',
    ],
  ];
  for (const [what, name, before, after] of texts) {
    it(`takes out ${what}`, () => {
      assert.equal(redacted(before, name), after);
    });
  }

  it('takes out he and she, but not I and they', () => {
    const text = 'Ida Brandt said she knew. “I do,” they heard.';
    const pronouns = ['she', 'I', 'they'].map(it => ({
      span: [spanOf(text, it, it === 'they' ? 0 : it === 'I' ? 1 : 0)],
      form: 'pronoun' as const,
    }));
    const mentions = [{ span: [spanOf(text, 'Ida Brandt')], form: 'name' as const }, ...pronouns];
    assert.equal(
      redacted(text, 'Ida Brandt', { mentions }),
      '[source 1] said [source 1] knew. “I do,” they heard.',
    );
  });

  it('takes out roles and descriptions where they mean the source, and nowhere else', () => {
    const [named, unnamed] = ['k1', 'k2'].map(id => redact(ferryAnalysis, ferryText, [id], 'replace'));
    assert.ok(named?.text.startsWith('[source 1] said “the ferry will sail”'));
    assert.deepEqual(named?.analysis.actors[0]?.roles, []);
    assert.ok(unnamed?.text.includes('[source 1] warned the pier was rotten, the Quay Post'));
    assert.equal(unnamed?.analysis.actors[1]?.name, '[source 1]');
  });

  it('takes out what the user and the word list say of the source', () => {
    const actors = [
      actorWith({ id: 'k1', name: 'Ida', note: 'My aunt', listed: { role: 'clerk', affiliation: null } }),
    ];
    const { analysis } = redact(analysisWith({ actors }), 'Ida left.', ['k1'], 'replace');
    assert.deepEqual(analysis.actors, [actorWith({ id: 'k1', name: '[source 1]' })]);
  });

  it('numbers sources in the order in which they are given, or says only that one is left out', () => {
    const numbered = redact(ferryAnalysis, ferryText, ['k3', 'k1'], 'replace').text;
    assert.match(numbered, /^\[source 2\] said .* rotten, \[source 1\] reported\. .* told \[source 1\] it/);
    assert.match(
      redact(ferryAnalysis, ferryText, ['k3', 'k1'], 'omit').text,
      /^\[…\] said .*, \[…\] reported/,
    );
  });

  it('takes out a name that is no actor’s, also of the file', () => {
    const analysis = { ...ferryAnalysis, file: 'notes/bluewater-call.txt' };
    const { text, analysis: without } = redact(analysis, ferryText, ['Bluewater'], 'replace');
    assert.equal(without.file, 'notes/[source 1]-call.txt');
    assert.doesNotMatch(inEveryFormat(without, text), /bluewater/i);
  });

  it('moves the spans along with the words', () => {
    const { analysis, text } = redact(ferryAnalysis, ferryText, ['k1', 'k2'], 'replace');
    const words = ({ attributions }: Analysis, of: string) =>
      attributions.map(it => [...it.content, ...it.cue].map(({ start, end }) => of.slice(start, end)));
    assert.deepEqual(words(analysis, text), words(ferryAnalysis, ferryText));
  });

  it('leaves everything as it is where no source is chosen', () => {
    assert.deepEqual(redact(ferryAnalysis, ferryText, [], 'replace'), {
      analysis: ferryAnalysis,
      text: ferryText,
    });
  });
});

describe('a name that a user gives', () => {
  const cases: [name: string, means: string][] = [
    ['Ines Okafor', 'k1'],
    ['okafor', 'k1'],
    ['Two dockers who asked not to be named', 'k2'],
    ['the quay post', 'k3'],
    ['Nobody Here', 'Nobody Here'],
  ];
  for (const [name, means] of cases) {
    it(`${name} means ${means}`, () => {
      assert.equal(sourceNamed(ferryAnalysis, name), means);
    });
  }

  it('means a person rather than what is called after one', () => {
    const actors = [
      actorWith({ id: 'k1', name: 'Brandt’s office', type: 'organization' }),
      actorWith({ id: 'k2', name: 'Ida Brandt', type: 'person' }),
    ];
    assert.equal(sourceNamed(analysisWith({ actors }), 'Brandt'), 'k2');
  });

  it('means no single actor where it fits several', () => {
    const actors = ['Ida Brandt', 'Ole Brandt'].map((name, nth) => actorWith({ id: `k${nth + 1}`, name }));
    assert.equal(sourceNamed(analysisWith({ actors }), 'Brandt'), 'Brandt');
  });
});
