import * as assert from 'node:assert/strict';
import { Article } from '../../src/articles/article';
import { actorCard, claimCard, escaped } from '../../src/editor/cards';
import { shortened } from '../../src/editor/words';
import { ferryAnalysis, ferryText } from '../articles/fixture';

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
      /Marked as a partly quoted claim because of the words “said”, quotation marks \(90 % sure\)/,
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
