import * as assert from 'node:assert/strict';
import type { Anonymity, Check, CheckCode, Role } from '../../src/analysis/contract';
import { Article } from '../../src/articles/article';
import { actorCard, claimCard, escaped, type CardContext } from '../../src/editor/cards';
import { evidenceInWords, rolesInWords, shortened, surenessInWords } from '../../src/editor/words';
import { actorWith, attributionWith, ferryAnalysis, ferryText, spanOf } from '../articles/fixture';

const article = new Article(ferryText, ferryAnalysis);
const none: CardContext = { key: 'file:///a', checks: [] };

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
      /\*Anonymity record\*/,
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
      for (const pattern of expected) assert.match(plain(actorCard(article, actor, none).value), pattern);
    });
  }

  const listed: [role: string | null, affiliation: string | null, line: RegExp][] = [
    ['harbour pilot', 'Quay Watch', /^By the word list: harbour pilot, Quay Watch$/m],
    [null, 'Quay Watch', /^By the word list: Quay Watch$/m],
    [null, null, /^On the word list$/m],
  ];
  for (const [role, affiliation, line] of listed) {
    it(`tell what the word list says: ${String(line)}`, () => {
      const actors = ferryAnalysis.actors.map(actor => ({ ...actor, listed: { role, affiliation } }));
      const known = new Article(ferryText, { ...ferryAnalysis, actors });
      const [actor, claim] = [known.actor('k1'), known.attribution('a1')];
      assert.ok(actor && claim);
      assert.match(plain(actorCard(known, actor, none).value), line);
      assert.doesNotMatch(
        plain(actorCard(article, actorWith({ id: 'k9', name: 'Ida' }), none).value),
        /word list/,
      );
      assert.match(plain(claimCard(known, claim, none).value), /^Mayor · (by|on) the word list.* · named$/m);
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
      for (const pattern of expected) assert.match(plain(claimCard(article, claim, none).value), pattern);
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
    assert.doesNotMatch(claimCard(article, claim('pattern:new', 'quotation'), none).value, /pattern|new/);
    assert.match(plain(claimCard(article, claim('pattern:new'), none).value), /^Indirect claim\\?$/m);
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

  describe('of an unnamed source', () => {
    const dockers = article.actor('k2');
    assert.ok(dockers?.anonymity);
    const card = (anonymity: Partial<Anonymity>, checks: readonly Check[] = []) =>
      plain(
        actorCard(article, actorWith({ ...dockers, anonymity: { ...dockers.anonymity!, ...anonymity } }), {
          key: 'file:///a',
          checks,
        }).value,
      );

    it('keep a record of how many, how described, how they know, why unnamed and on what terms', () => {
      const at = (words: string) => [spanOf(ferryText, words)];
      const record = card({ basis: at('it was safe'), reason: at('fares would rise') });
      assert.match(
        record,
        new RegExp(
          [
            'Anonymity record\\*',
            'How many: two',
            'Described as: “dockers”',
            'Knows it from: “it was safe”',
            'Why there is no name: “fares would rise”',
            'Conditions: “asked not to be named”',
          ].join('\n'),
        ),
      );
    });

    for (const [kind, words] of [
      ['role', 'speaks for an organization, without a name'],
      ['collective', 'speaks as one body, without names'],
    ] as const) {
      it(`keep no record of a leaker for the class ${kind}, and call it otherwise`, () => {
        const value = card({ class: kind });
        assert.match(value, new RegExp(words));
        assert.doesNotMatch(value, /record|anonymous/);
      });
    }
  });

  describe('with open checks', () => {
    const check = (code: CheckCode, parts: Partial<Check>): Check => ({
      code,
      args: {},
      span: spanOf(ferryText, 'dockers'),
      attribution: null,
      actor: null,
      ...parts,
    });
    const checks = [
      check('anonymity.reason-missing', { actor: 'k2', attribution: 'a2' }),
      check('anonymity.reason-missing', { actor: 'k2' }),
      check('anonymity.basis-missing', { actor: 'k2' }),
      check('source.first-mention', { actor: 'k1' }),
      check('cue.loaded', { attribution: 'a1' }),
    ];
    const titles = (value: string) => [
      ...value.matchAll(/^- \[(.*?)\]\(command:sourcelight\.explainCheck/gm),
    ];

    it('say what is missing on an actor, each rule once', () => {
      const dockers = article.actor('k2');
      assert.ok(dockers);
      assert.deepEqual(
        titles(actorCard(article, dockers, { key: 'file:///a', checks }).value).map(([, title]) => title),
        ['No reason given for anonymity', 'Not said how the source knows'],
      );
    });

    it('say what is missing on a claim', () => {
      const claim = article.attribution('a1');
      assert.ok(claim);
      assert.deepEqual(
        titles(claimCard(article, claim, { key: 'file:///a', checks }).value).map(([, title]) => title),
        ['Word that judges what was said'],
      );
    });

    it('link each to what the rule asks for, and say nothing where there is none', () => {
      const claim = article.attribution('a1');
      assert.ok(claim);
      const { value, isTrusted } = claimCard(article, claim, { key: 'file:///a', checks });
      const args = /explainCheck\?([^)]*)\)/.exec(value)?.[1];
      assert.deepEqual(JSON.parse(decodeURIComponent(args ?? '')), ['file:///a', checks[4]]);
      assert.ok(
        (isTrusted as { enabledCommands: string[] }).enabledCommands.includes('sourcelight.explainCheck'),
      );
      assert.doesNotMatch(claimCard(article, claim, none).value, /check/i);
    });
  });

  it('link a claim by the article’s address, whatever characters that has', () => {
    const actor = article.actor('k1');
    assert.ok(actor);
    const key = 'file:///a%20(b)%5B1%5D.txt';
    const target = /\(command:sourcelight\.showClaim\?([^)]*)\)/.exec(
      actorCard(article, actor, { key, checks: [] }).value,
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
