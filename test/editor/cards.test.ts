import * as assert from 'node:assert/strict';
import type { Role } from '../../src/analysis/contract';
import { Article } from '../../src/articles/article';
import { actorCard, claimCard, escaped } from '../../src/editor/cards';
import { evidenceInWords, rolesInWords, shortened, surenessInWords } from '../../src/editor/words';
import { attributionWith, ferryAnalysis, ferryText, spanOf } from '../articles/fixture';

const article = new Article(ferryText, ferryAnalysis);

describe('cards', () => {
  const actors: [id: string, ...expected: RegExp[]][] = [
    [
      'k1',
      /\*\*Ines Okafor\*\*/,
      /^Mayor$/m,
      /Person · named/,
      /Mentioned once, also as “Mayor Ines Okafor”/,
      /Claimed:/,
    ],
    [
      'k2',
      /Group · anonymous group/,
      /Described as: “dockers”/,
      /How many: two/,
      /Conditions: “asked not to be named”/,
    ],
    ['k2', /Passed on by the Quay Post/],
    ['k3', /Publication · named/, /Mentioned 2 times, also as “the Post”/, /Passed on from others:/],
    ['k4', /speaks for an organization, without a name/, /How many: one/],
  ];
  for (const [id, ...expected] of actors) {
    it(`tell of ${article.actor(id)?.name}: ${String(expected[0])}`, () => {
      const actor = article.actor(id);
      assert.ok(actor);
      for (const pattern of expected)
        assert.match(plain(actorCard(article, actor, 'file:///a').value), pattern);
    });
  }

  const claims: [id: string, ...expected: RegExp[]][] = [
    [
      'a1',
      /\*\*Ines Okafor\*\* says so/,
      /Partly quoted claim, marked because of the word “said”, quotation marks/,
      /^Very likely right \(90%\)$/m,
    ],
    ['a2', /Passed on by the Quay Post/, /one source cites another/],
    ['a3', /Said to or in: the Post/],
  ];
  for (const [id, ...expected] of claims) {
    it(`tell of claim ${id}: ${String(expected[0])}`, () => {
      const claim = article.attribution(id);
      assert.ok(claim);
      for (const pattern of expected) assert.match(plain(claimCard(article, claim).value), pattern);
    });
  }

  const codes: [code: string, words: RegExp][] = [
    ['cue:warned', /^the word “warned”$/],
    ['cue:according to', /^the words “according to”$/],
    ['quotation', /quotation marks/],
    ['previous-speaker', /right after the same speaker/],
    ['via', /one source cites another/],
    ['subject', /the subject of the sentence/],
    ['tagger', /the shape of the sentence/],
    ['pattern:colon', /a colon/],
    ['pattern:interview', /an interview/],
    ['pattern:signature', /a dash and a name/],
    ['pattern:headline', /a headline/],
    ['pattern:introduced', /right after words about its speaker/],
    ['pattern:dialogue', /in turns/],
    ['pattern:block-quote', /a block quote/],
  ];
  for (const [code, words] of codes) {
    it(`put the evidence ${code} into words`, () => {
      const claim = attributionWith({ id: 'a1', content: [], evidence: [code] });
      assert.match(evidenceInWords(article, claim).join(), words);
    });
  }

  it('never show a code that they have no words for', () => {
    const content = [spanOf(ferryText, 'it was safe')];
    const claim = (...evidence: string[]) => attributionWith({ id: 'a1', content, evidence });
    assert.doesNotMatch(claimCard(article, claim('pattern:new', 'quotation')).value, /pattern|new/);
    assert.match(plain(claimCard(article, claim('pattern:new')).value), /^Indirect claim\\?$/m);
  });

  const sureness: [confidence: number, words: string][] = [
    [0.97, 'Almost certainly right (97%)'],
    [0.8, 'Very likely right (80%)'],
    [0.65, 'Likely right (65%)'],
    [0.5, 'More likely right than wrong (50%)'],
    [0.12, 'Uncertain (12%)'],
  ];
  for (const [confidence, words] of sureness) {
    it(`say of a confidence of ${confidence}: ${words}`, () => {
      assert.equal(surenessInWords(confidence), words);
    });
  }

  const span = { start: 0, end: 1 };
  const acme = { text: 'Acme', span, actor: null };
  const role = (text: string, affiliation: typeof acme | null = acme) => ({
    text,
    span,
    former: false,
    affiliation,
  });
  const roles: [roles: Role[], expected: string[]][] = [
    [[role('of Acme')], ['of Acme']],
    [[role('spokeswoman')], ['spokeswoman, Acme']],
    [[role('Acme spokeswoman')], ['Acme spokeswoman']],
    [[role('spokeswoman'), role('of Acme')], ['spokeswoman, Acme']],
    [
      [role('of Acme'), role('mayor', null)],
      ['of Acme', 'mayor'],
    ],
    [[role('mayor', null), role('mayor', null)], ['mayor']],
  ];
  for (const [given, expected] of roles) {
    it(`name the affiliation once: ${expected.join('; ')}`, () => {
      assert.deepEqual(rolesInWords({ name: 'Ida Brandt', roles: given }), expected);
    });
  }

  it('tell no role that the name, which may be a description, tells already', () => {
    const spokesman = role('spokesman');
    assert.deepEqual(rolesInWords({ name: 'A spokesman for Acme', roles: [spokesman] }), []);
    assert.deepEqual(rolesInWords({ name: 'A spokesman', roles: [spokesman] }), ['spokesman, Acme']);
  });

  it('link a claim by the article’s address, whatever characters that has', () => {
    const actor = article.actor('k1');
    assert.ok(actor);
    const key = 'file:///a%20(b)%5B1%5D.txt';
    const target = /\(command:sourcelight\.showClaim\?([^)]*)\)/.exec(
      actorCard(article, actor, key).value,
    )?.[1];
    assert.deepEqual(JSON.parse(decodeURIComponent(target ?? '')), [key, 'a1']);
  });

  it('escape what Markdown would read as its own', () => {
    assert.equal(escaped('*a* [b](c) <d>\n# e'), '\\*a\\* \\[b\\]\\(c\\) \\<d\\> \\# e');
  });

  it('shorten at a word, never inside a character', () => {
    assert.equal(shortened('one two three', 9), 'one two…');
    assert.equal(shortened('x'.repeat(20), 5), 'xxxx…');
    assert.equal(shortened('😀'.repeat(20), 6), '😀😀…');
  });
});

function plain(markdown: string): string {
  return markdown.replaceAll('\\', '');
}
